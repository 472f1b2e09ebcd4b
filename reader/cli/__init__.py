"""The command ``duben``: arguments in, one function called, its result printed.

Exit status of every verb: 0 clean, 1 findings at or above the asked severity, 2 can't go on. The heavy parts are
imported inside the verbs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader import __version__
from reader.cli import glossary_edit as _glossary_edit  # noqa: F401  (adds its verbs to the group)
from reader.cli import glossary_exchange as _glossary_exchange
from reader.cli.glossary import glossary
from reader.cli.shared import (
    SEVERITIES,
    chosen,
    current_project,
    print_json,
    progress,
    seeds_of,
    show_findings,
    split_names,
    status_of,
    summary,
)
from reader.collector import collector_resting
from reader.errors import ConfigError, DubenError
from reader.findings import Finding, Severity, as_dict, as_github, as_text, at_or_above, where

if TYPE_CHECKING:
    from reader.model import Document
    from reader.review import Item

_PASSES = click.Choice(["sentences", "terms", "words", "readings", "glosses", "levels"])


class _Verbs(click.Group):
    """Turns every way of giving up into one clear line and exit status 2."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line; never returns."""
        kwargs["standalone_mode"] = False
        try:
            status = super().main(*args, **kwargs)
        except DubenError as error:
            _complain(error)
            sys.exit(2)
        except click.ClickException as error:
            error.show()
            sys.exit(2)
        except (click.Abort, KeyboardInterrupt):
            click.echo("stopped", err=True)
            sys.exit(2)
        except BrokenPipeError:
            # the reader of our output has gone (duben … | head); there is nobody left to tell
            sys.stderr.close()
            sys.exit(2)
        sys.exit(status if isinstance(status, int) else 0)


def _complain(error: DubenError) -> None:
    place = where(error.path, error.line, error.column)
    click.echo(f"{place}: {error.message}" if place else f"duben: {error.message}", err=True)
    if error.hint:
        click.echo(f"    hint: {error.hint}", err=True)


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="duben")
def main() -> None:
    """Duben 读本 makes learner editions of Chinese texts: pinyin, glosses and a curated glossary, as HTML and PDF.

    Texts lie in seeds/, curated terms in glossary/, what is made in build/.
    """


main.add_command(glossary)


@main.group()
def export() -> None:
    """Write what the project has for other programs and for readers."""


export.add_command(_glossary_exchange.export, "glossary")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> int:
    """Start a project in FOLDER, with a text to try and a glossary to extend."""
    from reader.starter import create

    for path in create(folder):
        click.echo(path.as_posix())
    click.echo(f"next: cd {folder.as_posix()} && duben build", err=True)
    return 0


@main.command()
@click.argument("seeds", nargs=-1)
@click.option("--edition", "editions", multiple=True, metavar="NAME", help="full, graded, plain or one of reader.toml.")
@click.option("--to", "formats", metavar="FORMATS", help="Formats, parted by commas: html,pdf.")
@click.option("--paper", metavar="NAME", help="Paper of the PDF: a4, a5, letter or 170x240mm.")
@click.option("--translation", metavar="PLACE", help="Under each sentence, paragraph, at the end, or none.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Seeds made side by side.")
def build(
    seeds: tuple[str, ...],
    editions: tuple[str, ...],
    formats: str | None,
    paper: str | None,
    translation: str | None,
    jobs: int,
) -> int:
    """Make the editions of SEEDS, or of every seed, into build/. What is current is left alone."""
    from reader import build as builder
    from reader.edition import PAPERS, TRANSLATIONS
    from reader.outputs import FORMATS

    project = current_project()
    paths = seeds_of(project, seeds)
    wanted = chosen(editions or project.config.editions, project.config.specs, "edition")
    kinds = chosen(split_names(formats) or project.config.formats, FORMATS, "format")
    if paper is not None:
        project = project.on_paper(*chosen((paper,), PAPERS, "paper"))
    if translation is not None:
        project = project.with_translation(*chosen((translation,), TRANSLATIONS, "place of the translation"))
    if jobs > 1 and len(paths) > 1:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        with ProcessPoolExecutor(min(jobs, len(paths)), get_context("spawn")) as executor:
            report = builder.build(project, paths, wanted, kinds, executor, progress)
    else:
        report = builder.build(project, paths, wanted, kinds, None, progress)
    show_findings(report.findings, Severity.WARNING, err=True)
    for made in report.made:
        why = f"  ({', '.join(made.why[:5])}{' …' if len(made.why) > 5 else ''} changed)" if made.why else ""
        click.echo(f"{made.state:9} {made.path}{why}")
    hidden = len(report.findings) - len(at_or_above(report.findings, Severity.WARNING))
    if hidden:
        click.echo(f"{hidden} notes on joins and repairs: duben check --severity info", err=True)
    return status_of(report.findings, Severity.ERROR)


