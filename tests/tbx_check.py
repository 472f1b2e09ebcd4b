"""TBX-Basic in style DCA checked for its structure: which element may stand in which, in what order, with which
categories, and references that lead somewhere.

Written for these tests from what is publicly known of ISO 30042:2019 and the dialect TBX-Basic; it is not the schema
that the standard's maintainers publish.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

NAMESPACE = "{urn:iso:std:iso:30042:ed-2}"
_INFO = "(?:descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref)"
_CONTENT = {
    "tbx": "tbxHeader text",
    "tbxHeader": "fileDesc(?: encodingDesc)?(?: revisionDesc)?",
    "fileDesc": "(?:titleStmt )?(?:publicationStmt )?sourceDesc(?: sourceDesc)*",
    "sourceDesc": "p(?: p)*",
    "text": "body(?: back)?",
    "body": "conceptEntry(?: conceptEntry)*|",
    "conceptEntry": f"(?:{_INFO} )*langSec(?: langSec)*",
    "langSec": f"(?:{_INFO} )*termSec(?: termSec)*",
    "termSec": f"term(?: (?:termNote|termNoteGrp))*(?: {_INFO})*",
}
_CATEGORIES = {
    ("descrip", "conceptEntry"): {"subjectField", "definition"},
    ("ref", "conceptEntry"): {"crossReference"},
    ("termNote", "termSec"): {"administrativeStatus", "termType", "partOfSpeech", "grammaticalGender", "termLocation"},
    ("admin", "termSec"): {"source", "customerSubset", "projectSubset"},
}
_VALUES = {
    "administrativeStatus": {
        "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts", "supersededTerm-admn-sts",
    },
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
}  # fmt: skip


def faults_of_tbx(data: bytes) -> list[str]:
    """What is not as TBX-Basic has it; empty if all is."""
    root = ElementTree.fromstring(data)
    faults: list[str] = []
    if (root.tag, root.get("type"), root.get("style")) != (f"{NAMESPACE}tbx", "TBX-Basic", "dca"):
        faults.append("the root is no TBX-Basic in style DCA")
    ids: list[str] = []
    targets: list[str] = []
    _visit(root, faults, ids, targets)
    faults += [f"the id '{name}' is there twice" for name in sorted({name for name in ids if ids.count(name) > 1})]
    faults += [f"the id '{name}' is no XML name" for name in ids if not re.fullmatch(r"[A-Za-z_][\w.-]*", name)]
    faults += [f"nothing has the id '{target}'" for target in targets if target not in ids]
    return faults


def _visit(element: ElementTree.Element, faults: list[str], ids: list[str], targets: list[str]) -> None:
    name = element.tag.removeprefix(NAMESPACE)
    inside = " ".join(child.tag.removeprefix(NAMESPACE) for child in element)
    if not re.fullmatch(_CONTENT.get(name, ""), inside):
        faults.append(f"<{name}> has {inside or 'nothing'}")
    if name in ("langSec", "tbx") and not element.get("{http://www.w3.org/XML/1998/namespace}lang"):
        faults.append(f"<{name}> has no language")
    if name == "conceptEntry":
        ids.append(element.get("id", ""))
    if name == "ref":
        targets.append(element.get("target", ""))
    if name in _CONTENT and element.text and element.text.strip():
        faults.append(f"<{name}> has text")
    for child in element:
        kind = child.get("type")
        place = (child.tag.removeprefix(NAMESPACE), name)
        if kind is not None and kind not in _CATEGORIES.get(place, set()):
            faults.append(f"<{place[0]} type='{kind}'> in <{name}>")
        if kind in _VALUES and child.text not in _VALUES[kind]:
            faults.append(f"{kind} is '{child.text}'")
        _visit(child, faults, ids, targets)
