"""What Duben is measured against: jieba and pypinyin as their manuals show them, word by word."""

from __future__ import annotations

import logging
import warnings

from tests.accuracy.score import Said


def plain(text: str) -> tuple[Said, ...]:
    """The text cut by ``jieba.lcut``, each word read by pypinyin with tone marks."""
    with warnings.catch_warnings():
        # jieba asks for the deprecated pkg_resources where setuptools still has it
        warnings.simplefilter("ignore")
        import jieba
    from pypinyin import Style, lazy_pinyin

    jieba.setLogLevel(logging.WARNING)
    found = []
    for word in jieba.lcut(text):
        # what it cannot read it gives to `errors`; a list, which its types forget, stays one item a character
        syllables = lazy_pinyin(word, style=Style.TONE, errors=list)  # type: ignore[arg-type]
        found.append(Said(word, tuple(syllables), "".join(syllables)))
    return tuple(found)
