"""The words of the text as markup for print. A book has thousands of them, and a macro takes five times as long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Final

from markupsafe import Markup

from reader.edition import Word
from reader.hanzi import OPENERS
from reader.model import TokenKind
from reader.outputs.print_pieces import number_pieces
from reader.outputs.punctuation import BREAK

_CURLY_OPENERS: Final = OPENERS & set("“‘")
_CURLY_CLOSERS: Final = frozenset("”’")


def words_markup(words: Sequence[Word], ruby: Callable[[Word], str], *, in_term: bool) -> Markup:
    """The words with a space in each gap between them; before the first too, unless they are ``in_term``: there it is
    outside. ``ruby`` gives the character that stands for a word with pinyin. Names are marked, but not within a term
    where they have pinyin; numbers, which do not break, and spaces of the text are marked as well."""
    out: list[str] = []
    for place, word in enumerate(words):
        if word.gap and (place or not in_term):
            out.append(" ")
        if word.ruby:
            text = ruby(word)
            out.append(f'<span class="name">{text}</span>' if word.name and not in_term else text)
        elif word.spoken:
            out.append(BREAK.join(f'<span class="spoken">{escape(piece)}</span>' for piece in number_pieces(word.text)))
        elif word.name:
            out.append(f'<span class="name">{escape(word.text)}</span>')
        elif word.kind is TokenKind.SPACE:
            out.append(f'<span class="space">{escape(word.text)}</span>')
        else:
            out.append(escape(breakable(word.text)))
    return Markup("".join(out))


def breakable(text: str) -> str:
    """The text with leave to break a line before an opening and after a closing curly quote.

    Unicode line breaking (UAX 14, class QU) forbids both, since it cannot know that the quotes are Chinese, and makes
    one unbreakable run of all that stands between two pauses.
    """
    return "".join(
        f"{BREAK}{ch}" if ch in _CURLY_OPENERS else f"{ch}{BREAK}" if ch in _CURLY_CLOSERS else ch for ch in text
    )
