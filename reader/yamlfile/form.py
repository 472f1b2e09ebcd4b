"""The canonical form of a YAML list of entries: fields in their order, one value a line, comments where they belong.

Applying it twice changes nothing more, and it changes no value.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.yamlfile.layout import Comment, EntryLayout, FieldLayout, Layout, layout
from reader.yamlfile.scalars import scalar

Value = str | tuple[str, ...]
"""What a field holds: a text or a list of texts."""


_WIDTH = 120
"""A list in brackets that is longer is written with an item a line."""


@dataclass(frozen=True, slots=True)
class Form:
    """How entries are written: the ``order`` of their fields, which of them are ``blocks`` (lists with an item a line;
    other lists stand in brackets), and whether entries are ``spaced`` by an empty line."""

    order: tuple[str, ...]
    blocks: frozenset[str] = frozenset()
    spaced: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A field with its comments: those above it, the one behind it, and those of the items of a list."""

    name: str
    value: Value
    above: tuple[str, ...] = ()
    behind: str = ""
    item_above: tuple[tuple[str, ...], ...] = ()
    item_behind: tuple[str, ...] = ()

    @property
    def has_item_comments(self) -> bool:
        """Whether the list has to be written item by item to keep its comments."""
        return any(self.item_above) or any(self.item_behind)


def canonical(text: str, form: Form) -> str:
    """The canonical form of ``text``, which has to be a sound list of mappings or to hold nothing but comments."""
    found = layout(text)
    if not found.entries:
        return "".join(f"{line}\n" for line in _without_gaps([c.text for c in found.comments], at_start=True))
    lines: list[str] = []
    end = 0
    for number, entry in enumerate(found.entries):
        gap, inner = _gap(found, end, entry.span.start)
        lines += inner
        lines += _without_gaps([*([""] if form.spaced and number else []), *gap], at_start=not number)
        parts, trailing = parts_of(found, entry, form)
        lines += entry_lines(parts, form, "")
        lines += [f"  {comment}" for comment in trailing]
        end = end_of_line(text, entry.span.end) if not found.flow else entry.span.end
    gap, inner = _gap(found, end, len(text))
    lines += inner
    while gap and not gap[-1]:
        gap.pop()
    lines += _without_gaps(gap, at_start=False)
    return "".join(f"{line}\n" for line in lines)


def entry_lines(parts: Sequence[Part], form: Form, pad: str) -> Iterator[str]:
    """The lines of an entry, without line ends; ``pad`` stands before its dash."""
    first = True
    for part in parts:
        for line in field_lines(part, form):
            if first and line.startswith("#"):
                yield pad + line  # nothing but the first field can stand behind the dash
                continue
            yield f"{pad}{'- ' if first else '  '}{line}"
            first = False


def field_lines(part: Part, form: Form) -> Iterator[str]:
    """The lines of a field with its comments, without indentation."""
    yield from part.above
    behind = f"  {part.behind}" if part.behind else ""
    if isinstance(part.value, str):
        yield f"{part.name}: {scalar(part.value)}{behind}"
    elif part.name in form.blocks or part.has_item_comments or len(inline := _inline(part)) > _WIDTH:
        yield f"{part.name}:{behind}"
        above = part.item_above or ((),) * len(part.value)
        behinds = part.item_behind or ("",) * len(part.value)
        for item, before, after in zip(part.value, above, behinds, strict=True):
            yield from (f"  {comment}" for comment in before)
            yield f"  - {scalar(item)}{f'  {after}' if after else ''}"
    else:
        yield inline + behind


def _inline(part: Part) -> str:
    return f"{part.name}: [{', '.join(scalar(item, in_flow=True) for item in part.value)}]"


