"""Judging a project without writing anything: its glossary and every seed asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.annotate import annotate
from reader.build import as_finding
from reader.errors import DubenError
from reader.findings import Finding, ordered
from reader.knowledge import load_resources
from reader.project import Project, read_seed


def check(project: Project, seeds: Sequence[Path]) -> tuple[Finding, ...]:
    """All findings of the glossary, the sidecars and the seeds, by place."""
    resources, faults = load_resources(project)
    findings = list(faults)
    for path in seeds:
        try:
            findings += annotate(read_seed(path, project), resources).findings
        except DubenError as error:
            findings.append(as_finding(error, project.label(path)))
    return ordered(findings)
