"""What holds of the segmenter, the pronouncer and the short glosses for any text at all."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.lexicon import open_dictionary
from reader.lexicon.shorten import LIMIT, shorten
from reader.pronouncer import PypinyinPronouncer
from reader.segmenter import JiebaSegmenter

SEGMENTER = JiebaSegmenter(open_dictionary(None))
PRONOUNCER = PypinyinPronouncer()

COMMON = "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没"
NUMBERS = "〇零一二三四五六七八九十百千万亿两第几多余年月日个家次分之点"
text_characters = st.one_of(st.sampled_from(COMMON), st.sampled_from(NUMBERS), st.characters())
text = st.text(text_characters, max_size=60)


@given(text, st.booleans())
@settings(max_examples=300)
def test_the_words_are_the_text(text: str, after_number: bool) -> None:
    words = SEGMENTER.cut(text, after_number=after_number)
    assert "".join(word for word, _ in words) == text
    assert all(word for word, _ in words)


@given(st.text(text_characters, min_size=1, max_size=12), st.text(text_characters, min_size=1, max_size=12))
@settings(max_examples=200)
def test_a_border_is_joined_where_no_word_ends(left: str, right: str) -> None:
    ends = accumulate(len(word) for word, _ in SEGMENTER.cut(left + right))
    assert SEGMENTER.joined(left, right) is (len(left) not in ends)


@given(text)
@settings(max_examples=200)
def test_a_reading_has_one_slot_per_character(text: str) -> None:
    assert len(PRONOUNCER.read(text)) == len(text)


@given(st.text(max_size=120))
@settings(max_examples=300)
def test_a_short_gloss_fits(definition: str) -> None:
    assert len(shorten(definition).text) <= LIMIT
