"""What texts are annotated with: the glossary of a project over the program's own, and the language resources."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import reader
from reader.cache import cache_folder, digest, write_atomically
from reader.errors import LexiconError
from reader.findings import Finding, Severity, at_or_above
from reader.glossary import Glossary, GlossaryFile, Matcher, digest_of, glossary_of, read_folder
from reader.lexicon import open_dictionary, open_levels
from reader.model import LexiconEntry, NameKind, Place, Term, TermStatus
from reader.passes import Resources
from reader.project import Project
from reader.pronouncer import PypinyinPronouncer
from reader.segmenter import JiebaSegmenter

_PACKAGE = Path(__file__).parent
_CACHE_FORMAT = 2
"""Raise it with every change of Term, LexiconEntry, or of how they are kept."""


def default_glossary() -> Path:
    """The glossary that comes with the program: inside the package in a wheel, beside it in a checkout."""
    packaged = _PACKAGE / "_defaults" / "glossary"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "glossary"


def glossary_files(project: Project | None) -> tuple[tuple[GlossaryFile, ...], tuple[GlossaryFile, ...]]:
    """The files of the project's own glossary and of the program's; the latter alone where they are the same."""
    defaults = default_glossary()
    base = read_folder(defaults, defaults.parent)
    if project is None or project.glossary.resolve() == defaults.resolve():
        return (), base
    return read_folder(project.glossary, project.root), base


def glossary_digest(project: Project | None) -> str:
    """What tells, without parsing, whether anything in the glossary of a project has changed."""
    own, base = glossary_files(project)
    return hashlib.sha256(f"{digest_of(own)} {digest_of(base)}".encode()).hexdigest()


def load_glossary(project: Project | None) -> tuple[Glossary, tuple[Finding, ...]]:
    """The program's glossary under the project's own, whose entries win wherever the two speak of the same id, term or
    word; and what is wrong with the project's (with the program's, where that is the project)."""
    own_files, base_files = glossary_files(project)
    base, base_faults = _parsed(base_files)
    if not own_files:
        return base, base_faults
    own, faults = _parsed(own_files)
    taken = {surface for term in own.terms for surface in (term.term, *term.aliases)}
    terms = tuple(
        term for term in base.terms if term.id not in own.by_id and taken.isdisjoint((term.term, *term.aliases))
    )
    own_words = {entry.word for entry in own.lexicon}
    lexicon = tuple(entry for entry in base.lexicon if entry.word not in own_words)
    return Glossary((*own.terms, *terms), (*own.lexicon, *lexicon), f"{own.digest} {base.digest}"), faults


def own_glossary(project: Project) -> tuple[Glossary, tuple[Finding, ...]]:
    """What the project's own files say, without the program's glossary under them; and what is wrong with them."""
    return _parsed(own_files(project))


def own_files(project: Project) -> tuple[GlossaryFile, ...]:
    """The project's own glossary files."""
    return read_folder(project.glossary, project.root)


def make_resources(glossary: Glossary, project: Project | None) -> Resources:
    """The language and a glossary as one value for the passes."""
    dictionary = open_dictionary(project.glossary if project else None)
    words: dict[str, list[LexiconEntry]] = {}
    for entry in glossary.lexicon:
        words.setdefault(entry.word, []).append(entry)
    return Resources(
        glossary=glossary,
        matcher=Matcher(glossary.terms),
        dictionary=dictionary,
        levels=open_levels(),
        segmenter=JiebaSegmenter(dictionary, tuple(word for word, known in words.items() if _is_one_word(known[0]))),
        pronouncer=PypinyinPronouncer(),
        lexicon={word: tuple(entries) for word, entries in words.items()},
    )


def _is_one_word(entry: LexiconEntry) -> bool:
    """Whether a text is to be cut so that the entry is one token: words and names, not phrases, whose words stand
    apart in their pinyin."""
    return entry.name is not None or " " not in entry.pinyin


def load_resources(project: Project | None) -> tuple[Resources, tuple[Finding, ...]]:
    """All that the passes need to know, and the findings of the glossary."""
    glossary, faults = load_glossary(project)
    return make_resources(glossary, project), faults


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings spoils an edition."""
    return bool(at_or_above(findings, Severity.ERROR))


# --- the parsed glossary, kept between runs ---------------------------------------------------------------------------
# Reading YAML with the place of every value costs about a second for a thousand entries; reading the result back, some
# milliseconds. The findings are kept with it, so that a fault is told at every run.


def _parsed(files: tuple[GlossaryFile, ...]) -> tuple[Glossary, tuple[Finding, ...]]:
    paths = " ".join(file.path for file in files)
    key = digest(reader.__version__, _CACHE_FORMAT, paths, digest_of(files))
    path = cache_folder() / f"glossary-{key}.json"
    kept = _read_kept(path)
    if kept is not None:
        return kept
    glossary, faults = glossary_of(files)
    text = json.dumps(_plain(glossary, faults), ensure_ascii=False)
    try:
        write_atomically(path, lambda made: _write_text(made, text))
    except OSError as error:
        raise LexiconError(f"the cache cannot be written: {error.strerror}", path=str(path)) from None
    return glossary, faults


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _plain(glossary: Glossary, faults: Iterable[Finding]) -> dict[str, Any]:
    return {
        "digest": glossary.digest,
        "terms": [_values(term) for term in glossary.terms],
        "lexicon": [_values(entry) for entry in glossary.lexicon],
        "findings": [_values(fault) for fault in faults],
    }


def _values(record: Term | LexiconEntry | Finding) -> list[Any]:
    """The fields in order; a place as a list of its own."""
    values = (getattr(record, name) for name in record.__slots__)
    return [[value.path, value.line, value.column] if isinstance(value, Place) else value for value in values]


def _read_kept(path: Path) -> tuple[Glossary, tuple[Finding, ...]] | None:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        terms = tuple(_term(values) for values in kept["terms"])
        lexicon = tuple(_word(values) for values in kept["lexicon"])
        findings = tuple(Finding(code, Severity(severity), *rest) for code, severity, *rest in kept["findings"])
        return Glossary(terms, lexicon, kept["digest"]), findings
    except (OSError, ValueError, KeyError, TypeError):
        return None  # not there, or damaged: it is made again


def _term(values: list[Any]) -> Term:
    texts: list[Any] = [tuple(value) if isinstance(value, list) else value for value in values[:-2]]
    return Term(*[*texts, TermStatus(values[-2]), _place(values[-1])])


def _word(values: list[Any]) -> LexiconEntry:
    return LexiconEntry(*[*values[:-2], NameKind(values[-2]) if values[-2] else None, _place(values[-1])])


def _place(values: list[Any] | None) -> Place | None:
    return Place(*values) if values else None
