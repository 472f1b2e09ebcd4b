"""A prepared SQLite file in the cache folder: made once, opened read-only, made again when it is damaged."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import RLock

from reader.cache import cache_folder, write_atomically

_OFTEN = 10_000
"""After so many questions it would have been cheaper to read all answers."""


class Store:
    """Rows of a prepared file. May be used by several threads.

    ``name``: of the file, with whatever its content depends on in it. ``fill``: creates the tables and fills them; it
    may raise :class:`reader.errors.LexiconError`, and then no file is left behind.
    """

    def __init__(self, name: str, fill: Callable[[sqlite3.Connection], None]) -> None:
        self._name = name
        self._fill = fill
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self._lock = RLock()

    def rows(self, query: str, *values: str) -> list[tuple[str, ...]]:
        """All rows of a query; none for a value that is not Unicode (a lone surrogate). Makes a damaged file again."""
        with self._lock:
            try:
                return self._open().execute(query, values).fetchall()
            except UnicodeEncodeError:
                return []
            except sqlite3.DatabaseError:
                self._make()
                return self._open().execute(query, values).fetchall()

    def column(self, table: str, key: str, value: str) -> Column:
        """One column of a table by another."""
        return Column(self, table, key, value)

    def close(self) -> None:
        """Let go of the file; the next query opens it again."""
        with self._lock:
            if self._connection is not None and self._process == os.getpid():
                self._connection.close()
            self._connection = None

    def __del__(self) -> None:
        self.close()

    def _open(self) -> sqlite3.Connection:
        # A connection must not be carried across a fork.
        if self._connection is None or self._process != os.getpid():
            path = cache_folder() / self._name
            if not path.exists():
                self._make()
            # immutable: nobody changes a finished file, so no locks and no checks for changes are needed.
            uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._process = os.getpid()
            pages = self._connection.execute("pragma page_count").fetchone()[0]
            size = self._connection.execute("pragma page_size").fetchone()[0]
            if pages * size != path.stat().st_size:
                raise sqlite3.DatabaseError("the file was cut off")
        return self._connection

    def _make(self) -> None:
        self.close()
        write_atomically(cache_folder() / self._name, self._write)

    def _write(self, path: Path) -> None:
        connection = sqlite3.connect(path)
        try:
            # The file gets its name only when it is whole, so a crash here costs nothing.
            connection.executescript("pragma journal_mode = off; pragma synchronous = off;")
            self._fill(connection)
            connection.commit()
        finally:
            connection.close()


class Column:
    """One column of a table by another, whose values differ. Whoever asks for a page looks in the file; who asks for a
    book has it in memory, where an answer takes a hundredth of the time."""

    def __init__(self, store: Store, table: str, key: str, value: str) -> None:
        self._store = store
        self._one = f"select {value} from {table} where {key} = ?"
        self._every = f"select {key}, {value} from {table}"
        self._asked = 0
        self._all: dict[str, str] | None = None

    def get(self, key: str) -> str | None:
        """The value for a key, or None where there is none."""
        if self._all is None:
            self._asked += 1
            if self._asked < _OFTEN:
                found = self._store.rows(self._one, key)
                return found[0][0] if found else None
            self._all = {row[0]: row[1] for row in self._store.rows(self._every)}
        return self._all.get(key)
