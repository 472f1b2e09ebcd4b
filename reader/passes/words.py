"""Sentences into tokens. Terms are cut as their pinyin says; between them names and corrections of this seed come
first, then numbers and Latin are taken out whole, and what is left of Chinese goes to the segmenter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from reader import numerals
from reader.glossary import pieces_of
from reader.hanzi import HAN_CLASS, has_han
from reader.lexicon.strings import Overlapping, Strings
from reader.lexicon.surnames import looks_like_name
from reader.model import Article, Block, NameKind, Sentence, Token, TokenKind, with_sentences, with_tokens
from reader.passes.corrections import by_span
from reader.passes.foreign import DOTS, names_by_sound
from reader.passes.han import HanCutter
from reader.passes.names import names_in_line
from reader.passes.resources import Resources
from reader.passes.terms import cuts_in, mentions_at, spans_of

_RUN = re.compile(
    rf"(?P<han>[{HAN_CLASS}]+)|(?P<space>\s+)|(?P<mark>([^\w\s])\4*)|(?P<other>(?:(?![{HAN_CLASS}])\w)+)|.", re.DOTALL
)
"""Runs of Chinese, of white space, of one mark (……), and of other letters (kana, Greek), in what is left over."""


_FULL = 3
"""Characters of a surname and a given name of two."""
_DOT = frozenset(DOTS)
_COMMON = 100
"""A word of two characters that jieba counts as often as this is looked for as a name nowhere."""
_SHORT = 2
"""Characters of a name that by chance stands in other words as well: 张平 in 紧张平衡."""


def cut_words(article: Article, resources: Resources) -> Article:
    """Give every sentence its tokens, and its mentions their token indexes. A person who is named once where the
    sentence shows it is known in the whole article."""
    cutter = _cutter(resources)
    blocks = [_cut_block(block, cutter, {}) for block in article.blocks]
    people = {part for block in blocks for token in _people(block) for part in _also_called(token.text)}
    sought = Overlapping(people)
    for index, block in enumerate(blocks):
        text, found = block.text, Counter(part for token in _people(block) for part in _also_called(token.text))
        # Only what stands in the text is counted: to look for all people in all blocks would take a square of time.
        here = {
            name
            for name in sought.found_in(text)
            if text.count(name) > found[name] and _is_safe(name, resources) and cutter.has_apart(text, name)
        }
        if here:
            blocks[index] = _cut_block(article.blocks[index], cutter, dict.fromkeys(here, NameKind.PERSON))
    return replace(article, blocks=tuple(blocks))


@lru_cache(maxsize=1)
def _cutter(resources: Resources) -> _Cutter:
    """One for all articles of a document, so that a word is one object in all of them."""
    names = {name: kind for name, kind in resources.names.items() if _is_safe(name, resources)}
    return _Cutter(resources, HanCutter(resources), cache(Token), names)


def _also_called(name: str) -> Iterator[str]:
    """How a person may be named elsewhere in the article: 朱马别科夫 for 谢里克·朱马别科夫, and 德华 for 刘德华, though
    not what may be a name with a surname by itself."""
    yield from (part for part in {name, *re.split(f"[{DOTS}]", name)} if len(part) > 1)
    if len(name) == _FULL and looks_like_name(name) and not looks_like_name(name[1:]):
        yield name[1:]


def _people(block: Block) -> Iterator[Token]:
    return (t for sentence in block.sentences for t in sentence.tokens if t.name is NameKind.PERSON)


def _cut_block(block: Block, cutter: _Cutter, people: dict[str, NameKind]) -> Block:
    names = people | dict.fromkeys(names_in_line(block.kind, block.text), NameKind.PERSON)
    knowing = cutter.knowing(names)
    if not block.cuts:
        return with_sentences(block, tuple(map(knowing.cut, block.sentences)))
    starts = accumulate((len(sentence.text) for sentence in block.sentences), initial=0)
    return with_sentences(
        block,
        tuple(
            knowing.cut_as_marked(sentence, cuts_in(block, start, start + len(sentence.text)))
            for sentence, start in zip(block.sentences, starts, strict=False)
        ),
    )


def _is_safe(name: str, resources: Resources) -> bool:
    """Whether a name found elsewhere may be looked for in running text: not if it is a common word (宽容)."""
    if len(name) <= _SHORT:
        common = any(not entry.proper for entry in resources.dictionary.entries(name))
        return not common and resources.segmenter.frequency(name) < _COMMON
    return not any(not entry.proper for entry in resources.dictionary.entries(name))


class _Cutter:
    """Cuts sentences in which some names are known."""

    def __init__(
        self, resources: Resources, han: HanCutter, token: Callable[..., Token], names: Mapping[str, NameKind]
    ) -> None:
        self._resources = resources
        self._han = han
        self._token = token
        self._names = names
        self._known = Strings(names) if names else None

    def knowing(self, names: Mapping[str, NameKind]) -> _Cutter:
        """A cutter that knows these names as well."""
        if names.items() <= self._names.items():
            return self
        return _Cutter(self._resources, self._han, self._token, {**self._names, **names})

    def has_apart(self, text: str, name: str) -> bool:
        """Whether a name stands in the text so that it may be cut out of it."""
        return len(name) > _SHORT or self._han.stands_apart(text, name)

    def cut(self, sentence: Sentence) -> Sentence:
        spans = spans_of(sentence)
        corrections = {
            span: c.words for span, c in by_span(self._resources.corrections, sentence.text).items() if c.words
        }
        tokens: list[Token] = []
        position = 0
        for start, end, term in (*spans, (len(sentence.text), len(sentence.text), "")):
            tokens += self._plain(sentence.text, position, start, corrections)
            tokens += self._term(term, sentence.text[start:end])
            position = end
        return _cut_up(sentence, tokens, spans)

    def cut_as_marked(self, sentence: Sentence, cuts: Sequence[int]) -> Sentence:
        """The sentence cut where its source is; marks of punctuation and figures are tokens of their own there too."""
        tokens = [token for start, end in pairwise(cuts) for token in self._marked(sentence.text[start:end])]
        return _cut_up(sentence, tokens, spans_of(sentence))

    def _marked(self, text: str) -> Iterator[Token]:
        """What stands between two marks: a word, and whatever punctuation was not set apart from it; or a figure."""
        if any(char.isdecimal() for char in text):
            yield from self._text(text)
            return
        for match in _RUN.finditer(text):
            run = match[0]
            if not match["han"]:
                yield from self._text(run)
            elif run in self._names:
                yield self._token(run, TokenKind.WORD, name=self._names[run])
            else:
                whole = list(self._han.cut(run, after_number=False))
                yield whole[0] if len(whole) == 1 else self._token(run, TokenKind.WORD)

    def _term(self, term_id: str, surface: str) -> Iterator[Token]:
        if not surface:
            return
        term = self._resources.glossary.by_id[term_id]
        if self._resources.levels.word(surface):
            # 人工智能: two words in its pinyin, one in every word list
            yield self._token(surface, TokenKind.WORD)
            return
        for piece in pieces_of(term, surface):
            if piece.spelling is None:
                yield from self._text(piece.text)
            else:
                yield self._token(piece.text, TokenKind.WORD)

    # Lists, as all tokens of a text go through these: through generators in one another it takes twice as long.

    def _plain(
        self, text: str, start: int, end: int, corrections: dict[tuple[int, int], tuple[str, ...]]
    ) -> list[Token]:
        """The stretch between two terms: corrected cuts first."""
        tokens: list[Token] = []
        position = start
        for (first, last), words in sorted(corrections.items()):
            if position <= first and last <= end:
                tokens += self._named(text[position:first])
                tokens += map(self._whole, words)
                position = last
        return tokens + self._named(text[position:end])

    def _whole(self, word: str) -> Token:
        """A word that the editor has cut: one token."""
        return self._token(word, TokenKind.WORD) if has_han(word) else self._text(word)[0]

    def _named(self, text: str) -> list[Token]:
        tokens: list[Token] = []
        position = 0
        for start, end in self._known.spans(text) if self._known else ():
            if end - start <= _SHORT and not self._han.stands_apart(text, text[start:end], start):
                continue
            if text[start - 1 : start] in _DOT or text[end : end + 1] in _DOT:
                continue  # a part of 谢里克·朱马别科夫
            tokens += self._text(text[position:start])
            tokens.append(self._token(text[start:end], TokenKind.WORD, name=self._names[text[start:end]]))
            position = end
        return tokens + self._text(text[position:])

    def _text(self, text: str) -> list[Token]:
        tokens: list[Token] = []
        position = 0
        for start, end in names_by_sound(text, self._han.segment, self._han.is_common):
            tokens += self._counted(text[position:start])
            tokens.append(self._token(text[start:end], TokenKind.WORD, name=NameKind.PERSON))
            position = end
        return tokens + self._counted(text[position:])

    def _counted(self, text: str) -> list[Token]:
        tokens: list[Token] = []
        position, counted = 0, False
        for numeral in numerals.scan(text):
            tokens += self._runs(text[position : numeral.start], counted)
            tokens.append(self._token(text[numeral.start : numeral.end], TokenKind(numeral.kind)))
            position, counted = numeral.end, numeral.kind == "number"
        return tokens + self._runs(text[position:], counted)

    def _runs(self, text: str, counted: bool) -> list[Token]:
        """What stands between numbers; ``counted``: a number stands right before it."""
        tokens: list[Token] = []
        for match in _RUN.finditer(text):
            run, kind = match[0], match.lastgroup
            if kind == "han":
                tokens += self._han.cut(run, after_number=counted and match.start() == 0)
            elif kind == "space":
                tokens.append(self._token(run, TokenKind.SPACE))
            elif kind == "other":
                tokens.append(self._token(run, TokenKind.LATIN))
            else:
                tokens.append(self._token(run, TokenKind.PUNCT))
        return tokens


def _cut_up(sentence: Sentence, tokens: Sequence[Token], spans: Sequence[tuple[int, int, str]]) -> Sentence:
    same = len(tokens) == len(sentence.tokens)
    if same and all(_cut_of(new) == _cut_of(old) for new, old in zip(tokens, sentence.tokens, strict=True)):
        return sentence
    return with_tokens(sentence, tuple(tokens), mentions_at(spans, tokens))


def _cut_of(token: Token) -> tuple[str, TokenKind, NameKind | None, str | None]:
    return token.text, token.kind, token.name, token.pos
