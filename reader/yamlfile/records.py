"""Nodes to records: a mapping read by the fields it may have."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reader.findings import Finding, finding
from reader.yamlfile.nodes import Codes, ListNode, MapNode, Node, TextNode


class Kind(StrEnum):
    """What the value of a field has to be; the value is how a message calls it."""

    TEXT = "a text"
    INTEGER = "a whole number"
    BOOLEAN = "true or false"
    TEXTS = "a list of texts"
    MAPPING = "a mapping"
    MAPPINGS = "a list of mappings"


@dataclass(frozen=True, slots=True)
class Field:
    """One field a mapping may have. A text takes any scalar as it is written (2021-05, 12, true);
    ``choices`` limits it to these."""

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping as read: the nodes of the fields that are given and have the right kind, by name.

    The accessors give plain values; an absent field is an empty text, an empty tuple or None.
    """

    line: int
    column: int
    fields: Mapping[str, Node]

    def text(self, name: str) -> str:
        """The value of a :data:`Kind.TEXT` field, exactly as written."""
        node = self.fields.get(name)
        return node.text if isinstance(node, TextNode) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """The items of a :data:`Kind.TEXTS` field."""
        return tuple(item.text for item in self._items(name) if isinstance(item, TextNode))

    def integer(self, name: str) -> int | None:
        """The value of a :data:`Kind.INTEGER` field."""
        return int(self.text(name)) if name in self.fields else None

    def boolean(self, name: str) -> bool | None:
        """The value of a :data:`Kind.BOOLEAN` field."""
        return self.text(name).lower() == "true" if name in self.fields else None

    def mapping(self, name: str) -> MapNode | None:
        """The value of a :data:`Kind.MAPPING` field, for :func:`read_mapping`."""
        node = self.fields.get(name)
        return node if isinstance(node, MapNode) else None

    def mappings(self, name: str) -> tuple[MapNode, ...]:
        """The items of a :data:`Kind.MAPPINGS` field, each for :func:`read_mapping`."""
        return tuple(item for item in self._items(name) if isinstance(item, MapNode))

    def place(self, name: str) -> tuple[int, int]:
        """Line and column of the value of a field; of the mapping itself if the field is absent."""
        node = self.fields.get(name)
        return (node.line, node.column) if node is not None else (self.line, self.column)

    def item_places(self, name: str) -> tuple[tuple[int, int], ...]:
        """Line and column of each item of a list field."""
        return tuple((item.line, item.column) for item in self._items(name))

    def _items(self, name: str) -> tuple[Node, ...]:
        node = self.fields.get(name)
        return node.items if isinstance(node, ListNode) else ()


def read_mapping(node: Node, fields: Iterable[Field], path: str, codes: Codes) -> tuple[Record, tuple[Finding, ...]]:
    """The mapping at ``node`` read by ``fields``, and what is wrong with it: not a mapping, an unknown field, the
    same key twice (the first one is kept), a value of the wrong kind, a required field missing or empty.
    A field without value counts as absent. Findings are in order of place."""
    if not isinstance(node, MapNode):
        return Record(node.line, node.column, {}), (_shape_fault(node, Kind.MAPPING, path, codes),)
    table = {field.name: field for field in fields}
    faults: list[Finding] = []
    taken: dict[str, Node] = {}
    first: dict[str, TextNode] = {}
    for key, value in node.entries:
        if key.text in first:
            message = f"'{key.text}' is given twice; the first is on line {first[key.text].line}"
            faults.append(finding(codes.duplicate, path, key.line, key.column, message, "delete one of them"))
            continue
        first[key.text] = key
        if key.text not in table:
            hint = _suggestion(key.text, table)
            faults.append(finding(codes.unknown, path, key.line, key.column, f"unknown field '{key.text}'", hint))
        elif _is_empty(value):
            if table[key.text].required:
                message = f"the required field '{key.text}' is empty"
                faults.append(finding(codes.missing, path, key.line, key.column, message))
        elif fault := _value_fault(table[key.text], value, path, codes):
            faults.append(fault)
        else:
            taken[key.text] = value
    for field in table.values():
        if field.required and field.name not in first:
            message = f"the required field '{field.name}' is missing"
            faults.append(finding(codes.missing, path, node.line, node.column, message))
    return Record(node.line, node.column, taken), tuple(faults)


