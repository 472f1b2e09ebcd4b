"""Changing the files of a glossary: under a lock, checked before anything is written, each replaced in one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.files import locked, replace_file
from reader.findings import Finding, Severity, at_or_above
from reader.glossary import GlossaryFile, glossary_of, read_folder
from reader.glossary.edit import Files
from reader.project import Project


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a change: the files that were written, by path, or the errors that it would have made. ``before``
    and ``after`` are the files of the folder."""

    written: tuple[str, ...]
    findings: tuple[Finding, ...]
    before: Files
    after: Files


def apply(project: Project, change: Callable[[Files], Files], *, write: bool = True) -> Outcome:
    """Read the glossary of a project, change it, and write what is different.

    A change that would bring in an error is not written at all: the findings say which. Raises
    :class:`reader.errors.DubenError` where nothing can be read or written.
    """
    with locked(project.glossary):
        before = read_folder(project.glossary, project.root)
        after = change(before)
        old = {file.path: file for file in before}
        changed = [file for file in after if old.get(file.path) != file]
        faults = _new_errors(before, after) if changed else ()
        if faults or not write:
            return Outcome((), faults, before, after)
        for file in changed:
            replace_file(project.root / file.path, file.data)
        return Outcome(tuple(file.path for file in changed), (), before, after)


def _new_errors(before: tuple[GlossaryFile, ...], after: tuple[GlossaryFile, ...]) -> tuple[Finding, ...]:
    """The errors that the change brings in; one that was there before, on whatever line, is no reason to refuse it."""
    known = {(fault.path, fault.code, fault.message) for fault in glossary_of(before)[1]}
    errors = at_or_above(glossary_of(after)[1], Severity.ERROR)
    return tuple(fault for fault in errors if (fault.path, fault.code, fault.message) not in known)
