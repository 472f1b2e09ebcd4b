"""TBX-Basic (ISO 30042:2019, dialect TBX-Basic in style DCA), as translation tools exchange terms.

Term and aliases are the Chinese terms of a concept, renderings its English ones; a rendering to avoid has the status
of a deprecated term. What TBX-Basic has no category for (pinyin, short gloss, literal meaning, first use, status) is
in notes of the form ``name: value``, which :func:`read` takes back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from reader.errors import GlossaryError
from reader.findings import Finding, finding
from reader.glossary.exchange.rows import Row, Rows
from reader.model import Place, Term
from reader.xmltree import Element, parse_xml
from reader.yamlfile import Value
from reader.yamlfile.form import clean

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
PREFERRED, ADMITTED, AVOID = "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"
_STATUS_OFF = "supersededTerm-admn-sts"
_NOTES = ("pinyin", "short", "literal", "since", "status")
_HINT = "it has to be TBX-Basic (ISO 30042:2019) in style DCA"


def write(terms: Sequence[Term]) -> bytes:
    """The document. A ``see`` that names no term of it is a note, since a reference has to lead somewhere."""
    ids = {term.id for term in terms}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tbx type="TBX-Basic" style="dca" xml:lang="zh-Hans" xmlns="{NAMESPACE}">',
        " <tbxHeader>",
        "  <fileDesc><sourceDesc><p>Glossary of Duben</p></sourceDesc></fileDesc>",
        " </tbxHeader>",
        " <text>",
        "  <body>",
        *(line for term in terms for line in _concept(term, ids)),
        "  </body>",
        " </text>",
        "</tbx>",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _concept(term: Term, ids: set[str]) -> Iterator[str]:
    yield f"   <conceptEntry id={quoteattr(_xml_id(term.id))}>"
    if term.domain:
        yield f'    <descrip type="subjectField">{_escaped(term.domain)}</descrip>'
    if term.definition:
        yield f'    <descrip type="definition" xml:lang="en">{_escaped(term.definition)}</descrip>'
    for target in term.see:
        if target in ids:
            yield f'    <ref type="crossReference" target={quoteattr(_xml_id(target))}>{_escaped(target)}</ref>'
        else:
            yield f"    <note>see: {_escaped(target)}</note>"
    yield '    <langSec xml:lang="zh-Hans">'
    notes = [f"{name}: {value}" for name in _NOTES if (value := str(getattr(term, name)))]
    yield from _term(term.term, "fullForm", PREFERRED, term.sources, notes)
    for alias in term.aliases:
        yield from _term(alias, "variant", ADMITTED)
    yield "    </langSec>"
    if term.english or term.forbidden:
        yield '    <langSec xml:lang="en">'
        for number, text in enumerate(term.english):
            yield from _term(text, "", ADMITTED if number else PREFERRED)
        for text in term.forbidden:
            yield from _term(text, "", AVOID)
        yield "    </langSec>"
    yield "   </conceptEntry>"


def _term(text: str, kind: str, status: str, sources: Sequence[str] = (), notes: Sequence[str] = ()) -> Iterator[str]:
    yield "     <termSec>"
    yield f"      <term>{_escaped(text)}</term>"
    if kind:
        yield f'      <termNote type="termType">{kind}</termNote>'
    yield f'      <termNote type="administrativeStatus">{status}</termNote>'
    for source in sources:
        yield f'      <admin type="source">{_escaped(source)}</admin>'
    for note in notes:
        yield f"      <note>{_escaped(note)}</note>"
    yield "     </termSec>"


def _escaped(text: str) -> str:
    return escape("".join(char for char in text if char >= " " and char not in "\ufffe\uffff"))


def _xml_id(name: str) -> str:
    """An XML name may not begin with a digit."""
    return f"_{name}" if name[:1].isdigit() else name


# --- back -------------------------------------------------------------------------------------------------------------


def read(data: bytes, path: str) -> Rows:
    """The concepts of a TBX file. Raises :class:`GlossaryError` where it is not well-formed or no TBX."""
    root = parse_xml(data, path, _HINT, GlossaryError)
    if root.name not in ("tbx", "martif"):
        raise GlossaryError(f"this is no TBX, but <{root.name}>", path=path, line=root.line, column=1, hint=_HINT)
    rows: list[Row] = []
    faults: list[Finding] = []
    for concept in root.find_all("conceptEntry", "termEntry"):
        fields = _fields(concept)
        if "term" in fields:
            rows.append(Row(Place(path, concept.line, concept.column), fields))
        else:
            message = f"the concept '{concept.attributes.get('id', '?')}' has no Chinese term"
            faults.append(
                finding("G027", path, concept.line, concept.column, message, 'give a <langSec xml:lang="zh">')
            )
    if not rows and not faults:
        faults.append(finding("G026", path, root.line, 1, "there is no conceptEntry", _HINT))
    return Rows(tuple(rows), tuple(faults))


def _fields(concept: Element) -> dict[str, Value]:
    single: dict[str, str] = {"id": concept.attributes.get("id", "").removeprefix("_")}
    lists: dict[str, list[str]] = {"aliases": [], "english": [], "forbidden": [], "sources": [], "see": []}
    for item in concept.find_all("descrip"):
        name = {"subjectField": "domain", "definition": "definition"}.get(item.attributes.get("type", ""))
        if name:
            single.setdefault(name, clean(item.text))
    for item in concept.find_all("ref", "note"):
        if item.name == "ref" and item.attributes.get("type") == "crossReference":
            lists["see"].append(item.attributes.get("target", "").removeprefix("_"))
        elif item.name == "note":
            name, _, value = clean(item.text).partition(": ")
            if name == "see":
                lists["see"].append(value)
            elif name in _NOTES:
                single.setdefault(name, value)
    for section in concept.find_all("langSec", "langSet"):
        language = section.attributes.get("xml:lang", "").lower().replace("_", "-").split("-")[0]
        for part in section.find_all("termSec", "tig", "ntig"):
            _take_term(part, language, single, lists)
    return {
        **{name: value for name, value in single.items() if value},
        **{name: tuple(items) for name, items in lists.items() if items},
    }


def _take_term(part: Element, language: str, single: dict[str, str], lists: dict[str, list[str]]) -> None:
    text = next((clean(term.text) for term in part.find_all("term")), "")
    notes = {note.attributes.get("type", ""): clean(note.text) for note in part.find_all("termNote")}
    status = notes.get("administrativeStatus", "")
    if not text:
        return
    if language == "zh":
        if "term" not in single and status not in (AVOID, _STATUS_OFF):
            single["term"] = text
        else:
            lists["aliases"].append(text)
        lists["sources"] += [
            clean(item.text) for item in part.find_all("admin") if item.attributes.get("type") == "source"
        ]
    elif language == "en":
        lists["forbidden" if status in (AVOID, _STATUS_OFF) else "english"].append(text)
