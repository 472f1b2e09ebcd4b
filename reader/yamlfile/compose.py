"""Bytes to nodes, straight from the events of the YAML 1.2 parser.

Nothing is ever constructed, so a file cannot run, fetch or blow up anything. Only plain data is taken: anchors,
aliases, merge keys, explicit tags and several documents in one file are refused, and so is a file that is very large
or nested very deeply.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)
from ruamel.yaml.reader import ReaderError

from reader.findings import Finding, finding
from reader.yamlfile.lines import read_lines
from reader.yamlfile.nodes import Codes, ListNode, MapNode, Node, TextNode
from reader.yamlfile.syntax import character_fault, encoding_fault, syntax_fault

MAX_BYTES = 8 * 2**20
"""A larger file is refused unread: the parser does about 0.4 MB a second."""
MAX_DEPTH = 32
"""Lists and mappings may be nested this deep."""


def parse(data: bytes, path: str, codes: Codes) -> tuple[Node | None, tuple[Finding, ...]]:
    """The node tree of a file and its findings (at ``path``). The node is None if there are findings, and for a file
    that holds nothing but comments. UTF-8, with or without byte order mark, any line ends. Never raises."""
    if len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 2**20} MB"
        return None, (finding(codes.limit, path, None, None, message, "split it into several files"),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (encoding_fault(data, error, path, codes),)
    if (quick := read_lines(text)) is not None:
        return quick, ()
    return _composed(text, path, codes)


def _composed(text: str, path: str, codes: Codes) -> tuple[Node | None, tuple[Finding, ...]]:
    """The same by the YAML parser, which knows every form."""
    composer = _Composer(path, codes)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            if not composer.take(event):
                break
    except MarkedYAMLError as error:
        composer.faults.append(syntax_fault(error, text, path, codes))
    except ReaderError as error:
        composer.faults.append(character_fault(error, text, path, codes))
    except (ValueError, OverflowError):
        # An escape beyond Unicode (\UFFFFFFFF) reaches chr() inside the parser, which then has no place to tell.
        composer.refuse(codes.syntax, composer.line, composer.column, "a number out of range soon after this place")
    root = composer.root
    if composer.faults or (isinstance(root, TextNode) and root.is_null):
        root = None
    return root, tuple(composer.faults)


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    is_mapping: bool
    line: int
    column: int
    children: list[Node] = field(default_factory=list)

    @property
    def awaits_key(self) -> bool:
        return self.is_mapping and len(self.children) % 2 == 0

    def close(self) -> ListNode | MapNode:
        if not self.is_mapping:
            return ListNode(tuple(self.children), self.line, self.column)
        keys = (child for child in self.children[::2] if isinstance(child, TextNode))
        return MapNode(tuple(zip(keys, self.children[1::2], strict=True)), self.line, self.column)


@dataclass(slots=True)
class _Composer:
    """Events in, nodes out. Whatever plain data may not hold goes to ``faults``; the root is then of no use."""

    path: str
    codes: Codes
    faults: list[Finding] = field(default_factory=list)
    root: Node | None = None
    line: int = 1
    column: int = 1
    documents: int = 0
    opened: list[_Open] = field(default_factory=list)

    def take(self, event: Event) -> bool:
        """Take the next event; False if there is no sense in going on."""
        self.line, self.column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, NodeEvent):
            return self._take_node(event)
        if isinstance(event, SequenceEndEvent | MappingEndEvent):
            self._add(self.opened.pop().close())
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                message, hint = "a second document begins here; a file holds one", "delete the line '---'"
                self.refuse(self.codes.syntax, self.line, self.column, message, hint)
                return False
        return True

    def refuse(self, code: str, line: int, column: int, message: str, hint: str | None = None) -> None:
        self.faults.append(finding(code, self.path, line, column, message, hint))

    def _take_node(self, event: NodeEvent) -> bool:
        is_key = bool(self.opened) and self.opened[-1].awaits_key
        if refusal := _refusal(event, is_key):
            self.refuse(self.codes.syntax, self.line, self.column, *refusal)
        if isinstance(event, CollectionStartEvent):
            if is_key:
                return False  # what follows cannot be paired into keys and values
            self.opened.append(_Open(isinstance(event, MappingStartEvent), self.line, self.column))
            if len(self.opened) > MAX_DEPTH:
                self.refuse(self.codes.limit, self.line, self.column, f"nested more than {MAX_DEPTH} levels deep")
                return False
        elif isinstance(event, ScalarEvent):
            self._add(TextNode(event.value, self.line, self.column, event.style is None))
        else:
            self._add(TextNode("", self.line, self.column))  # an alias, refused above
        return True

    def _add(self, node: Node) -> None:
        if self.opened:
            self.opened[-1].children.append(node)
        else:
            self.root = node


_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def _refusal(event: NodeEvent, is_key: bool) -> tuple[str, str] | None:
    """Message and hint if the node is more than plain data."""
    if isinstance(event, AliasEvent):
        return f"an alias (*{event.anchor}) is not allowed", "write the value out, or quote it if it begins with *"
    if event.anchor is not None:
        return f"an anchor (&{event.anchor}) is not allowed", "delete it, or quote the value if it begins with &"
    if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
        return "a tag is not allowed", "delete it, or quote the value if it begins with !"
    if is_key and not isinstance(event, ScalarEvent):
        return "a key must be a single word", "quote the text if it begins with [ or {"
    if isinstance(event, ScalarEvent):
        if is_key and event.style is None and event.value == "<<":
            return "a merge key (<<) is not allowed", "write the fields out"
        if is_key and not event.value:
            return "there is no key before the colon", "write 'key: value'"
        if event.style == '"' and (found := _UNPRINTABLE.search(event.value)):
            return f"the escaped character U+{ord(found[0]):04X} is not allowed", "delete it"
    return None
