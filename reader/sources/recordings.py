"""Recordings of single sentences: which file is which sentence's, and which is nobody's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from reader.findings import Finding, finding

FORMATS: Final = ("m4a", "mp3", "opus", "ogg", "webm", "aac", "flac", "wav")
"""Endings of what browsers play. Where a sentence has two recordings, the first is taken."""


def by_sentence(paths: Iterable[str]) -> dict[str, str]:
    """The recording of each sentence by its id, which is the name of the file without its ending."""
    playable = [path for path in sorted(paths) if _format(path) in FORMATS]
    playable.sort(key=lambda path: FORMATS.index(_format(path)), reverse=True)
    return {PurePosixPath(path).stem: path for path in playable}


def strays(paths: Collection[str], sentences: Collection[str]) -> Iterator[Finding]:
    """What no page will play: recordings of no sentence, second ones, and files of another kind (S020)."""
    taken = by_sentence(paths)
    for path in sorted(paths):
        name = PurePosixPath(path).stem
        if _format(path) not in FORMATS:
            message, hint = "this is no recording that browsers play", f"they play {', '.join(FORMATS)}"
        elif name not in sentences:
            message = f"there is no sentence {name}"
            hint = "name a recording by its sentence: the ids are in `duben annotate --json`"
        elif taken[name] != path:
            message, hint = f"sentence {name} has another recording, {taken[name]}", "keep one"
        else:
            continue
        yield finding("S020", path, None, None, message, hint)


def _format(path: str) -> str:
    return PurePosixPath(path).suffix.removeprefix(".").lower()
