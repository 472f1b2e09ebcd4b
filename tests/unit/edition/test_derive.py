from __future__ import annotations

from dataclasses import replace

from reader.edition import EDITIONS, BlockView, Edition, derive
from reader.model import Article, BlockKind, Document, Meta, NameKind, Sentence
from tests.samples import COLOPHON, DOCUMENT, TERMS, K, block, edition, sentence


def blocks(made: Edition) -> list[BlockView]:
    return [view for article in made.articles for part in article.parts for view in part.blocks]


def by_anchor(made: Edition, anchor: str) -> BlockView:
    return next(view for view in blocks(made) if view.anchor == anchor)


def test_text_is_kept_whole() -> None:
    texts = [part.text for article in DOCUMENT.articles for part in article.blocks]
    for name in EDITIONS:
        assert [view.text for view in blocks(edition(name))] == texts


def test_paragraphs_are_numbered_through_the_document() -> None:
    assert [view.number for view in blocks(edition()) if view.kind is BlockKind.PARAGRAPH] == [1, 2, 3]
    assert [view.anchor for view in blocks(edition()) if view.number] == ["p1", "p2", "p3"]


def test_parts_keep_what_belongs_together() -> None:
    kinds = [[part.kind for part in article.parts] for article in edition().articles]
    assert kinds == [["masthead"], ["head", "text"], ["head", "text", "figures", "imprint"]]


def test_a_caption_has_its_credit() -> None:
    figures = next(part.figures for part in edition().articles[2].parts if part.kind == "figures")
    assert [(f.caption.text, f.credit and f.credit.text) for f in figures] == [("图①：茶园。", "李明摄")]


def test_a_credit_without_caption_stands_alone_and_a_caption_without_credit_too() -> None:
    article = Article("a1", "", (
        block("a1.b1", K.CREDIT, sentence("李明/Lǐ_Míng 摄/shè")),
        block("a1.b2", K.CAPTION, sentence("茶园/cháyuán")),
        block("a1.b3", K.CAPTION, sentence("村子/cūnzi")),
    ))  # fmt: skip
    part = edition(document=replace(DOCUMENT, articles=(article,))).articles[0].parts[0]
    assert [(f.caption.anchor, f.credit) for f in part.figures] == [("a1.b1", None), ("a1.b2", None), ("a1.b3", None)]


def test_terms_are_runs_with_an_anchor_each_and_marked_at_first_use_in_an_article() -> None:
    terms = [run for view in blocks(edition()) for run in view.runs if run.term]
    assert [(run.text, run.anchor, run.first) for run in terms] == [
        ("绿色转型", "u1", True), ("绿色转型", "u2", False), ("绿色转型", "u3", True), ("公益", "u4", True),
    ]  # fmt: skip


def test_a_mention_of_an_unknown_term_is_plain_text() -> None:
    made = derive(DOCUMENT, {}, EDITIONS["full"], COLOPHON)
    assert not [run for view in blocks(made) for run in view.runs if run.term]
    assert made.glossary == ()
    assert [view.text for view in blocks(made)] == [view.text for view in blocks(edition())]


def test_pinyin_of_each_edition() -> None:
    def rubies(pinyin: str, level: int | None = None) -> list[str]:
        view = by_anchor(edition(pinyin=pinyin, level=level), "p1")
        return [word.text for run in view.runs for word in run.words if word.ruby]

    assert rubies("all") == ["村里", "推进", "绿色", "转型", "收入", "增长"]
    assert rubies("above-level", 5) == ["推进", "绿色", "转型"]
    assert rubies("terms") == ["绿色", "转型"]
    assert rubies("none") == []
    assert rubies("above-level") == rubies("all"), "without a level every word is above it"


def test_a_gap_stands_between_words_and_not_beside_punctuation() -> None:
    gaps = {word.text: word.gap for run in by_anchor(edition(), "p1").runs for word in run.words}
    assert gaps == {
        "村里": False, "推进": True, "绿色": True, "转型": True, "，": False, "收入": False, "增长": True,
        "8.5%": True, "。": False,
    }  # fmt: skip


def test_notes_in_order_of_the_text_and_what_stands_above_beside_the_next_paragraph() -> None:
    notes = by_anchor(edition(level=5), "p1").notes
    assert [(note.kind, note.text, note.gloss) for note in notes] == [
        ("word", "讲述人", "the one who tells it"),
        ("word", "推进", "to push forward"),
        ("term", "绿色转型", "green transition"),
        ("number", "8.5%", None),
    ]
    assert notes[2].term == "lvse-zhuanxing"
    assert by_anchor(edition(level=5), "a1.b1").notes == ()


def test_pinyin_is_in_the_note_only_where_it_is_not_over_the_word() -> None:
    def said(pinyin: str) -> dict[str, str | None]:
        return {note.text: note.pinyin for note in by_anchor(edition(pinyin=pinyin), "p1").notes}

    assert said("all")["推进"] is None
    assert said("none")["推进"] == "tuījìn"
    assert said("terms") | {"8.5%": None} == {
        "讲述人": "jiǎngshùrén", "推进": "tuījìn", "绿色转型": None, "8.5%": None, "李明": "Lǐ Míng",
    }  # fmt: skip
    assert said("all")["8.5%"] == "bǎi fēn zhī bā diǎn wǔ"


