"""How many terms come back that the glossary has been robbed of: the terms of a text that nobody looked at, and those of
the seed that stand there more than once. Words of the dictionary are left out: mining does not propose them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.annotate import Seed, annotate, sentences
from reader.glossary import Glossary
from reader.knowledge import make_resources
from reader.passes import Resources
from reader.termbase.mining import candidates
from reader.termbase.usage import uses_in
from tests.conftest import ROOT, SEED

FIRST = 150
GOLD = ROOT / "tests" / "accuracy" / "gold" / "policy-held.txt"


def score(name: str, paragraphs: Sequence[str], resources: Resources, least: int) -> float:
    """The share of the terms with at least ``least`` mentions that are among the first candidates."""
    document = annotate(Seed(name, name, "\n\n".join(paragraphs).encode()), resources, "terms")
    counts = Counter((use.term, use.text) for use in uses_in(document))
    used = {term for term, _ in counts}
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
    first = {_unquoted(candidate.text) for candidate in candidates(texts, robbed)[:FIRST]}
    wanted = {term: set(map(_unquoted, texts)) for term, texts in wanted.items()}
    found = sum(bool(texts & first) for texts in wanted.values())
    near = sum(any(_near(text, other) for text in texts for other in first) for texts in wanted.values())
    print(
        f"{name}: {found} of {len(wanted)} terms ({found / len(wanted):.0%}) among the first {FIRST} candidates,"
        f" {near} ({near / len(wanted):.0%}) if a candidate may have up to two characters more or fewer"
    )
    return found / len(wanted)


def _unquoted(text: str) -> str:
    return text.replace("“", "").replace("”", "")


def _near(one: str, other: str) -> bool:
    """Whether one is the other, or the other with a word more: a looser figure, shown but not asserted."""
    return abs(len(one) - len(other)) <= 2 and (one in other or other in one)


def test_terms_of_a_text_that_nobody_looked_at(resources: Resources) -> None:
    lines = [line for line in GOLD.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert len(lines) >= 100
    # The text is made of terms, 195 in 3,200 characters: 150 places hold 77 % of them at most.
    assert score("held, all terms", lines, resources, 1) >= 0.36


def test_terms_that_recur(resources: Resources) -> None:
    lines = [line for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert score("seed, all terms", lines, resources, 1) >= 0.5
    assert score("seed, terms that recur", lines, resources, 2) >= 0.75
