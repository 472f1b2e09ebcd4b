"""Where the parts of a YAML list stand in its text, comments included: what an edit has to know to spare the rest.

The text has to be one that :func:`reader.yamlfile.parse` takes without a finding: a list. An item that is no mapping is
an entry without fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    CollectionStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its ``#``. ``own_line``: nothing but spaces stands before it on its line."""

    text: str
    offset: int
    own_line: bool


@dataclass(frozen=True, slots=True)
class FieldLayout:
    """A field of an entry: from its key to the end of its value. ``items`` are those of a list, each with its span;
    ``value`` is the text of a scalar, None for a list; ``is_null`` says that nothing is given."""

    name: str
    span: Span
    value: str | None
    items: tuple[tuple[str, Span], ...]
    is_null: bool


@dataclass(frozen=True, slots=True)
class EntryLayout:
    """An entry: from its dash to the end of its last value. ``flow``: it is written in braces."""

    span: Span
    fields: tuple[FieldLayout, ...]
    flow: bool

    def field(self, name: str) -> FieldLayout | None:
        """The field of that name, if it is given."""
        return next((found for found in self.fields if found.name == name), None)


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole file. ``flow``: the list itself is written in brackets."""

    text: str
    entries: tuple[EntryLayout, ...]
    comments: tuple[Comment, ...]
    flow: bool

    def comments_in(self, start: int, end: int) -> tuple[Comment, ...]:
        """The comments that begin in a stretch of the text."""
        return tuple(comment for comment in self.comments if start <= comment.offset < end)


def layout(text: str) -> Layout:
    """The parts of ``text``, which is a list of mappings (or holds nothing)."""
    events = _Events(text)
    root = events.next_node()
    entries: list[EntryLayout] = []
    flow = False
    if isinstance(root, SequenceStartEvent):
        flow = bool(root.flow_style)
        end = root.start_mark.index
        while not isinstance(event := events.take(), SequenceEndEvent):
            start = event.start_mark.index
            entry = _entry(events, event, start if flow else _dash(text, end, start))
            entries.append(entry)
            end = entry.span.end
    list(events.rest())
    return Layout(text, tuple(entries), tuple(_comments(text, events.leaves)), flow)


_DASH = re.compile(r"^[ \t]*(-)(?=[ \t\r\n])", re.MULTILINE)


def _dash(text: str, after: int, before: int) -> int:
    """Where the dash of an item stands that begins at ``before``."""
    found = list(_DASH.finditer(text, after, before))
    return found[-1].start(1) if found else text.rfind("-", after, before)


class _Events:
    """The events of a text; ``leaves`` collects what is no gap: scalars, brackets and braces."""

    def __init__(self, text: str) -> None:
        self._events = iter(YAML(typ="safe", pure=True).parse(text))
        self.text = text
        self.leaves: list[Span] = []

    def take(self) -> Event:
        """The next event."""
        event: Event = next(self._events)
        if isinstance(event, ScalarEvent):
            self.leaves.append(self.span(event))
        elif getattr(event, "flow_style", False):
            self.leaves.append(Span(event.start_mark.index, event.start_mark.index + 1))
        return event

    def next_node(self) -> Event | None:
        """The first node, None if there is none."""
        while (event := next(self._events, None)) is not None:
            if isinstance(event, ScalarEvent | CollectionStartEvent):
                return event
        return None

    def rest(self) -> Iterator[Event]:
        """What is left."""
        yield from self._events

    def span(self, event: ScalarEvent) -> Span:
        """The stretch of a scalar. A block scalar ends with the last line that holds something."""
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip())
        return Span(start, end)


def _entry(events: _Events, opening: Event, start: int) -> EntryLayout:
    if not isinstance(opening, MappingStartEvent):
        return EntryLayout(Span(start, _end_of(events, opening)), (), False)
    fields: list[FieldLayout] = []
    flow = bool(getattr(opening, "flow_style", False))
    end = opening.end_mark.index
    while not isinstance(key := events.take(), MappingEndEvent):
        assert isinstance(key, ScalarEvent)
        field = _field(events, key)
        fields.append(field)
        end = field.span.end
    if flow:
        end = key.end_mark.index
    return EntryLayout(Span(start, end), tuple(fields), flow)


def _end_of(events: _Events, opening: Event) -> int:
    """Where an item ends that is no mapping; it is passed over."""
    end: int = opening.end_mark.index
    depth = int(isinstance(opening, CollectionStartEvent))
    while depth:
        event = events.take()
        end = max(end, event.end_mark.index) if isinstance(event, ScalarEvent) else end
        depth += isinstance(event, CollectionStartEvent)
        depth -= isinstance(event, SequenceEndEvent | MappingEndEvent)
    return end


def _field(events: _Events, key: ScalarEvent) -> FieldLayout:
    start = key.start_mark.index
    value = events.take()
    if isinstance(value, ScalarEvent):
        span = events.span(value)
        is_null = value.style is None and value.value in ("", "~", "null", "Null", "NULL")
        end = span.end if span.end > span.start else _after_colon(events.text, key.end_mark.index)
        return FieldLayout(key.value, Span(start, end), value.value, (), is_null)
    items: list[tuple[str, Span]] = []
    end = value.end_mark.index
    depth = 1
    flow = bool(getattr(value, "flow_style", False))
    while depth:
        event = events.take()
        if isinstance(event, ScalarEvent):
            items.append((event.value, events.span(event)))
            end = max(end, items[-1][1].end)
        elif isinstance(event, SequenceStartEvent | MappingStartEvent):
            depth += 1
        else:
            depth -= 1
            if flow and not depth:
                end = event.end_mark.index
    return FieldLayout(key.value, Span(start, end), None, tuple(items), False)


_COLON = re.compile(r"\s*:")


def _after_colon(text: str, offset: int) -> int:
    found = _COLON.match(text, offset)
    return found.end() if found else offset


_COMMENT = re.compile(r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*")


def _comments(text: str, leaves: Sequence[Span]) -> Iterator[Comment]:
    """The comments: what begins with # in the gaps between scalars, brackets and braces."""
    start = 0
    for leaf in [*leaves, Span(len(text), len(text))]:
        for found in _COMMENT.finditer(text, start, leaf.start):
            line = max(text.rfind("\n", 0, found.start()), text.rfind("\r", 0, found.start())) + 1
            yield Comment(found[0].rstrip(), found.start(), not text[line : found.start()].strip())
        start = max(start, leaf.end)