def test_a_gloss_that_is_only_the_pinyin_is_no_note_and_neither_is_a_short_number() -> None:
    noted = {note.text for view in blocks(edition()) for note in view.notes}
    assert "李明" not in noted
    assert "南京" in noted
    assert {"5", "①"}.isdisjoint(noted)


def test_an_article_repeats_no_note_but_the_next_begins_anew() -> None:
    noted = [
        [note.text for part in article.parts for v in part.blocks for note in v.notes] for article in edition().articles
    ]
    assert all(len(set(texts)) == len(texts) for texts in noted)
    assert "推进" in noted[1]
    assert "推进" in noted[2]


def test_glosses_of_each_edition() -> None:
    def noted(**spec: object) -> set[str]:
        return {note.text for view in blocks(edition(**spec)) for note in view.notes}  # type: ignore[arg-type]

    assert {"村子", "收入"} <= noted(glosses="first")
    assert {"村子", "收入"}.isdisjoint(noted(glosses="above-level", level=3))
    assert "河边" in noted(glosses="above-level", level=3)
    assert noted(glosses="none") == set()


def test_translation_is_there_if_the_edition_wants_it() -> None:
    assert by_anchor(edition(), "p1").translation == (
        "The village pushes its green transition, and incomes grow by 8.5 percent."
    )
    assert by_anchor(edition(), "p2").translation is None
    assert by_anchor(edition(translation="none"), "p1").translation is None


def test_contents_are_the_articles_and_their_headings() -> None:
    assert [(line.level, line.text, line.anchor) for line in edition().contents] == [
        (1, "河边的村子", "a1"), (2, "绿色转型的意义", "a1.b4"), (1, "山上的茶", "a2"),
    ]  # fmt: skip


def test_the_title_has_its_pinyin_if_it_stands_in_the_text_and_no_link() -> None:
    runs = edition().title_runs
    assert [word.ruby for run in runs for word in run.words] == ["hébiān", "de", "cūnzi"]
    assert [run.term for run in runs] == [None]
    other = edition(document=replace(DOCUMENT, meta=Meta(title="别的题目")))
    assert [(run.text, run.words[0].ruby) for run in other.title_runs] == [("别的题目", None)]


def test_what_needs_a_look_is_counted() -> None:
    assert edition().review == 1, "a warning counts, a note on a join does not"


def test_an_empty_document_has_an_edition() -> None:
    made = derive(Document("empty", "", Meta(), ()), {}, EDITIONS["full"], COLOPHON)
    assert (made.title, made.articles, made.vocabulary, made.by_pinyin) == ("empty", (), (), ())
    assert made.difficulty.characters == 0
    assert made.difficulty.comfortable is None


def test_a_sentence_that_was_not_cut_is_shown_as_it_is() -> None:
    article = Article("a1", "", (block("a1.b1", K.PARAGRAPH, Sentence("s", "没有切开。")),))
    assert [v.text for v in blocks(edition(document=replace(DOCUMENT, articles=(article,))))] == ["没有切开。"]


def test_names_by_kind() -> None:
    assert [(group.kind, [entry.text for entry in group.entries]) for group in edition().names] == [
        (NameKind.PERSON, ["李明"]), (NameKind.PLACE, ["南京"]),
    ]  # fmt: skip


def test_terms_are_not_changed_by_being_used() -> None:
    assert TERMS["gongyi"] == edition().glossary[0].term


def test_sentences_translated_together_are_one_group() -> None:
    text = "First plant trees, then build roads, the old people said."
    first, second = DOCUMENT.articles[1].blocks[4].sentences
    pair = (replace(first, translation=text), replace(second, joined=True))
    article = Article("a1", "", (replace(DOCUMENT.articles[1].blocks[4], sentences=pair),))
    made = edition(document=replace(DOCUMENT, articles=(article,)))
    (group,) = by_anchor(made, "p1").groups
    assert ([one.id for one in group.sentences], group.translation) == (["a1.b5.s1", "a1.b5.s2"], text)
    assert by_anchor(made, "p1").translation == text


def test_an_edition_without_translation_has_none_anywhere() -> None:
    for made in (edition(translation="none"), edition("plain")):
        assert made.translation is None
        assert all(view.translation is None for view in blocks(made))
        assert all(group.translation is None for view in blocks(made) for group in view.groups)


def test_groups_hold_every_sentence_once() -> None:
    for view in blocks(edition()):
        assert tuple(one for group in view.groups for one in group.sentences) == view.sentences


def test_the_language_is_told_by_the_characters_unless_the_sidecar_says_it() -> None:
    article = Article("a1", "", (block("a1.b1", K.PARAGRAPH, sentence("經濟/jīngjì 發展/fāzhǎn 得/de 好/hǎo。")),))
    made = replace(DOCUMENT, articles=(article,))
    assert edition(document=made).lang == "zh-Hant"
    assert edition(document=replace(made, meta=Meta(lang="zh-Hans"))).lang == "zh-Hans"
    assert edition().lang == "zh-Hans"
    assert edition(document=replace(DOCUMENT, articles=(), title="ABC", meta=Meta())).lang == "zh-Hans"
