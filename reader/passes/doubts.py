"""Names and cuts that little speaks for, which an editor had better look at.

What counts as little was tried on tagged news, with conditions somewhat looser than these: about every second of the
doubted cuts was wrong there, and a fifth to two fifths of the names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.hanzi import all_han
from reader.lexicon.lists import word_list
from reader.lexicon.surnames import looks_like_name, surname_of
from reader.model import NameKind, Origin, Token, TokenKind
from reader.passes.foreign import is_by_sound
from reader.passes.naming import (
    ADDRESS,
    BEFORE_PERSON,
    COUNTING,
    GIVEN,
    LONE,
    SAYING,
    SETTLEMENTS,
    TOWARDS,
    WORDLIKE,
    Words,
    is_role,
)

_FEWEST = 3
"""So many characters in a row that are each a word of its own are hardly ever what a writer meant."""
_CONTENT = ("n", "v", "a", "g", "j", "x")
"""Parts of speech, by their first letter, of what such a row is made of."""
_PREDICATES = ("v", "a")
"""What such a row ends with where it is a clause after all (水浇透)."""
_NO_CONTENT = word_list("characters that are words in any row")


def doubted_names(tokens: Sequence[Token], known: Words) -> Iterator[int]:
    """The indexes of the tokens that are taken for personal names though little speaks for it. ``known`` holds the
    words of the dictionary."""
    for index, token in enumerate(tokens):
        if token.name is NameKind.PERSON and len(token.text) > 1 and _is_computed(token):
            before, after = _beside(tokens, index)
            if (
                looks_like_name(token.text)
                and not is_by_sound(token.text)
                and _is_weak(token.text, before, after, known)
            ):
                yield index


def _is_weak(name: str, before: str, after: str, known: Words) -> bool:
    surname = surname_of(name)
    shown = is_role(before) or after in ADDRESS or after in SAYING
    if before in TOWARDS or before in BEFORE_PERSON:
        before = ""
    given = name[len(surname) :]
    if surname in WORDLIKE:
        return not shown or given in known
    if shown or (_is_mark(before) and _is_mark(after)):
        return False
    usual = GIVEN.issuperset(given)
    return not usual or len(given) == 1 or (surname not in LONE and len(surname) == 1)


def doubted_cuts(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The first and last index of words that may be cut wrongly: surnames that are nobody's, with what stands behind
    them, and characters in a row that are each a word."""
    index = 0
    while index < len(tokens):
        end = index
        while end < len(tokens) and _is_content(tokens[end]):
            end += 1
        if end - index >= _FEWEST:
            if not (tokens[end - 1].pos or "").startswith(_PREDICATES):
                yield index, end - 1
        else:
            end = index + 1
            if _is_lone_surname(tokens, index):
                yield index, min(end, len(tokens) - 1) if _is_word(tokens, end) else index
        index = end


def _is_lone_surname(tokens: Sequence[Token], index: int) -> bool:
    token, (before, _) = tokens[index], _beside(tokens, index)
    if token.text not in LONE or token.name is not None or not _is_computed(token):
        return False
    if not (token.pos or "").startswith("nr"):
        return False  # 孔, 谢, 涂
    return before[-1:] not in COUNTING and not before[-1:].isdigit()


def _is_content(token: Token) -> bool:
    """Whether a token is a character with a meaning of its own that little vouches for as a word."""
    if len(token.text) > 1 or token.name is not None or not _is_computed(token):
        return False
    known = token.text not in _NO_CONTENT and token.text not in SETTLEMENTS
    return known and (token.pos or "x").startswith(_CONTENT)


def _is_computed(token: Token) -> bool:
    """Whether no editor and no glossary has said how a word is read."""
    reading = token.reading
    curated = reading is not None and reading.origin in (Origin.CORRECTION, Origin.GLOSSARY, Origin.LEXICON)
    return token.kind is TokenKind.WORD and all_han(token.text) and not curated


def _is_word(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].kind is TokenKind.WORD


def _is_mark(text: str) -> bool:
    return not text or not all_han(text)


def _beside(tokens: Sequence[Token], index: int) -> tuple[str, str]:
    before = tokens[index - 1].text if index else ""
    return before, tokens[index + 1].text if index + 1 < len(tokens) else ""
