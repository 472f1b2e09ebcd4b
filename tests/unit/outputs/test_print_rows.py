from __future__ import annotations

from dataclasses import replace

from reader.edition import BlockView, Note, Run, SentenceView, Word
from reader.model import BlockKind, TokenKind
from reader.outputs.print_rows import Scale, alone, rows

SCALE = Scale(
    text_width=100, text_size=10, text_line=20, note_width=50, note_size=5, note_line=5, spare=10,
    han=lambda text: float(len(text)), pinyin=lambda text: len(text) / 2,
)  # fmt: skip


def block(number: int | None, characters: int, notes: int, kind: BlockKind = BlockKind.PARAGRAPH) -> BlockView:
    words = tuple(Word("字", TokenKind.PUNCT, None, None, None, None, None, None) for _ in range(characters))
    made = tuple(Note("word", f"词{n}", None, "gloss") for n in range(notes))
    return BlockView(f"p{number}", kind, None, (SentenceView("", (Run(words),)),), number, made, None)


def shape(blocks: list[BlockView]) -> list[tuple[list[int | None], int, int]]:
    return [([b.number for b in row.blocks], len(row.beside), len(row.under)) for row in rows(blocks, SCALE)]


def test_a_paragraph_taller_than_its_notes_stands_alone() -> None:
    assert shape([block(1, 50, 3), block(2, 50, 0)]) == [([1], 3, 0), ([2], 0, 0)]


def test_paragraphs_come_up_beside_notes_that_are_taller() -> None:
    assert shape([block(1, 5, 10), block(2, 25, 2), block(3, 5, 0)]) == [([1, 2], 12, 0), ([3], 0, 0)]


def test_what_is_too_much_at_the_end_goes_under() -> None:
    assert shape([block(1, 5, 10)]) == [([1], 6, 4)]


def test_a_translation_makes_room_for_notes() -> None:
    translated = replace(block(1, 5, 10), translation="x" * 95)
    (row,) = rows([translated], replace(SCALE, translation_size=10))
    assert len(row.beside) == 10
    (row,) = rows([translated], SCALE)
    assert len(row.beside) == 6


def test_without_a_column_all_notes_go_under() -> None:
    made = rows([block(1, 5, 10), block(2, 5, 0)], replace(SCALE, note_width=0))
    assert [(len(row.blocks), len(row.beside), len(row.under)) for row in made] == [(1, 0, 10), (1, 0, 0)]


def test_a_heading_is_always_alone() -> None:
    heading = block(None, 5, 0, BlockKind.HEADING)
    assert shape([block(1, 5, 10), heading, block(2, 5, 0)]) == [([1], 6, 4), ([None], 0, 0), ([2], 0, 0)]


def test_notes_say_their_paragraph_where_several_share_a_column() -> None:
    (row,) = rows([block(1, 5, 7), block(2, 15, 2)], SCALE)
    assert [label.number for label in row.beside] == [1, None, None, None, None, None, None, 2, None]
    assert [label.number for label in alone(block(1, 5, 2)).beside] == [None, None]


def test_nothing_gives_nothing() -> None:
    assert rows([], SCALE) == ()
