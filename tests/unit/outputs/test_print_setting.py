from __future__ import annotations

from itertools import groupby, pairwise

import pytest

from reader.outputs import fonts
from reader.outputs.print_columns import Columns
from reader.outputs.print_entries import entry
from reader.outputs.print_setting import Look, Setting, columns
from reader.outputs.print_shaping import Shaper

GRID = Columns(count=2, width=10, indent=1, apart=0.5, first=4, full=6)
SIZE = 8.0
LETTERS = "词语中文 abcdefghijklmnopqrstuvwxyz0123456789"
SHAPER = Shaper({font.role: fonts.with_plain_numbers(fonts.subset(font.role, LETTERS)) for font in fonts.FONTS})
PLAIN = Look(("serif",), (), SIZE, b"0 g")
LOOKS = {("p",): PLAIN, ("p", "a"): PLAIN, ("p", "i"): Look(("sans", "serif"), (), SIZE * 2, b"0 g"), ("h3",): PLAIN}


def placed(*markup: str) -> tuple[tuple[tuple[Setting, ...], ...], ...]:
    return columns(map(entry, markup), GRID, SIZE, LOOKS, SHAPER)


def lines(setting: Setting) -> list[str]:
    return ["".join(piece.text for piece in row) for _, row in groupby(setting.pieces, lambda piece: piece.line)]


def test_an_entry_that_fits_is_one_line() -> None:
    (((setting,),),) = placed("<p>词语 <a href=#x>中文</a></p>")
    first, second = setting.pieces
    assert first.x == 0
    assert first.width == pytest.approx(SIZE * fonts.widths("serif")("词语 "))
    assert (second.x, second.target, second.tag) == (first.width, "#x", "a")
    assert (setting.lines, setting.rows) == (1.5, 1)


def test_one_that_does_not_fit_is_broken_and_indented() -> None:
    (((setting,),),) = placed(f"<p>{'中文' * 9}</p>")
    assert lines(setting) == ["中文" * 5, "中文" * 4]
    assert [piece.x for piece in setting.pieces] == [0, SIZE]
    assert setting.lines == 2.5


@pytest.mark.parametrize(("letters", "rows"), [(10, 1), (11, 2), (19, 2), (20, 3)])
def test_it_is_broken_as_soon_as_it_is_too_long(letters: int, rows: int) -> None:
    (((setting,),),) = placed(f"<p>{'中' * letters}</p>")
    assert setting.rows == rows


def test_no_line_is_wider_than_its_column() -> None:
    (*pages,) = placed("<p>词语 <i>abcdefg hijk</i> lmno pqrs <a href=#x>1 2 3 4 5 6 7 8 9 10 11</a></p>")
    (setting,) = pages[0][0]
    assert setting.rows > 2
    for line, row in groupby(setting.pieces, lambda piece: piece.line):
        members = list(row)
        assert members[0].x == (SIZE if line else 0)
        assert members[-1].x + members[-1].width <= GRID.width * SIZE + 0.02
        for one, other in pairwise(members):
            assert other.x == pytest.approx(one.x + one.width)


def test_the_size_of_a_look_counts() -> None:
    (((setting,),),) = placed("<p><i>中文中文中</i></p>")
    assert setting.rows == 1
    (((setting,),),) = placed("<p><i>中文中文中文</i></p>")
    assert setting.rows == 2


def test_a_heading_is_two_lines_high() -> None:
    (((setting, *_),),) = placed("<h3>abc</h3>")
    assert (setting.lines, setting.heading) == (2, True)


def test_one_longer_than_a_column_goes_on_in_the_next() -> None:
    pages = placed(f'<p id="x">{"中文" * 28}</p>')
    settings = [setting for page in pages for column in page for setting in column]
    assert [setting.rows for setting in settings] == [4, 3]
    assert [setting.anchor for setting in settings] == ["x", None]
    assert [setting.lines for setting in settings] == [4, 3.5]
    assert "".join(piece.text for setting in settings for piece in setting.pieces) == "中文" * 28
    assert all(setting.pieces[0].line == 0 for setting in settings)


def test_an_entry_without_text_is_none() -> None:
    assert placed("<p></p>") == ()
