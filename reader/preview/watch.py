"""What a text depends on is watched, and its pages are made anew when that changes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader import build as builder
from reader.errors import DubenError
from reader.findings import as_text
from reader.preview.printing import Printer
from reader.project import CONFIG, Project, read_config

_PAUSE = 1.0
_PATIENCE = 3.0
"""Seconds that a build is waited for in the end."""


class Watcher:
    """Builds when a seed, the glossary, a template or ``reader.toml`` changes, which is read anew. ``stamp`` grows with
    every build, ``said`` is what the last one had to say. ``formats`` are made at once; where an edition has a PDF as
    well, the ``printer`` makes it afterwards, in the background."""

    def __init__(
        self,
        project: Project,
        formats: tuple[str, ...],
        told: Callable[[str], None],
        printer: Printer | None = None,
    ) -> None:
        self._printer = printer
        self.stamp = 0
        self.said: tuple[str, ...] = ()
        self._project = project
        self._formats = formats
        self._told = told
        self._end = threading.Event()
        self._speaking = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        """Build once, then go on watching."""
        self._thread.start()

    def stop(self) -> bool:
        """Stop watching. A build that is going on says nothing any more and is waited for a moment; whether it has
        ended."""
        with self._speaking:
            self._end.set()
        if self._printer is not None:
            self._printer.stop()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE)
        return not self._thread.is_alive()

    def _run(self) -> None:
        seen: object = None
        while not self._end.is_set():
            now = self.signature()
            if now != seen:
                seen = now
                self.build()
                self._print()
            self._end.wait(_PAUSE)

    def signature(self) -> frozenset[tuple[str, int, int]]:
        """What changes when a file is written: names, times and sizes."""
        folders = (self._project.seeds, self._project.glossary, self._project.templates)
        paths = [path for folder in folders for path in folder.rglob("*")] + [self._project.root / CONFIG]
        return frozenset(found for path in paths if (found := _state(path)))

    def build(self) -> None:
        """Make what is out of date."""
        try:
            self._project = replace(self._project, config=read_config(self._project.root / CONFIG))
            editions = self._project.config.editions
            report = builder.build(self._project, self._project.seed_paths(), editions, self._formats)
            self.said = tuple(as_text(found) for found in report.findings if found.severity != "info")
            for made in report.made:
                if made.state == "written":
                    self._tell(f"written {made.path}")
        except DubenError as error:
            self.said = (f"{error.path}: {error.message}" if error.path else error.message,)
        self.stamp += 1

    def _print(self) -> None:
        with self._speaking:
            if self._printer is not None and "pdf" in self._project.config.formats and not self._end.is_set():
                self._printer.start()

    def _tell(self, line: str) -> None:
        with self._speaking:
            if not self._end.is_set():
                self._told(line)


def _state(path: Path) -> tuple[str, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (str(path), found.st_mtime_ns, found.st_size) if path.is_file() else None
