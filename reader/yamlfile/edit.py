"""Adding to a user's YAML file without touching what stands in it: comments, order, quoting and spacing stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

Row = Sequence[tuple[str, str | int | Sequence[str]]]
"""The fields of a new entry, in order."""


def append_rows(text: str, rows: Iterable[tuple[str, Row]]) -> str:
    """The text of a mapping file with rows added to its lists: each (key, row) goes to the end of the list under the
    key, which is made if it is not there. A row that is there already is not added again.

    Raises ValueError where the file is not a mapping, or where there is something else than a list under the key.
    """
    for key, row in rows:
        text = _append(text, key, row)
    return text


def _append(text: str, key: str, row: Row) -> str:
    found = re.search(rf"^{re.escape(key)}[ \t]*:(?P<rest>[^\n]*)\n?", text, re.MULTILINE)
    if found is None:
        start = text if not text or text.endswith("\n") else text + "\n"
        return f"{start}\n{key}:\n{_block(row, 2)}".lstrip("\n")
    end = _end_of_value(text, found.end())
    value = text[found.end() : end]
    if found["rest"].split("#")[0].strip() not in ("", "[]"):
        return _append_to_flow(text, key, row)
    indent = re.search(r"^( *)- ", value, re.MULTILINE)
    block = _block(row, len(indent[1]) if indent else 2)
    if block in value:
        return text
    head = re.sub(r"\[\][ \t]*$", "", text[: found.end()].rstrip("\n")).rstrip() + "\n"
    return head + (value if not value or value.endswith("\n") else value + "\n") + block + text[end:]


def _end_of_value(text: str, start: int) -> int:
    """Where the block value ends that begins at ``start``: before the next line that is not indented and no item, with
    the blank and comment lines before that line left to it."""
    end = position = start
    for line in text[start:].splitlines(keepends=True):
        position += len(line)
        if line[0] in " -" and line.strip() and not line.lstrip().startswith("#"):
            end = position
        elif line.strip() and not line.lstrip().startswith("#"):
            break
    return end


def _append_to_flow(text: str, key: str, row: Row) -> str:
    """A list written in brackets cannot be added to line by line: it is written anew by the YAML library."""
    yaml = _writer()
    document = yaml.load(text)
    if not isinstance(document, CommentedMap) or not isinstance(document[key], CommentedSeq):
        raise ValueError(f"there is no list under {key}")
    entry = CommentedMap(row)
    if entry in document[key]:
        return text
    document[key].append(entry)
    document[key].fa.set_block_style()
    out = StringIO()
    yaml.dump(document, out)
    return out.getvalue()


def _block(row: Row, indent: int) -> str:
    """The entry as an item of a block list, written by the YAML library so that every value is quoted as it must be."""
    out = StringIO()
    _writer().dump(CommentedMap(row), out)
    lines = out.getvalue().splitlines()
    pad = " " * indent
    return "".join(f"{pad}{'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))


def _writer() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
