"""The editor in the browser: serves ``build/`` and edits the glossary and the corrections, on this machine only."""

from __future__ import annotations

from reader.preview.server import serve

__all__ = ["serve"]
