"""Where prepared data is kept between runs, and how it is written so that two processes at once do no harm.

Everything here can be deleted at any time: it is made again from its source at the next run.
"""

from __future__ import annotations

import hashlib
import marshal
import mmap
import os
import stat
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import LexiconError

VARIABLE = "DUBEN_CACHE"
"""Environment variable that names another folder."""


def cache_folder() -> Path:
    """A folder that exists and can be written: ``$DUBEN_CACHE``, else ``duben`` in the user's cache folder
    (XDG Base Directory Specification), else, where that cannot be written, a folder in the temporary folder."""
    wanted = os.environ.get(VARIABLE)
    if wanted:
        folder = Path(wanted).expanduser()
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME", ""))
        # The specification: a relative path is invalid and is to be ignored.
        folder = (base if base.is_absolute() else Path("~/.cache").expanduser()) / "duben"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return _temporary_folder()
    return folder if os.access(folder, os.W_OK | os.X_OK) else _temporary_folder()


@cache
def _temporary_folder() -> Path:
    """A private folder in the temporary folder, the same for every run of one user where that is safe."""
    owner = os.getuid() if hasattr(os, "getuid") else None
    if owner is not None:
        folder = Path(tempfile.gettempdir()) / f"duben-{owner}"
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            found = folder.lstat()
        except OSError:
            return Path(tempfile.mkdtemp(prefix="duben-"))
        # What is loaded from a cache is trusted, so nobody else may have made or may change it.
        if stat.S_ISDIR(found.st_mode) and found.st_uid == owner and not found.st_mode & 0o022:
            return folder
    return Path(tempfile.mkdtemp(prefix="duben-"))


def write_atomically(path: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill a new file beside ``path``, then put it in place in one step.

    A reader sees the old file or the whole new one. If ``write`` raises, nothing is left behind; a disk that is full
    or gone is a :class:`LexiconError`.
    """
    made: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".tmp", dir=path.parent)
        os.close(handle)
        made = Path(name)
        write(made)
        made.replace(path)
    except BaseException as error:
        if made is not None:
            made.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise LexiconError(
                f"prepared data cannot be written: {error}",
                path=str(path),
                hint=f"free some room, or name another folder in {VARIABLE}",
            ) from error
        raise


def write_indexed(path: Path, magic: bytes, write: Callable[[BinaryIO], Any]) -> None:
    """Write a file of blocks: ``write`` writes them and returns the index by which they are found again, of values that
    :mod:`marshal` knows. ``magic``: what the file begins with. The same blocks and index give the same bytes."""
    with path.open("wb") as stream:
        stream.write(magic + bytes(16))
        index = write(stream)
        start = stream.tell()
        stream.write(marshal.dumps(index))
        end = stream.tell()
        stream.seek(len(magic))
        stream.write(start.to_bytes(8, "little") + end.to_bytes(8, "little"))


def read_indexed(path: Path, magic: bytes) -> tuple[mmap.mmap, Any]:
    """The bytes and the index of a file that :func:`write_indexed` has written; ValueError where it is not whole."""
    with path.open("rb") as stream:
        content = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    size = len(magic)
    if content[:size] != magic or len(content) < size + 16:
        raise ValueError("another kind of file")
    start, end = (int.from_bytes(content[size + n : size + n + 8], "little") for n in (0, 8))
    if end != len(content):
        raise ValueError("cut off")
    try:
        return content, marshal.loads(content[start:end])
    except (EOFError, TypeError) as error:
        raise ValueError("damaged") from error


def digest(*parts: str | int) -> str:
    """16 hexadecimal digits that stand for ``parts``: for file names that change when their source does."""
    return hashlib.blake2b("\0".join(map(str, parts)).encode(), digest_size=8).hexdigest()
