"""A draft of a translation, made by a machine and marked as such, with the glossary's renderings in it.

Each term goes to the translator as a code that stands for it, and its rendering is put where the code comes back. A
sentence that comes back without one of its codes is translated again as it is, and the renderings it then lacks are put
behind it in brackets, for the editor to work in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.english import occurs, phrase, words
from reader.hanzi import has_han
from reader.model import Block, Document, Sentence, Term
from reader.passes.terms import spans_of
from reader.sources.translation import MARK, UNTRANSLATED
from reader.translator import Translator

_CODE = "ZX{}"


@dataclass(frozen=True, slots=True)
class _Masked:
    """A sentence with codes, and the renderings that they stand for, in order."""

    plain: str
    text: str
    renderings: tuple[str, ...]


def draft(document: Document, translator: Translator, terms: Mapping[str, Term]) -> str:
    """The text of the draft, with a mark between sentences: what ``NAME.en-draft.txt`` holds."""
    blocks = [block for article in document.articles for block in article.blocks if has_han(block.text)]
    masked = [_masked(sentence, terms) for block in blocks for sentence in block.sentences]
    answers = iter(_translated(masked, translator))
    paragraphs = [_paragraph(block, answers) for block in blocks]
    head = f"# Draft\n# Made by a machine ({translator.name}); not read by anybody yet.\n"
    return "\n\n".join([head.rstrip("\n"), *paragraphs]) + "\n"


def _masked(sentence: Sentence, terms: Mapping[str, Term]) -> _Masked:
    renderings: list[str] = []
    pieces: list[str] = []
    last = 0
    for start, end, term_id in spans_of(sentence):
        term = terms.get(term_id)
        if term is not None and term.english and start >= last:
            renderings.append(term.english[0])
            pieces += [sentence.text[last:start], _CODE.format(len(renderings))]
            last = end
    return _Masked(sentence.text.strip(), "".join((*pieces, sentence.text[last:])).strip(), tuple(renderings))


def _translated(masked: Sequence[_Masked], translator: Translator) -> Iterator[str]:
    answers = translator.translate([one.text for one in masked])
    first = [_filled(one, answer) for one, answer in zip(masked, answers, strict=True)]
    again = iter(translator.translate([one.plain for one, answer in zip(masked, first, strict=True) if answer is None]))
    for one, answer in zip(masked, first, strict=True):
        yield _clean(answer if answer is not None else _completed(one, next(again)))


def _filled(masked: _Masked, answer: str) -> str | None:
    """The answer with renderings for codes; None unless each code stands in it once."""
    for number, rendering in enumerate(masked.renderings, start=1):
        code = re.compile(rf"(?<![A-Z0-9])ZX ?{number}(?![0-9])", re.IGNORECASE)
        if len(code.findall(answer)) != 1:
            return None
        answer = code.sub(rendering.replace("\\", r"\\"), answer)
    return answer


def _completed(masked: _Masked, answer: str) -> str:
    """The answer with the renderings that it lacks behind it."""
    text = words(answer)
    lacking = [rendering for rendering in dict.fromkeys(masked.renderings) if occurs(phrase(rendering), text) is None]
    return f"{answer} [{'; '.join(lacking)}]" if lacking else answer


def _clean(answer: str) -> str:
    """Without marks of ours in it, and with a capital at its beginning."""
    answer = " ".join(answer.replace(MARK, "/").split())
    return answer[:1].upper() + answer[1:]


def _paragraph(block: Block, answers: Iterator[str]) -> str:
    return f" {MARK} ".join(next(answers) or UNTRANSLATED for _ in block.sentences)
