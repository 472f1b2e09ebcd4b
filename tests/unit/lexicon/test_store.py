"""A column of a prepared table answers the same from the file and from memory."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reader.lexicon import store
from reader.lexicon.store import Store


def _fill(connection: sqlite3.Connection) -> None:
    connection.execute("create table word (headword text primary key, entries text not null) without rowid")
    connection.execute("insert into word values ('河', 'river')")


def test_a_column_answers_the_same_once_it_is_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(store, "_OFTEN", 5)
    words = Store("words.sqlite", _fill).column("word", "headword", "entries")
    assert [words.get(word) for word in "河水" * 4] == ["river", None] * 4
