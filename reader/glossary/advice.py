"""What a terminologist wants told beyond errors: entries that may be one, pinyin that looks wrong, English that is
missing or double, sources that cannot be checked. Nothing here keeps a text from being built."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from reader.findings import Finding, Severity, finding
from reader.glossary.entries import Entry
from reader.glossary.similar import skeleton, surfaces
from reader.model import Term, TermStatus
from reader.pinyin import PinyinError, align, plain, spell, syllables

Readings = Callable[[str], Collection[str]]
"""The readings of a character, tone-marked; none where nobody knows it."""

_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)(?:-(\d\d))?(?:-(\d\d))?")


def advise(entries: Sequence[Entry], readings: Readings) -> Iterator[Finding]:
    """What is doubtful in sound entries, one by one and together."""
    sound = [entry for entry in entries if entry.sound]
    for entry in sound:
        yield from _of_pinyin(entry, readings)
        yield from _of_english(entry)
        yield from _of_sources(entry)
        yield from _of_lists(entry)
    yield from _near(sound)
    yield from _same_english(sound)
    yield from _of_deprecated(sound)


# --- one entry --------------------------------------------------------------------------------------------------------


def _of_pinyin(entry: Entry, readings: Readings) -> Iterator[Finding]:
    term = entry.term
    if (better := respelled(term.pinyin)) != term.pinyin:
        message = f"'{term.pinyin}' is spelled '{better}' by GB/T 16159"
        yield _at("G014", entry, "pinyin", message, "duben glossary check --fix puts it right")
    for char, syllable in zip(term.term, align(term.term, term.pinyin), strict=True):
        if syllable is not None and not _is_read(syllable, readings(char)):
            known = ", ".join(readings(char))
            message = f"{char} in {term.term} is '{syllable}', but no dictionary reads it so"
            yield _at("G015", entry, "pinyin", message, f"known are {known}")


def _is_read(syllable: str, known: Collection[str]) -> bool:
    """Whether a character may be read so: as a dictionary has it, in the neutral tone, or with the r of erhua."""
    bare = syllable.removesuffix("r") if plain(syllable) != "er" else syllable
    forms = {syllable, bare}
    neutral = {plain(reading) for reading in known}
    return not known or not forms.isdisjoint(known) or (not forms.isdisjoint(neutral) and plain(syllable) == syllable)


def respelled(pinyin: str) -> str:
    """The pinyin with the apostrophes and spaces that GB/T 16159 wants, all else as it is; a word that cannot be read,
    or that has capitals inside or Latin and digits of the term, stays."""
    return " ".join(_respelled(word) for word in pinyin.split())


@lru_cache(maxsize=1 << 12)
def _respelled(word: str) -> str:
    parts = []
    for part in re.split("[-–‐]", word):
        try:
            spelled = spell(syllables(part))
        except PinyinError:
            return word
        letters = re.sub("['’]", "", part)
        if spelled.replace("'", "") != letters.lower() or not spelled:
            return word  # capitals inside, digits, signs: left to whoever wrote them
        capital = letters[:1].isupper() and letters[1:].islower()
        if not capital and letters != letters.lower():
            return word
        parts.append(spelled[:1].upper() + spelled[1:] if capital else spelled)
    return "-".join(parts)


def _of_english(entry: Entry) -> Iterator[Finding]:
    term = entry.term
    if not term.english and term.status is not TermStatus.DEPRECATED:
        severity = Severity.WARNING if term.status is TermStatus.REVIEWED else Severity.INFO
        yield _at("G016", entry, "english", f"{term.term} has no English rendering", None, severity)
    forbidden = {text.casefold() for text in term.forbidden}
    for text, spot in zip(term.english, entry.record.item_places("english"), strict=True):
        if text.casefold() in forbidden:
            message = f"'{text}' is both a rendering and forbidden"
            yield finding("G017", entry.path, *spot, message, "take it out of one of the two")


def _of_sources(entry: Entry) -> Iterator[Finding]:
    term = entry.term
    earliest = ""
    for source, spot in zip(term.sources, entry.record.item_places("sources"), strict=True):
        dates = [match[0] for match in _YEAR.finditer(source)]
        if not dates:
            yield finding("G018", entry.path, *spot, "the source has no date", "title, issuer, number, date")
        else:
            earliest = min(earliest or dates[-1], dates[-1])
    if term.since and earliest and earliest < term.since[: len(earliest)]:
        message = f"first used {term.since}, but a source is of {earliest}"
        yield _at("G019", entry, "since", message, "one of the two dates may be wrong", Severity.INFO)


def _of_lists(entry: Entry) -> Iterator[Finding]:
    for name in ("english", "forbidden", "sources", "see"):
        items: tuple[str, ...] = getattr(entry.term, name)
        seen: set[str] = set()
        for item, spot in zip(items, entry.record.item_places(name), strict=True):
            if item in seen:
                hint = "duben glossary check --fix takes it out"
                yield finding("G020", entry.path, *spot, f"'{item}' is twice in {name}", hint)
            seen.add(item)


# --- entries together -------------------------------------------------------------------------------------------------


def _near(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Two entries of which one may be another form of the other. One finding a pair, at the later entry; none where
    ``see`` leads from one to the other."""
    told: set[tuple[int, int]] = set()
    for why, keys in (
        ("differ in little words and marks only", lambda term: [skeleton(surface) for surface in surfaces(term)]),
        ("have the same characters", lambda term: ["".join(sorted(surface)) for surface in surfaces(term)]),
        ("sound the same", lambda term: [term.pinyin.lower()]),
    ):
        yield from _pairs(entries, keys, why, told)


