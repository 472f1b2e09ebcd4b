"""What changed between two versions of a glossary, entry by entry and field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.glossary.edit import fields_of
from reader.model import Term
from reader.yamlfile import Value


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that is not what it was; empty where it was not or is not there."""

    name: str
    old: Value
    new: Value

    def __str__(self) -> str:
        if isinstance(self.old, tuple) or isinstance(self.new, tuple):
            return self._of_lists()
        if not self.old:
            return f"{self.name} '{self.new}' added"
        if not self.new:
            return f"{self.name} '{self.old}' taken out"
        return f"{self.name} was '{self.old}', is '{self.new}'"

    def _of_lists(self) -> str:
        old, new = tuple(self.old), tuple(self.new)
        words = [f"'{item}' added" for item in new if item not in old]
        words += [f"'{item}' taken out" for item in old if item not in new]
        if not words:
            words = [f"order is now {', '.join(new)}"]
        return f"{self.name}: {', '.join(words)}"


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that is new (no ``old``), gone (no ``new``) or changed."""

    old: Term | None
    new: Term | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def term(self) -> Term:
        """The entry as it is, or as it was before it went."""
        term = self.new or self.old
        assert term is not None
        return term

    @property
    def kind(self) -> str:
        """new, gone or changed."""
        return "new" if self.old is None else "gone" if self.new is None else "changed"

    def __str__(self) -> str:
        details = f": {'; '.join(map(str, self.fields))}" if self.kind == "changed" else f" ({self.term.short})"
        return f"{self.kind:7} {self.term.id} {self.term.term}{details}"


def compare(old: Mapping[str, Term], new: Mapping[str, Term]) -> Iterator[Change]:
    """The changes from ``old`` to ``new``, both by id, in the order of ``new``, then what is gone."""
    for term_id, term in new.items():
        before = old.get(term_id)
        if before is None:
            yield Change(None, term)
        elif fields := tuple(_fields(before, term)):
            yield Change(before, term, fields)
    for term_id, term in old.items():
        if term_id not in new:
            yield Change(term, None)


def _fields(old: Term, new: Term) -> Iterator[FieldChange]:
    before, after = fields_of(old), fields_of(new)
    for name in dict.fromkeys([*after, *before]):
        one, other = before.get(name, ""), after.get(name, "")
        if one != other:
            yield FieldChange(name, one, other)
