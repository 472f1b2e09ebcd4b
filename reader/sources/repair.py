"""The seed put in order without being altered: recorded repairs, rejoined paragraphs, and suspects reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.findings import Finding, finding
from reader.hanzi import has_han
from reader.model import BlockKind, Edit, EditKind, Place
from reader.sources.borders import border_marks
from reader.sources.joining import Joined, LastWord, is_doubled, is_text, judge
from reader.sources.lines import Line, split_lines
from reader.sources.shapes import is_finished, shape
from reader.sources.sidecar import Repair
from reader.sources.structure import Passage

_JOINABLE = frozenset({None, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.NOTE, BlockKind.CAPTION})
"""Shapes of a line that may go on in the next one."""
_WRAP_MIN, _WRAP_MAX = 5, 80
"""A hard-wrapped file has at least so many full lines, of at most so many characters."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """The logical lines of a seed, the edits that made them, and the findings on the way."""

    passages: tuple[Passage, ...]
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]


def repair(
    text: str,
    path: str,
    repairs: Sequence[Repair],
    fixed: frozenset[int],
    joined: Joined,
    last_word: LastWord,
    *,
    pre_segmented: bool = False,
) -> Repaired:
    """Apply the recorded repairs and rejoin broken paragraphs.

    ``fixed``: source lines whose kind the editor has set; they begin a block of their own. ``pre_segmented``: the
    text has marks between its words.
    """
    edits, findings = recorded_edits(text, path, repairs)
    if pre_segmented:
        edits += border_marks(text, path, edits)
    lines = split_lines(text, edits)
    passages: list[Passage] = []
    joins: list[Edit] = []
    wrapped = _is_hard_wrapped(lines)
    indents = sum(line.indented for line in lines) * 2 > len(lines)
    for previous, line in zip((None, *lines), lines, strict=False):
        last = passages[-1] if passages else None
        reason = None
        if previous and last and line.number not in fixed and not (indents and line.indented):
            outdented = indents and last.column > 1
            reason, found = _border(last.text, previous, line, path, wrapped, outdented, joined, last_word)
            findings.extend(found)
        if previous is None or last is None or reason is None:
            passages.append(Passage(line.text, ((0, line.number, line.column),), line.cuts))
            continue
        glue = " " if _is_ascii_letter(last.text[-1]) and _is_ascii_letter(line.text[0]) else ""
        joint = len(last.text + glue)
        passages[-1] = Passage(
            last.text + glue + line.text,
            (*last.pieces, (joint, line.number, line.column)),
            (*last.cuts, joint, *(joint + cut for cut in line.cuts)) if pre_segmented else (),
        )
        before = text[previous.end : line.start]
        joins.append(Edit(EditKind.JOIN, previous.end, before, glue, Place(path, line.number, line.column), reason))
    return Repaired(tuple(passages), tuple(sorted((*edits, *joins), key=lambda e: e.offset)), tuple(findings))


def _border(
    left: str,
    previous: Line,
    line: Line,
    path: str,
    wrapped: int,
    outdented: bool,
    joined: Joined,
    last_word: LastWord,
) -> tuple[str | None, list[Finding]]:
    """Why the line continues the text before it (None if it does not), and what there is to report."""
    if shape(left) not in _JOINABLE or shape(line.text) is not None:
        return None, []
    verdict = judge(left, line.text, joined, last_word)
    reason = verdict.reason if verdict and verdict.join else None
    if reason is None and outdented and not is_finished(left) and is_text(line.text):
        reason = "the line is not indented as paragraphs are here"
    if reason is None and wrapped and line.number == previous.number + 1 and len(previous.text) >= wrapped - 2:
        reason = "the file is wrapped at a fixed width"
    at = (path, line.number, line.column)
    if reason is not None:
        found = [finding("S003", *at, f"joined to line {previous.number}: {reason}")]
        if is_doubled(left, line.text, joined):
            message = f"{line.text[0]} stands on both sides of the break: …{left[-4:]}|{line.text[:4]}…"
            found.append(finding("S008", *at, message, "record a repair in the sidecar if one is too many"))
        return reason, found
    if verdict is not None:
        hint = "set the kind of the line under 'blocks', or repair the seed's end of line"
        return None, [finding("S009", *at, f"may continue line {previous.number}: {verdict.reason}", hint)]
    return None, []


def _is_ascii_letter(ch: str) -> bool:
    return ch.isascii() and ch.isalpha()


def _is_hard_wrapped(lines: Sequence[Line]) -> int:
    """The width at which the file is wrapped, or 0: most lines that another follows at once are equally long."""
    followed = [a for a, b in pairwise(lines) if b.number == a.number + 1 and has_han(a.text)]
    width = max((len(line.text) for line in followed), default=0)
    full = sum(len(line.text) >= width - 2 for line in followed)
    return width if full >= _WRAP_MIN and full * 10 >= 6 * len(followed) and width <= _WRAP_MAX else 0


def recorded_edits(text: str, path: str, repairs: Sequence[Repair]) -> tuple[list[Edit], list[Finding]]:
    """The repairs of the sidecar as edits; S005 where one does not fit, S006 where it fits another line."""
    edits: list[Edit] = []
    findings: list[Finding] = []
    lines = split_lines(text)
    by_number = {line.number: line for line in lines}
    for record in repairs:
        at = (record.place.path, record.place.line, record.place.column)
        line = by_number.get(record.line)
        if line is None or record.wrong not in text[line.start : line.end]:
            others = [other for other in lines if record.wrong in other.text]
            if len(others) != 1 or others[0].text.count(record.wrong) != 1:
                message = f"'{record.wrong}' does not stand on line {record.line} of {path}"
                findings.append(finding("S005", *at, message, "correct or delete this repair"))
                continue
            line = others[0]
            message = f"'{record.wrong}' stands on line {line.number} of {path}, not on line {record.line}"
            findings.append(finding("S006", *at, message, "update the line number"))
        offset = _offset(line, record)
        if offset is None:
            message = f"'{record.wrong}' stands on line {line.number} more than once, or not at the column given"
            findings.append(finding("S005", *at, message, "add 'column', counted from 1"))
            continue
        edit = Edit(
            EditKind.REPAIR,
            offset,
            record.wrong,
            record.right,
            Place(path, line.number, line.column + offset - line.start),
            record.why,
        )
        if any(edit.offset < e.offset + len(e.before) and e.offset < edit.offset + len(edit.before) for e in edits):
            findings.append(finding("S005", *at, f"'{record.wrong}' overlaps another repair"))
            continue
        edits.append(edit)
        shown = f"'{record.wrong}' reads '{record.right}': {record.why}"
        findings.append(finding("S004", path, edit.place.line, edit.place.column, shown))
    return edits, findings


def _offset(line: Line, record: Repair) -> int | None:
    """Where the wrong text starts in the seed; None where that is not certain."""
    if record.column is not None:
        at = record.column - line.column
        return line.start + at if at >= 0 and line.text.startswith(record.wrong, at) else None
    return line.start + line.text.index(record.wrong) if line.text.count(record.wrong) == 1 else None
