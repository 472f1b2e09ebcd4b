"""What entries get wrong together: the same id, term or alias twice, references to nothing, words that disagree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.findings import Finding, finding
from reader.glossary.entries import Entry
from reader.model import LexiconEntry, Place, Term


def check_terms(entries: Sequence[Entry], *, complete: bool = True) -> Iterator[tuple[int, Finding]]:
    """What is wrong between the entries of all files, each finding with the index of the entry it is about.

    Of two entries with the same id, or the same term or alias, the later one is reported. Deprecated entries count
    too: an identifier is stable for ever, and a term that comes back comes back under its old id. ``complete``: these
    are all entries there are; if not, a reference to none of them may still be right and is not reported.
    """
    ids: dict[str, Place] = {}
    surfaces: dict[str, tuple[str, Place]] = {}
    for index, entry in enumerate(entries):
        if name := entry.term.id:
            place = _place(entry, entry.record.place("id"))
            if name in ids:
                message = f"the id '{name}' is already used in {_spot(ids[name])}"
                yield index, _at("G006", place, message, "give this entry an id of its own")
            else:
                ids[name] = place
        for field, surface, place in _surfaces(entry):
            if surface in surfaces:
                other, first = surfaces[surface]
                message = f"{field} '{surface}' is already a term or alias of '{other}' in {_spot(first)}"
                yield index, _at("G007", place, message, "delete one of them")
            else:
                surfaces[surface] = (name, place)
    for index, entry in enumerate(entries):
        for target, spot in zip(entry.term.see, entry.record.item_places("see"), strict=True):
            if target == entry.term.id:
                yield index, _at("G010", _place(entry, spot), "'see' names the entry itself", "delete it")
            elif complete and target not in ids:
                yield index, _at("G010", _place(entry, spot), f"'see' names '{target}', which is no entry", None)


def check_lexicon(words: Sequence[LexiconEntry], terms: Sequence[Term]) -> Iterator[Finding]:
    """Words of the project lexicon that are there twice with one reading (several readings are several entries), and
    words whose entries all disagree with the glossary, which wins."""
    spellings = {term.term: term for term in terms}
    readings: dict[str, set[str]] = {}
    for word in words:
        readings.setdefault(word.word, set()).add(word.pinyin)
    seen: dict[tuple[str, str], LexiconEntry] = {}
    for word in words:
        if word.place is None:
            continue  # it comes from no file, so there is nothing to point at
        first = seen.setdefault((word.word, word.pinyin), word)
        if first is not word and first.place is not None:
            message = f"'{word.word}' {word.pinyin} is already in {_spot(first.place)}"
            yield _at("G013", word.place, message, "delete one of them; the first one counts")
        term = spellings.get(word.word)
        if term is not None and term.pinyin not in readings[word.word]:
            message = f"'{word.word}' is {word.pinyin} here, but {term.pinyin} in the glossary ('{term.id}')"
            yield _at("G013", word.place, message, "delete the word here: the glossary counts")


def _surfaces(entry: Entry) -> Iterator[tuple[str, str, Place]]:
    """The term and its aliases: name of the field, text, place."""
    if entry.term.term:
        yield "the term", entry.term.term, _place(entry, entry.record.place("term"))
    for alias, spot in zip(entry.term.aliases, entry.record.item_places("aliases"), strict=True):
        yield "the alias", alias, _place(entry, spot)


def _place(entry: Entry, spot: tuple[int, int]) -> Place:
    return Place(entry.path, *spot)


def _spot(place: Place) -> str:
    return f"{place.path}:{place.line}"


def _at(code: str, place: Place, message: str, hint: str | None) -> Finding:
    return finding(code, place.path, place.line, place.column, message, hint)
