"""Translation memories."""

from __future__ import annotations

import pytest

from reader.sources.translation import Translation, read_translation

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN" datatype="PlainText"><note>By the village school</note></header>
<body>
"""
UNIT = '<tu><tuv xml:lang="{0}"><seg>{1}</seg></tuv><tuv xml:lang="{2}"><seg>{3}</seg></tuv></tu>\n'


def tmx(*units: str) -> bytes:
    return (HEAD + "".join(units) + "</body></tmx>").encode()


def read(data: bytes) -> tuple[Translation | None, list[str], list[int | None]]:
    translation, findings = read_translation(data, "bridge.en.tmx")
    return translation, [f.code for f in findings], [f.line for f in findings]


def test_units_in_both_languages_are_segments() -> None:
    data = tmx(
        UNIT.format("zh-CN", "老桥<bpt i='1'>&lt;b&gt;</bpt>很<hi>窄</hi>。", "en-US", "The old bridge is\n narrow."),
        UNIT.format("zh", "没有英文。", "de", "Kein Englisch."),
        UNIT.format("EN", "The new one &amp; the mill.", "ZH_TW", "新桥和磨坊。"),
    )
    translation, codes, _ = read(data)
    assert codes == []
    assert translation is not None
    assert translation.notes == ("By the village school",)
    assert [(p.source, p.text, p.place.line) for p in translation.paragraphs] == [
        ("老桥很窄。", "The old bridge is narrow.", 6),
        ("新桥和磨坊。", "The new one & the mill.", 9),
    ]


def test_a_unit_without_chinese_is_reported() -> None:
    translation, codes, lines = read(tmx(UNIT.format("fr", "Le pont.", "en", "The bridge.")))
    assert translation is None
    assert (codes, lines) == (["A006", "A002"], [6, 1])


def test_no_unit_in_the_language() -> None:
    _, codes, _ = read(tmx(UNIT.format("zh", "桥。", "de", "Die Brücke.")))
    assert codes == ["A006", "A002"]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (tmx()[:-8], 6),
        (b"<tmx><body><tu></body></tmx>", 1),
        (b"<html></html>", 1),
        (b"", 1),
        (b"\x00\x01\x02", 1),
        (b'<?xml version="1.0" encoding="nonsense"?><tmx/>', 1),
    ],
)
def test_what_is_no_memory_is_one_finding_with_its_line(data: bytes, line: int) -> None:
    translation, codes, lines = read(data)
    assert translation is None
    assert (codes, lines) == (["A001"], [line])


@pytest.mark.parametrize(
    "declaration",
    ['<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">', '<!ENTITY f SYSTEM "file:///etc/passwd">', '<!ENTITY % p "x">'],
)
def test_entities_are_refused(declaration: str) -> None:
    data = f"<!DOCTYPE tmx [{declaration}]>\n<tmx><body/></tmx>".encode()
    translation, findings = read_translation(data, "bridge.en.tmx")
    assert translation is None
    assert findings[0].message == "XML entities are not read"
