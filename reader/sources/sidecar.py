"""The sidecar of a seed (``NAME.yaml``): what the editor knows about the text and has decided about it.

Metadata (``title``, ``source``, ``date``, ``rights`` …), ``repairs`` of misprints, ``keep`` for suspects that are
right as they stand, ``blocks`` where a line is not what its form says, ``names`` that no rule can see,
``corrections`` of words, readings and glosses, and, for its translations, ``links`` and ``accepted`` deviations.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.findings import Finding, finding
from reader.model import BlockKind, Meta, NameKind, Place
from reader.pinyin import PinyinError, align
from reader.yamlfile import Codes, Field, Kind, Record, parse, read_mapping

SIDECAR_CODES = Codes(syntax="S014", unknown="S015", shape="S016", missing="S016", duplicate="S017", limit="S016")


@dataclass(frozen=True, slots=True)
class Repair:
    """A misprint put right: on ``line`` of the seed, ``wrong`` is to read ``right``.

    ``column`` (from 1) is needed only where the wrong text stands on the line more than once.
    """

    line: int
    wrong: str
    right: str
    why: str
    column: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class Keep:
    """A suspect that was looked at and is right: ``text`` on ``line``."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What the editor says about the words at one place, or wherever ``text`` stands if there is no context.

    ``before`` and ``after`` are the characters around ``text`` in its sentence. ``words``: how the text is cut.
    """

    text: str
    before: str
    after: str
    words: tuple[str, ...]
    pinyin: str
    gloss: str
    place: Place


@dataclass(frozen=True, slots=True)
class LinkCorrection:
    """The translation of one sentence begins at one place: ``source`` is the sentence's id or its first words,
    ``target`` the first words of the translation, empty if there is none. ``translation`` names the one that is meant
    (``en``, ``en-literal``), empty if there is only one."""

    source: str
    target: str
    translation: str
    place: Place


@dataclass(frozen=True, slots=True)
class Accepted:
    """A deviation of a translation that is meant: ``text``, a term or an amount as a finding names it, in the sentence
    that ``source`` names or begins, anywhere if that is empty."""

    source: str
    text: str
    why: str
    translation: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sidecar:
    """All of it; an absent sidecar is an empty one."""

    path: str = ""
    meta: Meta = field(default_factory=Meta)
    repairs: tuple[Repair, ...] = ()
    keep: tuple[Keep, ...] = ()
    blocks: Mapping[int, BlockKind] = field(default_factory=dict)
    names: Mapping[str, NameKind] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    links: tuple[LinkCorrection, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    pre_segmented: bool = False
    """The text has a space or ``|`` between its words."""


_META = ("title", "title_en", "author", "source", "source_en", "date", "rights", "note")
_FIELDS = (
    *(Field(name) for name in _META),
    Field("lang", choices=("zh-Hans", "zh-Hant")),
    Field("pre-segmented", Kind.BOOLEAN),
    Field("repairs", Kind.MAPPINGS),
    Field("keep", Kind.MAPPINGS),
    Field("blocks", Kind.MAPPINGS),
    Field("names", Kind.MAPPINGS),
    Field("corrections", Kind.MAPPINGS),
    Field("links", Kind.MAPPINGS),
    Field("accepted", Kind.MAPPINGS),
)
_REPAIR = (
    Field("file"),
    Field("line", Kind.INTEGER, required=True),
    Field("column", Kind.INTEGER),
    Field("wrong", required=True),
    Field("right"),
    Field("why", required=True),
)
_KEEP = (Field("line", Kind.INTEGER, required=True), Field("text", required=True), Field("why", required=True))
_BLOCK = (
    Field("line", Kind.INTEGER, required=True),
    Field("kind", required=True, choices=tuple(kind.value for kind in BlockKind)),
)
_NAME = (
    Field("name", required=True),
    Field("kind", required=True, choices=tuple(kind.value for kind in NameKind)),
)
_CORRECTION = (
    Field("text", required=True),
    Field("before"),
    Field("after"),
    Field("words", Kind.TEXTS),
    Field("pinyin"),
    Field("gloss"),
    Field("why"),
)
_LINK = (Field("source", required=True), Field("target"), Field("translation"))
_ACCEPTED = (Field("source"), Field("text", required=True), Field("why", required=True), Field("translation"))


def read_sidecar(data: bytes, path: str, seed: str) -> tuple[Sidecar, tuple[Finding, ...]]:
    """The sidecar at ``path`` of the seed file named ``seed``. Faulty parts are left out and reported."""
    node, faults = parse(data, path, SIDECAR_CODES)
    if node is None:
        return Sidecar(path), faults
    record, found = read_mapping(node, _FIELDS, path, SIDECAR_CODES)
    findings = [*faults, *found]

    def rows(name: str, fields: tuple[Field, ...]) -> list[Record]:
        good = []
        for item in record.mappings(name):
            row, wrong = read_mapping(item, fields, path, SIDECAR_CODES)
            findings.extend(wrong)
            if not wrong:
                good.append(row)
        return good

    repairs = []
    for row in rows("repairs", _REPAIR):
        if row.text("file") not in ("", seed):
            line, column = row.place("file")
            findings.append(
                finding("S016", path, line, column, f"this sidecar belongs to {seed}, not to {row.text('file')}")
            )
            continue
        repairs.append(
            Repair(
                line=row.integer("line") or 0,
                wrong=row.text("wrong"),
                right=row.text("right"),
                why=row.text("why"),
                column=row.integer("column"),
                place=Place(path, row.line, row.column),
            )
        )
    corrections = []
    for row in rows("corrections", _CORRECTION):
        correction = _correction(row, path)
        if isinstance(correction, Finding):
            findings.append(correction)
        else:
            corrections.append(correction)
    sidecar = Sidecar(
        path=path,
        meta=Meta(**{name: record.text(name) for name in _META}, lang=record.text("lang")),
        repairs=tuple(repairs),
        keep=tuple(Keep(r.integer("line") or 0, r.text("text"), r.text("why")) for r in rows("keep", _KEEP)),
        blocks={r.integer("line") or 0: BlockKind(r.text("kind")) for r in rows("blocks", _BLOCK)},
        names={r.text("name"): NameKind(r.text("kind")) for r in rows("names", _NAME)},
        corrections=tuple(corrections),
        links=tuple(
            LinkCorrection(r.text("source"), r.text("target"), r.text("translation"), Place(path, r.line, r.column))
            for r in rows("links", _LINK)
        ),
        accepted=tuple(
            Accepted(
                r.text("source"), r.text("text"), r.text("why"), r.text("translation"), Place(path, r.line, r.column)
            )
            for r in rows("accepted", _ACCEPTED)
        ),
        pre_segmented=record.boolean("pre-segmented") or False,
    )
    return sidecar, tuple(findings)


def _correction(row: Record, path: str) -> Correction | Finding:
    text, words, pinyin = row.text("text"), row.texts("words"), row.text("pinyin")
    if words and "".join(words) != text:
        line, column = row.place("words")
        return finding("S016", path, line, column, f"the words do not make up {text}: {' '.join(words)}")
    if pinyin:
        try:
            align(text, pinyin)
        except PinyinError as error:
            line, column = row.place("pinyin")
            return finding("S016", path, line, column, f"the pinyin does not fit {text}: {error}")
    if not (words or pinyin or row.text("gloss")):
        return finding("S016", path, row.line, row.column, "the correction changes nothing: no words, pinyin or gloss")
    return Correction(
        text, row.text("before"), row.text("after"), words, pinyin, row.text("gloss"), Place(path, row.line, row.column)
    )
