"""The scoring itself, on texts and engines made for it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader.model import Article, Block, BlockKind, Document, Meta, Origin, Place, Reading, Sentence, Token, TokenKind
from tests.accuracy.baseline import plain
from tests.accuracy.score import (
    HALVES,
    Engine,
    Passage,
    Said,
    Score,
    Target,
    borders,
    covering,
    differences,
    fallen,
    over,
    passages,
    raised,
    said,
    score_borders,
    score_name_syllables,
    score_names,
    score_numbers,
    score_readings,
    score_words,
    spans,
    spelled,
    targets,
    with_stop,
)

LI = Said("李", ("lǐ",), "Lǐ")
LEILEI = Said("蕾蕾", ("lěi", "lěi"), "Lěilěi")
STOP = Said("。", (None,), "。")
MARK = Said("。", ("。",), "。")


def _always(*tokens: Said) -> Engine:
    return lambda _text: tokens


def _cutting(cut: Sequence[str]) -> Engine:
    return lambda _text: [Said(word, (None,) * len(word), word) for word in cut]


def _document(*tokens: Token) -> Document:
    sentence = Sentence("s", "".join(token.text for token in tokens), tokens)
    block = Block("b", BlockKind.PARAGRAPH, None, (sentence,), Place("p", 1), 1)
    return Document("d", "", Meta(), (Article("a", "", (block,)),))


def _word(text: str, *syllables: str | None) -> Token:
    return Token(text, TokenKind.WORD, Reading(syllables, "".join(filter(None, syllables)), Origin.DICTIONARY))


def _number(text: str, spoken: str) -> Token:
    return Token(text, TokenKind.NUMBER, Reading(None, None, Origin.RULE, spoken))


def _score(right: int, total: int) -> Score:
    return Score(right, total)


def test_right_and_wrong_are_counted_by_class() -> None:
    score = Score()
    for right, class_ in ((True, "为"), (False, "为"), (False, "行")):
        score.count(right, class_, f"{class_} missed")
    assert (score.right, score.total, score.tenths) == (1, 3, 333)
    assert (score.asked, score.wrong) == ({"为": 2, "行": 1}, {"为": 1, "行": 1})
    assert score.misses == ["为 missed", "行 missed"]
    assert "missed" not in repr(score)


def test_tokens_and_syllables_over_a_span() -> None:
    tokens = (LI, LEILEI, STOP)
    assert [(offset, token.text) for offset, token in covering(tokens, 1, 2)] == [(1, "蕾蕾")]
    assert [(offset, token.text) for offset, token in covering(tokens, 0, 2)] == [(0, "李"), (1, "蕾蕾")]
    assert covering(tokens, 3, 4) == [(3, STOP)]
    assert over(tokens, 0, 2) == ("lǐ", "lěi")
    assert spelled(tokens, 0, 3) == "Lǐ Lěilěi"


def test_what_duben_says() -> None:
    document = _document(
        _word("画", "huà"), _word("画儿", "huàr", None), _number("一百二", "yībǎi èr"), _number("5", "wǔ"),
        _number("15", "shíwǔ"), Token("AI", TokenKind.LATIN, Reading(None, None, Origin.RULE, "A I")),
        Token("。", TokenKind.PUNCT),
    )  # fmt: skip
    assert said(document) == (
        Said("画", ("huà",), "huà"),
        Said("画儿", ("huà", None), "huàr"),
        Said("一百二", ("yī", "bǎi", "èr"), "yībǎi èr"),
        Said("5", ("wǔ",), "wǔ"),
        Said("15", ("shí", "wǔ"), "shíwǔ"),
        Said("AI", (None, None), "A I"),
        STOP,
    )


def test_a_syllable_of_its_own_keeps_its_r() -> None:
    (word,) = said(_document(_word("女儿", "nǚ", "ér")))
    assert word.syllables == ("nǚ", "ér")


def test_readings_are_judged_at_their_place() -> None:
    tokens = (Said("银行", ("yín", "háng"), "yínháng"), Said("行", ("xíng",), "xíng"), STOP)
    asked = [Target("行-01", "银行行。", 1, 2, ("háng",)), Target("行-02", "银行行。", 2, 3, ("háng",))]
    score = score_readings(asked, _always(*tokens))
    assert (score.right, score.total) == (1, 2)
    assert score.misses == ["行-02 银行[行]。 háng, not xíng"]


def test_names_are_judged_as_spelled_or_by_their_syllables() -> None:
    asked = [Target("surname-1", "李蕾蕾。", 0, 3, ("Lǐ Lěilěi",))]
    glued = Said("李蕾蕾", ("lǐ", "lěi", "lěi"), "lǐlěilěi")
    assert score_names(asked, _always(LI, LEILEI, STOP)).right == 1
    assert score_names(asked, _always(glued, STOP)).right == 0
    assert score_name_syllables(asked, _always(glued, STOP)).right == 1
    assert score_name_syllables(asked, _always(LI, Said("蕾蕾", ("léi", "lěi"), "Léilěi"), STOP)).right == 0


def test_a_token_that_reaches_beyond_the_name_is_wrong() -> None:
    asked = [Target("surname-1", "李老师。", 0, 1, ("Lǐ",))]
    assert score_names(asked, _always(Said("李老师", ("lǐ", "lǎo", "shī"), "Lǐ lǎoshī"), STOP)).right == 0


def test_each_good_way_to_say_a_number_is_right() -> None:
    asked = [Target("time-1", "14:30。", 0, 5, ("shísì diǎn sānshí fēn", "shísì diǎn bàn"))]
    for spoken, right in (("shísì diǎn bàn", 1), ("shísì diǎn", 0)):
        assert score_numbers(asked, _always(Said("14:30", (None,) * 5, spoken), STOP)).right == right


def test_an_engine_that_loses_text_is_no_engine() -> None:
    with pytest.raises(ValueError, match="not the text"):
        score_readings([Target("行-01", "银行。", 1, 2, ("háng",))], _always(STOP))


def test_a_sentence_is_closed_once() -> None:
    assert with_stop("走了") == "走了。"
    assert with_stop("走！") == "走！"
    assert with_stop("他说：“走！”") == "他说：“走！”"


def test_marks_are_no_words() -> None:
    assert spans(["好", "，", "人们", "……"]) == {(0, 1), (2, 4)}
    assert borders(["好", "，", "人们"]) == [0, 1, 2, 4]


def test_f1_of_a_cut() -> None:
    passage = Passage("story", ("把", "手机", "放下", "。"))
    same = score_words([passage], _cutting(passage.words))
    other = score_words([passage], _cutting(("把手", "机", "放下", "。")))
    assert (same.tenths, same.misses) == (1000, [])
    assert (other.right, other.total) == (2, 6)
    assert (other.wrong, other.asked) == ({"story": 2}, {"story": 3})
    assert other.misses == ["story: 把|手机, not 把手|机"]


@pytest.mark.parametrize(
    ("cut", "across"),
    [
        (("把", "手机", "放下", "。"), 0),
        (("把手机", "放下", "。"), 0),
        (("把", "手", "机", "放", "下", "。"), 0),
        (("把手", "机", "放下", "。"), 1),
        (("把手", "机放", "下", "。"), 2),
        (("把", "手", "机放下", "。"), 1),
    ],
)
def test_words_across_a_border(cut: tuple[str, ...], across: int) -> None:
    score = score_borders([Passage("story", ("把", "手机", "放下", "。"))], _cutting(cut))
    assert score.wrong.total() == across
    assert score.total == len(cut) - 1


def test_differences_are_as_short_as_can_be() -> None:
    gold, got = ("天", "不", "亮", "就", "上山"), ("天", "不亮", "就", "上", "山")
    assert list(differences(gold, got)) == [("不|亮", "不亮"), ("上山", "上|山")]


def test_what_has_fallen_is_named() -> None:
    lowest = {"names": {"dev": 66.6, "held": 66.7}}
    assert fallen({"names": {"dev": _score(2, 3), "held": _score(2, 3)}}, lowest) == [
        "names, held: 66.6 % is less than 66.7 %"
    ]
    assert fallen({"new": {"dev": _score(0, 3)}}, lowest) == []


def test_the_ratchet_rises_and_never_falls() -> None:
    reached = {"names": {"dev": _score(2, 3), "held": _score(1, 3)}, "new": {"dev": _score(999, 1000)}}
    lowest = {"names": {"dev": 50.0, "held": 33.4}, "gone": {"dev": 1.0}}
    assert raised(reached, lowest) == {"names": {"dev": 66.6, "held": 33.4}, "new": {"dev": 99.9}}


def test_the_baseline_reads_as_its_manual_says() -> None:
    assert plain("银行很好，3个。") == (
        Said("银行", ("yín", "háng"), "yínháng"),
        Said("很", ("hěn",), "hěn"),
        Said("好", ("hǎo",), "hǎo"),
        Said("，", ("，",), "，"),
        Said("3", ("3",), "3"),
        Said("个", ("gè",), "gè"),
        MARK,
    )


@pytest.mark.parametrize(("name", "least"), [("readings", 600), ("names", 150), ("numbers", 150)])
def test_the_gold_data_are_many_and_the_halves_have_no_sentence_in_common(name: str, least: int) -> None:
    dev, held = (targets(name, half) for half in HALVES)
    assert len(dev) + len(held) >= least
    assert not {target.text for target in dev} & {target.text for target in held}
    assert len({target.id for target in dev + held}) == len(dev + held)


def test_the_passages_are_long_enough_and_in_every_register() -> None:
    words = [word for half in HALVES for passage in passages(half) for word in spans(passage.words)]
    assert len(words) >= 2000
    for half in HALVES:
        assert {passage.register for passage in passages(half)} >= {"news", "speech", "story", "manual", "dialogue"}
