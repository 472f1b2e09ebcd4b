"""Prepared tables: what was written is found again, nothing else is, and a file that is not whole is made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.lexicon import store
from reader.lexicon.store import Store, Tables

_TABLES = {
    "word": {
        "河": "river",
        "河水": "river water\nwater of a river",
        "火": "fire",
        "𠮷": "lucky",
        "A": "",
        "沴": "foul",
    },
    "form": {"東": "东"},
    "empty": {},
}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(store, "cache_folder", lambda: tmp_path)
    return tmp_path


def test_what_was_written_is_found_again_and_nothing_else_is() -> None:
    made = Store("made.tables", lambda: _TABLES)
    for name, values in _TABLES.items():
        table = made.table(name)
        assert {key: table.get(key) for key in values} == values
        assert list(table) == sorted(values)
        assert all(key in table for key in values)
        for absent in ("河水水", "水", "", "\n", "河\n河水", "沵", "\udc80", "\U0010ffff", "东"):
            assert table.get(absent) is None, absent
            assert absent not in table


def test_the_file_is_made_once() -> None:
    made: list[Tables] = []

    def fill() -> Tables:
        made.append(_TABLES)
        return _TABLES

    for _ in range(2):
        assert Store("made.tables", fill).table("word").get("火") == "fire"
    assert len(made) == 1


@pytest.mark.parametrize("kept", [0, 10, 20, 100, -1])
def test_a_file_that_is_not_whole_is_made_again(cache: Path, kept: int) -> None:
    assert "火" in Store("made.tables", lambda: _TABLES).table("word")
    path = cache / "made.tables"
    whole = path.read_bytes()
    path.write_bytes(whole[:kept])
    assert Store("made.tables", lambda: _TABLES).table("word").get("河") == "river"
    assert path.read_bytes() == whole


def test_the_same_tables_are_the_same_bytes_whatever_their_order(tmp_path: Path) -> None:
    turned = {name: dict(reversed(values.items())) for name, values in _TABLES.items()}
    for name, tables in (("one", _TABLES), ("other", turned)):
        store.write(tmp_path / name, tables)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
