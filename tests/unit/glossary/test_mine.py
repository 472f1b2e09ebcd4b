"""Candidates for the glossary."""

from __future__ import annotations

from collections.abc import Iterable

from reader.glossary.mine import WEIGHTS, Background, Candidate, _Tally, features, mine

# Words are cut by hand here: a bar between words, the part of speech behind a slash.
TEXT = (
    "村里/n|推广/v|绿色/n|灌溉/vn|。",
    "有/v|了/u|绿色/n|灌溉/vn|，|收成/n|好/a|了/u|。",
    "他/r|说/v|绿色/n|灌溉/vn|和/c|秋收/vn|都/d|重要/a|。",
    "老/a|水渠/n|在/p|山上/s|。",
)
WORDS = {line.replace("|", " "): line for line in TEXT}


def tagged(line: str) -> list[tuple[str, str | None]]:
    parts = [part.partition("/") for part in line.split("|")]
    return [(word, tag or None) for word, _, tag in parts]


PARAGRAPHS = tuple("".join(word for word, _ in tagged(line)) for line in TEXT)


def background(known: Iterable[str] = (), spans: Iterable[tuple[int, int]] = ()) -> Background:
    cuts = dict(zip(PARAGRAPHS, map(tagged, TEXT), strict=True))
    return Background(cuts.__getitem__, lambda _: 1e-5, lambda _: 0, set(known).__contains__, lambda _: spans)


def found(**rest: object) -> dict[str, Candidate]:
    return {candidate.text: candidate for candidate in mine(PARAGRAPHS, background(**rest))}  # type: ignore[arg-type]


def test_what_stands_often_and_alone_comes_first() -> None:
    best = mine(PARAGRAPHS, background())[0]
    assert (best.text, best.words, best.count, best.paragraphs) == ("绿色灌溉", ("绿色", "灌溉"), 3, 3)
    assert best.contexts[0] == "村里推广【绿色灌溉】。"


def test_no_candidate_goes_over_a_mark_or_a_function_word() -> None:
    assert not any("，" in text or "了" in text or "说" in text or "在" in text for text in found())


def test_a_link_may_stand_inside_only() -> None:
    texts = found(known=["绿色灌溉"])
    assert "绿色灌溉和秋收" in texts or "灌溉和秋收" in texts
    assert not any(text.startswith("和") or text.endswith("和") for text in texts)


def test_what_is_known_is_no_candidate() -> None:
    assert "绿色灌溉" not in found(known=["绿色灌溉"])


def test_what_lies_inside_a_known_term_is_not_counted() -> None:
    assert found(spans=[(0, 100)]) == {}


def test_every_feature_has_a_weight() -> None:
    tally = _Tally((("绿色", "n"), ("灌溉", "vn")), 1, {0})
    tally.left["x"] += 1
    tally.right["x"] += 1
    assert set(features("绿色灌溉", tally, (0, 0), 10, background())) == set(WEIGHTS)
