"""What in a seed looks like a misprint. Nothing is changed here: each suspect is a finding.

A misprint is sought as a noisy channel: where the segmenter finds two single characters side by side that are no
word, and one of them, replaced by a character that looks or sounds alike, makes a word that is far likelier than
the two characters by chance, that word was probably meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log
from typing import Protocol

from reader.findings import Finding, finding
from reader.hanzi import HAN_CLASS, PAIRS, is_control, is_han, is_private_use, is_zero_width
from reader.model import BlockKind
from reader.pinyin import plain
from reader.sources.lookalike import ALIKE, likeness
from reader.sources.structure import Passage

_SPACE = re.compile(rf"(?<=[{HAN_CLASS}])[ \t\u3000\xa0]+(?=[{HAN_CLASS}])")
_SEEN_TWICE = 2
"""A pair of characters that the text repeats is its own usage, not a slip."""
_ENOUGH_SHAPE = 8.0
_ENOUGH_SOUND = 6.5
_ENOUGH_SOUND_NO_TONE = 9.5
"""Least evidence: the log-likelihood ratio of the supposed word to the two characters by chance, for a likeness in
shape weighed by how alike they are (生括→生活 12.2), in sound (以经→已经 7.0), or in sound but for the tone.
Correct pairs of single words reach 6.6 in shape, 6 in sound and 7.9 without tone."""
_PER_LIKENESS = 50.0
"""What a likeness of 1 instead of 0.9 is worth, tenfold."""
_RARE_PER_SIMPLIFIED = 0.1
"""A text with a larger share of characters outside the simplified set is taken to be traditional throughout."""


class Words(Protocol):
    """What the detector asks of a segmenter (:class:`reader.segmenter.Segmenter`)."""

    def cut(self, text: str) -> Sequence[tuple[str, str | None]]:
        """The words of the text with their part of speech."""
        ...

    def frequency(self, word: str) -> int:
        """How often the word was counted; 0 where it is none."""
        ...

    def pairs(self, char: str) -> Mapping[str, int]:
        """The words of two characters that have this one, first or last, with their frequencies."""
        ...

    @property
    def total(self) -> int:
        """How many words were counted in all."""
        ...

    def joined(self, left: str, right: str) -> bool:
        """Whether a word crosses the border between the two."""
        ...


Sounds = Callable[[str], Iterable[str]]
"""The readings of a character, tone-marked."""


def suspects(
    passages: Sequence[Passage],
    kinds: Sequence[BlockKind],
    path: str,
    words: Words,
    sounds: Sounds,
    terms: Callable[[str], Iterable[tuple[int, int]]],
    keep: Mapping[int, Sequence[str]],
) -> tuple[Finding, ...]:
    """All suspects of the passages. ``terms`` gives the spans of glossary terms, which are never suspect;
    ``keep``: by source line, texts that the editor has looked at and let stand."""
    found: list[Finding] = []
    pairs = Counter(pair for passage in passages for pair in pairwise(passage.text))
    simplified = _is_simplified(passages)
    for passage, kind in zip(passages, kinds, strict=True):
        safe = _cover(terms(passage.text), len(passage.text))
        checks = [_invisible(passage), _pairs(passage), _spaces(passage, kind, words, terms)]
        if simplified:
            checks.append(_traditional(passage))
            if kind not in _NAMED:
                checks += [_misprints(passage, words, sounds, pairs, safe), _doubled(passage, words, safe)]
        for check in checks:
            for offset, text, code, message, hint in check:
                line, column = passage.place(offset)
                if not any(kept in text or text in kept for kept in keep.get(line, ())):
                    found.append(finding(code, path, line, column, message, hint))
    return tuple(found)


_Suspect = tuple[int, str, str, str, str | None]
"""Offset, the text in question, code, message, hint."""
_NAMED = frozenset({BlockKind.SPEAKER, BlockKind.BYLINE, BlockKind.IMPRINT, BlockKind.CREDIT})
"""Lines of names, where no two characters need to be a word, and spaces part the names."""
_REPAIR_HINT = "compare with the original; record it under 'repairs' in the sidecar, or under 'keep' if it is right"


def _cover(spans: Iterable[tuple[int, int]], length: int) -> list[bool]:
    covered = [False] * length
    for start, end in spans:
        covered[start:end] = [True] * (end - start)
    return covered


def _misprints(
    passage: Passage, words: Words, sounds: Sounds, pairs: Counter[tuple[str, str]], safe: Sequence[bool]
) -> Iterator[_Suspect]:
    singles = _single_pairs(passage.text, words)
    for offset, a, b in singles:
        known = all(words.frequency(ch) and not _is_outside_simplified(ch) for ch in (a, b))
        if safe[offset] or safe[offset + 1] or not known or pairs[a, b] >= _SEEN_TWICE or words.frequency(a + b):
            continue
        guess = _meant(a, b, words, sounds)
        if guess:
            yield offset, a + b, "S007", f"{a + b} may be a misprint of {guess}", _REPAIR_HINT


def _single_pairs(text: str, words: Words) -> list[tuple[int, str, str]]:
    """Neighbouring words of one Han character each: offset of the first, and the two."""
    found, offset = [], 0
    for (one, _), (two, _) in pairwise(words.cut(text)):
        if len(one) == len(two) == 1 and is_han(one) and is_han(two):
            found.append((offset, one, two))
        offset += len(one)
    return found


def _meant(a: str, b: str, words: Words, sounds: Sounds) -> str | None:
    """The likeliest word of two characters that ``ab`` is a slip for, if any is likely enough."""
    chance = log(words.frequency(a) + 1) + log(words.frequency(b) + 1) - log(words.total)
    best = (0.0, "")
    for kept, wrong, place in ((a, b, 1), (b, a, 0)):
        for word, count in words.pairs(kept).items():
            gain = log(count) - chance
            if word[1 - place] == kept and gain > best[0] and _confusable(wrong, word[place], gain, sounds):
                best = (gain, word)
    return best[1] or None


def _confusable(wrong: str, right: str, gain: float, sounds: Sounds) -> bool:
    """Whether the likeness of two characters and the gain together are evidence enough."""
    if gain < _ENOUGH_SHAPE - _PER_LIKENESS * 0.1:
        return False
    alike = likeness(wrong, right)
    if alike >= ALIKE and gain + _PER_LIKENESS * (alike - 0.9) >= _ENOUGH_SHAPE:
        return True
    if gain < _ENOUGH_SOUND:
        return False
    one, two = set(sounds(wrong)), set(sounds(right))
    if not one.isdisjoint(two):
        return True
    return gain >= _ENOUGH_SOUND_NO_TONE and not {plain(s) for s in one}.isdisjoint(plain(s) for s in two)


def _doubled(passage: Passage, words: Words, safe: Sequence[bool]) -> Iterator[_Suspect]:
    """的的, 了了: one character printed twice. 慢慢, 一个个 and the like are words or patterns."""
    for offset, a, b in _single_pairs(passage.text, words):
        before = passage.text[offset - 1 : offset]
        if a == b and not safe[offset] and not words.frequency(a + b) and before not in ("一", a):
            yield offset, a + b, "S008", f"{a} is printed twice", _REPAIR_HINT


def _spaces(
    passage: Passage, kind: BlockKind, words: Words, terms: Callable[[str], Iterable[tuple[int, int]]]
) -> Iterator[_Suspect]:
    """Spaces between Chinese characters. In headings they may stand for a comma, in lines of names they part names:
    there only a word or term that the space cuts in two gives it away."""
    if kind in _NAMED or kind is BlockKind.TABLE_ROW:
        return
    text = passage.text
    for match in _SPACE.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        crossing = any(start < len(left) < end for start, end in terms(left + right)) or words.joined(left, right)
        if crossing or kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE):
            shown = f"{left[-3:]}{match[0]}{right[:3]}"
            what = "a space inside a word" if crossing else "a space between Chinese characters"
            yield match.start(), shown, "S010", f"{what}: {shown}", _REPAIR_HINT


def _is_simplified(passages: Sequence[Passage]) -> bool:
    han = [ch for passage in passages for ch in passage.text if is_han(ch)]
    return sum(_is_outside_simplified(ch) for ch in han) <= _RARE_PER_SIMPLIFIED * len(han) + 1


@lru_cache(maxsize=8192)
def _is_outside_simplified(ch: str) -> bool:
    """Whether the character is in Big5 (traditional) and not in GB 2312 (simplified)."""
    return _encodes(ch, "big5") and not _encodes(ch, "gb2312")


def _encodes(ch: str, codec: str) -> bool:
    try:
        ch.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _traditional(passage: Passage) -> Iterator[_Suspect]:
    for offset, ch in enumerate(passage.text):
        if is_han(ch) and _is_outside_simplified(ch):
            message = f"{ch} is a traditional or rare character; a name may be written so"
            yield offset, ch, "S011", message, _REPAIR_HINT


def _invisible(passage: Passage) -> Iterator[_Suspect]:
    for offset, ch in enumerate(passage.text):
        if is_control(ch) or is_private_use(ch) or is_zero_width(ch) or ch == "\ufffd":
            message = f"U+{ord(ch):04X} has no place in running text"
            yield offset, ch, "S012", message, "delete or replace it with a repair in the sidecar"


def _pairs(passage: Passage) -> Iterator[_Suspect]:
    """Quotation marks and brackets that do not pair within the paragraph."""
    opened: list[tuple[int, str]] = []
    closer_of = {a: b for a, b in PAIRS.items() if not a.isascii()}
    for offset, ch in enumerate(passage.text):
        if ch in closer_of:
            opened.append((offset, ch))
        elif ch in closer_of.values():
            if opened and closer_of[opened[-1][1]] == ch:
                opened.pop()
            else:
                yield offset, ch, "S019", f"{ch} closes nothing", _REPAIR_HINT
    for offset, ch in opened:
        yield offset, ch, "S019", f"{ch} is never closed in this paragraph", _REPAIR_HINT
