"""What is said to the editor about a translation that does not fit its text, with the places on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.alignment.links import ATTACHED, SURE, Alignment, Link, LinkKind
from reader.findings import Finding, Severity, finding
from reader.model import Block, Document
from reader.sources.sidecar import LinkCorrection
from reader.sources.translation import ADDED

_SHOWN = 24
"""Characters of a text by which a message names it."""
_FEW = 4
"""Links that are reported one by one in any case; of more, when most are unsure, the whole is reported."""


def findings_of(document: Document, alignment: Alignment, unfit: Sequence[LinkCorrection]) -> Iterator[Finding]:
    """Blocks without translation, paragraphs and segments that translate nothing, marks that do not fit, links that are
    not sure, and recorded links that fit nowhere."""
    blocks = {block.id: block for article in document.articles for block in article.blocks}
    yield from _missing(alignment, blocks)
    yield from _surplus(alignment)
    yield from _marks(alignment, blocks)
    yield from _halves(alignment, blocks)
    yield from _unsure(alignment, blocks)
    for correction in unfit:
        place = correction.place
        message = f"the recorded link fits nowhere: '{correction.source}' – '{correction.target}'"
        hint = (
            "both have to begin one sentence each, in the order of the text; name the translation if there are several"
        )
        yield finding("A012", place.path, place.line, place.column, message, hint)


def shown(text: str) -> str:
    """The beginning of a text, as a message names it."""
    text = text.strip()
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _missing(alignment: Alignment, blocks: dict[str, Block]) -> Iterator[Finding]:
    """One finding for all neighbours that lack a translation; a row of stars needs none."""
    lacking = set(alignment.missing)
    for missing, run in groupby(blocks.values(), lambda block: block.id in lacking):
        group = [block for block in run if any(map(str.isalpha, block.text))]
        if missing and group:
            first, last = group[0], group[-1]
            what = "this block has" if len(group) == 1 else f"{len(group)} blocks, to line {last.last_line}, have"
            message = f"{what} no translation in {alignment.translation.path}: {shown(first.text)}"
            yield finding("A007", first.place.path, first.place.line, first.place.column, message)


def _surplus(alignment: Alignment) -> Iterator[Finding]:
    """One finding for all neighbours among the paragraphs, one for each segment of a table."""
    surplus = {number for passage in alignment.passages if not passage.blocks for number in passage.paragraphs}
    for left_over, run in groupby(enumerate(alignment.translation.paragraphs), lambda item: item[0] in surplus):
        group = [paragraph for _, paragraph in run] if left_over else []
        for paragraph in group if group and group[0].source else ():
            place = paragraph.place
            message = f"what this segment translates is not in the text: {shown(paragraph.source)}"
            hint = "the text has changed there; update the source beside the segment"
            yield finding("A013", place.path, place.line, place.column, message, hint)
        if group and not group[0].source:
            place, last = group[0].place, group[-1].place
            what = (
                f"{len(group)} paragraphs, to line {last.line}, translate" if group[1:] else "this paragraph translates"
            )
            message = f"{what} nothing in the text: {shown(group[0].text)}"
            hint = "delete it, or see what became of its text"
            yield finding("A008", place.path, place.line, place.column, message, hint)


def _marks(alignment: Alignment, blocks: dict[str, Block]) -> Iterator[Finding]:
    used = {link.block for link in alignment.links if link.kind is LinkKind.MARKED}
    for passage in alignment.passages:
        paragraphs = [alignment.translation.paragraphs[number] for number in passage.paragraphs]
        parts = [part for paragraph in paragraphs for part in paragraph.parts if not part.startswith(ADDED)]
        if len(parts) <= len(paragraphs) or not passage.blocks or used.intersection(passage.blocks):
            continue
        sentences = sum(len(blocks[block].sentences) for block in passage.blocks)
        place, line = paragraphs[0].place, blocks[passage.blocks[0]].place.line
        message = f"marks make {len(parts)} parts, but the text on line {line} has {sentences} sentences"
        hint = (
            "an empty part stands for a sentence that is translated with the one before it; duben align shows the links"
        )
        yield finding("A011", place.path, place.line, place.column, message, hint)


def _halves(alignment: Alignment, blocks: dict[str, Block]) -> Iterator[Finding]:
    """Sentences without translation and translations without sentence, unless that is on record."""
    for link in alignment.links:
        if link.is_whole or link.kind in (LinkKind.MARKED, LinkKind.CORRECTED):
            continue
        block = blocks[link.block]
        if link.source:
            message = f"{_source(link, block)} has no translation in {alignment.translation.path}"
            yield finding("A009", block.place.path, block.place.line, None, message)
        elif link.place is not None:
            message = f"'{shown(link.text)}' translates no sentence of the text on line {block.place.line}"
            hint = f"begin it with '{ADDED.strip()}' between marks if it is meant as an addition"
            yield finding("A009", link.place.path, link.place.line, None, message, hint)


def _unsure(alignment: Alignment, blocks: dict[str, Block]) -> Iterator[Finding]:
    whole = [link for link in alignment.links if link.is_whole]
    left_out = [link for link in whole if link.confidence < ATTACHED]
    if len(left_out) > max(_FEW, len(whole) / 2):
        message = f"the translation does not fit the text: {len(left_out)} of {len(whole)} passages were left out"
        hint = "is it the translation of another version? duben align shows what was found"
        yield finding("A010", alignment.translation.path, 1, 1, message, hint)
        return
    for link in whole:
        if link.confidence < SURE and link.place is not None:
            block = blocks[link.block]
            message = (
                f"not sure ({link.confidence:.0%}) that '{shown(link.text)}' translates {_source(link, block)} "
                f"({block.place.path}:{block.place.line})"
            )
            if link.confidence < ATTACHED:
                hint = "it was left out; put marks between the sentences, or record the link in the sidecar"
                yield finding("A010", link.place.path, link.place.line, None, message, hint)
            elif len(link.source) > 1 and len(link.target) > 1:
                # several sentences on both sides that are no pairs: mostly because their order differs
                hint = "they were kept together; put the translation in the order of the text, or put marks"
                yield finding("A010", link.place.path, link.place.line, None, message, hint)
            else:
                yield finding("A010", link.place.path, link.place.line, None, message, severity=Severity.INFO)


def _source(link: Link, block: Block) -> str:
    text = "".join(sentence.text for sentence in block.sentences if sentence.id in link.source)
    return f"{link.source[0]} {shown(text)}"
