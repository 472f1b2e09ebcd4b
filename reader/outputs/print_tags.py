"""What WeasyPrint's tags leave out (ISO 14289-1, ISO 32000-1, 14.8): running heads as artifacts, the language of each
part, links once, lists without divisions in them, the scope of table headers.

The structure tree is changed in place when the PDF is about to be written. It has an element for each box, in order;
so the two trees are walked side by side, and where they differ, what is below stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from reader.hanzi import is_han
from reader.hanzi import language as script_of

_PRINTED: Final = 4
"""The flag of an annotation that is printed with its page."""

_HIDDEN: Final = "null"


def finish_tags(document: Any, pdf: Any) -> None:
    """Complete the tags of a PDF, if it has any."""
    root = _at(pdf, pdf.catalog.get("StructTreeRoot"))
    if root is None:
        return
    top = _at(pdf, root["K"][0])
    reached: set[str] = set()
    doubled: set[str] = set()
    _tidy(pdf, top, reached, doubled, in_link=False)
    _drop(pdf, doubled)
    _hide(pdf, _at(pdf, root["ParentTree"])["Nums"], reached)
    boxes = [child for page in document.pages for child in _body(page._page_box)]
    _speak_all(pdf, top["K"], boxes, "", document.metadata.lang)


def _at(pdf: Any, reference: Any) -> Any:
    """The object that a reference (``b"12 0 R"``) is to; None where it is none."""
    if not isinstance(reference, (bytes, str)):
        return None
    parts = reference.split()
    return pdf.objects[int(parts[0])] if len(parts) == 3 else None


def _tidy(pdf: Any, element: Any, reached: set[str], doubled: set[str], *, in_link: bool) -> None:
    """Go through the elements below one: what is reached of the tree, and which annotations are of a part of a link
    that has one itself."""
    reached.add(_key(element.reference))
    in_link = in_link or element["S"] == "/Link"
    if element["S"] == "/TH":
        element.setdefault("A", _dictionary(O="/Table")).setdefault("Scope", "/Column")
    kids: list[Any] = []
    for reference in element["K"]:
        kid = _at(pdf, reference)
        if kid is None:
            kids.append(reference)
        elif kid.get("Type") == "/OBJR":
            if in_link and element["S"] != "/Link":
                doubled.add(_key(kid["Obj"]))
            else:
                kids.append(reference)
        elif element["S"] == "/L" and kid["S"] == "/Div":
            # in HTML the pairs of a list of definitions may be grouped, in PDF not
            for inner in kid["K"]:
                item = _at(pdf, inner)
                # what stands between its items, which is white, goes to the one before
                holder = element if item["S"] == "/LI" or not kids else _at(pdf, _at(pdf, kids[-1])["K"][-1])
                item["P"] = holder.reference
                (kids if holder is element else holder["K"]).append(inner)
                _tidy(pdf, item, reached, doubled, in_link=in_link)
        else:
            _tidy(pdf, kid, reached, doubled, in_link=in_link)
            kids.append(reference)
    element["K"][:] = kids


def _key(reference: bytes | str) -> str:
    return reference.decode() if isinstance(reference, bytes) else reference


def _dictionary(**values: str) -> Any:
    import pydyf

    return pydyf.Dictionary(values)


def _drop(pdf: Any, doubled: set[str]) -> None:
    """Take these annotations off their pages; the others are printed."""
    for item in pdf.objects:
        annotations = item.get("Annots") if isinstance(item, dict) else None
        if annotations:
            annotations[:] = [reference for reference in annotations if _key(reference) not in doubled]
            for reference in annotations:
                _at(pdf, reference)["F"] = _PRINTED


def _hide(pdf: Any, numbers: Any, reached: set[str]) -> None:
    """Make artifacts of what is marked on a page but not in the tree: heads and page numbers."""
    for page, kids in zip(pdf.page_references, numbers[1::2], strict=False):
        if not isinstance(kids, list):
            continue
        lost = {number for number, kid in enumerate(kids) if _key(kid) not in reached}
        if not lost:
            continue
        for number in lost:
            kids[number] = _HIDDEN
        stream = _at(pdf, _at(pdf, page)["Contents"]).stream
        for at, operator in enumerate(stream):
            if isinstance(operator, dict) and operator.get("MCID") in lost:
                stream[at - 1], stream[at] = b"/Artifact", b"<< /Type /Pagination >>"


def _body(box: Any) -> Iterator[Any]:
    """The boxes of a page that have elements at the top of the tree."""
    for child in box.children:
        if child.element_tag in ("html", "body"):
            yield from _body(child)
        elif type(child).__name__ != "MarginBox":
            yield child


def _speak_all(pdf: Any, references: Any, boxes: list[Any], language: str, page: str) -> None:
    """Say the languages of elements, if there is one for each of these boxes. ``page`` is that of the document."""
    elements = [_at(pdf, reference) for reference in references]
    elements = [element for element in elements if element is None or element.get("Type") != "/OBJR"]
    if len(elements) == len(boxes):
        for element, box in zip(elements, boxes, strict=True):
            if element is not None:
                _speak(pdf, element, box, language, page)


def _speak(pdf: Any, element: Any, box: Any, language: str, page: str) -> None:
    """Say the language of an element, where it is another than that of what is around it, and of all below it."""
    import pydyf

    own = box.element.get("lang") if box.element is not None else None
    children = [inner for child in getattr(box, "children", ()) for inner in _inner(child)]
    texts = [text for text in (getattr(child, "text", None) for child in children or [box]) if text and text.strip()]
    if texts and len(texts) == len(children or [box]):
        own = told("".join(texts), box.element_tag, page) or own
    if own and own != language:
        element["Lang"] = pydyf.String(own)
        language = own
    kids = element["K"]
    if element["S"] == "/LI" and len(kids) == 1 and (body := _at(pdf, kids[0])) is not None and body["S"] == "/LBody":
        kids = body["K"]
    _speak_all(pdf, kids, children, language, page)


def _inner(box: Any) -> list[Any]:
    return list(box.children) if type(box).__name__ == "LineBox" else [box]


def told(text: str, tag: str, page: str = "zh-Hans") -> str | None:
    """The language that a text shows by its letters (``page`` where these leave open which Chinese it is), or by the
    element that it is in."""
    letters = [ch for ch in text if ch.isalpha()]
    if letters and all(map(is_han, letters)):
        return script_of(text, page)
    return "zh-Latn-pinyin" if tag == "i" else None
