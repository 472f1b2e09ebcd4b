"""XML as elements with line and column. Entities are refused and nothing is fetched, so that a file can do no harm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from reader.errors import GlossaryError

_DEPTH = 64


@dataclass(slots=True)
class Element:
    """An element: its local name, attributes, children, and the text directly inside it."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the element and of what is in it."""
        return "".join(self.texts) + "".join(child.text for child in self.children)

    def find_all(self, *names: str) -> Iterator[Element]:
        """The elements of these names anywhere inside, in order."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.find_all(*names)


def parse_xml(data: bytes, path: str, hint: str) -> Element:
    """The root element. Raises :class:`GlossaryError` where the data are not well-formed XML, declare entities, or nest
    deeper than any honest file."""
    builder = _Builder()
    parser = builder.parser
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"not well-formed XML: {expat.errors.messages[error.code]}"
        raise GlossaryError(message, path=path, line=error.lineno, column=error.offset + 1, hint=hint) from None
    except _Refused as refused:
        line = parser.CurrentLineNumber
        raise GlossaryError(str(refused), path=path, line=line, column=1, hint="delete it from the file") from None
    except (LookupError, ValueError) as error:
        raise GlossaryError(f"not readable as XML: {error}", path=path, line=1, hint=hint) from None
    assert builder.root is not None
    return builder.root


class _Refused(Exception):
    """Something that no file for exchange needs."""


class _Builder:
    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        element = Element(local, attributes, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)
        if len(self._open) > _DEPTH:
            raise _Refused(f"elements are nested more than {_DEPTH} deep")

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        self._open[-1].texts.append(text)

    def _entity(self, *_declaration: object) -> None:
        raise _Refused("XML entities are not read")
