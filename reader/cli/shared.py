"""What the verbs share: finding the project, reading choices, printing findings."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.errors import ConfigError, SourceError
from reader.findings import Finding, Severity, as_text, at_or_above

if TYPE_CHECKING:
    from reader.project import Project

SEVERITIES = click.Choice([severity.value for severity in Severity])


def current_project() -> Project:
    """The project of the folder the command runs in. Raises :class:`ConfigError` where there is none."""
    from reader.project import find_project

    project = find_project(Path.cwd())
    if project is None:
        raise ConfigError(
            "there is no project here: no reader.toml and no seeds/ in this folder or above it",
            hint="duben new FOLDER starts one; duben annotate FILE works without",
        )
    return project


def seeds_of(project: Project, names: tuple[str, ...]) -> tuple[Path, ...]:
    """The seeds that are named, or every seed. Raises :class:`SourceError` where there is none."""
    paths = tuple(dict.fromkeys(project.find_seed(name).resolve() for name in names)) or project.seed_paths()
    if not paths:
        raise SourceError("there is no seed", path=project.label(project.seeds), hint="put a text there: NAME.txt")
    return paths


def split_names(text: str | None) -> tuple[str, ...]:
    """The names of a list parted by commas."""
    return tuple(dict.fromkeys(part.strip() for part in (text or "").split(",") if part.strip()))


def chosen(names: Iterable[str], known: Iterable[str], what: str) -> tuple[str, ...]:
    """The names, each once. Raises :class:`ConfigError` for one that is not known."""
    table = list(known)
    for name in names:
        if name not in table:
            raise ConfigError(f"unknown {what} '{name}'", hint=f"known are {', '.join(table)}")
    return tuple(dict.fromkeys(names))


def print_json(value: dict[str, object], *, indent: int | None = 2) -> None:
    """Print one JSON object on standard output. Without ``indent`` it is written several times as fast."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent))


def show_findings(
    findings: Iterable[Finding],
    least: Severity,
    *,
    err: bool = False,
    line: Callable[[Finding], str] = as_text,
) -> None:
    """Print the findings that are at least as severe as asked."""
    for found in at_or_above(findings, least):
        click.echo(line(found), err=err)


def summary(findings: Iterable[Finding]) -> str:
    """How many findings there are of each severity."""
    found = tuple(findings)
    counts = {severity: sum(f.severity is severity for f in found) for severity in Severity}
    return ", ".join(f"{count} {severity}{'s' if count != 1 else ''}" for severity, count in counts.items())


def status_of(findings: Iterable[Finding], least: Severity) -> int:
    """The exit status that the findings ask for."""
    return int(bool(at_or_above(findings, least)))


def progress(message: str) -> None:
    """Say what is going on, where somebody watches."""
    if sys.stderr.isatty():
        click.echo(message, err=True)
