"""XML as elements with line and column. Entities are refused and nothing is fetched, so that a file can do no harm."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from reader.errors import DubenError

_DEPTH: Final = 64


@dataclass(slots=True)
class Element:
    """An element: its local name, its attributes, and its content, text and elements in their order."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    content: list[str | Element] = field(default_factory=list)

    @property
    def children(self) -> list[Element]:
        """The elements directly inside it."""
        return [part for part in self.content if isinstance(part, Element)]

    @property
    def text(self) -> str:
        """The text of the element and of what is in it."""
        return self.text_without(())

    def text_without(self, names: Collection[str]) -> str:
        """The same, less that of the elements of these names."""
        return "".join(
            part if isinstance(part, str) else "" if part.name in names else part.text_without(names)
            for part in self.content
        )

    def find_all(self, *names: str) -> Iterator[Element]:
        """The elements of these names anywhere inside, in order."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.find_all(*names)


def parse_xml(data: bytes, path: str, hint: str, fault: type[DubenError]) -> Element:
    """The root element. Raises ``fault`` where the data are not well-formed XML, declare entities, or nest deeper than
    any honest file; ``hint`` says what the file has to be."""
    builder = _Builder()
    parser = builder.parser
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"not well-formed XML: {expat.errors.messages[error.code]}"
        raise fault(message, path=path, line=error.lineno, column=error.offset + 1, hint=hint) from None
    except _Refused as refused:
        raise fault(str(refused), path=path, line=parser.CurrentLineNumber, column=1, hint=refused.hint) from None
    except (LookupError, ValueError) as error:
        raise fault(f"not readable as XML: {error}", path=path, line=1, hint=hint) from None  # unknown encoding
    assert builder.root is not None
    return builder.root


class _Refused(Exception):
    """Something that no file for exchange needs."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class _Builder:
    """Builds the tree. External entities are not fetched: expat has no handler for them here."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        element = Element(local, attributes, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        if self._open:
            self._open[-1].content.append(element)
        else:
            self.root = element
        self._open.append(element)
        if len(self._open) > _DEPTH:
            raise _Refused(f"elements are nested more than {_DEPTH} deep", "delete them from the file")

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        self._open[-1].content.append(text)

    def _entity(self, *_declaration: object) -> None:
        # Nesting them is how a small file is made to fill the memory.
        raise _Refused("XML entities are not read", "delete the declarations between [ and ] in its DOCTYPE")
