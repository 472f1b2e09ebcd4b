"""Writing users' files so that two writers lose nothing and an interrupted one leaves the old file."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import OutputError

_PATIENCE = 10.0
"""Seconds to wait for another writer."""


@contextmanager
def locked(folder: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the lock of a folder, so that reading, changing and writing its files is one step for every program that
    asks for the same lock. Raises :class:`OutputError` where another one does not let go of it."""
    handle = _opened(folder)
    try:
        end = time.monotonic() + patience
        while not _lock(handle):
            if time.monotonic() > end:
                raise OutputError(
                    "another program is writing here", path=str(folder), hint="wait until it is done, and try again"
                )
            time.sleep(0.05)
        yield
    finally:
        os.close(handle)  # lets go of the lock, as does the end of the process


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` into ``path`` in one step, on the disk before it has the name; the mode of the file is kept.

    A reader sees the old file or the new one. Raises :class:`OutputError`.
    """
    made: Path | None = None
    target = path.resolve()  # a link stays a link
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.stem}-", suffix=".tmp", dir=target.parent)
        made = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        made.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        made.replace(target)
    except OSError as error:
        raise OutputError(
            f"cannot write: {error.strerror}", path=str(path), hint="check disk and permissions"
        ) from None
    finally:
        if made is not None:
            made.unlink(missing_ok=True)


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _opened(folder: Path) -> int:
        # A folder cannot be locked there: a file in it stands for it.
        path = folder / ".lock"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return os.open(path, os.O_RDWR | os.O_CREAT)
        except OSError as error:
            raise OutputError(f"cannot write: {error.strerror}", path=str(folder)) from None

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _opened(folder: Path) -> int:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return os.open(folder, os.O_RDONLY)
        except OSError as error:
            raise OutputError(f"cannot write: {error.strerror}", path=str(folder)) from None

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
