"""Whose a recording is."""

from __future__ import annotations

from reader.sources.recordings import by_sentence, strays


def test_a_recording_is_that_of_the_sentence_it_is_named_by() -> None:
    paths = ("audio/x/a1.b1.s1.mp3", "audio/x/a1.b2.s1.OGG", "audio/x/notes.txt")
    assert by_sentence(paths) == {"a1.b1.s1": paths[0], "a1.b2.s1": paths[1]}
    assert by_sentence(()) == {}


def test_of_two_the_better_format_is_taken() -> None:
    assert by_sentence(("x/s1.wav", "x/s1.mp3", "x/s1.m4a")) == {"s1": "x/s1.m4a"}


def test_what_no_page_will_play_is_named() -> None:
    found = list(strays(("x/s1.mp3", "x/s1.wav", "x/s9.mp3", "x/notes.txt"), {"s1", "s2"}))
    assert [(fault.code, fault.path) for fault in found] == [
        ("S020", "x/notes.txt"), ("S020", "x/s1.wav"), ("S020", "x/s9.mp3"),
    ]  # fmt: skip
    assert "no sentence s9" in found[2].message
    assert list(strays(("x/s1.mp3",), {"s1"})) == []