def _pairs(
    entries: Sequence[Entry], keys: Callable[[Term], list[str]], why: str, told: set[tuple[int, int]]
) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, entry in enumerate(entries):
        for key in keys(entry.term):
            other = first.setdefault(key, index)
            if other != index and (other, index) not in told:
                told.add((other, index))
                one = entries[other].term
                if one.id in entry.term.see or entry.term.id in one.see:
                    continue  # whoever wrote that has looked at both
                message = f"'{entry.term.term}' and '{one.term}' ('{one.id}') {why}"
                hint = "if they are one term, make it an alias there; if not, let 'see' name it"
                yield _at("G021", entry, "term", message, hint)


def _same_english(entries: Sequence[Entry]) -> Iterator[Finding]:
    first: dict[str, Entry] = {}
    for entry in entries:
        if entry.term.english and entry.term.status is not TermStatus.DEPRECATED:
            preferred = entry.term.english[0]
            other = first.setdefault(preferred.casefold(), entry)
            if other is not entry:
                message = f"'{preferred}' is also the rendering of '{other.term.term}' ('{other.term.id}')"
                hint = "who translates back cannot tell them apart"
                yield _at("G022", entry, "english", message, hint, Severity.INFO)


def _of_deprecated(entries: Sequence[Entry]) -> Iterator[Finding]:
    known = {entry.term.id: entry for entry in entries}
    for entry in entries:
        for target, spot in zip(entry.term.see, entry.record.item_places("see"), strict=True):
            other = known.get(target)
            if other is None or other.term.status is not TermStatus.DEPRECATED:
                continue
            if entry.term.status is not TermStatus.DEPRECATED:
                yield finding(
                    "G023", entry.path, *spot, f"'see' names '{target}', which is deprecated", None, Severity.INFO
                )
            elif not _leads_on(target, known):
                message = f"'see' names '{target}', which is deprecated too and leads to nothing else"
                yield finding("G023", entry.path, *spot, message, "name the entry that is to be used")


def _leads_on(start: str, known: dict[str, Entry]) -> bool:
    """Whether, from one deprecated entry to the next, one comes to an entry in use."""
    waiting, seen = [start], {start}
    while waiting:
        entry = known.get(waiting.pop())
        if entry is None:
            continue
        if entry.term.status is not TermStatus.DEPRECATED:
            return True
        fresh = [target for target in entry.term.see if target not in seen]
        seen.update(fresh)
        waiting += fresh
    return False


def _at(
    code: str, entry: Entry, field: str, message: str, hint: str | None, severity: Severity | None = None
) -> Finding:
    return finding(code, entry.path, *entry.record.place(field), message, hint, severity)
