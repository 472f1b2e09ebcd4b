"""What is doubtful in a seed, as one list, and the editor's answers to it.

Nothing here judges anew: each item says what was chosen, by whom, what else was possible, and why it is doubted. An
answer is written into the sidecar, as a correction in its context or as a suspect to keep, so it survives every
rebuild, another dictionary, and an edit of the seed elsewhere; what has been answered is not asked again.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.alignment import Alignment, Link
from reader.annotate import sentences
from reader.hanzi import has_han
from reader.lexicon.lists import word_list
from reader.lexicon.standard import standard_spelling
from reader.model import Block, Document, NameKind, Origin, Sentence, Token, TokenKind
from reader.passes import Resources
from reader.passes.doubts import doubted_cuts, doubted_names
from reader.passes.readings import rule_at
from reader.passes.rules import context_rules
from reader.passes.terms import borders
from reader.pinyin import PinyinError, align, plain, spell, syllables, to_marks, tone, words
from reader.sources.translation import UNTRANSLATED
from reader.yamlfile import append_rows

_CONTEXT = 6
"""Characters on either side that a correction remembers, and that show the editor the place."""


_OPENING, _OPENING_WORDS = 24, 12
"""Characters and words by which a recorded link names its sides."""


class Reason(StrEnum):
    """Why an item is in the queue, worst first."""

    MISPRINT = "possible misprint"
    UNREAD = "no reading known"
    UNKNOWN = "unknown word"
    BREAK = "possibly a broken paragraph"
    NAME = "doubtful name"
    CUT = "possibly cut wrongly"
    DISAGREE = "sources disagree"
    OPEN = "several readings and no rule"
    LINK = "doubtful translation"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Reason).index(self)


@dataclass(frozen=True, slots=True)
class Item:
    """One doubtful place. ``id`` stays the same while the text around it does.

    ``field``: what an answer sets: pinyin, gloss, the cut (as pinyin with a space between the words, with capitals for
    a name, which is one word), the link to a translation, or nothing (a misprint can be accepted only; a repair is the
    editor's to write). ``others``: what else was possible.
    """

    id: str
    reason: Reason
    field: str
    sentence: str
    line: int
    text: str
    before: str
    after: str
    chosen: str
    origin: str
    others: tuple[str, ...]


_MISPRINT = "S007"
_Place = tuple[Block, Sentence, int]
"""Where an item is: the offset in its sentence."""
_NOT_ALONE = word_list("readings of words of one character that hardly stand alone")
_SUSPECTS = {
    "S007": Reason.MISPRINT,
    "S008": Reason.MISPRINT,
    "S010": Reason.MISPRINT,
    "S011": Reason.MISPRINT,
    "S012": Reason.MISPRINT,
    "S019": Reason.MISPRINT,
    "S009": Reason.BREAK,
}


def queue(document: Document, resources: Resources) -> tuple[Item, ...]:
    """The doubtful places of an annotated document, worst first. The same doubt about the same word is one item for
    each context, since an answer holds for its context only."""
    items: dict[str, Item] = {}
    for item in (*_suspects(document), *_doubts(document, resources)):
        items.setdefault(item.id, item)
    return tuple(sorted(items.values(), key=lambda item: (item.reason.rank, item.line, item.id)))


def _suspects(document: Document) -> Iterator[Item]:
    named = _names_by_line(document)
    for found in document.findings:
        reason = _SUSPECTS.get(found.code)
        line = found.line or 1
        text = found.message.split(" ")[0]
        # Of characters of a name and beside it anything may look like a misprint.
        in_name = found.code == _MISPRINT and any(text in name for name in named.get(line, ()))
        if reason is not None and not in_name:
            yield Item(
                _id("keep", text, str(found.column)), reason, "keep", "", line, text, "", "", found.message, "", ()
            )


def _names_by_line(document: Document) -> dict[int, set[str]]:
    """The personal names of each line, with one character of what stands beside them."""
    found: dict[int, set[str]] = {}
    for block, sentence in sentences(document):
        for token, start in zip(sentence.tokens, borders(sentence.tokens), strict=False):
            if token.name is NameKind.PERSON and len(token.text) > 1:
                around = sentence.text[max(0, start - 1) : start + len(token.text) + 1]
                found.setdefault(block.place.line, set()).add(around)
    return found


def _doubts(document: Document, resources: Resources) -> Iterator[Item]:
    all_tokens = (token for _, sentence in sentences(document) for token in sentence.tokens)
    # Whoever is named again is somebody.
    counts = Counter(token.text for token in all_tokens if token.name is NameKind.PERSON)
    for block, sentence in sentences(document):
        starts = borders(sentence.tokens)
        covered = {index for m in sentence.mentions for index in range(m.first, m.last + 1)}
        for index, token in enumerate(sentence.tokens):
            if token.kind is not TokenKind.WORD or not has_han(token.text):
                continue
            place = block, sentence, starts[index]
            for reason, field, others in _doubts_of(token, index in covered, resources):
                yield _of_token(place, token, reason, field, others)
            if others := _guessed(sentence, index, starts[index]):
                yield _of_token(place, token, Reason.OPEN, "pinyin", others)
        for index in doubted_names(sentence.tokens, resources.dictionary):
            token = sentence.tokens[index]
            if counts[token.text] == 1:
                yield _of_token((block, sentence, starts[index]), token, Reason.NAME, "pinyin")
        for first, last in doubted_cuts(sentence.tokens):
            if covered.isdisjoint(range(first, last + 1)):
                yield _of_cut((block, sentence, starts[first]), sentence.tokens[first : last + 1])


def _of_cut(place: _Place, tokens: Sequence[Token]) -> Item:
    text = "".join(token.text for token in tokens)
    chosen = " ".join((token.reading.spelling if token.reading else None) or token.text for token in tokens)
    return _item(place, text, Reason.CUT, "cut", chosen)


def _guessed(sentence: Sentence, index: int, start: int) -> tuple[str, ...]:
    """The other readings of a word whose place did not tell which is meant; empty where a rule knew."""
    token = sentence.tokens[index]
    if token.reading is None or token.reading.origin is not Origin.RULE or token.text not in context_rules():
        return ()
    rule = rule_at(sentence, index, start)
    if rule is None or not rule.guess:
        return ()
    others = dict.fromkeys(r.reading for r in context_rules().of(token.text) if r.reading != rule.reading)
    return tuple(other for other in others if f"{token.text}{other}" not in _NOT_ALONE)


def _doubts_of(token: Token, curated: bool, resources: Resources) -> Iterator[tuple[Reason, str, tuple[str, ...]]]:
    reading = token.reading
    if reading is None or not reading.spelling:
        yield Reason.UNREAD, "pinyin", ()
    elif reading.origin in (Origin.ENGINE, Origin.DICTIONARY) and token.name is None:
        doubt = _doubt_of_reading(token, resources)
        if doubt is not None:
            yield doubt[0], "pinyin", doubt[1]
    if not curated and len(token.text) > 1 and token.gloss is None and token.name is None:
        yield Reason.UNKNOWN, "gloss", ()


def _doubt_of_reading(token: Token, resources: Resources) -> tuple[Reason, tuple[str, ...]] | None:
    """Whether another source reads the word otherwise, or nothing decided between several readings."""
    assert token.reading is not None
    chosen = token.reading.syllables
    if standard_spelling(token.text):
        return None
    # What the engine has no phrase for it reads character by character, which says nothing of the word.
    engine = resources.pronouncer.phrase(token.text) or () if len(token.text) > 1 else ()
    known = resources.dictionary.readings(token.text)
    doubts = tuple(r for r in (*known, engine) if any(r) and not _is_as_good(token.text, r, chosen))
    others = tuple(dict.fromkeys(map(_shown, doubts)))
    if len(known) > 1 and any(r in doubts for r in known):
        return Reason.OPEN, others
    return (Reason.DISAGREE, others) if known and engine in doubts else None


def _is_as_good(word: str, one: Sequence[str | None], two: Sequence[str | None] | None) -> bool:
    """Whether two readings of a word are no two words: they differ in a neutral tone only, which dictionaries mark
    differently for many words, or in 儿 spoken apart, or one of them hardly stands alone."""
    if two is None or len(one) != len(two) or one == two:
        return one == two
    if f"{word}{_shown(one)}" in _NOT_ALONE:
        return True
    return all(a == b or _is_variant(a, b) for a, b in zip(one, two, strict=True))


def _is_variant(one: str | None, two: str | None) -> bool:
    """Whether two syllables differ in a neutral tone or in how 儿 after them is written."""
    if one is None or two is None:
        return "ér" in (one, two)
    return f"{one}r" == two or (plain(one) == plain(two) and 5 in (tone(one), tone(two)))


def _shown(syllables: Sequence[str | None]) -> str:
    return spell(tuple(syllables))


def _of_token(place: _Place, token: Token, reason: Reason, field: str, others: tuple[str, ...] = ()) -> Item:
    reading = token.reading if field == "pinyin" else None
    chosen, origin = ((reading.spelling or ""), str(reading.origin)) if reading else ("", "")
    return _item(place, token.text, reason, field, chosen, origin, others)


def _item(
    place: _Place, text: str, reason: Reason, field: str, chosen: str, origin: str = "", others: tuple[str, ...] = ()
) -> Item:
    """An item about ``text`` at a place, with the context that its answer remembers."""
    block, sentence, start = place
    end = start + len(text)
    before = sentence.text[max(0, start - _CONTEXT) : start]
    after = sentence.text[end : end + _CONTEXT]
    id_ = _id(field, before, text, after)
    return Item(id_, reason, field, sentence.id, block.place.line, text, before, after, chosen, origin, others)


def _id(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=4).hexdigest()


# --- translations -----------------------------------------------------------------------------------------------------


def doubtful_links(document: Document, alignments: Iterable[Alignment]) -> tuple[Item, ...]:
    """The links of all translations that are not sure, least sure first."""
    known = {sentence.id: (block, sentence) for block, sentence in sentences(document)}
    return tuple(
        _of_link(known, alignment.translation.label, link) for alignment in alignments for link in alignment.doubtful
    )


def _of_link(known: Mapping[str, tuple[Block, Sentence]], label: str, link: Link) -> Item:
    block, sentence = known[link.source[0]]
    text = "".join(known[id_][1].text for id_ in link.source)
    origin = f"{label} {link.confidence:.0%}"
    return Item(
        _id("link", label, text, link.text), Reason.LINK, "link", sentence.id, block.place.line, text, "", "",
        link.text, origin, (),
    )  # fmt: skip


def _link_answer(item: Item, value: str | None) -> Answer:
    """The first words of both sides; a dash for a sentence that is not translated."""
    target = item.chosen if value is None else value.strip()
    if not target:
        raise ValueError("say the first words of its translation, or - for none")
    entry: list[tuple[str, str | int | tuple[str, ...]]] = [("source", item.text.strip()[:_OPENING])]
    if target != UNTRANSLATED:
        entry.append(("target", " ".join(target.split()[:_OPENING_WORDS])))
    return Answer("links", (*entry, ("translation", item.origin.split(" ")[0])))


# --- answers ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes into the sidecar: the section, and the fields of the new entry in order."""

    section: str
    entry: tuple[tuple[str, str | int | tuple[str, ...]], ...]


def answer(item: Item, value: str | None) -> Answer:
    """The record that settles an item: with a value, as that; without, as it was chosen.

    Raises ValueError where the value does not fit: pinyin for other characters, an empty gloss, a misprint "set".
    """
    if item.field == "link":
        return _link_answer(item, value)
    if item.field == "keep":
        if value is not None:
            raise ValueError("a suspect can only be accepted as it stands; a misprint is put right under 'repairs'")
        return Answer("keep", (("line", item.line), ("text", item.text), ("why", "looked at and right")))
    chosen = item.chosen if value is None else value.strip()
    if not chosen:
        raise ValueError(f"nothing was chosen for {item.text}, so there is nothing to accept; use --set")
    if item.field in ("pinyin", "cut"):
        try:
            chosen = to_marks(chosen)
            align(item.text, chosen)
        except PinyinError as error:
            raise ValueError(f"{chosen} does not fit {item.text}: {error}") from None
    context = tuple((name, text) for name, text in (("before", item.before), ("after", item.after)) if text)
    if item.field == "cut":
        return Answer(
            "corrections", (("text", item.text), *context, ("words", _cut(item.text, chosen)), ("pinyin", chosen))
        )
    return Answer("corrections", (("text", item.text), *context, (item.field, chosen)))


def _cut(text: str, pinyin: str) -> tuple[str, ...]:
    """The text cut as its pinyin is, but whole where that is a name: its first word has a capital."""
    if pinyin[0].isupper():
        return (text,)
    found: list[str] = []
    for word in words(pinyin):
        position = sum(map(len, found))
        found.append(text[position : position + len(syllables(word))])
    return tuple(found)


def settle(sidecar: str, answers: Iterable[Answer]) -> str:
    """The text of the sidecar with the answers added; everything that stands in it stays as it is."""
    return append_rows(sidecar, ((given.section, given.entry) for given in answers))
