"""What in a seed looks like a misprint. Nothing is changed here: each suspect is a finding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from reader.findings import Finding, finding
from reader.hanzi import HAN_CLASS, PAIRS, is_control, is_han, is_private_use, is_traditional, is_zero_width
from reader.lexicon.strings import Overlapping
from reader.model import BlockKind
from reader.sources.misprints import Misprints, Sounds, Words
from reader.sources.structure import Passage

_SPACE = re.compile(rf"(?<=[{HAN_CLASS}])[ \t\u3000\xa0]+(?=[{HAN_CLASS}])")
_SEEN_TWICE = 2
"""A pair of characters that the text repeats is its own usage, not a slip."""
_RARE_PER_SIMPLIFIED = 0.1
"""A text with a larger share of characters outside the simplified set is taken to be traditional throughout."""


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
    counts = Counter(chain.from_iterable(passage.text for passage in passages))
    simplified = _is_simplified(counts)
    unfit = frozenset(filter(_is_unfit, counts))
    outside = frozenset(ch for ch in counts if is_han(ch) and is_traditional(ch))
    misprints = Misprints(words, sounds)
    known = cache(words.frequency)
    unknown = [
        _unknown_pairs(passage.text, words, known) if simplified and kind not in _NAMED else []
        for passage, kind in zip(passages, kinds, strict=True)
    ]
    usage = _repeated({a + b for pairs in unknown for _, a, b in pairs}, passages)
    for passage, kind, pairs in zip(passages, kinds, unknown, strict=True):
        safe = _cover(terms(passage.text), len(passage.text))
        checks = [_invisible(passage, unfit), _pairs(passage), _spaces(passage, kind, words, terms)]
        if simplified:
            checks.append(_traditional(passage, outside))
            checks += [_misprints(pairs, known, misprints, usage, safe), _doubled(passage, pairs, safe)]
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


_Pair = tuple[int, str, str]
"""Neighbouring words of one Chinese character each that are no word together: offset of the first, and the two."""


def _misprints(
    pairs: Sequence[_Pair],
    frequency: Callable[[str], int],
    misprints: Misprints,
    usage: Collection[str],
    safe: Sequence[bool],
) -> Iterator[_Suspect]:
    for offset, a, b in pairs:
        if safe[offset] or safe[offset + 1] or a + b in usage:
            continue
        if not all(frequency(ch) and not is_traditional(ch) for ch in (a, b)):
            continue
        if guess := misprints.meant(a, b):
            yield offset, a + b, "S007", f"{a + b} may be a misprint of {guess}", _REPAIR_HINT


def _unknown_pairs(text: str, words: Words, frequency: Callable[[str], int]) -> list[_Pair]:
    found, offset = [], 0
    single = False
    for word, _ in words.cut(text):
        if len(word) == 1:
            if single and not frequency(text[offset - 1 : offset + 1]) and is_han(text[offset - 1]) and is_han(word):
                found.append((offset - 1, text[offset - 1], word))
            single = True
            offset += 1
        else:
            single = False
            offset += len(word)
    return found


def _repeated(pairs: Collection[str], passages: Sequence[Passage]) -> Collection[str]:
    """Those of the pairs of characters that stand in the passages more than once, wherever words are cut."""
    sought = Overlapping(pairs)
    counts = Counter(chain.from_iterable(sought.all_in(passage.text) for passage in passages))
    return {pair for pair, count in counts.items() if count >= _SEEN_TWICE}


def _doubled(passage: Passage, pairs: Sequence[_Pair], safe: Sequence[bool]) -> Iterator[_Suspect]:
    """的的, 了了: one character printed twice. 慢慢, 一个个 and the like are words or patterns."""
    for offset, a, b in pairs:
        before = passage.text[offset - 1 : offset]
        if a == b and not safe[offset] and before not in ("一", a):
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


def _is_simplified(counts: Mapping[str, int]) -> bool:
    han = {ch: count for ch, count in counts.items() if is_han(ch)}
    outside = sum(count for ch, count in han.items() if is_traditional(ch))
    return outside <= _RARE_PER_SIMPLIFIED * sum(han.values()) + 1


def _traditional(passage: Passage, outside: frozenset[str]) -> Iterator[_Suspect]:
    for offset, ch in _standing_in(passage, outside):
        message = f"{ch} is a traditional or rare character; a name may be written so"
        yield offset, ch, "S011", message, _REPAIR_HINT


def _invisible(passage: Passage, unfit: frozenset[str]) -> Iterator[_Suspect]:
    for offset, ch in _standing_in(passage, unfit):
        message = f"U+{ord(ch):04X} has no place in running text"
        yield offset, ch, "S012", message, "delete or replace it with a repair in the sidecar"


def _standing_in(passage: Passage, chars: frozenset[str]) -> Iterator[tuple[int, str]]:
    if not chars.isdisjoint(passage.text):
        yield from ((offset, ch) for offset, ch in enumerate(passage.text) if ch in chars)


@lru_cache(maxsize=8192)
def _is_unfit(ch: str) -> bool:
    return is_control(ch) or is_private_use(ch) or is_zero_width(ch) or ch == "\ufffd"


_CLOSER_OF = {a: b for a, b in PAIRS.items() if not a.isascii()}
_BRACKET = re.compile(f"[{re.escape(''.join([*_CLOSER_OF, *_CLOSER_OF.values()]))}]")


def _pairs(passage: Passage) -> Iterator[_Suspect]:
    """Quotation marks and brackets that do not pair within the paragraph."""
    opened: list[tuple[int, str]] = []
    for match in _BRACKET.finditer(passage.text):
        offset, ch = match.start(), match[0]
        if ch in _CLOSER_OF:
            opened.append((offset, ch))
        elif opened and _CLOSER_OF[opened[-1][1]] == ch:
            opened.pop()
        else:
            yield offset, ch, "S019", f"{ch} closes nothing", _REPAIR_HINT
    for offset, ch in opened:
        yield offset, ch, "S019", f"{ch} is never closed in this paragraph", _REPAIR_HINT
