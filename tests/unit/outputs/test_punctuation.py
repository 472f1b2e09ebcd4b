from __future__ import annotations

from reader.outputs.punctuation import BREAK, closing_up


def test_marks_are_told_apart_by_their_ink() -> None:
    rules = closing_up({ch: f"u{ord(ch):X}" for ch in f"，”“（国—…!{BREAK}"})
    assert "@after = [u201D uFF0C];" in rules
    assert "@before = [u201C uFF08];" in rules


def test_a_text_without_such_marks_needs_no_rules() -> None:
    assert closing_up({"国": "u56FD", BREAK: "u200B"}) == ""
    assert "@after" not in closing_up({"“": "u201C", BREAK: "u200B"})
