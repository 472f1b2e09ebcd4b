"""The pages of a small book, looked at once and approved (``make approve``)."""

from __future__ import annotations

import os
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from tests.pdf.book import book

APPROVED = Path(__file__).parent / "approved"
BOOKS: dict[str, dict[str, object]] = {
    "book": {},
    "facing": {"translation": "facing"},
    "large": {"large": True, "paper": "a4"},
    "plain": {"pinyin": "none", "glosses": "none", "vocabulary": False, "translation": "none", "paper": "a5"},
    "duplex": {"pinyin": "above-level", "level": 5, "translation": "sentence", "paper": "letter", "duplex": True},
}
ACROSS = 4


def _picture(data: bytes) -> Image.Image:
    """All pages side by side, small and grey."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.render(scale=0.25).to_pil().convert("L") for page in document]
    width, height = pages[0].size
    sheet = Image.new("L", (width * ACROSS, height * -(-len(pages) // ACROSS)), 255)
    for at, page in enumerate(pages):
        sheet.paste(page, (at % ACROSS * width, at // ACROSS * height))
    return sheet


def _difference(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """How much two pictures differ, on the whole and where they differ most (0 to 255).

    What is compared is the darkness of squares of 3 x 3 spots, 4 mm of the paper: another rasterizer or another
    rounding does not matter there, a moved line does. The sixteen greys of the kept pictures make 8 at most; a line
    that moved by 4 mm, 24 and more.
    """
    squares = [image.resize((image.width // 3, image.height // 3), Image.Resampling.BOX) for image in (one, other)]
    difference = ImageChops.difference(*squares)
    return ImageStat.Stat(difference).mean[0], max(difference.tobytes())


def _same(one: Image.Image, other: Image.Image) -> bool:
    mean, most = _difference(one, other)
    return mean < 0.6 and most < 20


@pytest.mark.parametrize("name", BOOKS)
def test_it_looks_as_approved(name: str) -> None:
    made, path = _picture(book(**BOOKS[name])), APPROVED / f"{name}.png"
    if os.environ.get("DUBEN_APPROVE"):
        path.parent.mkdir(exist_ok=True)
        made.point(lambda grey: (grey + 8) // 17 * 17).save(path, optimize=True)  # sixteen greys
    with Image.open(path) as kept:
        assert made.size == kept.size, "other pages"
        assert _same(made, kept.convert("L")), _difference(made, kept.convert("L"))


def test_a_line_that_moved_is_seen() -> None:
    made = _picture(book())
    assert _same(made, made)
    for top in (30, 42, 60, 100, 120):
        moved = made.copy()
        moved.paste(made.crop((0, top, made.width, top + 12)), (0, top + 1))
        assert not _same(made, moved), top
    assert not _same(made, _picture(book(translation="none")).resize(made.size))
