"""Which notes stand beside the text in print, and which under their paragraph.

A note stands in a column beside the line in which its word is (:mod:`reader.outputs.print_margin` puts it there). Where
there are more notes than lines the column runs ahead of the text; what would stand too far behind its word, or beyond
the next heading, goes under its paragraph. How tall all this is, is estimated here from the letter widths of the font,
before anything is laid out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from reader.edition import BlockView, Note
from reader.model import BlockKind, TokenKind
from reader.outputs.ruby_font import SIZE

NoteId = tuple[str, int]
"""A note: the anchor of its block, and its place among the notes of the block."""

_GAP: Final = 0.26
"""The space between words, in em of the text."""

_FAR: Final = 6
"""So many lines of text a note may stand behind its word."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A block, and the notes that stand under it."""

    block: BlockView
    under: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Blocks between two headings, or a heading, which has no notes."""

    blocks: tuple[Noted, ...]

    @property
    def heading(self) -> BlockView | None:
        """The heading, if it is one."""
        first = self.blocks[0].block
        return first if first.kind is BlockKind.HEADING else None


@dataclass(frozen=True, slots=True)
class Scale:
    """What the estimate needs, in points: widths of the two columns, sizes of the two types, heights of their lines.
    Without a width for notes all stand under the text. ``han`` and ``pinyin`` measure text in em.
    ``translation_size``: of its type, 0 where none stands under the text."""

    text_width: float
    text_size: float
    text_line: float
    note_width: float
    note_size: float
    note_line: float
    han: Callable[[str], float]
    pinyin: Callable[[str], float]
    translation_size: float = 0

    def lines(self, block: BlockView) -> int:
        """How many lines a block has."""
        width = 0.0
        for run in block.runs:
            for word in run.words:
                width += max(self.han(word.text), SIZE * self.pinyin(word.ruby) if word.ruby else 0.0)
                width += _GAP if word.kind is not TokenKind.PUNCT else 0.0
        return int(width * self.text_size / self.text_width) + 1

    def translation(self, block: BlockView) -> float:
        """The height of the translation, where it stands under the text."""
        if not self.translation_size or not block.translation:
            return 0
        width = self.han(block.translation) * self.translation_size
        return (int(width / self.text_width) + 1) * self.translation_size * 1.4

    def note(self, note: Note) -> float:
        """The height of a note."""
        width = sum(self.han(part) for part in (note.text, note.pinyin, note.gloss) if part) + 1
        return (int(width * self.note_size / self.note_width) + 1) * self.note_line


def beside(blocks: Iterable[BlockView], scale: Scale) -> frozenset[NoteId]:
    """The notes that have room beside the blocks of an article."""
    if not scale.note_width:
        return frozenset()
    return frozenset(found for section in _sections(blocks) for found in _beside(section, scale))


def columns(blocks: Iterable[BlockView], held: Collection[NoteId]) -> tuple[Column, ...]:
    """The blocks in columns, in order. The notes that are not ``held`` beside the text stand under their blocks."""

    def under(block: BlockView) -> tuple[Note, ...]:
        return tuple(note for place, note in enumerate(block.notes) if (block.anchor, place) not in held)

    return tuple(Column(tuple(Noted(block, under(block)) for block in section)) for section in _sections(blocks))


def _sections(blocks: Iterable[BlockView]) -> Iterator[tuple[BlockView, ...]]:
    """The blocks between headings together, each heading alone."""
    for heading, members in groupby(blocks, lambda block: block.kind is BlockKind.HEADING):
        if heading:
            yield from ((member,) for member in members)
        else:
            yield tuple(members)


def _beside(blocks: Iterable[BlockView], scale: Scale) -> Iterator[NoteId]:
    measured = [(block, scale.lines(block), scale.translation(block)) for block in blocks]
    end = sum(lines * scale.text_line + translation for _, lines, translation in measured)
    top = used = 0.0
    for block, lines, translation in measured:
        length = max(1, len(block.text))
        for place, note in enumerate(block.notes):
            wanted = top + int(note.at / length * lines) * scale.text_line
            start = max(used, wanted)
            height = scale.note(note)
            if start + height <= end and start - wanted <= _FAR * scale.text_line:
                used = start + height
                yield block.anchor, place
        top += lines * scale.text_line + translation
