"""Bytes to nodes: places, and what is refused."""

from __future__ import annotations

import pytest

from reader.findings import Finding
from reader.yamlfile import MAX_BYTES, MAX_DEPTH, Codes, ListNode, MapNode, Node, TextNode, parse

CODES = Codes(syntax="G001", unknown="G002", shape="G003", missing="G004", duplicate="G005", limit="G012")


def good(text: str | bytes) -> Node | None:
    data = text.encode() if isinstance(text, str) else text
    node, found = parse(data, "g.yaml", CODES)
    assert found == ()
    return node


def faults(text: str | bytes) -> tuple[Finding, ...]:
    data = text.encode() if isinstance(text, str) else text
    node, found = parse(data, "g.yaml", CODES)
    assert node is None
    assert found
    assert {fault.path for fault in found} == {"g.yaml"}
    return found


def test_nodes_know_their_line_and_column() -> None:
    assert good("- term: 乡村\n  aliases: [农村, '村']\n") == ListNode(
        (
            MapNode(
                (
                    (TextNode("term", 1, 3), TextNode("乡村", 1, 9)),
                    (
                        TextNode("aliases", 2, 3),
                        ListNode((TextNode("农村", 2, 13), TextNode("村", 2, 17, plain=False)), 2, 12),
                    ),
                ),
                1,
                3,
            ),
        ),
        1,
        1,
    )


def test_columns_count_characters_not_bytes() -> None:
    node = good("[𠮷野, 乡]")
    assert isinstance(node, ListNode)
    assert [(item.line, item.column) for item in node.items] == [(1, 2), (1, 6)]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~\n", "\ufeff"])
def test_a_file_without_content_is_nothing(text: str) -> None:
    assert good(text) is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_and_a_byte_order_mark_are_fine(end: str) -> None:
    node = good(f"\ufeffa: 1{end}b: 2{end}")
    assert isinstance(node, MapNode)
    assert [(key.text, key.line, key.column) for key, _ in node.entries] == [("a", 1, 1), ("b", 2, 1)]


def test_scalars_stay_as_they_are_written() -> None:
    node = good("a: 2021-05\nb: no\nc: 010\nd: |\n  one\n  two\ne: 1e3\n")
    assert isinstance(node, MapNode)
    assert [value.text for _, value in node.entries if isinstance(value, TextNode)] == [
        "2021-05",
        "no",
        "010",
        "one\ntwo\n",
        "1e3",
    ]


def test_null_is_only_plain_null() -> None:
    node = good("[~, null, '~', 'null', nil, '']")
    assert isinstance(node, ListNode)
    assert [isinstance(item, TextNode) and item.is_null for item in node.items] == [True, True] + [False] * 4


def test_a_key_written_twice_is_kept_twice() -> None:
    node = good("a: 1\na: 2\n")
    assert isinstance(node, MapNode)
    assert [key.line for key, _ in node.entries] == [1, 2]


@pytest.mark.parametrize(
    ("text", "line", "column", "word"),
    [
        ("a: *there\n", 1, 4, "alias (*there)"),
        ("a: &here 1\n", 1, 4, "anchor (&here)"),
        ("a: &here [1]\n", 1, 4, "anchor (&here)"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, 4, "tag"),
        ("a: !!str x\n", 1, 4, "tag"),
        ("a: ! x\n", 1, 4, "tag"),
        ("a: !e!x y\n", 1, 4, "tag"),
        ("a:\n  <<: {b: c}\n", 2, 3, "merge key"),
        ("? [a, b]\n: c\n", 1, 3, "key"),
        (": c\n", 1, 1, "no key"),
        ("a: b\n---\nc: d\n", 2, 1, "second document"),
        ('a: "\\0"\n', 1, 4, "U+0000"),
        ('a: "\\ud800"\n', 1, 4, "U+D800"),
    ],
)
def test_what_is_not_plain_data_is_refused(text: str, line: int, column: int, word: str) -> None:
    (fault,) = faults(text)
    assert (fault.code, fault.line, fault.column) == ("G001", line, column)
    assert word in fault.message
    assert fault.hint


def test_all_refusals_of_a_file_are_reported_at_once() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    assert [(fault.line, fault.column) for fault in faults(bomb)] == [
        (1, 4),
        (2, 4),
        (2, 8),
        (2, 12),
        (3, 5),
        (3, 9),
    ]


def test_quoted_merge_key_is_an_ordinary_key() -> None:
    assert isinstance(good("'<<': b\n"), MapNode)


def test_nesting_is_limited() -> None:
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert isinstance(good(deepest), ListNode)
    (fault,) = faults("[" * 5_000)
    assert (fault.code, fault.line, fault.column) == ("G012", 1, MAX_DEPTH + 1)


def test_a_large_file_is_refused_unread() -> None:
    (fault,) = faults(b"\xff" * (MAX_BYTES + 1))
    assert (fault.code, fault.line) == ("G012", None)
    assert "8 MB" in fault.message


def test_other_encodings_are_refused_where_they_show() -> None:
    (fault,) = faults("term: 好\nshort: ".encode() + "中".encode("gb18030"))
    assert (fault.code, fault.line, fault.column) == ("G001", 2, 8)
    (fault,) = faults("term: 好\n".encode("utf-16"))
    assert "UTF-16" in fault.message
    assert fault.line == 1


def test_a_control_character_is_shown_where_it_stands() -> None:
    (fault,) = faults("a: b\nc: d\x07e\n")
    assert (fault.line, fault.column) == (2, 5)
    assert "U+0007" in fault.message


def test_an_escape_beyond_unicode_does_not_break_the_parser() -> None:
    (fault,) = faults('a: b\nc: "\\UFFFFFFFF"\n')
    assert (fault.code, fault.line) == ("G001", 2)
