"""How much an expression is like a term."""

from __future__ import annotations

from reader.glossary.termhood import MARK, WEIGHTS, Profile, Tagged, Tally, features, weight

TERMS: tuple[tuple[Tagged, ...], ...] = (
    (("绿色", "n"), ("灌溉", "vn"), ("体系", "n")),
    (("养护", "vn"), ("体系", "n")),
    (("林长", "n"), ("制", "n")),
)
TEXTS = {"体系": 1, "老人": 1, "水渠": 5, "修": 5, "制": 1}
PROFILE = Profile(TERMS, TEXTS, lambda _: 1e-4)


def tally(*words: Tagged, left: str = MARK, right: str = MARK, quoted: int = 0) -> Tally:
    found = Tally("".join(word for word, _ in words), words, [(0, 0, 4)], quoted=quoted)
    found.left[left, None] += 1
    found.right[right, None] += 1
    return found


def test_words_of_known_terms_are_familiar_in_their_places() -> None:
    assert PROFILE.first("绿色") > PROFILE.first("体系")
    assert PROFILE.pair("养护", "体系") > PROFILE.pair("水渠", "体系")
    assert PROFILE.member("体系") > PROFILE.member("老人") > PROFILE.member("水渠")
    assert PROFILE.opening("绿") > PROFILE.opening("系")
    assert PROFILE.closing("系") > PROFILE.closing("绿")
    assert PROFILE.mould("水渠体系") > PROFILE.mould("水渠的体系") == 0


def test_a_word_that_texts_are_full_of_is_less_telling() -> None:
    profile = Profile(TERMS, {**TEXTS, "体系": 50}, lambda _: 1e-4)
    assert profile.member("体系") < PROFILE.member("体系")


def test_what_looks_like_a_term_weighs_more() -> None:
    like = weight("水渠体系", tally(("水渠", "n"), ("体系", "n")), PROFILE)
    assert like > weight("水渠老人", tally(("水渠", "n"), ("老人", "n")), PROFILE)
    assert like > weight("水渠体系", tally(("水渠", "n"), ("体系", "n"), right="老人"), PROFILE)
    assert like < weight("水渠体系", tally(("水渠", "n"), ("体系", "n"), quoted=1), PROFILE)


def test_a_verb_that_governs_terms_stands_before_one_and_is_none_of_it() -> None:
    alone = weight("灌溉体系", tally(("灌溉", "vn"), ("体系", "n"), left="推进"), PROFILE)
    assert alone > weight("灌溉体系", tally(("灌溉", "vn"), ("体系", "n"), left="看见"), PROFILE)
    assert alone > weight("推进灌溉体系", tally(("推进", "v"), ("灌溉", "vn"), ("体系", "n")), PROFILE)


def test_nothing_known_is_no_error() -> None:
    empty = Profile((), {}, lambda _: 0.0)
    assert isinstance(weight("水渠体系", tally(("水渠", "n"), ("体系", None)), empty), float)


def test_every_feature_has_a_weight() -> None:
    assert set(features("水渠体系", tally(("水渠", "n"), ("体系", "n")), PROFILE)) == set(WEIGHTS)
