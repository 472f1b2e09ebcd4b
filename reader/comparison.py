"""Text and translation compared sentence by sentence: terms, amounts, dates. Pure; English only.

A term of the glossary has to be rendered by one of its renderings (inflection, case and a few inserted words are
folded, see :mod:`reader.english`), an amount stated in figures or in a counted number word has to be stated on the
other side too (:mod:`reader.quantities`). What is meant otherwise is accepted in the sidecar, place by place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reader.alignment.links import Alignment, Link
from reader.english import INSERTED, Word, occurrences, phrase, words
from reader.findings import Finding, Severity, finding, ordered
from reader.model import Document, Place, Sentence, Term
from reader.passes.terms import spans_of
from reader.quantities import Quantity, chinese_quantities, english_quantities, unmatched
from reader.sources.sidecar import Accepted

_SHOWN = 90
"""Characters of each sentence that a message quotes."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A link with its sentences, their place in the text, and the words of the translation."""

    link: Link
    sentences: tuple[Sentence, ...]
    place: Place
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return "".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class _Deviation:
    """Something that differs at one pair. ``subjects``: any of these names it in the sidecar."""

    pair: _Pair
    code: str
    subjects: tuple[str, ...]
    message: str
    hint: str
    severity: Severity | None = None


def compare(
    document: Document, alignment: Alignment, terms: Mapping[str, Term], accepted: Sequence[Accepted] = ()
) -> tuple[Finding, ...]:
    """What differs between a document with mentions and its translation, beyond what is accepted: A014 to A018; and
    what is accepted but does not differ (any more): A019. Pairs too unsure to be shown are not compared."""
    translation = alignment.translation
    wanted = [one for one in accepted if one.translation in ("", translation.label)]
    if translation.lang != "en":
        return ()
    pairs = tuple(_pairs(document, alignment))
    renderings: dict[str, list[tuple[str, _Pair]]] = defaultdict(list)
    deviations = [deviation for pair in pairs for deviation in _of_pair(pair, terms, renderings)]
    used: set[Accepted] = set()
    findings = []
    for deviation in deviations:
        excuses = [one for one in wanted if _excuses(one, deviation)]
        used.update(excuses)
        if not excuses:
            findings.append(_as_finding(deviation))
    findings += _inconsistent(renderings, terms)
    for one in wanted:
        if one not in used:
            message = f"the accepted deviation '{one.text}' does not occur{' there' if one.source else ''}"
            hint = "the text or its translation has changed; delete the record"
            findings.append(finding("A019", one.place.path, one.place.line, one.place.column, message, hint))
    return ordered(findings)


def _pairs(document: Document, alignment: Alignment) -> Iterator[_Pair]:
    known = {
        sentence.id: (sentence, block.place)
        for article in document.articles
        for block in article.blocks
        for sentence in block.sentences
    }
    for link in alignment.links:
        if link.is_attached:
            sentences = tuple(known[id_][0] for id_ in link.source)
            yield _Pair(link, sentences, known[link.source[0]][1], words(link.text))


def _of_pair(
    pair: _Pair, terms: Mapping[str, Term], renderings: dict[str, list[tuple[str, _Pair]]]
) -> Iterator[_Deviation]:
    """The deviations of one pair; the renderings it uses are noted down."""
    covered: list[tuple[int, int]] = []
    for term_id, surfaces in _mentioned(pair.sentences).items():
        term = terms.get(term_id)
        if term is None:
            continue
        uses = _uses(term, pair.words)
        forbidden = list(_forbidden(pair, term, uses))
        yield from forbidden
        if not uses and term.english and not forbidden:
            yield _unrendered(pair, term, surfaces)
        elif uses and len(uses) < len(surfaces):
            message = f"{term.term} stands {len(surfaces)} times in the text, its renderings {len(uses)} times"
            hint = "nothing, if the translation has a pronoun there"
            yield _Deviation(pair, "A014", (*surfaces, term.term), message, hint, Severity.INFO)
        renderings[term_id] += ((use.rendering, pair) for use in uses[:1])
        covered += ((use.start, use.end) for use in uses)
    yield from _amounts(pair, covered)


