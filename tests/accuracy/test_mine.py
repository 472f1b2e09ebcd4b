"""How many terms come back that the glossary has been robbed of: those of a text that nobody looked at, of one written
for the work on this, and of the seed. Words of the dictionary are left out: mining does not propose them.

What 150 places can hold is the ceiling: texts of the register have some 200 terms of the glossary in 100 paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.annotate import Seed, annotate, sentences
from reader.glossary import Glossary
from reader.knowledge import make_resources
from reader.passes import Resources
from reader.termbase.mining import candidates
from reader.termbase.usage import uses_in
from tests.conftest import ROOT, SEED

FIRST = 150
GOLD = ROOT / "tests" / "accuracy" / "gold"


def score(name: str, paragraphs: Sequence[str], resources: Resources, least: int) -> tuple[float, float]:
    """The share of the terms with at least ``least`` mentions that are among the first candidates, and the share that
    is there or beside one as another cut of it."""
    document = annotate(Seed(name, name, "\n\n".join(paragraphs).encode()), resources, "terms")
    counts = Counter((use.term, use.text) for use in uses_in(document))
    # A term that stands only inside another goes as well: it would tell where that one stands.
    used = {use.term for use in uses_in(document, resources.matcher)}
    forms: dict[str, set[str]] = {}
    for term, text in counts:
        forms.setdefault(term, set()).add(text)
    wanted = {
        term: texts
        for term, texts in forms.items()
        if sum(counts[term, text] for text in texts) >= least and not any(map(resources.dictionary.resolved, texts))
    }
    left = tuple(term for term in resources.glossary.terms if term.id not in used)
    robbed_of = {text for texts in forms.values() for text in texts}
    words = tuple(word for word in resources.glossary.lexicon if word.word not in robbed_of)
    robbed = make_resources(Glossary(left, words), None)
    texts = [block.text for article in document.articles for block in article.blocks]
    assert texts
    assert list(sentences(document))
    # “六稳” comes back as 六稳: whether a term is quoted is for the terminologist to say.
    best = candidates(texts, robbed)[:FIRST]
    first = {_unquoted(candidate.text) for candidate in best}
    shown = first | {_unquoted(other) for candidate in best for other in candidate.others}
    wanted = {term: set(map(_unquoted, texts)) for term, texts in wanted.items()}
    found = sum(bool(texts & first) for texts in wanted.values())
    beside = sum(bool(texts & shown) for texts in wanted.values())
    print(
        f"{name}: {found} of {len(wanted)} terms ({found / len(wanted):.0%}) among the first {FIRST} candidates"
        f" (there is room for {min(1, FIRST / len(wanted)):.0%}),"
        f" {beside} ({beside / len(wanted):.0%}) with the other cuts beside them"
    )
    return found / len(wanted), beside / len(wanted)


def _unquoted(text: str) -> str:
    return text.replace("“", "").replace("”", "")


def paragraphs(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize(("name", "first", "beside"), [("held", 0.31, 0.43), ("dev", 0.29, 0.35)])
def test_terms_of_a_hundred_paragraphs(name: str, first: float, beside: float, resources: Resources) -> None:
    lines = paragraphs(GOLD / f"policy-{name}.txt")
    assert len(lines) >= 100
    found, shown = score(f"{name}, all terms", lines, resources, 1)
    assert found >= first
    assert shown >= beside


def test_terms_that_recur(resources: Resources) -> None:
    found, shown = score("seed, all terms", paragraphs(SEED), resources, 1)
    assert found >= 0.5
    assert shown >= 0.57
    assert score("seed, terms that recur", paragraphs(SEED), resources, 2)[0] >= 0.78
