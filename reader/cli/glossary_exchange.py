"""``duben glossary``: the verbs that exchange entries with other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reader.cli.glossary import glossary, loaded
from reader.cli.shared import chosen, current_project, print_json, show_findings
from reader.errors import GlossaryError, OutputError
from reader.findings import Severity, as_dict

_FORMATS = ("csv", "xlsx", "tbx", "json", "anki")


@glossary.command()
@click.option("--to", "format_", required=True, metavar="FORMAT", help=f"One of {', '.join(_FORMATS)}.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; else standard output.")
@click.option("--domain", metavar="NAME", help="Only entries of this domain.")
@click.option("--status", type=click.Choice(["draft", "reviewed", "deprecated"]), help="Only entries of this status.")
def export(format_: str, output: Path | None, domain: str | None, status: str | None) -> int:
    """Write the glossary for other programs: spreadsheets (csv, xlsx), translation tools (tbx), json, anki."""
    from reader.files import replace_file
    from reader.glossary.exchange import WRITERS
    from reader.termbase import search

    (kind,) = chosen((format_,), _FORMATS, "format")
    terms = list(search(loaded(current_project()).terms, None, domain, status))
    data = WRITERS[kind](terms)
    if output is None:
        if sys.stdout.isatty() and kind == "xlsx":
            raise OutputError("a workbook is not for the screen", hint="name a file: -o glossary.xlsx")
        sys.stdout.buffer.write(data)
    else:
        replace_file(output, data)
        click.echo(f"{output.as_posix()}: {len(terms)} entries", err=True)
    return 0


@glossary.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--yes", is_flag=True, help="Do not ask; take all rows that can be taken.")
@click.option("--json", "json_", is_flag=True, help="What changes, as JSON, for programs.")
def import_(file: Path, dry_run: bool, yes: bool, json_: bool) -> int:
    """Take entries from FILE (csv, xlsx, tbx or json). What would change is shown first.

    A row is about the entry with its id, else with its term; else it is a new one. Nothing is ever deleted: an empty
    cell changes nothing, and a list only grows. Rows in conflict are told and left out.
    """
    from reader.glossary.exchange import MAX_BYTES, read
    from reader.glossary.exchange.merge import merge
    from reader.knowledge import own_glossary
    from reader.termbase import apply
    from reader.termbase.propose import free_id

    project = current_project()
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", path=file.as_posix()) from None
    given = read(data, file.as_posix())
    plan = merge(given.rows, own_glossary(project)[0].terms, free_id)
    faults = (*given.findings, *plan.findings)
    if json_:
        rows = [{"kind": c.kind, "id": c.term.id, "fields": [str(f) for f in c.fields]} for c in plan.changes]
        print_json({"changes": rows, "findings": [as_dict(fault) for fault in faults]})
    else:
        for change in plan.changes:
            click.echo(change)
    show_findings(faults, Severity.INFO, err=True)
    click.echo(f"{len(plan.changes)} entries to change, {len(faults)} faults", err=True)
    if dry_run or not plan.changes:
        return int(bool(faults))
    if not yes:
        click.confirm("write this?", abort=True, err=True)
    outcome = apply(project, lambda files: plan.apply(files, project.label(project.glossary)))
    show_findings(outcome.findings, Severity.ERROR, err=True)
    for path in outcome.written:
        click.echo(path, err=True)
    return int(bool(faults or outcome.findings))
