"""The labels that CC-CEDICT puts in brackets before or after a sense, and how far each keeps a sense from a learner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# 0: says how, not whether, the word is used. The higher, the less likely the sense is the one meant in modern prose.
_COSTS: Final[dict[float, str]] = {
    0: "idiom|loanword|lit. and fig.|attributive|PRC|proverb|saying|set phrase|law|legal|political|economics|business|"
    "bird species of China|pronoun|specifier|interj.|interjection|preposition|conjunction|adverb|particle",
    3: "bound form|coll.|polite|honorific|courteous|humble|formal|euphemism|jocular",
    6: "fig.|suffix|prefix|lit.|Internet",
    8: "math.|math|computing|computer|physics|chemistry|medicine|med.|TCM|sports|botany|zoology|music|linguistics|"
    "grammar|military|biology|geology|astronomy|anatomy|accounting|statistics|finance|philosophy|religion|agriculture|"
    "mining|physiology|geography|architecture|electronics|photography|fashion|textiles|telecommunications|printing|"
    "Chinese opera|martial arts|geometry|electricity|aviation|railway|soccer|baseball|ball sports",
    12: "literary|onom.",
    20: "slang|Internet slang|derog.|Buddhism|Daoism|gaming|in former times",
    30: "old|archaic|obsolete|classical|arch.|kokuji|Japanese kokuji",
    40: "Tw|Taiwan|in Taiwan|Cantonese|dialect|vulgar",
}
_LABELS: Final[dict[str, float]] = {label: cost for cost, labels in _COSTS.items() for label in labels.split("|")}
_BRACKETS = re.compile(r"\(([^()]*)\)")
_SPACES = re.compile(r" (?= |[,;])")


def _known(content: str) -> float | None:
    """The cost of a label, or None where the brackets hold something else."""
    if content.startswith("neologism"):
        return 20
    if content.endswith(" dialect"):
        return 40
    return _LABELS.get(content.removesuffix(",").split(", ", 1)[0])


def costs(sense: str) -> Iterator[float]:
    """The cost of each label in the sense."""
    if "(" in sense:
        for content in _BRACKETS.findall(sense):
            if (cost := _known(content)) is not None:
                yield cost


def without_labels(sense: str) -> str:
    """The sense without its labels; other brackets stay. A sense that is nothing but labels stays as it is."""
    if "(" not in sense:
        return sense
    text = _BRACKETS.sub(lambda found: found[0] if _known(found[1]) is None else "", sense)
    return _SPACES.sub("", text).strip(" ,;") or sense
