"""The terminologist's work on the files of a project: the glossary looked up, changed under a lock, compared with
another version, and held against the seeds."""

from __future__ import annotations

from reader.termbase.changes import Outcome, apply
from reader.termbase.lookup import find_term, own_term, search

__all__ = ["Outcome", "apply", "find_term", "own_term", "search"]
