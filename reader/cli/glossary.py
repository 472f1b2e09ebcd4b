"""``duben glossary``: the verbs that look without writing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from reader.cli.shared import SEVERITIES, current_project, print_json, seeds_of, show_findings, status_of, summary
from reader.findings import Severity, as_dict, as_github, as_text, at_or_above

if TYPE_CHECKING:
    from reader.glossary import Glossary
    from reader.model import Term
    from reader.project import Project


@click.group()
def glossary() -> None:
    """Keep the glossary: look terms up, add and change them, see where they occur.

    Entries lie in glossary/*.yaml. Every change keeps the comments, the order and the formatting of these files, and is
    written only if it brings in no error.
    """


@glossary.command("list")
@click.argument("text", required=False)
@click.option("--domain", metavar="NAME", help="Only entries of this domain.")
@click.option("--status", type=click.Choice(["draft", "reviewed", "deprecated"]), help="Only entries of this status.")
@click.option("--json", "json_", is_flag=True, help="As JSON, for programs.")
def list_(text: str | None, domain: str | None, status: str | None, json_: bool) -> int:
    """List entries: all, or those with TEXT in term, alias, pinyin (with or without tones), id or English."""
    from reader.termbase import search

    found = list(search(loaded(current_project()).terms, text, domain, status))
    if json_:
        print_json({"entries": [plain(term) for term in found]})
    else:
        table((term.id, term.term, term.pinyin, term.short, term.status.value) for term in found)
        click.echo(f"{len(found)} entries", err=True)
    return 0


@glossary.command()
@click.argument("name", metavar="ID|TERM")
@click.option("--json", "json_", is_flag=True, help="As JSON, for programs.")
def show(name: str, json_: bool) -> int:
    """Show an entry with all its fields, and where it stands."""
    from reader.termbase import find_term

    term = find_term(name, loaded(current_project()))
    if json_:
        print_json(plain(term))
        return 0
    for field, value in fields(term).items():
        click.echo(f"{field:11} {value if isinstance(value, str) else '; '.join(value)}")
    if term.place is not None:
        click.echo(f"{'':11} {term.place.path}:{term.place.line}")
    return 0


@glossary.command()
@click.option("--severity", type=SEVERITIES, default="warning", show_default=True, help="The least that is shown.")
@click.option("--format", "format_", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--fix", is_flag=True, help="First put right what is safe to: spelling of pinyin, repeated items.")
def check(severity: str, format_: str, fix: bool) -> int:
    """Judge the glossary: the entries, and (with --severity info) how they meet the texts. duben check judges the texts
    as well."""
    from reader.knowledge import load_resources
    from reader.termbase import apply
    from reader.termbase.examine import examine, examine_against, mended

    project = current_project()
    if fix:
        for path in apply(project, mended).written:
            click.echo(f"mended {path}", err=True)
    resources, _ = load_resources(project)
    least = Severity(severity)
    found = examine(project, resources)
    if least is Severity.INFO:
        found += examine_against(project, project.seed_paths(), resources)
    if format_ == "json":
        print_json({"findings": [as_dict(fault) for fault in at_or_above(found, least)]})
    else:
        show_findings(found, least, line=as_github if format_ == "github" else as_text)
    if format_ == "text":
        click.echo(summary(found), err=True)
    return status_of(found, least)


@glossary.command()
@click.argument("names", nargs=-1, metavar="[ID|TERM]…")
@click.option("--seed", "seeds", multiple=True, metavar="NAME", help="Only in this text.")
@click.option("--json", "json_", is_flag=True, help="As JSON, for programs.")
def usage(names: tuple[str, ...], seeds: tuple[str, ...], json_: bool) -> int:
    """Show where the texts use a term (without one: every term): document, line, paragraph as the editions number it,
    and page of each printed edition that is built; also where it stands inside a longer one.
    """
    from reader.knowledge import make_resources
    from reader.termbase import find_term
    from reader.termbase.usage import uses

    project = current_project()
    known = loaded(project)
    wanted = {find_term(name, known).id for name in names} or set(known.by_id)
    found = [
        use for use in uses(project, seeds_of(project, seeds), make_resources(known, project)) if use.term in wanted
    ]
    if json_:
        print_json({"uses": [asdict(use) for use in found]})
        return 0
    for use in found:
        inside = f"  (in {use.inside})" if use.inside else ""
        pages = "".join(f"  {name} p. {page}" for name, page in use.pages.items())
        click.echo(
            f"{use.path}:{use.line}  {use.paragraph:>7}{pages}  {use.term}  {use.before}[{use.text}]{use.after}{inside}"
        )
    click.echo(f"{len(found)} uses in {len({use.seed for use in found})} texts", err=True)
    return 0


@glossary.command("stats")
@click.option("--json", "json_", is_flag=True, help="As JSON, for programs.")
def stats_(json_: bool) -> int:
    """Count entries by domain and status, and how many have each field."""
    from reader.glossary.stats import stats

    numbers = stats(loaded(current_project()).terms)
    if json_:
        print_json(asdict(numbers))
        return 0
    rows = [(row.domain, str(row.total), *map(str, row.statuses.values())) for row in numbers.domains]
    total = ("all", str(numbers.entries), *map(str, numbers.statuses.values()))
    table([("domain", "entries", *numbers.statuses), *rows, total])
    click.echo()
    table((name, str(count)) for name, count in numbers.fields.items())
    return 0


@glossary.command()
@click.argument("revision", metavar="REV", default="HEAD")
@click.option("--json", "json_", is_flag=True, help="As JSON, for programs.")
def diff(revision: str, json_: bool) -> int:
    """Say what changed in the terms since the commit REV (else the last one), and which editions that touches."""
    from reader.build import output_path
    from reader.termbase.history import changes_since, seeds_touched

    project = current_project()
    found = changes_since(project, revision)
    seeds = seeds_touched(project, found)
    editions = [
        project.label(output_path(project, seed, edition, format_))
        for seed in seeds
        for edition in project.config.editions
        for format_ in project.config.formats
    ]
    if json_:
        rows = [
            {"kind": change.kind, "id": change.term.id, "term": change.term.term,
             "fields": [asdict(field) for field in change.fields]}
            for change in found
        ]  # fmt: skip
        print_json({"changes": rows, "seeds": list(seeds), "editions": editions})
        return 0
    for change in found:
        click.echo(change)
    for edition in editions:
        click.echo(f"touches {edition}")
    click.echo(f"{len(found)} entries changed, {len(seeds)} texts touched", err=True)
    return 0


# --- shared by the verbs of the glossary ------------------------------------------------------------------------------


def loaded(project: Project) -> Glossary:
    """The glossary of a project; its errors are told."""
    from reader.knowledge import load_glossary

    known, faults = load_glossary(project)
    show_findings(faults, Severity.ERROR, err=True)
    return known


def fields(term: Term) -> dict[str, str | tuple[str, ...]]:
    """The fields of a term by name."""
    from reader.glossary.edit import fields_of

    return fields_of(term)


def plain(term: Term) -> dict[str, object]:
    """A term for JSON: its fields, and the place it stands at."""
    place = {"path": term.place.path, "line": term.place.line} if term.place else {}
    return {**{name: list(v) if isinstance(v, tuple) else v for name, v in fields(term).items()}, **place}


def table(rows: Iterable[Sequence[str]]) -> None:
    """Print rows in columns; Chinese characters count as two."""
    lines = [tuple(row) for row in rows]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _width(text: str) -> int:
    from unicodedata import combining, east_asian_width

    return sum((2 if east_asian_width(char) in "WF" else 1) for char in text if not combining(char))
