"""Candidates for the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.glossary.mine import Background, Candidate, mine

# Words are cut by hand here: a bar between words, the part of speech behind a slash.
TEXT = (
    "村里/n|推广/v|绿色/n|灌溉/vn|。",
    "有/v|了/u|绿色/n|灌溉/vn|，|收成/n|好/a|了/u|。",
    "他/r|说/v|绿色/n|灌溉/vn|和/c|秋收/vn|都/d|重要/a|。",
    "老/a|水渠/n|在/p|山上/s|。",
)


def tagged(line: str) -> list[tuple[str, str | None]]:
    parts = [part.partition("/") for part in line.split("|")]
    return [(word, tag or None) for word, _, tag in parts]


def mined(
    lines: Sequence[str] = TEXT, known: Iterable[str] = (), spans: Iterable[tuple[int, int]] = ()
) -> tuple[Candidate, ...]:
    texts = tuple("".join(word for word, _ in tagged(line)) for line in lines)
    cuts = dict(zip(texts, map(tagged, lines), strict=True))
    return mine(texts, Background(cuts.__getitem__, lambda _: 1e-5, (), set(known).__contains__, lambda _: spans))


def found(lines: Sequence[str] = TEXT, **rest: object) -> dict[str, Candidate]:
    return {candidate.text: candidate for candidate in mined(lines, **rest)}  # type: ignore[arg-type]


def test_what_stands_often_and_alone_comes_first() -> None:
    best = mined()[0]
    assert (best.text, best.words, best.count, best.paragraphs) == ("绿色灌溉", ("绿色", "灌溉"), 3, 3)
    assert best.contexts[0] == "村里推广【绿色灌溉】。"


def test_no_candidate_goes_over_a_mark_or_a_function_word() -> None:
    assert not any("，" in text or "了" in text or "说" in text or "在" in text for text in found())


def test_a_link_may_stand_inside_only() -> None:
    texts = found(known=["绿色灌溉"])
    assert "绿色灌溉和秋收" in texts or "灌溉和秋收" in texts
    assert not any(text.startswith("和") or text.endswith("和") for text in texts)


def test_numbers_and_plurals_are_no_candidates() -> None:
    line = "二十七/m|座/q|石/n|闸门/n|，|乡亲们/n|都/d|说/v|三/m|级/q|闸门/n"
    assert set(found([line])) == {"石闸门", "三级闸门"}


def test_names_alone_are_no_candidate() -> None:
    line = "青禾/ns|石桥/ns|的/u|何秀珍/nr|和/c|青禾/ns|水渠/n"
    assert set(found([line])) == {"青禾水渠"}


def test_what_is_known_is_no_candidate() -> None:
    assert "绿色灌溉" not in found(known=["绿色灌溉"])


def test_what_lies_inside_a_known_term_is_not_counted() -> None:
    assert found(spans=[(0, 100)]) == {}


def test_what_is_quoted_is_a_candidate_whatever_its_words() -> None:
    line = "“|上/f|得/u|去/v|、|下/f|得/u|来/v|”|。"
    assert found([line])["上得去、下得来"].words == ("上", "得", "去", "、", "下", "得", "来")
    assert "上得去、下得来" not in found([line.replace("“", "（").replace("”", "）").replace("下", "回")])


def test_an_enumeration_of_members_built_alike_is_a_candidate() -> None:
    line = "水渠/n|做到/v|有/v|人/n|管/v|、|有/v|钱/n|修/v|、|有/v|水/n|用/v|，|很/d|好/a"
    assert "有人管、有钱修、有水用" in found([line])
    assert not any("、" in text for text in found([line.replace("有/v|钱", "出/v|钱")]))


def test_what_stands_only_where_a_better_one_stands_is_left_out() -> None:
    line = "“|绿色/n|灌溉/vn|工程/n|”|。"
    assert set(found([line])) == {"绿色灌溉工程"}
    assert "灌溉工程" in found([line, "灌溉/vn|工程/n|的/u|水渠/n"])


def test_what_is_quoted_may_have_two_characters_and_is_shown_without_its_marks() -> None:
    line = "抓/v|好/a|“|两管/n|”|，|做/v|实/a|“|三修/n|”|行动/vn|。"
    texts = found([line])
    assert "两管" in texts
    assert "两管" not in found([line.replace("“|", "").replace("”|", "")])
    assert {"三修", "“三修”行动"} & set(texts)


def test_what_is_quoted_is_counted_once() -> None:
    one = found(["建/v|“|绿色/n|灌溉/vn|”|工程/n|。", "修/v|绿色/n|灌溉/vn|。"])["绿色灌溉"]
    assert (one.count, one.paragraphs) == (2, 2)


def test_an_enumeration_begins_and_ends_with_its_members() -> None:
    texts = found(["就/d|有/v|人/n|管/v|、|有/v|钱/n|修/v|、|有/v|水/n|用/v|，"])
    assert "有人管、有钱修、有水用" in texts
    assert not any("，" in text or text.startswith("、") for text in texts)


def test_other_cuts_stand_beside_a_candidate() -> None:
    line = "完善/v|国家/n|计量/vn|体系/n|，|水渠/n|通水/v|了/u"
    candidates = mined([line])
    best = candidates[0]
    assert best.text in ("国家计量体系", "国家计量", "计量体系")
    assert len(best.others) == 2
    assert all(best.text in other or other in best.text for other in best.others)
    assert best.text not in best.others


def test_function_words_may_stand_inside_a_term() -> None:
    line = "坚持/v|以/p|水渠/n|为/p|中心/n|，|回应/v|乡亲/n|对/p|清水/n|的/u|期盼/n|。"
    tokens = line.split("|")
    assert "以水渠为中心" in found(["|".join(tokens[:6])])
    assert "乡亲对清水的期盼" in found(["|".join(tokens[7:])], known=["清水的期盼"])
