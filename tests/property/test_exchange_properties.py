"""What is exported comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.glossary.edit import LISTS, fields_of
from reader.glossary.exchange import READERS, WRITERS
from reader.glossary.exchange.merge import merge
from reader.model import Term, TermStatus
from reader.termbase.propose import free_id
from reader.yamlfile.form import clean
from tests.tbx_check import faults_of_tbx

pytestmark = pytest.mark.slow

TEXT = (
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]) | st.sampled_from("=+-@'\"|;,<>&]\\#"), max_size=16
    )
    .map(clean)
    .filter(bool)
)
TEXTS = st.lists(TEXT, max_size=3, unique=True).map(tuple)
DATE = st.sampled_from(["", "2018", "2018-03", "2018-03-05"])
SURFACES = (("春耕", "chūngēng"), ("秋收", "qiūshōu"), ("夏种", "xiàzhòng"))


@st.composite
def glossaries(draw: st.DrawFn) -> list[Term]:
    chosen = draw(st.lists(st.sampled_from(SURFACES), min_size=1, max_size=3, unique=True))
    ids = [f"{draw(st.sampled_from(['a', '5g-']))}{number}" for number in range(len(chosen))]
    return [
        Term(
            name, surface, pinyin, draw(TEXT), aliases=tuple(f"{surface}{n}" for n in range(draw(st.integers(0, 2)))),
            english=draw(TEXTS), forbidden=draw(TEXTS), definition=draw(st.just("") | TEXT),
            literal=draw(st.just("") | TEXT), domain=draw(st.sampled_from(["", "farm"])), since=draw(DATE),
            sources=draw(TEXTS), see=draw(st.sampled_from([(), ("a0",), ("other", "5g-1")])),
            status=draw(st.sampled_from(TermStatus)),
        )
        for name, (surface, pinyin) in zip(ids, chosen, strict=True)
    ]  # fmt: skip


@pytest.mark.parametrize("format_", sorted(READERS))
@settings(max_examples=40)
@given(terms=glossaries())
def test_a_round_trip_loses_nothing(format_: str, terms: list[Term]) -> None:
    data = WRITERS[format_](terms)
    assert WRITERS[format_](terms) == data
    back = READERS[format_](data, f"x.{format_}")
    assert back.findings == ()
    assert [dict(row.fields) for row in back.rows] == [fields_of(term) for term in terms]
    assert merge(back.rows, terms, free_id) == merge((), terms, free_id)  # nothing to change
    fresh = merge(back.rows, (), free_id)
    assert [change.term for change in fresh.changes] == terms
    assert all(isinstance(value, tuple) is (name in LISTS) for row in back.rows for name, value in row.fields.items())


@settings(max_examples=40)
@given(glossaries())
def test_tbx_has_the_structure_of_the_standard(terms: list[Term]) -> None:
    assert faults_of_tbx(WRITERS["tbx"](terms)) == []
