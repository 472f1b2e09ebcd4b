"""Prepared tables of text in one file in the cache folder: made once, read where a question needs it, made again when
it is damaged.

The keys of a table lie in blocks, each of neighbouring first characters. A block's keys are read when one of them is
first asked for, its values one by one and never kept, so that opening costs nothing, a page little, and a book does not
hold the dictionary in memory. (SQLite takes several times as long for an answer.)
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, groupby
from pathlib import Path
from threading import Lock
from typing import BinaryIO, Final

from reader.cache import cache_folder, read_indexed, write_atomically, write_indexed

_MAGIC: Final = b"duben tables 1\n"
_NEIGHBOURS: Final = 4
"""Bits of a code point that do not count for its block."""

Tables = Mapping[str, Mapping[str, str]]
"""Values by key, by the name of the table. No key is empty or has a line feed."""
_Places = dict[int, tuple[int, int, int]]
"""Where a block starts, how many bytes its keys take, and how many they are."""
_Block = tuple[str, "array[int]"]
"""The keys of a block in order, a line feed before, between and behind them, and where their values start, with the end
of the last. (As strings of their own the keys of all tables are 20 MB.)"""
_NO_BLOCK: Final[_Block] = ("", array("Q"))


class Store:
    """The tables of a prepared file. May be used by several threads.

    ``name``: of the file, with whatever its content depends on in it. ``fill``: makes the tables; it may raise
    :class:`reader.errors.LexiconError`, and then no file is left behind.
    """

    def __init__(self, name: str, fill: Callable[[], Tables]) -> None:
        self._name = name
        self._fill = fill
        self._opened: _File | None = None
        self._lock = Lock()

    def table(self, name: str) -> Table:
        """The table of that name."""
        return Table(self, name)

    @property
    def file(self) -> _File:
        """The open file, which is made where it is not there or not whole."""
        return self._opened or self._open()

    def _open(self) -> _File:
        with self._lock:
            opened = self._opened
            if opened is None:
                path = cache_folder() / self._name
                try:
                    opened = _File(path)
                except (OSError, ValueError):
                    write_atomically(path, lambda made: write(made, self._fill()))
                    opened = _File(path)
                self._opened = opened
            return opened


class Table:
    """One of the tables of a store."""

    def __init__(self, store: Store, name: str) -> None:
        self._store = store
        self._name = name
        self._blocks: dict[int, _Block] = {}

    def get(self, key: str) -> str | None:
        """The value for a key, or None where there is none."""
        keys, starts = self._block(key)
        place = keys.find(f"\n{key}\n")
        if place < 0:
            return None
        index = keys.count("\n", 0, place)
        return self._store.file.text(starts[index], starts[index + 1])

    def __contains__(self, key: str) -> bool:
        return f"\n{key}\n" in self._block(key)[0]

    def __iter__(self) -> Iterator[str]:
        """All keys, in the order of their code points."""
        for number in self._store.file.places[self._name]:
            yield from (self._blocks.get(number) or self._load(number))[0][1:-1].split("\n")

    def _block(self, key: str) -> _Block:
        """The block that holds the key if any does."""
        if not key or "\n" in key:
            return _NO_BLOCK
        number = ord(key[0]) >> _NEIGHBOURS
        return self._blocks.get(number) or self._load(number)

    def _load(self, number: int) -> _Block:
        file = self._store.file
        place = file.places[self._name].get(number)
        block = self._blocks[number] = file.block(*place) if place else _NO_BLOCK
        return block


class _File:
    """A file that :func:`write` has written. Raises ValueError where it is not whole."""

    def __init__(self, path: Path) -> None:
        self.places: dict[str, _Places]
        self._bytes, self.places = read_indexed(path, _MAGIC)

    def text(self, start: int, end: int) -> str:
        """The text at that place."""
        return self._bytes[start:end].decode()

    def block(self, start: int, size: int, count: int) -> _Block:
        """The block at that place."""
        end = start + size
        starts = array("Q", self._bytes[end : end + 8 * (count + 1)])
        return f"\n{self.text(start, end)}\n", starts


def write(path: Path, tables: Tables) -> None:
    """Write the file that a :class:`Store` reads. The same tables give the same bytes."""

    def blocks(stream: BinaryIO) -> dict[str, _Places]:
        places: dict[str, _Places] = {}
        for name, values in tables.items():
            places[name] = {}
            for number, group in groupby(sorted(values), key=lambda key: ord(key[0]) >> _NEIGHBOURS):
                keys = list(group)
                texts = [values[key].encode() for key in keys]
                head = "\n".join(keys).encode()
                start = stream.tell()
                first = start + len(head) + 8 * (len(keys) + 1)
                stream.write(head)
                stream.write(array("Q", accumulate(map(len, texts), initial=first)).tobytes())
                stream.writelines(texts)
                places[name][number] = start, len(head), len(keys)
        return places

    write_indexed(path, _MAGIC, blocks)
