"""What a YAML file holds, as frozen nodes with line and column (both from 1, columns in characters)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Codes:
    """Which code of :data:`reader.findings.CODES` reports which kind of fault."""

    syntax: str
    unknown: str
    shape: str
    missing: str
    duplicate: str
    limit: str


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar, as text. ``plain``: written without quotes, so that null, numbers and truth values count as such."""

    text: str
    line: int
    column: int
    plain: bool = True

    @property
    def is_null(self) -> bool:
        """Whether nothing is given: an empty value, ``~`` or ``null`` (YAML 1.2.2, 10.3.2)."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping in the order of the file; a key that is written twice is here twice."""

    entries: tuple[tuple[TextNode, Node], ...]
    line: int
    column: int


Node = TextNode | ListNode | MapNode
