from __future__ import annotations

import io

import pytest
import uharfbuzz as hb
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from reader.edition import Word
from reader.model import TokenKind
from reader.outputs import fonts
from reader.outputs.ruby_font import BORDER, CLEAR, RISE, SIZE, SPACE, SPACE_GLYPH, RubyFont, ruby_font
from tests.samples import edition

SAMPLE = ruby_font(edition(), "，。“”8.5%", 20)
FONT = TTFont(io.BytesIO(SAMPLE.data))
NAMES = FONT.getBestCmap()
WORDS = [w for a in edition().articles for p in a.parts for b in p.blocks for r in b.runs for w in r.words if w.ruby]


def advance(ch: str) -> int:
    return int(FONT["hmtx"][NAMES[ord(ch)]][0])


def bounds(ch: str) -> tuple[float, float, float, float]:
    pen = BoundsPen(FONT.getGlyphSet())
    FONT.getGlyphSet()[NAMES[ord(ch)]].draw(pen)
    assert pen.bounds is not None
    left, bottom, right, top = pen.bounds
    return left, bottom, right, top


def word(text: str, ruby: str, before: TokenKind | None = None, after: TokenKind | None = None) -> Word:
    return Word(text, TokenKind.WORD, ruby, ruby, None, None, None, None, before, after)


def test_each_word_with_its_reading_is_one_private_character() -> None:
    characters = {SAMPLE.set(w) for w in WORDS}
    assert all(0xF0000 <= ord(ch) <= 0xFFFFD for ch in characters)
    assert {SAMPLE.words[SAMPLE.set(w)] for w in WORDS} == {w.text for w in WORDS}
    assert SAMPLE.set(WORDS[0]) == SAMPLE.set(WORDS[0])


def test_a_word_is_as_wide_as_its_characters_or_its_pinyin() -> None:
    for w in WORDS:
        pinyin = fonts.widths("sans")(w.ruby or "") * SIZE * 1000
        hangs = (w.before is TokenKind.PUNCT) + (w.after is TokenKind.PUNCT)
        base = 1000 * len(w.text)
        assert advance(SAMPLE.set(w)) >= base
        if hangs == 0:
            assert advance(SAMPLE.set(w)) >= pinyin - len(w.ruby or "")
        if pinyin + 100 < base:
            assert advance(SAMPLE.set(w)) == base


def test_nothing_of_a_word_is_above_the_border_and_nothing_of_a_pinyin_below() -> None:
    tall = ruby_font(edition(), "鬱龘国“《", 20)
    font = TTFont(io.BytesIO(tall.data))
    for ch in "鬱龘国“《":
        pen = BoundsPen(font.getGlyphSet())
        font.getGlyphSet()[font.getBestCmap()[ord(ch)]].draw(pen)
        assert pen.bounds is not None
        assert pen.bounds[3] <= BORDER - CLEAR
    deepest = min(glyph_bottom(ch) for ch in "gjpqyQ")
    assert RISE + deepest * SIZE >= BORDER + CLEAR


def glyph_bottom(ch: str) -> float:
    font = TTFont(io.BytesIO(fonts.subset("sans", ch)))
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[font.getBestCmap()[ord(ch)]].draw(pen)
    return float(pen.bounds[1]) if pen.bounds else 0.0


def test_pinyin_is_centred_over_its_word() -> None:
    for w in WORDS:
        if TokenKind.PUNCT in (w.before, w.after):
            continue
        left, _, right, top = bounds(SAMPLE.set(w))
        middle = advance(SAMPLE.set(w)) / 2
        assert abs((left + right) / 2 - middle) < 60, w.text
        assert top > RISE


def test_pinyin_may_hang_over_punctuation() -> None:
    sample = edition()
    free, tied = word("装", "zhuāng"), word("装", "zhuāng", TokenKind.PUNCT, TokenKind.PUNCT)
    run = next(r for a in sample.articles for p in a.parts for b in p.blocks for r in b.runs)
    object.__setattr__(run, "words", (free, tied))
    made = ruby_font(sample, "", 20)
    font = TTFont(io.BytesIO(made.data))
    widths = [font["hmtx"][font.getBestCmap()[ord(made.set(w))]][0] for w in (free, tied)]
    assert widths[1] == 1000
    assert widths[0] > 1000


