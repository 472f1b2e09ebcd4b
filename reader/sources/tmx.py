"""Translation memories: TMX 1.4b (GALA/OSCAR, 2005).

Of each unit (``tu``) the segment in Chinese and the one in the language of the translation are taken; native codes
(``bpt``, ``ept``, ``it``, ``ph``, ``ut``) are left out, highlighted text (``hi``) stays. Entities are refused and
nothing is fetched, so that a file can do no harm.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.errors import SourceError
from reader.findings import Finding, finding
from reader.model import Place
from reader.sources.translation import Paragraph, Rows, segment_of
from reader.xmltree import Element, parse_xml

_CODES: Final = frozenset(("bpt", "ept", "it", "ph", "ut"))
_SOURCE: Final = "zh"
_HINT: Final = "it has to be TMX 1.4b with <tu>, <tuv xml:lang> and <seg>"


def read_tmx(data: bytes, path: str, lang: str) -> Rows:
    """The segments of a translation memory. Raises :class:`SourceError` where it is not well-formed or not allowed."""
    root = parse_xml(data, path, _HINT, SourceError)
    if root.name != "tmx":
        raise SourceError(f"this is no translation memory, but <{root.name}>", path=path, line=1, hint=_HINT)
    notes = tuple(_words(note) for part in root.children if part.name == "header" for note in _children(part, "note"))
    units = [(unit, _segments(unit)) for unit in root.find_all("tu")]
    paragraphs: list[Paragraph] = []
    findings: list[Finding] = []
    for unit, segments in units:
        source, target = _in(segments, _SOURCE), _in(segments, lang)
        if target and not source:
            message = f"the unit has no segment in Chinese: {target[:30]}"
            findings.append(finding("A006", path, unit.line, unit.column, message, 'give one <tuv xml:lang="zh">'))
        elif target:
            paragraphs.append(segment_of(target, Place(path, unit.line, unit.column), source))
    if units and not paragraphs and not findings:
        langs = sorted({name for _, segments in units for name in segments})
        message = f"no unit has both Chinese and '{lang}'; there are {', '.join(langs) or 'no languages'}"
        findings.append(finding("A006", path, 1, 1, message))
    return tuple(paragraphs), notes, tuple(findings)


def _segments(unit: Element) -> dict[str, str]:
    """The segments of a unit by their language, the first of each."""
    found: dict[str, str] = {}
    for variant in unit.find_all("tuv"):
        lang = variant.attributes.get("xml:lang") or variant.attributes.get("lang") or ""
        for segment in _children(variant, "seg"):
            found.setdefault(lang, _words(segment))
    return found


def _in(segments: dict[str, str], lang: str) -> str:
    """The segment in a language, whatever its region (RFC 3066: zh-CN is zh)."""
    texts = (text for name, text in segments.items() if name.lower().replace("_", "-").split("-")[0] == lang)
    return next(texts, "")


def _children(element: Element, name: str) -> Sequence[Element]:
    return [child for child in element.children if child.name == name]


def _words(element: Element) -> str:
    return " ".join(element.text_without(_CODES).split())
