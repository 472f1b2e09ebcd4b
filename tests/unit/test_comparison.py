"""Terms, amounts and dates of a text and its translation compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.alignment import align
from reader.comparison import compare
from reader.findings import Finding
from reader.model import Document, Place
from reader.passes import Resources
from reader.sources.sidecar import Accepted
from reader.sources.translation import read_translation
from tests.conftest import annotated

SOURCE = "高质量发展离不开绿色发展。\n\n全县有1.17亿元用于修路，其中三成来自银行。\n\n大桥于2021年10月28日通车。\n\n他们重视高质量发展。\n"
TARGET = (
    "High-quality development depends on green development.\n\n"
    "The county has 117 million yuan for roads, 30 percent of it from banks.\n\n"
    "The bridge opened to traffic on October 28, 2021.\n\n"
    "They value high-quality development.\n"
)


@pytest.fixture(scope="module")
def document(resources: Resources) -> Document:
    return annotated(SOURCE, resources)


def found(
    document: Document, target: str, resources: Resources, *accepted: Accepted, **changed: object
) -> list[Finding]:
    translation, _ = read_translation(target.encode(), "test.en.txt")
    assert translation is not None
    terms = dict(resources.glossary.by_id)
    if changed:
        term = next(term for term in terms.values() if term.term == "高质量发展")
        terms[term.id] = replace(term, **changed)  # type: ignore[arg-type]
    return list(compare(document, align(document, translation, terms), terms, accepted))


def test_a_good_translation_is_clean(document: Document, resources: Resources) -> None:
    assert found(document, TARGET, resources) == []


@pytest.mark.parametrize(
    ("before", "after", "code", "line", "said"),
    [
        ("High-quality development", "Fine growth", "A014", 1, "高质量发展"),
        ("117 million", "1.17 million", "A017", 3, "1.17亿 in the text, '1.17 million' in the translation"),
        ("30 percent", "13 percent", "A017", 3, "三成"),
        (", 30 percent of it from banks", " and banks", "A017", 3, "三成 is not in the translation"),
        ("2021", "2012", "A018", 5, "'2012'"),
        ("October", "November", "A018", 5, "10"),
        ("28", "18", "A017", 5, "28"),
        ("They value", "The 12 boards value", "A017", 7, "'12' is not in the text"),
    ],
)
def test_what_differs_is_told_with_both_sentences(
    document: Document, resources: Resources, before: str, after: str, code: str, line: int, said: str
) -> None:
    (finding,) = [f for f in found(document, TARGET.replace(before, after, 1), resources) if f.severity != "info"]
    assert (finding.code, finding.path, finding.line) == (code, "test.en.txt", line)
    assert said in finding.message
    assert f"test.txt:{line}" in finding.message


def test_inflection_and_case_are_no_difference(document: Document, resources: Resources) -> None:
    target = TARGET.replace("High-quality development", "HIGH QUALITY DEVELOPMENTS")
    assert found(document, target, resources) == []


def test_a_forbidden_rendering(document: Document, resources: Resources) -> None:
    target = TARGET.replace("They value high-quality", "They value high-grade")
    codes = [f.code for f in found(document, target, resources, forbidden=("high-grade development",))]
    assert codes == ["A015"]


def test_a_forbidden_rendering_inside_an_allowed_one_is_allowed(document: Document, resources: Resources) -> None:
    assert found(document, TARGET, resources, forbidden=("quality development",)) == []


def test_one_term_in_two_renderings(document: Document, resources: Resources) -> None:
    english = ("high-quality development", "development of high quality")
    target = TARGET.replace("They value high-quality development", "They value development of high quality")
    (finding,) = found(document, target, resources, english=english)
    assert (finding.code, finding.severity) == ("A016", "info")
    assert "'high-quality development' (1), 'development of high quality' (1)" in finding.message


def test_what_is_accepted_is_not_told_and_a_stale_record_is(document: Document, resources: Resources) -> None:
    target = TARGET.replace("High-quality development", "Fine growth")
    record = Accepted("高质量发展离不开", "高质量发展", "a matter of style", "en", Place("test.yaml", 4))
    assert found(document, target, resources, record) == []
    (stale,) = found(document, TARGET, resources, record)
    assert (stale.code, stale.path, stale.line) == ("A019", "test.yaml", 4)
    assert found(document, TARGET, resources, replace(record, translation="en-literal")) == []


def test_only_english_is_compared(document: Document, resources: Resources) -> None:
    translation, _ = read_translation("Hohe Qualität 2012.\n\nZwei.\n\nDrei.\n\nVier.".encode(), "test.de.txt")
    assert translation is not None
    terms = resources.glossary.by_id
    assert compare(document, align(document, translation, terms), terms) == ()


def test_a_term_in_one_sentence_is_not_told_for_another(resources: Resources) -> None:
    document = annotated("大桥通车。我们坚持高质量发展。", resources)
    target = "The bridge is open. We pursue high-quality development."
    assert found(document, target, resources) == []
