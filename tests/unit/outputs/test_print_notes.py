from __future__ import annotations

from dataclasses import replace

from reader.edition import BlockView, Note, Run, SentenceView, Word
from reader.model import BlockKind, TokenKind
from reader.outputs.print_notes import Scale, beside, columns

SCALE = Scale(
    text_width=100, text_size=10, text_line=20, note_width=50, note_size=5, note_line=5,
    han=lambda text: float(len(text)), pinyin=lambda text: len(text) / 2,
)  # fmt: skip


def block(number: int | None, characters: int, notes: int, kind: BlockKind = BlockKind.PARAGRAPH) -> BlockView:
    """A block of ten characters a line, with notes of 5 points for its first word."""
    words = tuple(Word("字", TokenKind.PUNCT, None, None, None, None, None, None) for _ in range(characters))
    made = tuple(Note("word", f"词{n}", None, "gloss") for n in range(notes))
    return BlockView(f"p{number}", kind, None, (SentenceView("", (Run(words),)),), number, made, None)


def count(blocks: list[BlockView], scale: Scale = SCALE) -> list[int]:
    """How many notes of each block are beside."""
    held = beside(blocks, scale)
    return [sum(anchor == block.anchor for anchor, _ in held) for block in blocks]


def test_notes_stand_beside_where_there_is_room() -> None:
    assert count([block(1, 45, 3), block(2, 45, 0)]) == [3, 0]


def test_notes_may_stand_beside_what_follows_but_not_far_behind_their_words() -> None:
    assert count([block(1, 5, 10), block(2, 45, 0)]) == [10, 0]
    assert count([block(1, 5, 60), block(2, 195, 1)]) == [25, 1]


def test_a_note_is_measured_from_its_word() -> None:
    long = block(1, 195, 0)
    late = replace(long, notes=tuple(Note("word", "词", None, "gloss", at=100) for _ in range(60)))
    assert count([late]) == [25]
    assert count([replace(late, notes=tuple(replace(note, at=190) for note in late.notes))]) == [4]


def test_what_is_too_much_before_a_heading_or_the_end_goes_under() -> None:
    heading = block(None, 5, 0, BlockKind.HEADING)
    assert count([block(1, 5, 10), heading, block(2, 5, 5)]) == [4, 0, 4]


def test_a_translation_makes_room_for_notes() -> None:
    translated = replace(block(1, 5, 10), translation="x" * 95)
    assert count([translated], replace(SCALE, translation_size=10)) == [10]
    assert count([translated]) == [4]


def test_without_a_column_all_notes_go_under() -> None:
    assert beside([block(1, 5, 10)], replace(SCALE, note_width=0)) == frozenset()


def test_columns_end_at_headings() -> None:
    heading = block(None, 5, 0, BlockKind.HEADING)
    made = columns([block(1, 5, 3), block(2, 5, 0), heading, block(3, 5, 0)], {("p1", 1)})
    assert [[member.block.number for member in column.blocks] for column in made] == [[1, 2], [None], [3]]
    assert [column.heading for column in made] == [None, heading, None]
    assert [note.text for note in made[0].blocks[0].under] == ["词0", "词2"]


def test_nothing_gives_nothing() -> None:
    assert columns([], ()) == ()
