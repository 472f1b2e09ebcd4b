from __future__ import annotations

from reader.outputs.punctuation import BREAK, closing_up


def test_marks_are_told_apart_by_their_ink() -> None:
    assert closing_up(f"，”“（国—…!{BREAK}") == {"，": 1, "”": 1, "“": 2, "（": 2}


def test_a_text_without_such_marks_has_none() -> None:
    assert closing_up(f"国{BREAK}") == {}
