"""Glossaries of any size, made of the words of the real one."""

from __future__ import annotations

import random
from collections.abc import Sequence

from reader.glossary import GlossaryFile, pieces_of
from reader.glossary.edit import fields_of
from reader.glossary.entries import TERM_FORM
from reader.model import Term
from reader.yamlfile import Value
from reader.yamlfile.form import as_parts, entry_lines


def large(terms: Sequence[Term], count: int, seed: int = 1) -> tuple[GlossaryFile, ...]:
    """``count`` entries in files of a thousand: each a new term of two to four known words, all else from a real one."""
    chance = random.Random(seed)
    words = sorted(
        {(piece.text, piece.spelling) for term in terms for piece in pieces_of(term, term.term) if piece.spelling}
    )
    made: dict[str, str] = {}
    while len(made) < count:
        chosen = chance.sample(words, chance.randint(2, 4))
        made.setdefault("".join(text for text, _ in chosen), " ".join(spelling or "" for _, spelling in chosen))
    lines: list[str] = []
    files: list[GlossaryFile] = []
    for number, (surface, pinyin) in enumerate(made.items(), start=1):
        entry: dict[str, Value] = fields_of(terms[number % len(terms)]) | {
            "id": f"t-{number}", "term": surface, "pinyin": pinyin, "aliases": (), "see": (f"t-{chance.randint(1, count)}",),
        }  # fmt: skip
        lines += [*entry_lines(as_parts(entry, TERM_FORM), TERM_FORM, ""), ""]
        if number % 1000 == 0 or number == count:
            files.append(GlossaryFile(f"glossary/part-{len(files)}.yaml", "\n".join(lines).encode()))
            lines = []
    return tuple(files)
