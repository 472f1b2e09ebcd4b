"""The quick way to read a file that is written as :func:`reader.yamlfile.canonical` writes it: line by line.

It gives the very nodes that the YAML parser gives, thirty times as fast, or nothing at all: whatever is not a list of
flat entries with one value a line, or may be a fault, is left to the parser.
"""

from __future__ import annotations

import re

from reader.yamlfile.nodes import ListNode, MapNode, Node, TextNode

_FIELD = re.compile(r"(?:- |  )(?P<key>[a-z][a-z_]*):(?: (?P<value>[^ ].*))?")
_ITEM = re.compile(r"    - (?P<value>[^ ].*)")
_SKIPPED = re.compile(r" *(?:#.*)?")
_QUOTED = r""""[^"\\]*"|'[^']*'"""
_START = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]"""
_TEXT = re.compile(rf"(?:({_QUOTED})|({_START}[^#]*?))(?: +#.*)?")
_IN_FLOW = re.compile(rf" ?(?:({_QUOTED})|({_START}[^,\[\]{{}}:#]*))(,|\])")
_PLAIN_LIST = re.compile(r"\[\w[^,\[\]{}:#]*(?:, \w[^,\[\]{}:#]*)*\]")
_END = re.compile(r"(?: +#.*)?")


def read_lines(text: str) -> ListNode | None:
    """The list that ``text`` holds, or None where it takes the parser to tell."""
    reader = _Reader()
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.isprintable() or not reader.take(line, number):
            return None
    return reader.done()


class _Reader:
    def __init__(self) -> None:
        self.entries: list[MapNode] = []
        self.fields: list[tuple[TextNode, Node]] = []
        self.start = 0
        self.key: TextNode | None = None
        self.items: list[TextNode] = []

    def take(self, line: str, number: int) -> bool:
        """Take a line; False if it is not of the form."""
        field = _FIELD.fullmatch(line)
        if field is None:
            return self._take_other(line, number)
        if self.key is not None and not self._close():
            return False
        if line[0] == "-":
            self._end_entry()
            self.start = number
        elif not self.start:
            return False
        key = TextNode(field["key"], number, 3)
        value = field["value"]
        if value is None or value[0] == "#":
            self.key = key  # an item a line follows, or else it is for the parser
            return True
        column = field.start("value") + 1
        node2 = _list(value, number, column) if value[0] == "[" else _text(value, number, column)
        if node2 is None:
            return False
        self.fields.append((key, node2))
        return True

    def _take_other(self, line: str, number: int) -> bool:
        """Take a line that is no field: an item, a comment, or nothing."""
        item = _ITEM.fullmatch(line)
        if item is None:
            return _SKIPPED.fullmatch(line) is not None
        node = _text(item["value"], number, 7)
        if self.key is None or node is None:
            return False
        self.items.append(node)
        return True

    def done(self) -> ListNode | None:
        """The whole list, None if there is none or something is open."""
        if not self._close() or not self.start:
            return None
        self._end_entry()
        return ListNode(tuple(self.entries), self.entries[0].line, 1)

    def _close(self) -> bool:
        """End the list that is open, if one is; False if it has no item."""
        if self.key is not None:
            if not self.items:
                return False
            self.fields.append((self.key, ListNode(tuple(self.items), self.items[0].line, 5)))
            self.key, self.items = None, []
        return True

    def _end_entry(self) -> None:
        if self.start:
            self.entries.append(MapNode(tuple(self.fields), self.start, 3))
            self.fields = []


def _text(value: str, line: int, column: int) -> TextNode | None:
    if value[0].isalnum() and "#" not in value:  # by far the most, without a search
        return None if ": " in value or value.rstrip(" ").endswith(":") else TextNode(value.rstrip(" "), line, column)
    found = _TEXT.fullmatch(value)
    if found is None:
        return None
    if found[1]:
        return TextNode(found[1][1:-1], line, column, plain=False)
    text = found[2].rstrip(" ")
    if ": " in text or text.endswith(":"):
        return None
    return TextNode(text, line, column)


def _plain_list(value: str, line: int, column: int) -> ListNode:
    items: list[TextNode] = []
    position = column + 1
    for text in value[1:-1].split(", "):
        items.append(TextNode(text.rstrip(" "), line, position))
        position += len(text) + 2
    return ListNode(tuple(items), line, column)


def _list(value: str, line: int, column: int) -> ListNode | None:
    if _PLAIN_LIST.fullmatch(value):
        return _plain_list(value, line, column)
    items: list[TextNode] = []
    position = 1
    if value.startswith("[]"):
        position = 2
    else:
        while True:
            found = _IN_FLOW.match(value, position)
            if found is None:
                return None
            group = 1 if found[1] else 2
            text = found[1][1:-1] if found[1] else found[2].rstrip(" ")
            items.append(TextNode(text, line, column + found.start(group), plain=group == 2))
            position = found.end()
            if found[3] == "]":
                break
    return ListNode(tuple(items), line, column) if _END.fullmatch(value, position) else None
