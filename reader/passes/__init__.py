"""The passes, in order. Each is a pure function ``(Article, Resources) -> Article`` that adds one kind of annotation,
touches nothing else, and changes nothing when it is run again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.model import Article
from reader.passes.glosses import add_glosses
from reader.passes.levels import add_levels
from reader.passes.readings import add_readings
from reader.passes.resources import Resources
from reader.passes.script import decisions_in_simplified, in_simplified, with_own_characters
from reader.passes.sentences import split_sentences
from reader.passes.terms import find_terms
from reader.passes.words import cut_words


@dataclass(frozen=True, slots=True)
class Pass:
    """A step of the pipeline: what it needs to find in an article and what it gives."""

    name: str
    function: Callable[[Article, Resources], Article]
    needs: frozenset[str]
    gives: frozenset[str]


def _pass(name: str, function: Callable[[Article, Resources], Article], needs: str, gives: str) -> Pass:
    return Pass(name, function, frozenset(needs.split()), frozenset(gives.split()))


PASSES: tuple[Pass, ...] = (
    _pass("sentences", split_sentences, "blocks", "sentences"),
    _pass("terms", find_terms, "sentences", "mentions"),
    _pass("words", cut_words, "sentences mentions", "tokens"),
    _pass("readings", add_readings, "tokens mentions", "readings"),
    _pass("glosses", add_glosses, "tokens mentions readings", "glosses"),
    _pass("levels", add_levels, "tokens", "levels"),
)


def check_order(passes: tuple[Pass, ...], given: frozenset[str] = frozenset({"blocks"})) -> None:
    """Raise ValueError where a pass needs what no earlier one gives, or two give the same."""
    for step in passes:
        if missing := step.needs - given:
            raise ValueError(f"pass {step.name} needs {', '.join(sorted(missing))}, which nothing before it gives")
        if again := step.gives & given:
            raise ValueError(f"pass {step.name} gives {', '.join(sorted(again))} a second time")
        given |= step.gives


check_order(PASSES)
__all__ = ["PASSES", "Pass", "Resources", "check_order", "run"]


def run(article: Article, resources: Resources, upto: str | None = None) -> Article:
    """The article after all passes, or after the one named ``upto``. Its traditional characters are read as the
    simplified ones they stand for (:mod:`reader.passes.script`)."""
    own, simplified = article, resources.dictionary.simplified
    article = in_simplified(own, simplified)
    if article is not own:
        resources = decisions_in_simplified(resources, simplified)
    for step in PASSES:
        article = step.function(article, resources)
        if step.name == upto:
            break
    return with_own_characters(article, own)
