r"""The interlinear notation: one line that shows a sentence, how it is cut and read, and where its terms are.

    推动/tuīdòng 「双循环/shuāngxúnhuán」， 2023年=èr_líng_èr_sān_nián 有/yǒu 5G~wǔ_G。

* a word is ``text/pinyin`` (``text/`` without a reading), a number ``text=spoken``, Latin ``text~spoken``;
  each begins after a space, a space inside the pinyin is written ``_``;
* a punctuation mark stands by itself; a run of one mark (……, ——) is one token;
* ``「`` and ``」`` enclose the tokens of a glossary term;
* ``␣`` is a space of the text, ``␣3000`` one with another code point than U+0020;
* a backslash takes the meaning from any of these signs.

Printing and parsing are inverse: text, cut, kinds, readings and terms come back. Glosses, levels and origins are
not shown; a parsed reading has the origin ``correction``, since somebody wrote it down.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.model import Mention, Origin, Reading, Sentence, Token, TokenKind
from reader.pinyin import PinyinError, align

_SIGNS = frozenset("/=~「」␣\\ ")
_MARK_OF = {TokenKind.WORD: "/", TokenKind.NUMBER: "=", TokenKind.LATIN: "~"}
_KIND_OF = {mark: kind for kind, mark in _MARK_OF.items()}
_UNIT = re.compile(r"\\(.)|␣([0-9A-F]{4,5}(?:\.[0-9A-F]{4,5})*)?|(.)", re.DOTALL)
"""One character of the notation: escaped, a space of the text, or as it stands."""


class NotationError(ValueError):
    """The line is not in the notation."""


def print_sentence(sentence: Sentence) -> str:
    """The sentence in the notation, on one line."""
    opens = {mention.first for mention in sentence.mentions}
    closes = {mention.last for mention in sentence.mentions}
    pieces: list[str] = []
    previous: Token | None = None
    for index, token in enumerate(sentence.tokens):
        wordlike = token.kind in _MARK_OF
        if previous is not None and (wordlike or index in opens or _would_merge(previous, token)):
            pieces.append(" ")
        pieces.append(f"{'「' if index in opens else ''}{_print_token(token)}{'」' if index in closes else ''}")
        previous = token
    return "".join(pieces)


def _would_merge(previous: Token, mark: Token) -> bool:
    """Whether a mark written directly behind the token before it would be read as part of it."""
    if previous.kind in _MARK_OF:
        return mark.kind is TokenKind.PUNCT and (_in_spelling(mark.text[0]) or mark.text[0] in _SIGNS)
    return previous.kind is mark.kind and (mark.kind is TokenKind.SPACE or previous.text[-1] == mark.text[0])


def _print_token(token: Token) -> str:
    if token.kind is TokenKind.SPACE:
        return "␣" if token.text == " " else "␣" + ".".join(f"{ord(ch):04X}" for ch in token.text)
    text = "".join(f"\\{ch}" if ch in _SIGNS else ch for ch in token.text)
    if token.kind is TokenKind.PUNCT:
        return text
    reading = token.reading
    said = (reading.spelling if token.kind is TokenKind.WORD else reading.spoken) if reading else None
    return text + _MARK_OF[token.kind] + "".join(map(_spelling_sign, said or ""))


def _spelling_sign(ch: str) -> str:
    if ch == " ":
        return "_"
    return ch if _in_spelling(ch) else f"\\{ch}"


def _in_spelling(ch: str) -> bool:
    return ch in "'-·’." or unicodedata.category(ch)[0] in "LMN"


def parse_sentence(line: str, id_: str = "s1", ids: Mapping[str, str] | None = None) -> Sentence:
    """The sentence that the line shows. ``ids``: the term id of each term's text; without it the text is the id.

    Raises :class:`NotationError`.
    """
    tokens: list[Token] = []
    mentions: list[Mention] = []
    opened: int | None = None
    for chunk in _chunks(line):
        for sign, token in _chunk_tokens(chunk):
            if token is not None:
                tokens.append(token)
            elif sign == "「" and opened is None:
                opened = len(tokens)
            elif sign == "」" and opened is not None and opened < len(tokens):
                text = "".join(t.text for t in tokens[opened:])
                mentions.append(Mention((ids or {}).get(text, text), opened, len(tokens) - 1))
                opened = None
            else:
                raise NotationError(f"{sign} does not pair in: {line}")
    if opened is not None:
        raise NotationError(f"「 is never closed in: {line}")
    return Sentence(id_, "".join(token.text for token in tokens), tuple(tokens), tuple(mentions))


@dataclass(frozen=True, slots=True)
class _Unit:
    """One character of the notation: ``as_is``, ``escaped`` by a backslash, or a ``space`` of the text."""

    text: str
    state: str = "as_is"

    def is_sign(self, signs: str) -> bool:
        return self.state == "as_is" and self.text in signs


def _chunks(line: str) -> Iterator[list[_Unit]]:
    """The parts between the spaces of the notation."""
    chunk: list[_Unit] = []
    for match in _UNIT.finditer(line):
        escaped, codes, plain = match.groups()
        if plain == " ":
            yield chunk
            chunk = []
        elif plain is not None:
            chunk.append(_Unit(plain))
        elif escaped is not None:
            chunk.append(_Unit(escaped, "escaped"))
        else:
            chunk.append(_Unit("".join(chr(int(code, 16)) for code in (codes or "0020").split(".")), "space"))
    yield chunk


def _chunk_tokens(chunk: list[_Unit]) -> Iterator[tuple[str, Token | None]]:
    """The tokens of a chunk, and its term brackets as signs."""
    at = 0
    while at < len(chunk) and chunk[at].is_sign("「"):
        yield "「", None
        at += 1
    mark = next((i for i in range(at, len(chunk)) if chunk[i].is_sign("/=~")), None)
    if mark is not None:
        end = mark + 1
        while (
            end < len(chunk)
            and chunk[end].state != "space"
            and (chunk[end].state == "escaped" or chunk[end].text == "_" or _in_spelling(chunk[end].text))
        ):
            end += 1
        text = "".join(unit.text for unit in chunk[at:mark])
        said = "".join(" " if unit.is_sign("_") else unit.text for unit in chunk[mark + 1 : end])
        yield "", _wordlike(text, chunk[mark].text, said)
        at = end
    while at < len(chunk):
        unit = chunk[at]
        if unit.is_sign("「」"):
            yield unit.text, None
            at += 1
        elif unit.state == "space":
            yield "", Token(unit.text, TokenKind.SPACE)
            at += 1
        else:
            end = at
            while end < len(chunk) and chunk[end].text == unit.text and chunk[end].state == unit.state:
                end += 1
            yield "", Token(unit.text * (end - at), TokenKind.PUNCT)
            at = end


def _wordlike(text: str, mark: str, said: str) -> Token:
    kind = _KIND_OF[mark]
    if not text:
        raise NotationError(f"there is no text before {mark}{said}")
    if not said:
        return Token(text, kind)
    if kind is not TokenKind.WORD:
        return Token(text, kind, Reading(None, None, Origin.CORRECTION, said))
    try:
        return Token(text, kind, Reading(align(text, said), said, Origin.CORRECTION))
    except PinyinError as error:
        raise NotationError(f"{text}/{said}: {error}") from None
