"""Sentences into tokens. Terms are cut as their pinyin says; between them names and corrections of this seed come
first, then numbers and Latin are taken out whole, and what is left of Chinese goes to the segmenter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader import numerals
from reader.glossary import pieces_of
from reader.hanzi import HAN_CLASS, has_han
from reader.lexicon.standard import place_spelling
from reader.model import Article, Block, NameKind, Sentence, Token, TokenKind
from reader.passes.corrections import by_span
from reader.passes.names import names_in_line
from reader.passes.people import join_people
from reader.passes.placenames import join_places
from reader.passes.resources import Resources
from reader.passes.terms import mentions_at, spans_of

_RUN = re.compile(
    rf"(?P<han>[{HAN_CLASS}]+)|(?P<space>\s+)|(?P<mark>([^\w\s])\4*)|(?P<other>(?:(?![{HAN_CLASS}])\w)+)|.", re.DOTALL
)
"""Runs of Chinese, of white space, of one mark (……), and of other letters (kana, Greek), in what is left over."""
_NAME_OF_POS = {"nr": NameKind.PERSON, "ns": NameKind.PLACE, "nt": NameKind.ORGANISATION}


def cut_words(article: Article, resources: Resources) -> Article:
    """Give every sentence its tokens, and its mentions their token indexes. A person who is named once where the
    sentence shows it is known in the whole article."""
    blocks = [_cut_block(block, resources, {}) for block in article.blocks]
    people = {token.text for block in blocks for token in _people(block) if len(token.text) > 2}
    for index, block in enumerate(blocks):
        here = {name for name in people if block.text.count(name) > sum(t.text == name for t in _people(block))}
        if here:
            blocks[index] = _cut_block(article.blocks[index], resources, dict.fromkeys(here, NameKind.PERSON))
    return replace(article, blocks=tuple(blocks))


def _people(block: Block) -> Iterator[Token]:
    return (t for sentence in block.sentences for t in sentence.tokens if t.name is NameKind.PERSON)


def _cut_block(block: Block, resources: Resources, people: dict[str, NameKind]) -> Block:
    names = dict.fromkeys(names_in_line(block.kind, block.text), NameKind.PERSON)
    known = {name: kind for name, kind in {**resources.names, **people}.items() if _is_safe(name, resources)}
    cutter = _Cutter(resources, {**known, **names})
    return replace(block, sentences=tuple(cutter.cut(sentence) for sentence in block.sentences))


def _is_safe(name: str, resources: Resources) -> bool:
    """Whether a name found elsewhere may be looked for in running text: not if it is a common word (宽容)."""
    return not any(not entry.proper for entry in resources.dictionary.entries(name))


class _Cutter:
    """Cuts the sentences of one block."""

    def __init__(self, resources: Resources, names: dict[str, NameKind]) -> None:
        self._resources = resources
        self._names = names
        longest_first = sorted(names, key=len, reverse=True)
        self._name_pattern = re.compile("|".join(map(re.escape, longest_first))) if names else None

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
        if [_cut_of(t) for t in tokens] == [_cut_of(t) for t in sentence.tokens]:
            return sentence
        return replace(sentence, tokens=tuple(tokens), mentions=mentions_at(spans, tokens))

    def _term(self, term_id: str, surface: str) -> Iterator[Token]:
        if not surface:
            return
        term = self._resources.glossary.by_id[term_id]
        if self._resources.levels.word(surface):
            # 人工智能: two words in its pinyin, one in every word list
            yield Token(surface, TokenKind.WORD)
            return
        for piece in pieces_of(term, surface):
            if piece.spelling is None:
                yield from self._text(piece.text)
            else:
                yield Token(piece.text, TokenKind.WORD)

    def _plain(
        self, text: str, start: int, end: int, corrections: dict[tuple[int, int], tuple[str, ...]]
    ) -> Iterator[Token]:
        """The stretch between two terms: corrected cuts first."""
        position = start
        for (first, last), words in sorted(corrections.items()):
            if position <= first and last <= end:
                yield from self._named(text[position:first])
                yield from (token for word in words for token in self._whole(word))
                position = last
        yield from self._named(text[position:end])

    def _whole(self, word: str) -> Iterator[Token]:
        """A word that the editor has cut: one token."""
        yield Token(word, TokenKind.WORD) if has_han(word) else next(self._text(word))

    def _named(self, text: str) -> Iterator[Token]:
        position = 0
        for match in self._name_pattern.finditer(text) if self._name_pattern else ():
            yield from self._text(text[position : match.start()])
            yield Token(match[0], TokenKind.WORD, name=self._names[match[0]])
            position = match.end()
        yield from self._text(text[position:])

    def _text(self, text: str) -> Iterator[Token]:
        position, counted = 0, False
        for numeral in numerals.scan(text):
            yield from self._runs(text[position : numeral.start], counted)
            yield Token(text[numeral.start : numeral.end], TokenKind(numeral.kind))
            position, counted = numeral.end, numeral.kind == "number"
        yield from self._runs(text[position:], counted)

    def _runs(self, text: str, counted: bool) -> Iterator[Token]:
        """What stands between numbers; ``counted``: a number stands right before it."""
        for match in _RUN.finditer(text):
            run = match[0]
            if match["han"]:
                cut = self._resources.segmenter.cut(run, after_number=counted and match.start() == 0)
                frequency = self._resources.segmenter.frequency
                placed = list(join_places(_mended(cut), frequency))
                for word, pos, is_name in join_people(placed, self._resources.dictionary, frequency):
                    kind = NameKind.PERSON if is_name else self._name_kind(word, pos)
                    yield Token(word, TokenKind.WORD, name=kind, pos=pos)
            elif match["space"]:
                yield Token(run, TokenKind.SPACE)
            elif match["other"]:
                yield Token(run, TokenKind.LATIN)
            else:
                yield Token(run, TokenKind.PUNCT)

    def _name_kind(self, word: str, pos: str | None) -> NameKind | None:
        """What a word names, by the project lexicon, else by the dictionary's capitals and the part of speech."""
        for entry in self._resources.lexicon.get(word, ()):
            return entry.name
        kind = _NAME_OF_POS.get((pos or "")[:2])
        if len(word) < 2 or not all(entry.proper for entry in self._resources.dictionary.entries(word)):
            return None
        if place_spelling(word):
            return NameKind.PLACE
        # jieba's tag alone makes no place of 七楼 and 大门口.
        doubtful = kind is NameKind.PLACE and word not in self._resources.dictionary
        return None if doubtful and (word[0] in _COUNTING or self._is_spot(word)) else kind

    def _is_spot(self, word: str) -> bool:
        """Whether a word is a common noun and a localiser."""
        return word[-1] in _LOCALISERS and any(not e.proper for e in self._resources.dictionary.entries(word[:-1]))


def _mended(words: Iterable[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """A verb of one character that is said twice as one word (GB/T 16159-2012, 5.4): 摆, 摆 as 摆摆; and a word with
    the 儿 that is spoken with it (5.5): 花, 儿 as 花儿."""
    joined: list[tuple[str, str | None]] = []
    for word, pos in words:
        before, tag = joined[-1] if joined else ("", None)
        doubled = word == before and len(word) == 1 and (pos or "").startswith("v") and word not in _NEVER_DOUBLED
        spoken_with = word == "儿" and before and before not in _HAVING_CHILDREN
        if doubled or spoken_with:
            joined[-1] = before + word, tag
        else:
            joined.append((word, pos))
    return joined


_COUNTING = frozenset("一二两三四五六七八九十几")
_LOCALISERS = frozenset("口边里外上下前后中头旁")
_NEVER_DOUBLED = frozenset("是有在到会能要为")
_HAVING_CHILDREN = frozenset("我吾你生养育有无爱小妻携教抱的和与幼孤婴女了着")
"""After these 儿 is a child, not an ending."""


def _cut_of(token: Token) -> tuple[str, TokenKind, NameKind | None, str | None]:
    return token.text, token.kind, token.name, token.pos
