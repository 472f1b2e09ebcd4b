"""Faults of encoding and syntax in the words of somebody who writes YAML by hand: what is wrong, where, what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from reader.findings import Finding, finding
from reader.yamlfile.nodes import Codes

_LINE_END = re.compile("\r\n|\r|\n")


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    lines = _LINE_END.split(text[:offset])
    return len(lines), len(lines[-1]) + 1


def encoding_fault(data: bytes, error: UnicodeDecodeError, path: str, codes: Codes) -> Finding:
    """The finding on bytes that are not UTF-8, at the first of them."""
    hint = "save the file as UTF-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return finding(codes.syntax, path, 1, 1, "the file is UTF-16, not UTF-8", hint)
    line, column = _line_and_column(data[: error.start].decode("utf-8-sig"), error.start)
    return finding(codes.syntax, path, line, column, f"byte 0x{data[error.start]:02X} is not UTF-8", hint)


def character_fault(error: ReaderError, text: str, path: str, codes: Codes) -> Finding:
    """The finding on a control character in the file (YAML 1.2.2, 5.1)."""
    line, column = _line_and_column(text, error.position)
    message = f"the character U+{error.character:04X} is not allowed in YAML"
    return finding(codes.syntax, path, line, column, message, "delete it")


@dataclass(frozen=True, slots=True)
class _Known:
    """A fault by the words ruamel.yaml has for it (parts of its context and problem), and ours.

    ``at_opening``: the fault shows only later, so the reader is sent to where the construct begins.
    """

    context: str
    problem: str
    message: str
    hint: str
    at_opening: bool = False


_QUOTE = "put the text in quotation marks"
_NEVER_CLOSED = "the quotation mark that opens here is never closed"
_AFTER_CLOSING = "text after a closing quotation mark or bracket"

_KNOWN = (
    _Known("", r"found character '\t'", "a tab is used for indentation", "indent with spaces"),
    _Known("", "that cannot start any token", "a value cannot begin with this character", _QUOTE),
    _Known("quoted scalar", "unexpected end of stream", _NEVER_CLOSED, "close it", at_opening=True),
    _Known("quoted scalar", "document separator", _NEVER_CLOSED, "close it", at_opening=True),
    _Known("double-quoted", "escape", "unknown escape after a backslash", "use single quotation marks, or write \\\\"),
    _Known(
        "simple key", "could not find expected ':'", "this line has no colon", "write 'key: value'", at_opening=True
    ),
    _Known("block", "found '<scalar>'", _AFTER_CLOSING, "quote all of it"),
    _Known("flow", "got '<scalar>'", _AFTER_CLOSING, "quote all of the item, or put a comma before this"),
    _Known("block collection", "found '?'", "a list and a mapping are mixed here", "begin every entry with '- '"),
    _Known("block mapping", "found '-'", "a list item among the fields of a mapping", "indent it below its key"),
    _Known(
        "block", "expected <block end>", "the indentation does not fit the lines above", "align it with its neighbours"
    ),
    _Known(
        "flow sequence", "expected ','", "the list that opens here with [ is never closed", "add ]", at_opening=True
    ),
    _Known(
        "flow mapping", "expected ','", "the mapping that opens here with { is never closed", "add }", at_opening=True
    ),
    _Known("block scalar", "", "only - or + or a digit may follow | and >", "begin the text on the next line"),
    _Known("", "undefined tag handle", "a tag is not allowed", "quote the value if it begins with !"),
)


def syntax_fault(error: MarkedYAMLError, text: str, path: str, codes: Codes) -> Finding:
    """The finding on text that is not YAML, in our words where ruamel.yaml's are known, else in its own."""
    context, problem = error.context or "", error.problem or str(error)
    known = next((known for known in _KNOWN if known.context in context and known.problem in problem), None)
    mark = error.problem_mark or error.context_mark
    if known is not None and known.at_opening:
        mark = error.context_mark or mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (None, None)
    if known is not None:
        message, hint = known.message, known.hint
    elif "mapping values are not allowed" in problem and line is not None and column is not None:
        message, hint = _colon_fault(_LINE_END.split(text)[line - 1][: column - 1])
    else:
        message, hint = f"not valid YAML: {problem}", None
    return finding(codes.syntax, path, line, column, message, hint)


def _colon_fault(before: str) -> tuple[str, str]:
    """Message and hint on a colon that cannot stand where it does; ``before`` is its line up to there."""
    if re.search(r":\s", before):
        return "a second ': ' in one value", f"{_QUOTE}: a plain value cannot contain ': '"
    hint = "check the indentation of this line, and the lines above for a missing ':' or a full-width ："
    return "a key where the value above still goes on", hint
