"""Cutting an English definition down to what fits beside a line, at a border of its own grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.lexicon.labels import without_labels
from reader.lexicon.references import without_chinese

LIMIT = 32
"""The most characters of a short gloss (DESIGN section 4)."""

_BRACKETS = re.compile(r" ?\([^()]*\)")
_LITERALLY = re.compile(r"(?:\(?lit\.\)? )(?P<image>.*?)[;,] ?\(?fig\.\)? (?P<meaning>.+)")
_DANGLING = re.compile(
    r"(?:[\s,;:–-]+(?:to|of|the|an?|and|or|in|on|at|for|with|by|from|as|that|which|who|whose|when|where|into|onto|upon|"
    r"one's|sb's|its|his|her|their|is|are|was|be|not|esp\.?|e\.g\.|i\.e\.|such|about|between|than|like|under|over|per|"
    r"if|but|after|before|during|without|within|through|against|used|usually|having|being|via|same|so|because|while)"
    r"\.?)+$"
)
_PHRASE = re.compile(
    r"(?<=\w) (?=(?:of|in|on|at|for|with|by|from|as|that|which|who|whose|when|where|while|into|and|or|to|between|such|"
    r"esp\.|e\.g\.|i\.e\.|used|during|without|within|through|against|after|before|because|so|if|but|than)\b)"
)
_ABBREVIATED = re.compile(r"^abbr\. for ([A-Z][^,;()]*)$")
# "Maqu County in Gannan …", "Dongchuan district of …": a place is whole without what it lies in.
_PLACE = re.compile(
    r"[A-Z].*?(?= in | of the PRC| of the People's Republic)|"
    r"[A-Z].*? (?:[Dd]istrict|[Cc]ounty|[Cc]ity|[Tt]own(?:ship)?|[Vv]illage|[Pp]refecture|[Pp]rovince)(?= of )"
)
_ENCLOSURES = (("(", ")"), ("[", "]"), ("“", "”"))
_ENCLOSING = re.compile(r"[(\[“\"]")
_SPACE = re.compile(" ")
_LEADING_TO = re.compile(r"(?:to (?:be |have |take |make |get |go |come |do |become )?|an? |the )")


@dataclass(frozen=True, slots=True)
class Shortened:
    """``text`` fits the limit; ``whole``: nothing of the meaning had to be cut inside a phrase."""

    text: str
    whole: bool


def shorten(definition: str, limit: int = LIMIT) -> Shortened:
    """The most of a definition that fits, whole alternatives before parts of one, never half a word."""
    text = _plain(definition)
    for form in (text, _BRACKETS.sub("", text).strip(" ,;") or text):
        if len(form) <= limit:
            return Shortened(form, whole=True)
    text = form.strip("()") if re.fullmatch(r"\([^()]*\)", form) else form
    for border in ("; ", ", ", ": "):
        parts = _split(text, border)
        # Alternatives stand for each other; what follows a comma or colon only adds to what stands before.
        starts = range(len(parts) if border == "; " else 1)
        start = next((index for index in starts if 0 < len(parts[index]) <= limit), None)
        if start is not None:
            return Shortened(_as_many(parts[start:], border, limit), whole=True)
        text = parts[0]
    if (place := _PLACE.match(text)) and len(place[0]) <= limit:
        return Shortened(place[0], whole=True)
    return Shortened(_inside(text, limit), whole=False)


def _as_many(parts: list[str], border: str, limit: int) -> str:
    """The first part and those after it that fit with it."""
    kept = parts[0]
    for part in parts[1:]:
        if len(kept) + len(border) + len(part) > limit:
            break
        kept += border + part
    return kept


def _plain(definition: str) -> str:
    """Without labels, Chinese words, and the literal image of an idiom that has a figurative sense."""
    if found := _LITERALLY.search(definition):
        definition = found["meaning"]
    text = without_labels(definition).removeprefix("lit. ").removeprefix("fig. ")
    english = without_chinese(text)
    # "used in 倔强" says nothing without its Chinese word.
    if english != text and english and not _DANGLING.search(f" {_BRACKETS.sub('', english)}"):
        text = english
    return _ABBREVIATED.sub(r"\1 (abbr.)", text)


def _split(text: str, border: str) -> list[str]:
    """``text`` at ``border``, but not inside brackets or quotation marks."""
    parts = text.split(border)
    if not _ENCLOSING.search(text):
        return parts
    joined: list[str] = []
    for part in parts:
        if joined and _is_open(joined[-1]):
            joined[-1] += border + part
        else:
            joined.append(part)
    return joined


def _is_open(text: str) -> bool:
    """Whether a bracket or quotation mark is still open at the end of ``text``."""
    return text.count('"') % 2 == 1 or any(text.count(opener) > text.count(closer) for opener, closer in _ENCLOSURES)


def _inside(text: str, limit: int) -> str:
    """A phrase that has no border of its own short enough: cut before a preposition or conjunction, else before a
    word, with an ellipsis."""
    room = limit - 1
    for border, least in ((_PHRASE, room // 2), (_SPACE, 1)):
        for place in sorted((found.start() for found in border.finditer(text, 0, room + 1)), reverse=True):
            head = _closed(_DANGLING.sub("", text[:place].rstrip(" ,;:")))
            if len(head) >= least and not _LEADING_TO.fullmatch(head + " "):
                return head + "…"
    return text[:room] + "…"


def _closed(head: str) -> str:
    """``head`` without a bracket or quotation mark that was left open."""
    for opener, closer in _ENCLOSURES:
        if head.count(opener) > head.count(closer):
            head = head[: head.rindex(opener)].rstrip(" ,;:")
    if head.count('"') % 2:
        before, after = head.rsplit('"', 1)
        head = before.rstrip(" ,;:") or after
    return head
