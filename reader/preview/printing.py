"""The PDFs, made in the background by a process of their own: a book takes many seconds, and the page must not wait."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

_PATIENCE = 3.0
"""Seconds that a process is waited for after it was told to end."""


class Printer:
    """Runs ``duben build --to pdf`` in the folder of a project. ``told`` is given what was written."""

    def __init__(self, root: Path, told: Callable[[str], None]) -> None:
        self._root = root
        self._told = told
        self._process: subprocess.Popen[str] | None = None
        self._listener: threading.Thread | None = None

    def start(self) -> None:
        """Make what is out of date; a build that is still going on is of old files, and is ended."""
        self.stop()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "reader", "build", "--to", "pdf"],
            cwd=self._root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what there is to say, the build of the pages has said
            encoding="utf-8",
        )
        self._listener = threading.Thread(target=self._listen, args=(self._process,), name="print", daemon=True)
        self._listener.start()

    def stop(self) -> None:
        """End it. Files are replaced whole, so that it may end anywhere."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            if not self.wait(_PATIENCE):
                self._process.kill()

    def wait(self, patience: float) -> bool:
        """Whether the build that was started has ended within so many seconds."""
        if self._listener is not None:
            self._listener.join(patience)
        return self._listener is None or not self._listener.is_alive()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        with process:  # reads to the end, closes the pipe and takes the status
            for line in process.stdout or ():
                if line.startswith("written"):
                    self._told(" ".join(line.split()))
