"""The glossary of a project judged: its files alone, and against its texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from reader.annotate import annotate, sentences
from reader.collector import collector_resting
from reader.errors import DubenError
from reader.findings import Finding, finding, ordered
from reader.glossary.advice import advise, respelled
from reader.glossary.edit import Files, fields_of, with_fields
from reader.glossary.entries import read_terms
from reader.glossary.store import read_all
from reader.knowledge import own_files
from reader.model import Document, Term, TermStatus
from reader.passes import Resources
from reader.project import Project, read_seed
from reader.termbase.mining import candidates
from reader.yamlfile import Value


@collector_resting()
def examine(project: Project, resources: Resources) -> tuple[Finding, ...]:
    """What is wrong or doubtful in the project's own glossary, without a look at its texts."""
    _, faults, entries = read_all(own_files(project))
    known = cache(lambda char: _readings(char, resources))
    return ordered((*faults, *advise(entries, known)))


def examine_against(project: Project, paths: Sequence[Path], resources: Resources) -> tuple[Finding, ...]:
    """What the texts say of the project's own glossary: terms that none of them uses, terms that overlap, phrases that
    they repeat and that have no entry."""
    used: set[str] = set()
    texts: list[str] = []
    found: list[Finding] = []
    for path in paths:
        try:
            document = annotate(read_seed(path, project), resources, "terms")
        except DubenError:
            continue  # ``duben check`` says what is wrong with a text
        texts += [block.text for article in document.articles for block in article.blocks]
        for _, sentence in sentences(document):
            used |= resources.matcher.mentioned(sentence.text)
        found += _crossings(document, resources)
    for entry in read_all(own_files(project))[2]:
        if entry.sound and entry.term.id not in used and entry.term.status is not TermStatus.DEPRECATED:
            place = entry.record.place("term")
            found.append(finding("G024", entry.path, *place, f"no text uses {entry.term.term}"))
    folder = project.label(project.glossary)
    repeated = [one for one in candidates(texts, resources) if one.count >= _OFTEN][:_MOST]
    for one in repeated:
        message = f"{one.text} stands {one.count} times in the texts and has no entry: {one.contexts[0]}"
        hint = f"duben glossary mine --accept {one.text}, if it is a term"
        found.append(finding("G029", folder, None, None, message, hint))
    return ordered(found)


_OFTEN = 3
"""A phrase that stands as often in the texts is told of."""
_MOST = 20


def mended(files: Files) -> Files:
    """The files with all put right that is safe to: pinyin spelled by the standard, nothing twice in a list, no entry
    that names itself or has its own term as an alias."""
    for file in files:
        if file.is_lexicon:
            continue
        for entry in read_terms(file.data, file.path)[0]:
            if entry.term.id and (changes := _mending(entry.term)):
                files = with_fields(files, entry.term.id, changes)
    return files


def _mending(term: Term) -> dict[str, Value]:
    better = replace(
        term,
        pinyin=respelled(term.pinyin),
        aliases=tuple(alias for alias in dict.fromkeys(term.aliases) if alias != term.term),
        english=tuple(dict.fromkeys(term.english)),
        forbidden=tuple(dict.fromkeys(term.forbidden)),
        sources=tuple(dict.fromkeys(term.sources)),
        see=tuple(target for target in dict.fromkeys(term.see) if target != term.id),
    )
    before, after = fields_of(term), fields_of(better)
    return {name: after.get(name, "") for name in before if after.get(name, "") != before[name]}


def _crossings(document: Document, resources: Resources) -> Iterator[Finding]:
    for block, sentence in sentences(document):
        for one, other in resources.matcher.crossings(sentence.text):
            around = sentence.text[one.start : other.end]
            message = f"'{one.surface}' and '{other.surface}' overlap in {around}: the first one is taken"
            yield finding("G025", block.place.path, block.place.line, None, message)


def _readings(char: str, resources: Resources) -> Collection[str]:
    found = resources.dictionary.readings(char)
    return dict.fromkeys([*resources.pronouncer.alternatives(char), *(reading[0] for reading in found if reading[0])])
