"""How alike two characters look, measured on their printed shapes: what a typist, a scanner or an eye confuses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

ALIKE = 0.85
"""From here on two characters are alike: 括/活 0.88, 入/人 0.90, 未/末 0.99; of random pairs of frequent characters
nine in ten stay below 0.84."""
NEAR: Final = 0.91
"""What is as alike as this is listed in ``lookalikes.txt``: of the pairs of characters one in four hundred."""
_SIZE = 20
"""Pixels: fewer confuse what the eye keeps apart, more tell nothing new and cost time."""
_BLUR = 0.8
_COARSE = 17
"""What a grey value is divided by, and rounded up, for the quick look."""

# The product of two bitmaps is summed by bit planes, with one operation on long integers for all pixels of two planes:
# ten times as fast as pixel by pixel, and exact.
_PLANES: Final = tuple(bytes(b"01"[value >> bit & 1] for value in range(256)) for bit in range(8))
_COARSE_PLANES: Final = tuple(bytes(b"01"[-(-value // _COARSE) >> bit & 1] for value in range(256)) for bit in range(4))


class _Shape(NamedTuple):
    """A character drawn: its bit planes from the lowest; those of its grey values in steps of :data:`_COARSE`, rounded
    up, side by side in one number; the same for each weight in the order in which they meet those of another character
    that they have this weight with; and the length as a vector."""

    fine: tuple[int, ...]
    coarse: int
    turned: tuple[int, ...]
    length: float


def likeness(a: str, b: str) -> float:
    """Cosine of the blurred bitmaps of two characters in one sans-serif face: 0 apart, 1 the same."""
    one, two = _shape(a), _shape(b)
    return _product(one.fine, two.fine) / (one.length * two.length)


def are_alike(a: str, b: str, least: float = ALIKE) -> bool:
    """Whether the likeness is at least this. Mostly it is told by what is listed, or by a quick look, which never comes
    out too low."""
    if least >= NEAR and a != b and is_listed(b) and (listed := near(a)) is not None and b not in listed:
        return False
    one, two = _shape(a), _shape(b)
    planes = one.coarse
    a_, b_, c_, d_, e_, f_, g_ = two.turned
    most = (
        (planes & a_).bit_count()
        + 2 * (planes & b_).bit_count()
        + 4 * (planes & c_).bit_count()
        + 8 * (planes & d_).bit_count()
        + 16 * (planes & e_).bit_count()
        + 32 * (planes & f_).bit_count()
        + 64 * (planes & g_).bit_count()
    )
    return _COARSE * _COARSE * most >= least * one.length * two.length and likeness(a, b) >= least


def near(char: str) -> str | None:
    """The characters of GB 2312 that are alike to this one by :data:`NEAR` and more; None for a character outside it,
    of which nothing is known beforehand."""
    return _near().get(char, "") if is_listed(char) else None


@cache
def is_listed(char: str) -> bool:
    """Whether :func:`near` knows all that is to be known about a character: those of GB 2312."""
    try:
        return char.encode("gb2312") >= b"\xb0"
    except UnicodeEncodeError:
        return False


@cache
def _near() -> dict[str, str]:
    """What ``tools/lookalikes.py`` wrote."""
    lines = Path(__file__).with_name("lookalikes.txt").read_text(encoding="utf-8").splitlines()
    return {line[0]: line[1:] for line in lines if line[0] != "#"}


def _product(one: Sequence[int], two: Sequence[int]) -> int:
    total = 0
    for bit, left in enumerate(one):
        for other, right in enumerate(two):
            total += (left & right).bit_count() << (bit + other)
    return total


@lru_cache(maxsize=1)
def _face() -> FreeTypeFont:
    import pylopdf_fonts_zh_cn
    from PIL import ImageFont

    return ImageFont.truetype(str(pylopdf_fonts_zh_cn.sans_path()), _SIZE)


@lru_cache(maxsize=1 << 13)
def _shape(ch: str) -> _Shape:
    """The character drawn, slightly blurred so that near strokes count as near."""
    pixels = _pixels(ch)
    fine, coarse = ([int(pixels.translate(plane), 2) for plane in planes] for planes in (_PLANES, _COARSE_PLANES))
    size, last = len(pixels), len(coarse) - 1
    turned = tuple(
        sum(coarse[weight - bit] << bit * size for bit in range(last + 1) if 0 <= weight - bit <= last)
        for weight in range(2 * last + 1)
    )
    return _Shape(
        tuple(fine),
        sum(plane << bit * size for bit, plane in enumerate(coarse)),
        turned,
        _product(fine, fine) ** 0.5 or 1.0,
    )


def _pixels(ch: str) -> bytes:
    from PIL import Image, ImageDraw, ImageFilter

    side = _SIZE + 4
    image = Image.new("L", (side, side))
    ImageDraw.Draw(image).text((side // 2, side // 2), ch, font=_face(), fill=255, anchor="mm")
    return image.filter(ImageFilter.GaussianBlur(_BLUR)).tobytes()