def parts_of(found: Layout, entry: EntryLayout, form: Form) -> tuple[list[Part], list[str]]:
    """The fields of an entry in canonical order, those that hold nothing left out, and the comments that no field
    follows."""
    parts: list[Part] = []
    waiting: list[str] = []
    end = entry.span.start
    last = entry.span.end if found.flow else end_of_line(found.text, entry.span.end)
    limits = [*(field.span.start for field in entry.fields[1:]), last]
    for field, limit in zip(entry.fields, limits, strict=False):
        waiting += [comment.text for comment in found.comments_in(end, field.span.start)]
        end = min(limit, end_of_line(found.text, field.span.end))
        part = part_of(found, field, end)
        part = replace(part, above=(*waiting, *part.above))
        waiting = []
        if part.value:
            parts.append(part)
        else:
            waiting += [*part.above, *([part.behind] if part.behind else [])]
    waiting += [comment.text for comment in found.comments_in(end, last)]
    rank = {name: number for number, name in enumerate(form.order)}
    return sorted(parts, key=lambda part: rank.get(part.name, len(rank))), waiting


def part_of(found: Layout, field: FieldLayout, line_end: int) -> Part:
    """A field with the comments that stand in and behind it, up to ``line_end``."""
    comments = found.comments_in(field.span.start, line_end)
    if field.value is not None:
        value = "" if field.is_null else clean(field.value)
        return Part(field.name, value, *_placed(comments, field.span.end))
    items = tuple(clean(text) for text, _ in field.items)
    starts = [field.span.start, *(span.start for _, span in field.items)]
    above: list[tuple[str, ...]] = [() for _ in items]
    behind = [""] * len(items)
    own: list[str] = []
    after_key = ""
    for comment in comments:
        index = sum(start < comment.offset for start in starts) - 1  # 0: before the first item
        if comment.own_line and index < len(items):
            above[index] = (*above[index], comment.text)
        elif not comment.own_line and index > 0 and not behind[index - 1]:
            behind[index - 1] = comment.text
        elif not comment.own_line and not index and not after_key:
            after_key = comment.text
        else:
            own.append(comment.text)
    if behind and behind[-1] and "\n" not in found.text[field.span.start : field.span.end] and not any(above):
        after_key, behind[-1] = behind[-1], ""  # a list on one line: the comment is about all of it
    return Part(field.name, items, tuple(own), after_key, tuple(above), tuple(behind))


def _placed(comments: Sequence[Comment], end: int) -> tuple[tuple[str, ...], str]:
    """Comments of a text: those that go above it, and the one behind it."""
    behind = next((comment for comment in comments if comment.offset >= end and not comment.own_line), None)
    above = tuple(comment.text for comment in comments if comment is not behind)
    return above, behind.text if behind else ""


def clean(text: str) -> str:
    """One line without spaces at its ends, in NFC (pinyin typed on some systems comes decomposed)."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


_LINE_END = re.compile(r"\r\n|\r|\n")


def end_of_line(text: str, offset: int) -> int:
    """Where the line ends that ``offset`` is in, before its line end."""
    found = _LINE_END.search(text, offset)
    return found.start() if found else len(text)


def _gap(found: Layout, start: int, end: int) -> tuple[list[str], list[str]]:
    """What stands between two entries: comments and empty lines, and the comments that belong to the entry before
    since they are indented as it is and follow at once."""
    text = found.text
    if found.flow:
        return [comment.text for comment in found.comments_in(start, end)], []
    raw = _LINE_END.split(text[start:end])
    lines = [line.strip() for line in raw]
    inner: list[str] = []
    taken = 1
    while start and taken < len(raw) and re.match(r"[ \t]+#", raw[taken]):
        inner.append(f"  {lines[taken]}")
        taken += 1
    own = [line for line in lines[taken if start else 0 :] if not line or line.startswith("#")]
    if own and not own[-1]:
        own.pop()  # what is left of the last line end
    return own, inner


def _without_gaps(lines: Sequence[str], *, at_start: bool) -> list[str]:
    """The lines with no two empty ones together, and none at the start of the file."""
    kept: list[str] = []
    for line in lines:
        if line or (kept[-1] if kept else not at_start):
            kept.append(line)
    return kept


def as_parts(fields: Mapping[str, Value], form: Form) -> list[Part]:
    """The fields of a new entry, in canonical order; empty ones are left out."""
    rank = {name: number for number, name in enumerate(form.order)}
    given = [Part(name, value) for name, value in fields.items() if value]
    return sorted(given, key=lambda part: rank.get(part.name, len(rank)))
