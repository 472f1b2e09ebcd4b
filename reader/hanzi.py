"""What kind of character this is: Chinese characters, stops and pauses, brackets and quotes, spaces, invisibles.

Ranges follow the CJK blocks of Unicode 17; the punctuation sets follow W3C CLREQ (Requirements for Chinese Text
Layout), sections on punctuation marks and on line-start and line-end prohibition. The half-width and ASCII forms
that Chinese web text mixes in are counted with their full-width relatives.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

HAN_RANGES: Final[tuple[tuple[int, int], ...]] = (
    (0x3007, 0x3007),  # 〇, the numeral zero
    (0x3400, 0x4DBF),  # extension A
    (0x4E00, 0x9FFF),  # unified ideographs
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0x20000, 0x2A6DF),  # extension B
    (0x2A700, 0x2EE5F),  # extensions C, D, E, F, I
    (0x2F800, 0x2FA1F),  # compatibility supplement
    (0x30000, 0x3347F),  # extensions G, H, J
)
"""First and last code point of each run of Chinese characters, whole blocks, so that later additions count."""

HAN_CLASS: Final[str] = "".join(
    chr(first) if first == last else f"{chr(first)}-{chr(last)}" for first, last in HAN_RANGES
)
"""The same ranges as the inside of a regular-expression class: ``re.compile(f"[{HAN_CLASS}]+")``."""

STOPS: Final[frozenset[str]] = frozenset("。！？…｡⋯!?")
"""Marks that can end a sentence. (ASCII ``.`` is left out: it is a decimal point or an abbreviation as often.)"""

PAUSES: Final[frozenset[str]] = frozenset("，、；：､,;:")
"""Marks inside a sentence."""

PAIRS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "“": "”", "‘": "’", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄", "〝": "〞",
        "《": "》", "〈": "〉", "（": "）", "【": "】", "〔": "〕", "〖": "〗", "〘": "〙", "〚": "〛",
        "［": "］", "｛": "｝", "(": ")", "[": "]", "{": "}",
    }
)  # fmt: skip
"""Opening mark to closing mark."""

OPENERS: Final[frozenset[str]] = frozenset(PAIRS)
"""Opening quotes, brackets and title marks: never at the end of a line."""

CLOSERS: Final[frozenset[str]] = frozenset(PAIRS.values()) | {"〟"}
"""Closing quotes, brackets and title marks: never at the start of a line."""

QUOTES: Final[frozenset[str]] = frozenset("“”‘’「」『』﹁﹂﹃﹄〝〞〟\"'＂＇")
"""Quotation marks of either side, the undirected ASCII ones included."""

DASHES: Final[frozenset[str]] = frozenset("—–―⸺─－～〜~")
"""Dashes, connectors and range marks."""

INTERPUNCTS: Final[frozenset[str]] = frozenset("·・･‧•∙")
"""Dots between the parts of a foreign name or of a title (卡尔·马克思)."""

NOT_AT_LINE_START: Final[frozenset[str]] = STOPS | PAUSES | CLOSERS | INTERPUNCTS | frozenset("–～〜~－/／%％‰℃")
"""CLREQ, line-start prohibition: stops, pauses, closers, interpuncts, connectors, solidus; unit signs with them."""

NOT_AT_LINE_END: Final[frozenset[str]] = OPENERS
"""CLREQ, line-end prohibition."""

IDEOGRAPHIC_SPACE: Final[str] = "\u3000"
REPLACEMENT: Final[str] = "\ufffd"
"""What a decoder writes where it could not read."""


def is_han(ch: str) -> bool:
    """Whether ``ch`` (one character) is a Chinese character: any CJK ideograph, compatibility forms, or 〇."""
    code = ord(ch)
    return 0x4E00 <= code <= 0x9FFF or (code > 0x3006 and any(first <= code <= last for first, last in HAN_RANGES))


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in the text."""
    return any(map(is_han, text))


def all_han(text: str) -> bool:
    """Whether the text is Chinese characters only, at least one."""
    return bool(text) and all(map(is_han, text))


@lru_cache(maxsize=8192)
def is_traditional(ch: str) -> bool:
    """Whether the character is written in traditional text only: it is in Big5 and not in GB 2312."""
    return _encodes(ch, "big5") and not _encodes(ch, "gb2312")


@lru_cache(maxsize=8192)
def _leaning(ch: str) -> int:
    """1 for a character of traditional text only, -1 for one of simplified text only, 0 for one of both."""
    if not is_han(ch):
        return 0
    return int(is_traditional(ch)) - int(_encodes(ch, "gb2312") and not _encodes(ch, "big5"))


def _encodes(ch: str, codec: str) -> bool:
    try:
        ch.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def language(text: str, otherwise: str) -> str:
    """The language tag (BCP 47) of a Chinese text, zh-Hans or zh-Hant, by the characters that only simplified or only
    traditional text has, whichever are more; ``otherwise`` where there are none, or as many of either."""
    leaning = sum(map(_leaning, text))
    return "zh-Hant" if leaning > 0 else "zh-Hans" if leaning < 0 else otherwise


def is_punct(ch: str) -> bool:
    """Whether ``ch`` is punctuation or a symbol of any script (Unicode categories P and S)."""
    return unicodedata.category(ch)[0] in "PS"


def is_zero_width(ch: str) -> bool:
    """Whether ``ch`` takes no room and carries no meaning in Chinese text: format characters (zero-width space and
    joiners, byte-order mark, soft hyphen, direction marks) and variation selectors."""
    return unicodedata.category(ch) == "Cf" or "\ufe00" <= ch <= "\ufe0f" or "\U000e0100" <= ch <= "\U000e01ef"


def is_control(ch: str) -> bool:
    """Whether ``ch`` is a control character other than tab, line feed and carriage return."""
    return unicodedata.category(ch) == "Cc" and ch not in "\t\n\r"


def is_private_use(ch: str) -> bool:
    """Whether ``ch`` means only what two parties agreed on: it has no reading and no common shape."""
    return unicodedata.category(ch) == "Co"
