"""Which paragraphs share a gloss column in print.

A paragraph stands beside its glosses. Where the glosses are taller than the paragraph, a hole would be left under it;
so the paragraphs after it come up beside them, and their own glosses follow in the same column. What is too much even
then, before a heading or at the end, goes under the text. How tall all this is, is estimated from the letter widths of
the font.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from reader.edition import BlockView, Note
from reader.model import BlockKind, TokenKind
from reader.outputs.ruby_font import SIZE

_GAP: Final = 0.26
"""The space between words, in em of the text."""


@dataclass(frozen=True, slots=True)
class Label:
    """A note, and the number of its paragraph where that has to be said."""

    number: int | None
    note: Note


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks that stand beside one column of notes, and the notes that stand under them."""

    blocks: tuple[BlockView, ...]
    beside: tuple[Label, ...]
    under: tuple[Label, ...] = ()


def alone(block: BlockView) -> Row:
    """A block with its notes."""
    return Row((block,), tuple(Label(None, note) for note in block.notes))


@dataclass(frozen=True, slots=True)
class Scale:
    """What the estimate needs, in points: widths of the two columns, sizes of the two types, heights of their lines.
    Without a width for notes all stand under the text. ``spare`` is how much taller than its text a column of notes may
    be. ``han`` and ``pinyin`` measure text in em.
    ``translation_size``: of its type, 0 where none stands under the text."""

    text_width: float
    text_size: float
    text_line: float
    note_width: float
    note_size: float
    note_line: float
    spare: float
    han: Callable[[str], float]
    pinyin: Callable[[str], float]
    translation_size: float = 0

    def text(self, block: BlockView) -> float:
        """The height of a block: its text, and its translation where that stands under it."""
        return self._text(block) + self._translation(block)

    def _text(self, block: BlockView) -> float:
        width = 0.0
        for run in block.runs:
            for word in run.words:
                width += max(self.han(word.text), SIZE * self.pinyin(word.ruby) if word.ruby else 0.0)
                width += _GAP if word.kind is not TokenKind.PUNCT else 0.0
        return (int(width * self.text_size / self.text_width) + 1) * self.text_line

    def _translation(self, block: BlockView) -> float:
        if not self.translation_size or not block.translation:
            return 0
        width = self.han(block.translation) * self.translation_size
        return (int(width / self.text_width) + 1) * self.translation_size * 1.4

    def note(self, note: Note) -> float:
        """The height of a note."""
        width = sum(self.han(part) for part in (note.text, note.pinyin, note.gloss) if part) + 1
        return (int(width * self.note_size / self.note_width) + 1) * self.note_line

    def excess(self, blocks: Iterable[BlockView]) -> float:
        """How much taller than the blocks their notes are."""
        return sum(sum(map(self.note, block.notes)) - self.text(block) for block in blocks)


def rows(blocks: Iterable[BlockView], scale: Scale) -> tuple[Row, ...]:
    """The blocks in rows, in order. A heading is always alone."""
    if not scale.note_width:
        return tuple(Row((block,), (), tuple(Label(None, note) for note in block.notes)) for block in blocks)
    groups: list[list[BlockView]] = []
    for block in blocks:
        full = groups and groups[-1][0].kind is not BlockKind.HEADING and scale.excess(groups[-1]) > scale.spare
        if full and block.kind is not BlockKind.HEADING:
            groups[-1].append(block)
        else:
            groups.append([block])
    return tuple(_row(group, scale) for group in groups)


def _row(blocks: Sequence[BlockView], scale: Scale) -> Row:
    """One row; its notes are numbered by paragraph where there are several."""
    labels = [
        Label(block.number if place == 0 and len(blocks) > 1 else None, note)
        for block in blocks
        for place, note in enumerate(block.notes)
    ]
    room = sum(map(scale.text, blocks)) + scale.spare
    heights = accumulate(scale.note(label.note) for label in labels)
    beside = sum(1 for height in heights if height <= room)
    return Row(tuple(blocks), tuple(labels[:beside]), tuple(labels[beside:]))