@main.command()
@click.argument("seeds", nargs=-1)
@click.option("--severity", type=SEVERITIES, default="warning", show_default=True, help="The least that is shown.")
@click.option("--translation", "translations", is_flag=True, help="Compare translations: terms, amounts, dates.")
@click.option("--format", "format_", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(seeds: tuple[str, ...], severity: str, translations: bool, format_: str) -> int:
    """Judge the glossary and SEEDS (every seed, if none is named) without writing anything."""
    from reader.check import check as judge

    project = current_project()
    least = Severity(severity)
    findings = judge(project, seeds_of(project, seeds), translations=translations)
    if format_ == "json":
        print_json({"findings": [as_dict(found) for found in at_or_above(findings, least)]})
    else:
        show_findings(findings, least, line=as_github if format_ == "github" else as_text)
    if format_ == "text":
        click.echo(summary(findings), err=True)
    return status_of(findings, least)


@main.command()
@click.argument("seed")
@click.option("--json", "json_", is_flag=True, help="As JSON, for programs.")
@click.option("--set", "values", multiple=True, metavar="ID=VALUE", help="Settle an item with another pinyin or gloss.")
@click.option("--accept", multiple=True, metavar="ID", help="Settle an item as it was chosen.")
def review(seed: str, json_: bool, values: tuple[str, ...], accept: tuple[str, ...]) -> int:
    """List what is doubtful in SEED, worst first, and settle it. Answers go into the sidecar and stay."""
    from reader.desk import open_items, settle_items

    project = current_project()
    path = project.find_seed(seed)
    if values or accept:
        given: dict[str, str | None] = dict.fromkeys(accept)
        given |= {id_: value for id_, _, value in (pair.partition("=") for pair in values)}
        for line in settle_items(project, path, given):
            click.echo(line, err=True)
    items = open_items(project, path)
    if json_:
        print_json({"items": [asdict(item) for item in items]})
        return int(bool(items))
    for item in items:
        _print_item(item)
    click.echo(f"{len(items)} open", err=True)
    return int(bool(items))


@main.command()
@click.argument("seed")
@click.option("--translation", "label", default="", metavar="LABEL", help="Which one, as en-literal; else the first.")
@click.option("--write", is_flag=True, help="Write marks into the translation, where all is sure.")
@click.option("--json", "json_", is_flag=True, help="As JSON, for programs.")
def align(seed: str, label: str, write: bool, json_: bool) -> int:
    """Show which sentence of a translation translates which of SEED, and how sure that is."""
    from reader.bitext import alignment_of, rows, write_marks

    project = current_project()
    document, alignment = alignment_of(project, project.find_seed(seed), label)
    if write:
        count = write_marks(project, alignment)
        click.echo(f"{count} marks written into {alignment.translation.path}", err=True)
    links = rows(document, alignment)
    if json_:
        print_json({"translation": alignment.translation.path, "links": [asdict(link) for link in links]})
    elif not write:
        for link in links:
            click.echo(f"{link.confidence:4.0%} {link.kind:9} {'+'.join(link.ids) or '–'}")
            click.echo(f"     {link.source.strip() or '–'}\n     {link.target or '–'}")
    show_findings(alignment.findings, Severity.WARNING, err=True)
    return status_of(alignment.findings, Severity.WARNING)


@main.command()
@click.argument("seed")
@click.option("--model", envvar="DUBEN_MODEL", metavar="FOLDER", help="Of the model; else DUBEN_MODEL says it.")
def translate(seed: str, model: str | None) -> int:
    """Translate SEED by machine into seeds/NAME.en-draft.txt, which is called a draft wherever it shows."""
    from reader.bitext import write_draft

    project = current_project()
    if not model:
        raise ConfigError("no model is named", hint="--model FOLDER; docs/translation.md says which")
    click.echo(write_draft(project, project.find_seed(seed), Path(model)))
    return 0


@main.command()
@click.argument("file", metavar="FILE|-")
@click.option("--json", "json_", is_flag=True, help="The JSON contract duben/1, for programs.")
@click.option("--severity", type=SEVERITIES, default="error", show_default=True, help="What makes the status 1.")
def annotate(file: str, json_: bool, severity: str) -> int:
    """Annotate any text file, or standard input, and print the result. Inside a project its glossary is used."""
    document, glossary_findings = _annotated(file)
    if json_:
        from reader.contract import as_json

        print_json(as_json(document), indent=None)
    else:
        _print_lines(document, ids=False)
        show_findings(document.findings, Severity.WARNING, err=True)
    return status_of((*document.findings, *glossary_findings), Severity(severity))


@main.command()
@click.argument("file", metavar="FILE|-")
@click.option("--after", type=_PASSES, help="Stop after this pass.")
@click.option("--ids", is_flag=True, help="Put the sentence id before each line.")
def show(file: str, after: str | None, ids: bool) -> int:
    """Show how a text is cut, read and matched, a line a sentence, in the interlinear notation."""
    document, _ = _annotated(file, after)
    _print_lines(document, ids)
    return 0


@main.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 takes a free one.")
def preview(port: int) -> int:
    """Show the pages in the browser and keep them current; edit the glossary and the review queue there.

    Serves this machine only, under an address with a random token. Stop it with Ctrl-C.
    """
    from reader.preview import serve

    serve(current_project(), port, lambda line: click.echo(line, err=not line.startswith("http")))
    return 0


@main.command()
@click.option("--json", "json_", is_flag=True, help="As JSON, for programs.")
def doctor(json_: bool) -> int:
    """Say what Duben works with here: versions, data, fonts, libraries, folders, and what is missing."""
    from reader.doctor import examine

    rows = examine(Path.cwd())
    if json_:
        print_json({"checks": [{"name": row.name, "value": row.value, "fault": row.fault} for row in rows]})
    else:
        width = max(len(row.name) for row in rows)
        for row in rows:
            click.echo(f"{row.name:{width}}  {row.value}")
            if row.fault:
                click.echo(f"{'':{width}}  ! {row.fault}")
    return int(any(row.fault for row in rows))


# --- what several verbs print -----------------------------------------------------------------------------------------


@collector_resting()
def _annotated(file: str, upto: str | None = None) -> tuple[Document, tuple[Finding, ...]]:
    from reader.annotate import Seed
    from reader.annotate import annotate as annotate_seed
    from reader.knowledge import load_resources
    from reader.project import find_project, read_seed

    if file == "-":
        project = find_project(Path.cwd())
        seed = Seed("stdin", "-", sys.stdin.buffer.read())
    else:
        path = Path(file)
        project = find_project(path.parent if path.parent.is_dir() else Path.cwd()) or find_project(Path.cwd())
        if project is not None and not path.exists():
            path = project.find_seed(file)
        seed = read_seed(path, project)
    resources, faults = load_resources(project)
    show_findings(faults, Severity.ERROR, err=True)
    return annotate_seed(seed, resources, upto), faults


def _print_item(item: Item) -> None:
    place = f"{item.sentence or 'line'} {item.line}"
    click.echo(f"{item.id}  {item.reason}  ({place})  {item.before}[{item.text}]{item.after}")
    chosen = f"{item.chosen} ({item.origin})" if item.chosen else "nothing"
    others = f"; or {', '.join(item.others)}" if item.others else ""
    click.echo(f"          {item.field}: {chosen}{others}")


def _print_lines(document: Document, ids: bool) -> None:
    from reader.interlinear import print_sentence

    for article in document.articles:
        for block in article.blocks:
            for sentence in block.sentences:
                click.echo((f"{sentence.id}\t" if ids else "") + print_sentence(sentence))
