from __future__ import annotations

from pathlib import Path

import pytest

from reader.outputs import drawings
from reader.outputs.drawings import Drawings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUBEN_CACHE", str(tmp_path))
    return tmp_path


def test_what_was_drawn_is_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Drawings("serif")
    drawn = first.outline("国", 3)
    assert drawn is not None
    assert drawn.subroutine == 3
    first.keep()
    monkeypatch.setattr(drawings, "Pen", None)
    assert Drawings("serif").outline("国", 3) == drawn


def test_another_size_is_another_drawing() -> None:
    first, second = Drawings("sans"), Drawings("sans", 0.5, 900)
    plain, small = first.outline("a", 0), second.outline("a", 0)
    assert plain is not None
    assert small is not None
    assert small.width * 2 == pytest.approx(plain.width, abs=1)
    first.keep()
    second.keep()
    assert Drawings("sans", 0.5, 900).outline("a", 0) == small


def test_a_character_that_the_font_does_not_have() -> None:
    assert Drawings("serif").outline("\U0002ffff", 0) is None


@pytest.mark.parametrize("content", [b"", b"\x00", b"[\x01"])
def test_a_broken_file_is_made_anew(folder: Path, content: bytes) -> None:
    first = Drawings("serif")
    drawn = first.outline("国", 0)
    first.keep()
    (path,) = folder.glob("outlines-*")
    path.write_bytes(content)
    again = Drawings("serif")
    assert again.outline("国", 0) == drawn
    again.keep()
    assert path.read_bytes() != content


def test_where_nothing_can_be_kept_it_is_drawn_all_the_same(folder: Path) -> None:
    made = Drawings("serif")
    folder.rmdir()
    assert made.outline("国", 0) is not None
    made.keep()
