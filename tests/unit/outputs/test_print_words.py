from __future__ import annotations

from reader.edition import Word
from reader.model import NameKind, TokenKind
from reader.outputs.print_words import breakable, words_markup


def word(
    text: str,
    kind: TokenKind = TokenKind.WORD,
    *,
    ruby: str | None = None,
    spoken: str | None = None,
    name: NameKind | None = None,
    before: TokenKind | None = None,
) -> Word:
    return Word(text, kind, ruby, ruby, spoken, None, None, name, before)


def markup(*words: Word, in_term: bool = False) -> str:
    return str(words_markup(words, lambda found: f"[{found.text}]", in_term=in_term))


def test_a_word_with_pinyin_is_its_character() -> None:
    assert markup(word("区域", ruby="qūyù")) == "[区域]"


def test_there_is_a_space_in_each_gap() -> None:
    both = word("区域", ruby="qūyù", before=TokenKind.WORD), word("协调", ruby="xiétiáo", before=TokenKind.WORD)
    assert markup(*both) == " [区域] [协调]"
    assert markup(*both, in_term=True) == "[区域] [协调]"


def test_a_name_is_marked_but_not_twice() -> None:
    place = word("北京", ruby="Běijīng", name=NameKind.PLACE)
    assert markup(place) == '<span class="name">[北京]</span>'
    assert markup(place, in_term=True) == "[北京]"
    assert markup(word("北京", name=NameKind.PLACE)) == '<span class="name">北京</span>'


def test_a_number_stands_in_its_pieces() -> None:
    found = markup(word("2022年10月", TokenKind.NUMBER, spoken="èr líng"))
    assert found == '<span class="spoken">2022年</span>\u200b<span class="spoken">10月</span>'


def test_all_text_is_escaped() -> None:
    assert markup(word("<&>", TokenKind.PUNCT)) == "&lt;&amp;&gt;"
    assert markup(word(" ", TokenKind.SPACE)) == '<span class="space"> </span>'
    assert markup(word("<", TokenKind.LATIN, spoken="x")) == '<span class="spoken">&lt;</span>'


def test_a_line_may_break_outside_curly_quotes() -> None:
    assert breakable("说“好”的") == "说\u200b“好”\u200b的"
