"""The ways Duben gives up. A fault in a user's file that can be reported beside others is a
:class:`reader.findings.Finding` instead; an exception here means "can't go on" (exit status 2)."""

from __future__ import annotations


class DubenError(Exception):
    """Something that ends the work at hand.

    ``message`` says what is wrong in one line; ``path``, ``line`` and ``column`` (1-based) say where,
    as far as that is known; ``hint`` says what to do about it.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint


class ConfigError(DubenError):
    """``reader.toml`` or a command-line choice cannot be used."""


class SourceError(DubenError):
    """A seed cannot be read at all: missing, a directory, not text."""


class GlossaryError(DubenError):
    """The glossary cannot be read at all."""


class LexiconError(DubenError):
    """The dictionary or the level list cannot be read."""


class TemplateFault(DubenError):
    """A template does not render."""


class OutputError(DubenError):
    """An edition cannot be written."""


class MissingExtra(DubenError, ImportError):
    """A feature needs a package or system library that is not installed."""
