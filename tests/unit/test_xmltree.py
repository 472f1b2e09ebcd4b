"""XML from elsewhere: order of its content, places, and what is refused."""

from __future__ import annotations

import pytest

from reader.errors import SourceError
from reader.xmltree import Element, parse_xml


def _parse(source: str) -> Element:
    return parse_xml(source.encode(), "a.xml", "give XML", SourceError)


def test_text_and_elements_keep_their_order() -> None:
    root = _parse("<p>one <hi>two</hi> three<ph>{0}</ph></p>")
    assert root.text == "one two three{0}"
    assert root.text_without({"ph"}) == "one two three"


def test_an_element_knows_its_place_and_local_name() -> None:
    child = next(_parse('<x:a xmlns:x="u">\n  <x:b/></x:a>').find_all("b"))
    assert (child.name, child.line, child.column) == ("b", 2, 3)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("<a><b></a>", "not well-formed"),
        ('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "entities"),
        ("<a>" * 80 + "</a>" * 80, "nested"),
        ('<?xml version="1.0" encoding="x-none"?><a/>', "unknown encoding"),
        ("", "no element"),
    ],
)
def test_what_could_do_harm_or_is_no_xml_is_refused_with_its_line(source: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        _parse(source)
    assert message in caught.value.message
    assert caught.value.path == "a.xml"
    assert caught.value.line == 1
