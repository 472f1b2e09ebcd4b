"""Spoken tones: what 一, 不 and the third tone become in running speech.

GB/T 16159-2012, clause 6.5.2 writes 一 and 不 in their own tones; teaching may show the spoken ones. The rules are
those of any primer of Standard Mandarin. What 一 means decides where its tone stays: as an ordinal, in a string of
digits, in a date, and at the end of a word or a phrase it is yī.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from reader.pinyin.syllable import NEUTRAL, PinyinError, tone, with_tone

_DIGITS: Final = frozenset("零〇一二三四五六七八九")
# What stands before 一 where it is an ordinal or the last digit of a number.
_ORDINAL_BEFORE: Final = re.compile("(?:第|初|周|星期|礼拜|[零〇一二三四五六七八九十点幺])$")
# In a longer number 一十 keeps its tone: 三百一十.
_INSIDE: Final = re.compile("[百千万亿零]$")
# Words that make 一 an ordinal without 第: January, the first floor, the first form.
_ORDINAL_AFTER: Final = re.compile("月|号|楼|级|期|季度|年级|等奖|线城市")


def sandhi(
    text: str,
    syllables: Sequence[str | None],
    *,
    style: Literal["written", "spoken"] = "spoken",
    following: str | None = None,
    third: bool = False,
) -> tuple[str | None, ...]:
    """The syllables of ``text`` (one slot per character, as :func:`align` gives them) in their spoken tones.

    ``text`` is a word or a phrase. ``following`` is the syllable after it in the same phrase: it counts for a lone 一
    or 不 (``一`` before gè is yí), not for a word that ends in 一 (统一). ``third`` also turns a third tone before
    another into a second one; in a run of three and more every third tone but the last, which is how quick speech has
    it whatever the structure. ``style="written"`` gives the syllables back as they are. Raises :class:`PinyinError`
    where the lengths differ or a slot is no syllable.
    """
    if len(syllables) != len(text):
        raise PinyinError(f"{len(syllables)} slots for the {len(text)} characters of {text}")
    if style == "written":
        return tuple(syllables)
    spoken = list(syllables)
    for index, char in enumerate(text):
        syllable = syllables[index]
        if syllable is None or char not in "一不":
            continue
        after = syllables[index + 1] if index + 1 < len(text) else following if len(text) == 1 else None
        if after is not None:
            spoken[index] = with_tone(syllable, _changed(text, index, tone(syllable), after))
    if third:
        _third_tones(text, spoken)
    return tuple(spoken)


def _changed(text: str, index: int, own: int, after: str) -> int:
    """The tone of the 一 or 不 at ``index``, whose own tone is ``own``, before the syllable ``after``."""
    before, rest = text[:index], text[index + 1 :]
    falls = tone(after) == 4 or (tone(after) == NEUTRAL and rest[:1] in ("个", "個"))
    if text[index] == "一" and (own != 1 or _keeps_tone(before, rest)):
        return own
    # 看一看, 好不好; but 一步一步 counts.
    if before[-1:] == rest[:1] != "" and before[-2:-1] != "一":
        return NEUTRAL
    if text[index] == "不":
        return 2 if own == 4 and falls else own
    if falls:
        return 2
    return own if tone(after) == NEUTRAL else 4


def _keeps_tone(before: str, rest: str) -> bool:
    return bool(
        rest[:1] in _DIGITS
        or _ORDINAL_BEFORE.search(before)
        or _ORDINAL_AFTER.match(rest)
        or (rest.startswith("十") and _INSIDE.search(before))
        or (rest.startswith("日") and before.endswith("月"))
    )


def _third_tones(text: str, spoken: list[str | None]) -> None:
    """Third before third becomes second, judged by the tones before the change."""
    last: int | None = None  # where the third tone that stands directly before is
    for index, syllable in enumerate(spoken):
        if syllable is None:
            if text[index] not in "儿兒":  # the 儿 of erhua does not part its neighbours
                last = None
            continue
        third = tone(syllable) == 3
        if third and last is not None:
            spoken[last] = with_tone(str(spoken[last]), 2)
        last = index if third else None
