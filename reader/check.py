"""Judging a project without writing anything: its glossary and every seed asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.annotate import annotate_all
from reader.build import as_finding
from reader.comparison import compare
from reader.errors import DubenError
from reader.findings import Finding, ordered
from reader.knowledge import load_resources
from reader.project import Project, read_seed
from reader.sound import ownerless
from reader.termbase.examine import examine


def check(project: Project, seeds: Sequence[Path], *, translations: bool = False) -> tuple[Finding, ...]:
    """All findings of the glossary, the sidecars and the seeds, by place; with ``translations`` also what differs
    between a seed and its translations."""
    resources, faults = load_resources(project)
    findings = [*faults, *examine(project, resources), *ownerless(project)]
    for path in seeds:
        try:
            annotated = annotate_all(read_seed(path, project), resources)
        except DubenError as error:
            findings.append(as_finding(error, project.label(path)))
            continue
        findings += annotated.document.findings
        if translations:
            terms, accepted = resources.glossary.by_id, annotated.sidecar.accepted
            for alignment in annotated.alignments:
                findings += compare(annotated.document, alignment, terms, accepted)
    return ordered(findings)
