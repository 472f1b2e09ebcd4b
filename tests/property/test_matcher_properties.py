"""The matcher against a plain reading of its rule, and terms against their pieces."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from reader.glossary import Match, Matcher, pieces_of
from reader.glossary.pieces import pieces
from reader.hanzi import is_han
from reader.model import Term, TermStatus

# Few letters, so that terms overlap and nest; two of them Latin, one a mark, one outside the basic plane.
SURFACES = st.text("山水𠮷A1、", min_size=1, max_size=4)
TEXTS = st.text("山水𠮷A1、", max_size=40)


@st.composite
def terms(draw: st.DrawFn) -> tuple[Term, ...]:
    surfaces = draw(st.lists(SURFACES, unique=True, max_size=8))
    status = st.sampled_from(TermStatus)
    return tuple(
        Term(f"t{index}", surface, "", "x", aliases=(f"{surface}水水",), status=draw(status))
        for index, surface in enumerate(surfaces)
    )


def foreign(char: str) -> bool:
    return char.isalnum() and not is_han(char)


def reference(glossary: tuple[Term, ...], text: str) -> tuple[Match, ...]:
    """From the left, at each place the longest surface that cuts no Latin word or number."""
    owners: dict[str, str] = {}
    for term in glossary:
        if term.status is not TermStatus.DEPRECATED:
            for surface in (term.term, *term.aliases):
                owners.setdefault(surface, term.id)
    borders = {0, len(text)} | {
        index for index in range(1, len(text)) if not (foreign(text[index - 1]) and foreign(text[index]))
    }
    matches: list[Match] = []
    start = 0
    while start < len(text):
        fitting = [
            surface
            for surface in owners
            if text.startswith(surface, start) and start in borders and start + len(surface) in borders
        ]
        if fitting:
            surface = max(fitting, key=len)
            matches.append(Match(start, start + len(surface), owners[surface], surface))
            start += len(surface)
        else:
            start += 1
    return tuple(matches)


@given(terms(), TEXTS)
def test_leftmost_longest_as_the_reference_has_it(glossary: tuple[Term, ...], text: str) -> None:
    assert Matcher(glossary).find(text) == reference(glossary, text)


@given(terms(), TEXTS)
def test_matches_are_sorted_disjoint_and_true_to_the_text(glossary: tuple[Term, ...], text: str) -> None:
    matches = Matcher(glossary).find(text)
    assert all(text[match.start : match.end] == match.surface for match in matches)
    assert all(before.end <= after.start for before, after in pairwise(matches))


SYLLABLES = {"山": "shān", "水": "shuǐ", "河": "hé", "湖": "hú"}


@st.composite
def spelled(draw: st.DrawFn) -> tuple[list[str], str]:
    """The words and marks of a term, and its spelling."""
    part = st.text("".join(SYLLABLES), min_size=1, max_size=3) | st.sampled_from("、“”《》") | st.just("5G")
    parts = draw(st.lists(part, min_size=1, max_size=6))
    spelling = " ".join("".join(SYLLABLES.get(char, char) for char in part) for part in parts)
    return parts, spelling


@given(spelled())
def test_a_term_is_cut_where_its_spelling_has_spaces(case: tuple[list[str], str]) -> None:
    parts, spelling = case
    joined = "".join(parts)
    assume("5G5G" not in joined)  # one run of letters and digits in the text, two in the spelling
    assert [piece.text for piece in pieces(joined, spelling)] == parts
    term = Term("a", joined, spelling, "x")
    around = f"湖{joined}、"
    assert "".join(piece.text for piece in pieces_of(term, around)) == around
