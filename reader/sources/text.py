"""A plain text file as a document: decode, repair, structure, suspects, in this order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.errors import SourceError
from reader.findings import Finding, finding, ordered
from reader.model import Document, SourceText
from reader.sources.decode import decode
from reader.sources.lines import split_lines
from reader.sources.misprints import Sounds, Words
from reader.sources.repair import repair
from reader.sources.sidecar import Sidecar
from reader.sources.structure import build_articles
from reader.sources.suspects import suspects


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading a text needs to know about the language."""

    words: Words
    sounds: Sounds
    terms: Callable[[str], Iterable[tuple[int, int]]]
    """Spans of glossary terms in a text."""


def read_text(data: bytes, path: str, name: str, sidecar: Sidecar, tools: Tools) -> Document:
    """The document in the bytes of the file at ``path``; ``name`` becomes its id.

    Raises :class:`SourceError` when there is nothing to read.
    """
    decoded, findings = decode(data, path)
    if not split_lines(decoded.text):
        raise SourceError("the file is empty", path=path, line=1, column=1, hint="put the text into it")
    repaired = repair(
        decoded.text,
        path,
        sidecar.repairs,
        frozenset(sidecar.blocks),
        tools.words.joined,
        lambda text: tools.words.cut(text[-12:])[-1][0],
        pre_segmented=sidecar.pre_segmented,
    )
    articles = build_articles(repaired.passages, path, sidecar.blocks)
    kinds = [block.kind for article in articles for block in article.blocks]
    keep: dict[int, list[str]] = {}
    for kept in sidecar.keep:
        keep.setdefault(kept.line, []).append(kept.text)
    found = suspects(repaired.passages, kinds, path, tools.words, tools.sounds, tools.terms, keep)
    meta = sidecar.meta
    first = next((article.title for article in articles if article.title), "")
    return Document(
        id=name,
        title=meta.title or first or repaired.passages[0].text[:40],
        meta=meta,
        articles=articles,
        findings=ordered((*findings, *repaired.findings, *found, *_metadata(sidecar))),
        edits=repaired.edits,
        source=SourceText(path, decoded.encoding, hashlib.sha256(data).hexdigest(), decoded.text),
    )


def _metadata(sidecar: Sidecar) -> tuple[Finding, ...]:
    """Whose text this is has to be said in print."""
    if not sidecar.path:
        return ()
    missing = [name for name in ("source", "rights") if not getattr(sidecar.meta, name)]
    if not missing:
        return ()
    hint = "say whose text this is and on what terms it is used"
    return (finding("S013", sidecar.path, 1, 1, f"the sidecar names no {' and no '.join(missing)}", hint),)
