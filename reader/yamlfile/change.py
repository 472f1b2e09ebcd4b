"""Changing single fields and adding entries in the text of a YAML list; every other character stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.yamlfile.form import (
    Form,
    Part,
    Value,
    as_parts,
    canonical,
    end_of_line,
    entry_lines,
    field_lines,
    part_of,
    parts_of,
)
from reader.yamlfile.layout import EntryLayout, FieldLayout, Layout, layout


def set_fields(text: str, index: int, changes: Mapping[str, Value], form: Form) -> str:
    """``text`` with fields of its entry ``index`` (from 0) set to other values; an empty one is taken out.

    A comment in a value that is replaced moves above the field if it cannot stay. An entry in braces, or one whose
    first field is taken out, is written anew.
    """
    for name, value in changes.items():
        found = layout(text)
        if found.flow:
            text = canonical(text, form)
            found = layout(text)
        entry = found.entries[index]
        field = entry.field(name)
        if entry.flow or _shares_lines(found, entry) or (field is entry.fields[0] and not value):
            text = _rewritten(found, entry, {name: value}, form)
        elif field is not None:
            text = _replaced(found, entry, field, value, form)
        elif value:
            text = _inserted(found, entry, name, value, form)
    return text


def append_entry(text: str, fields: Mapping[str, Value], form: Form) -> str:
    """``text`` with an entry more at its end."""
    return append_entries(text, (fields,), form)


def append_entries(text: str, entries: Sequence[Mapping[str, Value]], form: Form) -> str:
    """``text`` with entries more at its end."""
    if not entries:
        return text
    found = layout(text)
    if found.flow:
        text = canonical(text, form)
        found = layout(text)
    pad = _column(text, found.entries[-1].span.start) if found.entries else ""
    # An empty list ([]) or nothing at all: only the comments are kept.
    kept = text if found.entries else canonical(text, form)
    if kept and not kept.endswith(("\n", "\r")):
        kept += _newline(text)
    gap = [""] if kept and (form.spaced or not found.entries) and not kept.endswith(("\n\n", "\r\n\r\n")) else []
    lines = [*gap, *entry_lines(as_parts(entries[0], form), form, pad)]
    for fields in entries[1:]:
        lines += [*([""] if form.spaced else []), *entry_lines(as_parts(fields, form), form, pad)]
    return kept + "".join(line + _newline(text) for line in lines)


def _shares_lines(found: Layout, entry: EntryLayout) -> bool:
    """Whether two fields stand on one line, as they do only with unusual keys."""
    ends = [end_of_line(found.text, field.span.end) for field in entry.fields]
    return any(end > field.span.start for end, field in zip(ends, entry.fields[1:], strict=False))


def _replaced(found: Layout, entry: EntryLayout, field: FieldLayout, value: Value, form: Form) -> str:
    text = found.text
    line_end = end_of_line(text, field.span.end)
    # What stands above the field stays there; only comments from inside the value may move up.
    part = _with_value(part_of(found, field, line_end), value)
    pad = _column(text, field.span.start)
    if not value:
        comments = [*part.above, *([part.behind] if part.behind else [])]
        start = text.rindex("\n", 0, field.span.start) + 1
        after = line_end + len(_line_end_at(text, line_end))
        return text[:start] + "".join(f"{pad}{comment}{_newline(text)}" for comment in comments) + text[after:]
    lines = list(field_lines(part, form))
    if field is entry.fields[0]:
        above = "".join(f"{line}{_newline(text)}" for line in part.above)
        lines = lines[len(part.above) :]
        dash = entry.span.start
        head = text[: text.rfind("\n", 0, dash) + 1] + above + text[text.rfind("\n", 0, dash) + 1 : field.span.start]
    else:
        head = text[: field.span.start]
    return head + f"{_newline(text)}{pad}".join(lines) + text[line_end:]


def _with_value(part: Part, value: Value) -> Part:
    """The part with another value; comments of list items that are still there stay with them."""
    if isinstance(value, str) or isinstance(part.value, str):
        inside = [c for above in part.item_above for c in above] + [c for c in part.item_behind if c]
        return replace(part, value=value, above=(*part.above, *inside), item_above=(), item_behind=())
    if not part.has_item_comments:
        return replace(part, value=value, item_above=(), item_behind=())
    above: dict[str, tuple[str, ...]] = {}
    behind: dict[str, str] = {}
    lost: list[str] = []
    for item, over, after in zip(part.value, part.item_above, part.item_behind, strict=True):
        # Of an item that stands twice the first keeps its comments.
        if item in value and item not in above:
            above[item], behind[item] = over, after
        else:
            lost += filter(None, (*over, after))
    return replace(
        part,
        value=value,
        above=(*part.above, *lost),
        item_above=tuple(above.pop(item, ()) for item in value),
        item_behind=tuple(behind.pop(item, "") for item in value),
    )


def _inserted(found: Layout, entry: EntryLayout, name: str, value: Value, form: Form) -> str:
    """A field more, behind the last of those that come before it in canonical order."""
    rank = {key: number for number, key in enumerate(form.order)}
    before = [field for field in entry.fields if rank.get(field.name, len(rank)) < rank[name]]
    field = before[-1] if before else entry.fields[0]
    at = end_of_line(found.text, field.span.end)
    pad = _column(found.text, entry.fields[0].span.start)
    lines = field_lines(Part(name, value), form)
    return found.text[:at] + "".join(f"{_newline(found.text)}{pad}{line}" for line in lines) + found.text[at:]


def _rewritten(found: Layout, entry: EntryLayout, changes: Mapping[str, Value], form: Form) -> str:
    """The entry written anew in canonical form, with changes."""
    parts, trailing = parts_of(found, entry, form)
    names = [part.name for part in parts]
    parts = [_with_value(part, changes[part.name]) if part.name in changes else part for part in parts]
    parts += as_parts({name: value for name, value in changes.items() if name not in names}, form)
    rank = {key: number for number, key in enumerate(form.order)}
    parts.sort(key=lambda part: rank.get(part.name, len(rank)))
    text, pad = found.text, _column(found.text, entry.span.start)
    line_end = end_of_line(text, entry.span.end)
    lost = [comment for part in parts if not part.value for comment in (*part.above, part.behind) if comment]
    lines = [*entry_lines([part for part in parts if part.value], form, pad)]
    lines += [f"{pad}  {comment}" for comment in [*trailing, *lost]]
    start = text.rfind("\n", 0, entry.span.start) + 1
    return text[:start] + _newline(text).join(lines) + text[line_end:]


def _column(text: str, offset: int) -> str:
    """As many spaces as stand between the start of the line and ``offset``."""
    return " " * (offset - max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) - 1)


def _newline(text: str) -> str:
    """The line end that the file uses."""
    return "\r\n" if "\r\n" in text else "\n"


def _line_end_at(text: str, offset: int) -> str:
    return "\r\n" if text.startswith("\r\n", offset) else text[offset : offset + 1]
