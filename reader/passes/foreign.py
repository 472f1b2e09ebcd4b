"""Names written by sound: with a dot between their parts (谢里克·朱马别科夫), or of a form of their own (扎西次仁).

The dot shows that there is a name, not where it begins and ends. It goes as far as words go that are made of the
characters such names are written with, and that are no common words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import product
from typing import Protocol

from reader.hanzi import HAN_CLASS
from reader.lexicon.lists import word_list
from reader.lexicon.strings import Strings
from reader.lexicon.surnames import COMMON, COMPOUND
from reader.passes.naming import GIVEN, WORDLIKE

Cut = Callable[[str], Sequence[tuple[str, str | None]]]
"""Words of a text with their parts of speech."""


class _Words(Protocol):
    """Anything that knows which words there are."""

    def __contains__(self, word: str, /) -> bool: ...


DOTS = "·•‧・"
_DOT = frozenset(DOTS)
_DOTTED = re.compile(rf"[{HAN_CLASS}]+(?:[{DOTS}][{HAN_CLASS}]+)+")
SOUNDS = word_list("characters of names written by sound") | word_list("more characters of such names")
TYPICAL = word_list("characters of hardly anything but names written by sound")
_IN_DOTTED = SOUNDS | word_list("characters of names with a dot")
"""Characters that such a name may have beside a dot, which says by itself that there is one."""
_REACH = 14
"""Characters on either side of a dot that are looked at."""
_SURE = 4
"""Characters of a word that no dictionary has and that is a name though one of them is not usual in such."""
_LONGEST = 9
"""Characters of one part of a name, at most."""
_RUNS_ON = frozenset("比因若尚别当才让不单曾则又边多次强力地明日东军通于来代万保易久司可会得")
"""Words of one character that may stand behind a name rather than in it."""
JAPANESE = word_list("Japanese surnames")
TIBETAN = word_list("Tibetan given names")


@cache
def _whole() -> Strings:
    pairs = {first + second for first, second in product(TIBETAN, repeat=2) if first != second}
    japanese = {family + given for family, given in product(JAPANESE, word_list("Japanese given names"))}
    # 岸田明 alone may as well be a name and a word.
    return Strings(pairs | word_list("given names of other peoples") | {name for name in japanese if len(name) > 3})


def is_by_sound(name: str) -> bool:
    """Whether a personal name is written by sound: it has a dot, or the form of such a name."""
    if name[:2] in JAPANESE and len(name) > 3:
        return False
    if not _DOT.isdisjoint(name) or len(name) > 4 or (0, len(name)) in _whole().spans(name):
        return True
    if len(name) == 2:
        chinese = name[0] in COMMON - WORDLIKE and name[1] in GIVEN
        return not chinese and SOUNDS.issuperset(name) and not TYPICAL.isdisjoint(name)
    return not _is_chinese(name) and SOUNDS.issuperset(name)


def _is_chinese(name: str) -> bool:
    """Whether a name has the form of a Chinese one: 李德森, but not 肖尔茨, whose 尔 and 茨 no given name has."""
    return name[:2] in COMPOUND or (len(name) < 4 and name[0] in COMMON and GIVEN.issuperset(name[1:]))


def may_be_by_sound(word: str, known: _Words) -> bool:
    """Whether :func:`length_by_sound` may find that a name begins with this word."""
    if word in TYPICAL:
        return True
    possible = SOUNDS if len(word) < _SURE else _IN_DOTTED
    return len(word) > 1 and possible.issuperset(word) and not (TYPICAL.isdisjoint(word) or word in known)


def may_begin_by_sound(word: str, known: _Words) -> bool:
    """Whether :func:`length_by_sound` may be more than 0 for a name that begins with this word."""
    begins = SOUNDS.issuperset(word) or (len(word) >= _SURE and _IN_DOTTED.issuperset(word))
    return begins and (len(word) == 1 or word not in known)


def length_by_sound(texts: Sequence[str], index: int, known: _Words, *, shown: bool = False) -> int:
    """How many words from this one on are a name that nothing lists, whole or in pieces (泽, 连, 斯, 基); 0 if none
    are. ``shown``: an office stands before it (外长恩佐), so that it may be shorter and of commoner characters."""
    first = texts[index]
    if len(first) >= _SURE and _IN_DOTTED.issuperset(first) and not SOUNDS.issuperset(first) and first not in known:
        return int(sum(char in TYPICAL for char in first) > 1)
    name, end = "", index
    while end < len(texts) and SOUNDS.issuperset(texts[end]) and (len(texts[end]) == 1 or texts[end] not in known):
        name += texts[end]
        end += 1
    while end > index and texts[end - 1] in _RUNS_ON:
        end -= 1
        name = name[:-1]
    typical = sum(char in TYPICAL for char in name)
    if shown:
        whole = len(first) > 2 and first not in known
        return end - index if 1 < len(name) < _LONGEST and (whole or 3 * typical >= max(len(name), 3)) else 0
    if len(first) > 2 and first not in known and typical and not _is_chinese(first):
        return end - index if 3 * typical >= len(name) else 1
    return (
        end - index if 2 < len(name) < _LONGEST and end - index > 1 and typical > 1 and 2 * typical >= len(name) else 0
    )


def names_by_sound(text: str, cut: Cut, is_common: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Where such names stand in a text, from left to right. ``is_common`` tells everyday words from names."""
    position = 0
    dotted = _DOTTED.finditer(text) if not _DOT.isdisjoint(text) else ()
    for match in dotted:
        for start, end in _dotted(match, cut, is_common):
            yield from _without_dot(text, position, start)
            yield start, end
            position = end
    yield from _without_dot(text, position, len(text))


def _without_dot(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return ((start + first, start + last) for first, last in _whole().spans(text[start:end]))


def _dotted(match: re.Match[str], cut: Cut, is_common: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """The names around the dots of a run of Chinese; none in 文化·旅游, 北京·上海."""
    parts = [*re.finditer(f"[^{DOTS}]+", match[0])]
    first = 0
    while first < len(parts) - 1:
        last = first + 1
        while last < len(parts) - 1 and len(parts[last][0]) <= _LONGEST and _IN_DOTTED.issuperset(parts[last][0]):
            last += 1
        left = _reach(list(reversed(cut(parts[first][0][-_REACH:]))), is_common)
        after = cut(parts[last][0][:_REACH])
        right = _reach(after, is_common)
        while right and right < len(parts[last][0]) and _last_word(after, right) in _RUNS_ON:
            right -= 1
        if left and right:
            yield match.start() + parts[first].end() - left, match.start() + parts[last].start() + right
        first = last


def _reach(words: Sequence[tuple[str, str | None]], is_common: Callable[[str], bool]) -> int:
    """How many characters of the words, from the dot on, can be a part of the name."""
    length = 0
    for word, pos in words:
        if not _IN_DOTTED.issuperset(word) or length + len(word) > _LONGEST:
            break
        if length and len(word) > 1 and (pos == "ns" or is_common(word)):
            break
        length += len(word)
    return length


def _last_word(words: Sequence[tuple[str, str | None]], length: int) -> str:
    position = 0
    for word, _ in words:
        position += len(word)
        if position >= length:
            return word
    return ""
