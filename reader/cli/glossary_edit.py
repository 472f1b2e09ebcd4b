"""``duben glossary``: the verbs that change the files of the glossary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click

from reader.cli.glossary import fields, glossary, loaded
from reader.cli.shared import current_project, show_findings
from reader.errors import ConfigError
from reader.findings import Severity

if TYPE_CHECKING:
    from reader.glossary.edit import Files
    from reader.project import Project
    from reader.termbase.propose import Proposal
    from reader.yamlfile import Value

_FIELDS = (
    "term", "aliases", "pinyin", "short", "english", "forbidden", "definition", "literal", "domain", "since", "sources",
    "see", "status",
)  # fmt: skip


@glossary.command()
@click.argument("term")
@click.option("--pinyin", help="Instead of the pinyin that is proposed.")
@click.option("--short", help="What stands beside the line: at most 32 characters.")
@click.option("--domain", help="The domain, which is also the file: glossary/DOMAIN.yaml.")
@click.option("--id", "id_", help="Instead of the id that is made from the pinyin.")
@click.option("--english", multiple=True, help="Established English, preferred first; may be repeated.")
@click.option("--alias", "aliases", multiple=True, help="Another form that texts use; may be repeated.")
@click.option("--literal", help="Instead of the parts that are proposed.")
@click.option("--definition", help="One to three sentences.")
@click.option("--since", help="First official use: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--source", "sources", multiple=True, help="A document that can be checked; may be repeated.")
@click.option("--see", multiple=True, help="The id of a related entry; may be repeated.")
@click.option("--yes", is_flag=True, help="Ask nothing: take what is proposed.")
def add(term: str, yes: bool, **given: str | tuple[str, ...] | None) -> int:
    """Add an entry for TERM as a draft. Pinyin, literal parts and an id are proposed, and terms that it may be another
    form of are shown; only what cannot be known is asked for."""
    from reader.glossary.edit import with_entries
    from reader.knowledge import load_resources
    from reader.termbase.propose import propose

    project = current_project()
    resources, _ = load_resources(project)
    pinyin = given["pinyin"] if isinstance(given["pinyin"], str) else None
    proposal = propose(term, resources, pinyin)
    for other, why in proposal.near:
        click.echo(f"near: {other.id} {other.term} {why}", err=True)
    if proposal.near and not yes:
        click.confirm("add it all the same?", abort=True, err=True)
    values = _asked(term, proposal, given, ask=not yes)
    path = f"{project.label(project.glossary)}/{values['domain']}.yaml"
    return _apply(project, lambda files: with_entries(files, path, [values]), f"{values['id']} {term} added")


def _asked(
    term: str, proposal: Proposal, given: Mapping[str, str | tuple[str, ...] | None], *, ask: bool
) -> dict[str, Value]:
    """The fields of the new entry: as given, else as proposed (and, with ``ask``, confirmed), else asked for."""

    def value(name: str, default: str) -> str:
        known = given[name]
        if isinstance(known, str):
            return known
        return str(click.prompt(name, default=default or None, err=True)) if ask else default

    short, domain = given["short"], given["domain"]
    if not ask and not (isinstance(short, str) and isinstance(domain, str)):
        raise ConfigError("--yes needs --short and --domain: nothing can propose them")
    lists = {
        name: found for name in ("aliases", "english", "sources", "see") if isinstance(found := given[name], tuple)
    }
    texts = {name: found for name in ("definition", "since") if isinstance(found := given[name], str)}
    id_ = given["id_"]
    return {
        "term": term,
        "pinyin": value("pinyin", proposal.pinyin),
        "short": value("short", ""),
        "literal": value("literal", proposal.literal),
        "domain": value("domain", ""),
        "id": id_ if isinstance(id_, str) else proposal.id,
        "status": "draft",
        **lists,
        **texts,
    }


@glossary.command()
@click.argument("name", metavar="ID|TERM")
@click.option("--set", "sets", multiple=True, metavar="FIELD=VALUE", help="Another value; an empty one takes it out.")
@click.option("--add", "adds", multiple=True, metavar="FIELD=VALUE", help="One more item of a list.")
@click.option("--remove", "removes", multiple=True, metavar="FIELD=VALUE", help="One item less of a list.")
def edit(name: str, sets: tuple[str, ...], adds: tuple[str, ...], removes: tuple[str, ...]) -> int:
    """Change fields of an entry; without an option, in your editor ($EDITOR)."""
    from reader.glossary.edit import LISTS, with_fields
    from reader.termbase import own_term

    project = current_project()
    term = own_term(name, project)
    changes: dict[str, Value] = {}
    if not (sets or adds or removes):
        changes = _edited(fields(term))
    for option, field, value in _pairs(sets, adds, removes, LISTS):
        if field not in LISTS:
            changes[field] = value
            continue
        items = changes.get(field, getattr(term, field))
        assert isinstance(items, tuple)
        if option == "set":
            changes[field] = (value,) if value else ()
        elif option == "add":
            changes[field] = items if value in items else (*items, value)
        elif value in items:
            changes[field] = tuple(item for item in items if item != value)
        else:
            raise ConfigError(f"'{value}' is not in {field} of {term.id}")
    return _apply(project, lambda files: with_fields(files, term.id, changes), f"{term.id} changed")


def _pairs(
    sets: tuple[str, ...], adds: tuple[str, ...], removes: tuple[str, ...], lists: frozenset[str]
) -> list[tuple[str, str, str]]:
    pairs = []
    for option, given in (("set", sets), ("add", adds), ("remove", removes)):
        for pair in given:
            field, sign, value = pair.partition("=")
            if not sign:
                raise ConfigError(f"--{option} {pair}: it has to be FIELD=VALUE")
            if field == "id":
                raise ConfigError(f"--{option} {pair}: an id is stable for ever")
            if field not in _FIELDS:
                raise ConfigError(f"there is no field '{field}'", hint=f"fields are {', '.join(_FIELDS)}")
            if option != "set" and field not in lists:
                raise ConfigError(f"--{option} {pair}: {field} is no list", hint=f"use --set {field}=VALUE")
            pairs.append((option, field, value.strip()))
    return pairs


def _edited(before: Mapping[str, Value]) -> dict[str, Value]:
    """What somebody made of the fields in their editor: those that are different now."""
    from reader.glossary.edit import fields_of
    from reader.glossary.entries import TERM_FORM, read_terms
    from reader.yamlfile import append_entry

    text = click.edit(append_entry("", before, TERM_FORM), extension=".yaml")
    if text is None:
        return {}
    entries, faults = read_terms(text.encode(), "your text")
    show_findings(faults, Severity.ERROR, err=True)
    if len(entries) != 1 or not entries[0].sound:
        raise ConfigError("nothing was changed: the text is not one sound entry")
    after = fields_of(entries[0].term)
    if after["id"] != before["id"]:
        raise ConfigError("nothing was changed: an id is stable for ever")
    names = dict.fromkeys([*before, *after])
    return {name: after.get(name, "") for name in names if after.get(name, "") != before.get(name, "")}


@glossary.command()
@click.argument("name", metavar="ID|TERM")
@click.argument("term")
@click.option("--pinyin", help="Instead of the pinyin that is proposed.")
@click.option("--forget", is_flag=True, help="Do not keep the old form as an alias.")
def rename(name: str, term: str, pinyin: str | None, forget: bool) -> int:
    """Give an entry another TERM. Its id stays, and its old form becomes an alias."""
    from reader.glossary.edit import renamed
    from reader.knowledge import load_resources
    from reader.termbase import own_term
    from reader.termbase.propose import guess

    project = current_project()
    known = own_term(name, project)
    resources, _ = load_resources(project)
    spelled = pinyin or guess(term, resources)[0]
    return _apply(
        project,
        lambda files: renamed(files, known, term, spelled, keep=not forget),
        f"{known.id} is now {term} {spelled}",
    )


@glossary.command()
@click.argument("name", metavar="ID|TERM")
@click.option("--use", "instead", metavar="ID", help="What to use instead; it goes into 'see'.")
def deprecate(name: str, instead: str | None) -> int:
    """Keep an entry, but no longer look for it in texts."""
    from reader.glossary.edit import deprecated
    from reader.termbase import find_term, own_term

    project = current_project()
    term = own_term(name, project)
    other = find_term(instead, loaded(project)).id if instead else None
    return _apply(project, lambda files: deprecated(files, term, other), f"{term.id} is deprecated")


@glossary.command()
@click.option("--check", "check_", is_flag=True, help="Write nothing; the status is 1 where something would change.")
def fmt(check_: bool) -> int:
    """Put the files of the glossary into their canonical form; no value and no comment is lost."""
    from reader.glossary.edit import formatted
    from reader.termbase import apply

    project = current_project()
    outcome = apply(project, lambda files: formatted(files)[0], write=not check_)
    faults = formatted(outcome.before)[1]
    show_findings((*faults, *outcome.findings), Severity.ERROR, err=True)
    before = {file.path: file for file in outcome.before}
    changed = [file.path for file in outcome.after if before[file.path] != file]
    for path in changed:
        click.echo(f"would change {path}" if check_ else path)
    return int(bool(faults or outcome.findings or (check_ and changed)))


def _apply(project: Project, change: Callable[[Files], Files], done: str) -> int:
    """Make a change and say so; a change that is refused is explained, and nothing is written."""
    from reader.termbase import apply

    outcome = apply(project, change)
    if outcome.findings:
        show_findings(outcome.findings, Severity.ERROR, err=True)
        click.echo("nothing was written", err=True)
        return 1
    click.echo(f"{done}: {', '.join(outcome.written)}" if outcome.written else "nothing to change")
    return 0