def _mentioned(sentences: Iterable[Sentence]) -> dict[str, list[str]]:
    """The terms mentioned, each with the forms under which it stands there, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        for start, end, term_id in spans_of(sentence):
            found[term_id].append(sentence.text[start:end])
    return found


@dataclass(frozen=True, slots=True)
class _Use:
    """A rendering of a term at ``start:end`` of the translation; ``exact`` if without inserted words."""

    rendering: str
    start: int
    end: int
    exact: bool


def _uses(term: Term, text: Sequence[Word]) -> list[_Use]:
    """The renderings of a term that occur, none overlapping: exact ones first, the preferred first."""
    found: list[_Use] = []
    for inserted in (0, INSERTED):
        for rendering in term.english:
            for first, last in occurrences(phrase(rendering), text, inserted):
                use = _Use(rendering, text[first].start, text[last].end, inserted == 0)
                if not any(use.start < other.end and other.start < use.end for other in found):
                    found.append(use)
    return found


def _unrendered(pair: _Pair, term: Term, surfaces: Sequence[str]) -> _Deviation:
    wanted = " or ".join(f"'{rendering}'" for rendering in term.english)
    hint = f"write {wanted}, add the rendering to the entry '{term.id}', or accept it in the sidecar"
    return _Deviation(pair, "A014", (*surfaces, term.term), f"{surfaces[0]} is not rendered by {wanted}", hint)


def _forbidden(pair: _Pair, term: Term, uses: Sequence[_Use]) -> Iterator[_Deviation]:
    """Forbidden renderings, unless they are part of one that is allowed: Belt and Road in Belt and Road Initiative."""
    for rendering in term.forbidden:
        for first, last in occurrences(phrase(rendering), pair.words, inserted=0):
            start, end = pair.words[first].start, pair.words[last].end
            if not any(use.exact and use.start <= start and end <= use.end for use in uses):
                message = f"'{rendering}' is a forbidden rendering of {term.term}"
                hint = f"write '{term.english[0]}'" if term.english else "see the entry in the glossary"
                yield _Deviation(pair, "A015", (rendering, term.term), message, hint)


# --- amounts ----------------------------------------------------------------------------------------------------------


def _amounts(pair: _Pair, covered: Sequence[tuple[int, int]]) -> Iterator[_Deviation]:
    """Amounts of one side only. Those inside a term, or its rendering, are the business of the term: 五位一体."""
    stated: list[Quantity] = []
    for sentence in pair.sentences:
        borders = frozenset(accumulate((len(token.text) for token in sentence.tokens), initial=0)) or None
        spans = [(start, end) for start, end, _ in spans_of(sentence)]
        stated += _loosened(chinese_quantities(sentence.text, borders), spans)
    rendered = tuple(_loosened(english_quantities(pair.link.text), covered))
    lost, new = unmatched(tuple(stated), rendered)
    for number in range(max(len(lost), len(new))):
        before = lost[number] if number < len(lost) else None
        after = new[number] if number < len(new) else None
        subjects = tuple(amount.text for amount in (before, after) if amount)
        date = all(amount.is_date for amount in (before, after) if amount)
        if before and after:
            message = f"{before.text} in the text, '{after.text}' in the translation"
        else:
            message = f"{before.text} is not in the translation" if before else f"'{subjects[0]}' is not in the text"
        yield _Deviation(pair, "A018" if date else "A017", subjects, message, "correct it, or accept it in the sidecar")


def _loosened(amounts: Iterable[Quantity], spans: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    for amount in amounts:
        inside = any(start < amount.end and amount.start < end for start, end in spans)
        yield replace(amount, firm=False) if inside else amount


# --- consistency ------------------------------------------------------------------------------------------------------


def _inconsistent(
    renderings: Mapping[str, Sequence[tuple[str, _Pair]]], terms: Mapping[str, Term]
) -> Iterator[Finding]:
    """Terms that are rendered in more than one way, at the first place that differs from the commonest way."""
    for term_id, uses in renderings.items():
        counts = Counter(rendering for rendering, _ in uses)
        if len(counts) > 1:
            usual = max(counts, key=lambda rendering: (counts[rendering], -terms[term_id].english.index(rendering)))
            pair = next(pair for rendering, pair in uses if rendering != usual)
            ways = ", ".join(f"'{rendering}' ({count})" for rendering, count in counts.most_common())
            message = f"{terms[term_id].term} is rendered in {len(counts)} ways: {ways}"
            yield _as_finding(_Deviation(pair, "A016", (), message, f"the usual one here is '{usual}'"))


# --- findings ---------------------------------------------------------------------------------------------------------


def _as_finding(deviation: _Deviation) -> Finding:
    pair = deviation.pair
    place = pair.link.place
    assert place is not None  # a whole link has a place in the translation
    message = f"{deviation.message} ({pair.place.path}:{pair.place.line}): {_cut(pair.text)} – {_cut(pair.link.text)}"
    return finding(deviation.code, place.path, place.line, place.column, message, deviation.hint, deviation.severity)


def _cut(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _excuses(one: Accepted, deviation: _Deviation) -> bool:
    if one.text not in deviation.subjects:
        return False
    return not one.source or any(
        one.source == sentence.id or sentence.text.strip().startswith(one.source.strip())
        for sentence in deviation.pair.sentences
    )
