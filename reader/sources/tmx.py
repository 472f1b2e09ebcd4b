"""Translation memories: TMX 1.4b (GALA/OSCAR, 2005).

Of each unit (``tu``) the segment in Chinese and the one in the language of the translation are taken; native codes
(``bpt``, ``ept``, ``it``, ``ph``, ``ut``) are left out, highlighted text (``hi``) stays. Entities are refused and
nothing is fetched, so that a file can do no harm.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from reader.errors import SourceError
from reader.findings import Finding, finding
from reader.model import Place
from reader.sources.translation import Paragraph, Rows, segment_of

_CODES: Final = frozenset(("bpt", "ept", "it", "ph", "ut"))
_SOURCE: Final = "zh"
_HINT: Final = "it has to be TMX 1.4b with <tu>, <tuv xml:lang> and <seg>"


@dataclass(slots=True)
class _Unit:
    line: int
    column: int
    segments: dict[str, str] = field(default_factory=dict)


def read_tmx(data: bytes, path: str, lang: str) -> Rows:
    """The segments of a translation memory. Raises :class:`SourceError` where it is not well-formed or not allowed."""
    handler = _Handler()
    try:
        handler.parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"not well-formed XML: {expat.errors.messages[error.code]}"
        raise SourceError(message, path=path, line=error.lineno, column=error.offset + 1, hint=_HINT) from None
    except _EntityError:
        line = handler.parser.CurrentLineNumber
        hint = "delete the declarations between [ and ] in its DOCTYPE"
        raise SourceError("XML entities are not read", path=path, line=line, column=1, hint=hint) from None
    except (LookupError, ValueError) as error:
        raise SourceError(f"not readable as XML: {error}", path=path, line=1, hint=_HINT) from None  # unknown encoding
    if handler.root != "tmx":
        raise SourceError(f"this is no translation memory, but <{handler.root}>", path=path, line=1, hint=_HINT)
    return _paragraphs(handler, path, lang)


def _paragraphs(handler: _Handler, path: str, lang: str) -> Rows:
    paragraphs: list[Paragraph] = []
    findings: list[Finding] = []
    for unit in handler.units:
        source, target = _in(unit, _SOURCE), _in(unit, lang)
        if target and not source:
            message = f"the unit has no segment in Chinese: {target[:30]}"
            findings.append(finding("A006", path, unit.line, unit.column, message, 'give one <tuv xml:lang="zh">'))
        elif target:
            paragraphs.append(segment_of(target, Place(path, unit.line, unit.column), source))
    if handler.units and not paragraphs and not findings:
        langs = sorted({name for unit in handler.units for name in unit.segments})
        message = f"no unit has both Chinese and '{lang}'; there are {', '.join(langs) or 'no languages'}"
        findings.append(finding("A006", path, 1, 1, message))
    return tuple(paragraphs), tuple(handler.notes), tuple(findings)


def _in(unit: _Unit, lang: str) -> str:
    """The segment in a language, whatever its region (RFC 3066: zh-CN is zh)."""
    texts = (text for name, text in unit.segments.items() if name.lower().replace("_", "-").split("-")[0] == lang)
    return next(texts, "")


class _EntityError(Exception):
    """The file declares an entity; nesting them is how a small file is made to fill the memory."""


class _Handler:
    """Collects units with their places, and the notes of the header. External entities are not fetched: expat has no
    handler for them here."""

    def __init__(self) -> None:
        self.root = ""
        self.units: list[_Unit] = []
        self.notes: list[str] = []
        self._path: list[str] = []
        self._lang = ""
        self._text: list[str] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.root = self.root or name
        self._path.append(name)
        if name == "tu":
            self.units.append(_Unit(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1))
        elif name == "tuv":
            self._lang = attributes.get("xml:lang") or attributes.get("lang") or ""
        elif name == "seg" or self._path[1:] == ["header", "note"]:
            self._text = []

    def _end(self, name: str) -> None:
        text = " ".join("".join(self._text).split())
        if name == "seg" and self.units and "tuv" in self._path:
            self.units[-1].segments.setdefault(self._lang, text)
        elif self._path[1:] == ["header", "note"]:
            self.notes.append(text)
        self._path.pop()

    def _characters(self, content: str) -> None:
        if _CODES.isdisjoint(self._path):
            self._text.append(content)

    def _entity(self, *_: object) -> None:
        raise _EntityError
