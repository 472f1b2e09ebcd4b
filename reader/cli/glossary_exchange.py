"""``duben glossary``: the verbs by which entries come and go: export, import, mine."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from reader.cli.glossary import glossary, loaded, table
from reader.cli.shared import chosen, current_project, print_json, seeds_of, show_findings, split_names
from reader.errors import GlossaryError, OutputError
from reader.findings import Severity, as_dict

_FORMATS = ("csv", "xlsx", "tbx", "json", "anki", "html", "pdf")


_SUFFIXES = {"anki": "txt"}


@glossary.command()
@click.option("--to", "format_", required=True, metavar="FORMATS", help=f"Of {', '.join(_FORMATS)}.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; else standard output.")
@click.option("--domain", metavar="NAME", help="Only entries of this domain.")
@click.option("--status", type=click.Choice(["draft", "reviewed", "deprecated"]), help="Only entries of this status.")
def export(format_: str, output: Path | None, domain: str | None, status: str | None) -> int:
    """Write the glossary for other programs: spreadsheets (csv, xlsx), translation tools (tbx), json, anki; or as a
    dictionary for readers (html, pdf). Several formats, parted by commas, go into files named after the output."""
    from reader.files import replace_file
    from reader.termbase import search
    from reader.termbase.publish import write

    kinds = chosen(split_names(format_), _FORMATS, "format")
    project = current_project()
    terms = list(search(loaded(project).terms, None, domain, status))
    if not terms:
        raise GlossaryError("there is no such entry to export", hint="duben glossary stats shows domains and statuses")
    if output is None and (len(kinds) > 1 or (sys.stdout.isatty() and kinds[0] in ("xlsx", "pdf"))):
        raise OutputError("this is not for the screen", hint="name a file: -o glossary")
    for kind in kinds:
        data, warnings = write(kind, terms, project)
        for warning in warnings:
            click.echo(f"{kind}: {warning}", err=True)
        if output is None:
            sys.stdout.buffer.write(data)
        else:
            path = output if len(kinds) == 1 else output.with_suffix(f".{_SUFFIXES.get(kind, kind)}")
            replace_file(path, data)
            click.echo(f"{path.as_posix()}: {len(terms)} entries", err=True)
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


@glossary.command()
@click.argument("sources", nargs=-1, metavar="[SEED|FOLDER]…")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many are shown.")
@click.option("--contexts", is_flag=True, help="Show sentences that each stands in.")
@click.option("--accept", multiple=True, metavar="TERM", help="Make a draft entry of it; may be repeated.")
@click.option("--domain", default="mined", show_default=True, help="The domain, and file, of accepted entries.")
@click.option("--json", "json_", is_flag=True, help="As JSON, for programs.")
def mine(
    sources: tuple[str, ...], limit: int, contexts: bool, accept: tuple[str, ...], domain: str, json_: bool
) -> int:
    """Find what may be a term: expressions of several words that texts treat as one, with guessed pinyin and parts.

    Looks into SEEDS, or into every text of a FOLDER; without either, into every seed.
    """
    from reader.glossary.edit import with_entries
    from reader.knowledge import load_resources
    from reader.termbase import apply
    from reader.termbase.mining import candidates, draft, paragraphs_of, texts_in
    from reader.termbase.propose import guess

    project = current_project()
    resources, _ = load_resources(project)
    if accept:
        taken: dict[str, object] = dict(resources.glossary.by_id)
        entries = []
        for term in dict.fromkeys(accept):
            entries.append(draft(term, domain, taken, resources))
            taken[str(entries[-1]["id"])] = None
        path = f"{project.label(project.glossary)}/{domain}.yaml"
        outcome = apply(project, lambda files: with_entries(files, path, entries))
        show_findings(outcome.findings, Severity.ERROR, err=True)
        for entry in entries if outcome.written else ():
            click.echo(f"{entry['id']} {entry['term']} {entry['pinyin']}: draft in {path}")
        return int(bool(outcome.findings))
    folders = [Path(name) for name in sources if Path(name).is_dir()]
    seeds = tuple(name for name in sources if not Path(name).is_dir())
    paths = [*(path for folder in folders for path in texts_in(folder))]
    paths += seeds_of(project, seeds) if seeds or not folders else ()
    found = candidates(paragraphs_of(project, paths, resources), resources)[:limit]
    rows = [(candidate, *guess(candidate.text, resources)) for candidate in found]
    if json_:
        print_json({"candidates": [{**asdict(c), "pinyin": pinyin, "literal": literal} for c, pinyin, literal in rows]})
        return 0
    table((c.text, str(c.count), pinyin, literal, " ".join(c.others)) for c, pinyin, literal in rows)
    for candidate in found if contexts else ():
        for context in candidate.contexts:
            click.echo(f"{candidate.text}: {context}")
    click.echo(f"{len(found)} candidates; --accept TERM makes a draft of one", err=True)
    return 0