def read_list(node: Node | None, path: str, codes: Codes) -> tuple[tuple[Node, ...], tuple[Finding, ...]]:
    """The items of a file whose top level is a list (none for an empty file), and the finding if it is not one."""
    if node is None:
        return (), ()
    if isinstance(node, ListNode):
        return node.items, ()
    hint = "begin every entry with '- '"
    fault = finding(codes.shape, path, node.line, node.column, "the file has to be a list of entries", hint)
    return (), (fault,)


def _is_empty(node: Node) -> bool:
    return isinstance(node, TextNode) and (node.is_null or not node.text.strip())


_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_BOOLEAN = re.compile("true|True|TRUE|false|False|FALSE")
"""YAML 1.2.2, 10.3.2; longer numbers are no line, page or count."""


def _value_fault(field: Field, node: Node, path: str, codes: Codes) -> Finding | None:
    """The finding if the value is not of the kind, or not one of the choices, that the field wants."""
    if field.kind in (Kind.TEXTS, Kind.MAPPINGS):
        if not isinstance(node, ListNode):
            return _shape_fault(node, field.kind, path, codes, field.name)
        item_kind = Kind.TEXT if field.kind is Kind.TEXTS else Kind.MAPPING
        wrong = next((item for item in node.items if not _fits(item, item_kind) or _is_empty(item)), None)
        return _shape_fault(wrong, item_kind, path, codes, f"an item of {field.name}") if wrong else None
    if not _fits(node, field.kind):
        return _shape_fault(node, field.kind, path, codes, field.name)
    if field.choices and isinstance(node, TextNode) and node.text not in field.choices:
        message = f"{field.name} is '{node.text}', but has to be {_alternatives(field.choices)}"
        return finding(codes.shape, path, node.line, node.column, message, _suggestion(node.text, field.choices))
    return None


def _fits(node: Node, kind: Kind) -> bool:
    if isinstance(node, MapNode):
        return kind is Kind.MAPPING
    if isinstance(node, ListNode):
        return False
    if kind is Kind.INTEGER:
        return node.plain and _INTEGER.fullmatch(node.text) is not None
    if kind is Kind.BOOLEAN:
        return node.plain and _BOOLEAN.fullmatch(node.text) is not None
    return kind is Kind.TEXT


def _shape_fault(node: Node, wanted: Kind, path: str, codes: Codes, name: str = "an entry") -> Finding:
    """``name`` has to be ``wanted`` but is this."""
    given, hint = "a list" if isinstance(node, ListNode) else "a mapping", None
    if isinstance(node, TextNode):
        given = "empty" if _is_empty(node) else f"the text '{_shortened(node.text)}'"
        if wanted in (Kind.TEXTS, Kind.MAPPINGS):
            hint = "begin each item with '- ', or put [ ] around the list"
        elif wanted is Kind.MAPPING:
            full_width = "：" in node.text
            hint = "use an ASCII colon and a space instead of ：" if full_width else "write 'key: value'"
    elif wanted is Kind.TEXT:
        hint = "put the text in quotation marks if it begins with [, { or '- ', or contains ': '"
    return finding(codes.shape, path, node.line, node.column, f"{name} has to be {wanted}, but is {given}", hint)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def _suggestion(word: str, known: Iterable[str]) -> str:
    """What the writer may have meant, or all there is."""
    names = list(known)
    near = difflib.get_close_matches(word.lower(), names, n=1)
    return f"did you mean '{near[0]}'?" if near else f"known are {', '.join(names)}"


def _alternatives(words: tuple[str, ...]) -> str:
    return " or ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]
