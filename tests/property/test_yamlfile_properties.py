"""Whatever a file holds, reading it ends in nodes or findings."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from reader.glossary import read_lexicon, read_terms
from reader.yamlfile import Codes, ListNode, MapNode, Node, TextNode, parse

CODES = Codes(syntax="G001", unknown="G002", shape="G003", missing="G004", duplicate="G005", limit="G012")

# Pieces that YAML gives a meaning, so that most of what comes together is nearly a file.
SCRAPS = st.lists(
    st.sampled_from(
        [
            "- ",
            "id",
            "term",
            "short",
            ": ",
            ":",
            "\n",
            "\n  ",
            "\t",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "'",
            '"',
            "&a ",
            "*a",
            "!",
        ]
    )
    | st.sampled_from(
        ["!!int ", "%", "@", "|", ">", "-", "? ", "# ", "\\", "\\U", "FFFFFFFF", "---", "...", "\r", "：", "村", "1"]
    )
    | st.sampled_from(["%YAML ", "%TAG ", "99999.1", "<<", "\x00", "\x85", "\u2028", "\ufeff"]),
    max_size=24,
).map("".join)


@given(st.binary(max_size=64) | SCRAPS.map(str.encode))
@example(b"%YAML " + b"9" * 5000 + b".1\n---\na")
@example(b'"\\UFFFFFFFF"')
@example(b"\xef\xbb\xbf\xff")
def test_any_bytes_end_in_nodes_or_findings(data: bytes) -> None:
    node, faults = parse(data, "a.yaml", CODES)
    assert node is None or not faults
    for read in (read_terms, read_lexicon):
        entries, found = read(data, "a.yaml")
        assert not entries or not faults
        assert set(faults) <= set(found)


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Co", "Zl", "Zp")), max_size=8)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN.filter(bool), inner, max_size=3),
    max_leaves=8,
)


def value(node: Node | None) -> object:
    if isinstance(node, ListNode):
        return [value(item) for item in node.items]
    if isinstance(node, MapNode):
        return {key.text: value(item) for key, item in node.entries}
    return node.text if isinstance(node, TextNode) else None


@given(st.lists(VALUES, min_size=1, max_size=3))
def test_json_is_read_as_the_yaml_it_is(values: list[object]) -> None:
    node, faults = parse(json.dumps(values, ensure_ascii=False).encode(), "a.yaml", CODES)
    assert faults == ()
    assert value(node) == values
