"""Encodings: recognised, said, and reversible."""

from __future__ import annotations

import codecs

import pytest

from reader.errors import SourceError
from reader.findings import Severity
from reader.sources.decode import decode, encode

TEXT = "各地区发挥比较优势，推动经济持续发展。\r\n我们在学校里学习汉语，老师教得很好。\n今天的天气比昨天好，大家都很高兴。\n"
TRADITIONAL = "各地區發揮比較優勢，推動經濟持續發展。我們在學校裡學習漢語，老師教得很好。"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode(), "UTF-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "UTF-8 with byte order mark"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "UTF-16LE with byte order mark"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16BE with byte order mark"),
        (TEXT.encode("utf-16-le"), "UTF-16LE"),
        (TEXT.encode("utf-16-be"), "UTF-16BE"),
        (TEXT.encode("gb18030"), "GB18030"),
        (TRADITIONAL.encode("big5"), "Big5"),
    ],
)
def test_each_encoding_is_recognised_and_reversible(data: bytes, name: str) -> None:
    decoded, findings = decode(data, "seed.txt")
    assert decoded.encoding == name
    assert encode(decoded.text, decoded.encoding) == data
    assert [f.code for f in findings] == ([] if name == "UTF-8" else ["S002"])
    assert all(name in f.message for f in findings)


def test_a_choice_without_a_mark_is_a_warning_and_says_why() -> None:
    _, (note,) = decode(TEXT.encode("gb18030"), "seed.txt")
    assert note.severity is Severity.WARNING
    assert "Big5" in note.message
    assert note.hint


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"abc\x00def\x00\x00", "zero bytes"),
        (b"\xff\xfe" + "汉".encode("utf-16-le") + b"\x00", "UTF-16LE"),
        (b"Chinese \xff\xfe\xfd text", "cannot be decoded"),
        (codecs.BOM_UTF8 + b"ab\n\xff", "UTF-8"),
    ],
)
def test_what_is_not_text_is_refused_in_one_line(data: bytes, expected: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, "seed.txt")
    assert expected in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.hint


def test_the_fault_is_placed_on_its_line() -> None:
    with pytest.raises(SourceError) as caught:
        decode(b"one\ntwo \xff\xfe\xfd", "seed.txt")
    assert caught.value.line == 2