def test_the_space_is_the_first_glyph() -> None:
    assert advance(" ") == SPACE
    assert FONT.getGlyphID(NAMES[0x20]) == int(SPACE_GLYPH, 16)


def test_what_stands_between_words_is_in_the_font_too() -> None:
    assert {ord(ch) for ch in "，。“”8.5%"} <= set(NAMES)
    assert advance("，") == 1000


def test_a_character_that_no_font_has_is_substituted() -> None:
    font = TTFont(io.BytesIO(ruby_font(edition(), "𰻝〓", 20).data))
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    pens = [BoundsPen(glyphs), BoundsPen(glyphs)]
    for ch, pen in zip("𰻝〓", pens, strict=True):
        glyphs[names[ord(ch)]].draw(pen)
    assert pens[0].bounds == pens[1].bounds != None  # noqa: E711


def _set(*words: Word, others: str = "", measure: float = 20) -> tuple[RubyFont, TTFont]:
    sample = edition()
    run = next(r for a in sample.articles for p in a.parts for b in p.blocks for r in b.runs)
    object.__setattr__(run, "words", words)
    made = ruby_font(sample, others, measure)
    return made, TTFont(io.BytesIO(made.data))


def test_a_word_wider_than_the_line_is_several_glyphs() -> None:
    long = word("双双双双", "shuāngshuāngshuāngshuāng")
    made, font = _set(long, measure=4)
    pieces = made.set(long).split("\u200b")
    assert [made.words[ch] for ch in pieces] == ["双双", "双双"]
    assert all(font["hmtx"][font.getBestCmap()[ord(ch)]][0] <= 4000 for ch in pieces)


def test_no_glyph_stands_for_more_than_eight_characters() -> None:
    long = word("一心一意一心一意一心一意", "yīxīn-yīyì-yīxīn-yīyì-yīxīn-yīyì")
    made, _ = _set(long, measure=100)
    assert [made.words[ch] for ch in made.set(long).split("\u200b")] == ["一心一意一心一意", "一心一意"]


def _shaped(font: bytes, text: str) -> list[int]:
    """The advances of a text as HarfBuzz sets it."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(font)), buffer)
    return [position.x_advance for position in buffer.glyph_positions]


@pytest.mark.parametrize(
    ("text", "advances"),
    {
        "”“": [500, 1000], "”\u200b\u200b“": [500, 0, 0, 1000], "：“": [500, 1000], "。”": [500, 1000],
        "！”": [500, 1000], "（“": [500, 1000], "）、": [500, 1000], "“国": [1000, 1000], "国”": [1000, 1000],
        "，国": [1000, 1000], "”国“": [1000, 1000, 1000], "》（": [500, 1000],
    }.items(),
)  # fmt: skip
def test_neighbouring_marks_share_their_blank(text: str, advances: list[int]) -> None:
    made, _ = _set(word("装", "zhuāng"), others="“”：。！（）、，》国")
    assert _shaped(made.data, text) == advances


def test_a_dash_is_one_line() -> None:
    made, font = _set(word("装", "zhuāng"), others="—")
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[font.getBestCmap()[ord("—")]].draw(pen)
    assert pen.bounds is not None
    assert (round(pen.bounds[0]), round(pen.bounds[2])) == (0, 1000)
    assert _shaped(made.data, "——") == [1000, 1000]


def test_the_same_edition_gives_the_same_font() -> None:
    assert ruby_font(edition(), "，。“”8.5%", 20).data == SAMPLE.data


def test_another_name_and_no_date() -> None:
    assert FONT["name"].getDebugName(1) == "Duben Ruby"
    assert FONT["head"].created == FONT["head"].modified == 2082844800
