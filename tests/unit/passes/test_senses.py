"""The sense that a translation shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.annotate import Seed, annotate_all
from reader.model import Article, Block, BlockKind, Gloss, Mention, Origin, Place, Sentence, Token, TokenKind
from reader.passes import Resources
from reader.passes.senses import choose_senses

SENSES = ("barrier; obstruction", "obstacle; hindrance", "surname Zhang", "to get in the way")


def token(text: str, senses: tuple[str, ...] = SENSES, origin: Origin = Origin.DICTIONARY, pos: str = "n") -> Token:
    return Token(text, TokenKind.WORD, gloss=Gloss(senses[0], senses, origin), pos=pos)


def shorts(*sentences: Sentence) -> list[list[str]]:
    block = Block("b", BlockKind.PARAGRAPH, None, sentences, Place("x", 1), 1)
    article = choose_senses(Article("a", "", (block,)))
    assert choose_senses(article) == article
    return [[t.gloss.short for t in s.tokens if t.gloss] for s in article.blocks[0].sentences]


def sentence(translation: str | None, *tokens: Token, joined: bool = False) -> Sentence:
    return Sentence("s", "".join(t.text for t in tokens), tokens, translation=translation, joined=joined)


@pytest.mark.parametrize(
    ("translation", "short"),
    [
        ("They remove every obstacle.", "obstacle; hindrance"),
        ("There were many HINDRANCES.", "obstacle; hindrance"),
        ("They remove barriers and obstacles.", "barrier; obstruction"),
        ("The Zhang family came.", "barrier; obstruction"),
        ("Nothing of the kind.", "barrier; obstruction"),
        ("", "barrier; obstruction"),
        (None, "barrier; obstruction"),
    ],
)
def test_the_sense_that_occurs_is_chosen(translation: str | None, short: str) -> None:
    assert shorts(sentence(translation, token("障碍"))) == [[short]]


@pytest.mark.parametrize(
    "changed", [{"origin": Origin.LEXICON}, {"origin": Origin.CORRECTION}, {"pos": "u"}, {"pos": "p"}]
)
def test_what_a_person_said_and_function_words_stay(changed: dict[str, object]) -> None:
    assert shorts(sentence("An obstacle.", token("障碍", **changed))) == [["barrier; obstruction"]]  # type: ignore[arg-type]


def test_a_word_inside_a_term_stays() -> None:
    one = replace(sentence("An obstacle.", token("障碍"), token("物")), mentions=(Mention("t", 0, 1),))
    assert shorts(one) == [["barrier; obstruction"] * 2]


def test_an_english_word_that_renders_another_word_is_no_evidence() -> None:
    hurdle = token("栏架", ("obstacle", "hurdle"))
    assert shorts(sentence("An obstacle.", hurdle, token("障碍"))) == [["obstacle", "barrier; obstruction"]]


def test_sentences_translated_together_share_the_translation() -> None:
    found = shorts(sentence("Every obstacle went.", token("障碍")), sentence(None, token("障碍"), joined=True))
    assert found == [["obstacle; hindrance"]] * 2


def test_a_translation_chooses_in_a_real_text(resources: Resources) -> None:
    def gloss(*translations: tuple[str, bytes]) -> str:
        document = annotate_all(
            Seed("t", "t.txt", "这里物产充足。".encode(), translations=translations), resources
        ).document
        (found,) = [
            t.gloss.short for t in document.articles[0].blocks[0].sentences[0].tokens if t.text == "充足" and t.gloss
        ]
        return found

    assert gloss() == "adequate; sufficient"
    assert gloss(("t.en.txt", b"Local products are abundant here.")) == "abundant"
