"""Names that are made of several words, of which a dictionary has only some: 亳州市 人民 医院, 郑州 东站.

They are found by their last word with a proper name before it and only words between that such names have. Each word
stays a token; that it belongs to a name is what gives it its capital (GB/T 16159-2012, 6.3.3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reader.lexicon.lists import word_list
from reader.lexicon.strings import Strings
from reader.model import NameKind, Token, TokenKind

_ENDS = word_list("ends of the names of organisations")
_LONG_TYPES = word_list("types of places, of two characters and more")
_ACTIVITIES = word_list("activities in the names of organisations")
_NEVER = word_list("no part of the name of an organisation")
_DERIVED = tuple(
    "局 厅 院 馆 所 公司 大学 学院 医院 中学 小学 集团 银行 协会 委员会 中心 乐团 剧团 电视台 出版社 基金会".split()
)
"""What ends a word of three characters and more that ends such a name: 教育局, 总公司."""
_NOUNS = ("n", "b", "j", "vn")
_COUNTRY_PARTS = word_list("parts of the country that names begin with")
_AND = frozenset("和与及")
_COUNTRIES = word_list("countries that do not end in 国")
_GENERAL = frozenset("公司 中心 集团 中学 小学 保险 证券 办公室 俱乐部 幼儿园 联盟 监狱 支队 大队".split())
"""With nothing but a place before them these are no names."""
_LONGEST = 8
"""Words in a name, at most."""
_ANY_END = Strings({*_ENDS, *_LONG_TYPES, *_DERIVED})


def may_end_name(run: str) -> bool:
    """Whether the last word of such a name can stand in a run at all."""
    return _ANY_END.are_in(run)


def parts_of_names(tokens: Sequence[Token], is_proper: Callable[[Token], bool]) -> Iterator[tuple[int, NameKind]]:
    """The words of a run, by index, that are parts of names of several words, with what these name. Words that are
    names by themselves (``is_proper``) stay what they are."""
    index = 0
    while index < len(tokens):
        last = _last(tokens, index, is_proper) if is_proper(tokens[index]) else index
        kind = NameKind.PLACE if tokens[last].text in _LONG_TYPES else NameKind.ORGANISATION
        for inside in range(index + 1, last + 1):
            if not is_proper(tokens[inside]) and tokens[inside].text not in _AND:
                yield inside, kind
        if last > index and tokens[index].text in _COUNTRY_PARTS:
            yield index, kind
        index = last + 1


def _last(tokens: Sequence[Token], first: int, is_proper: Callable[[Token], bool]) -> int:
    """The index of the last word of the name that begins at ``first``; ``first`` if none does."""
    last = first
    for index in range(first + 1, min(len(tokens), first + _LONGEST)):
        token = tokens[index]
        place = token.text in _LONG_TYPES and is_proper(tokens[index - 1])
        if place or _is_end(token.text):
            if index == first + 1 and not place and _is_general(tokens[first], token.text):
                break
            last = index
        elif is_proper(token):
            if tokens[index - 1].text in _AND:
                break
        elif not _is_inside(token) and not (token.text in _AND and last < index - 1):
            break
    return last


def _is_end(word: str) -> bool:
    return word in _ENDS or (len(word) > 2 and word.endswith(_DERIVED))


def _is_inside(token: Token) -> bool:
    """Whether a word can stand inside such a name."""
    if len(token.text) < 2 or token.text in _NEVER or token.kind is not TokenKind.WORD or token.name is NameKind.PERSON:
        return False
    return token.pos is None or token.text in _ACTIVITIES or token.pos.startswith(_NOUNS)


def _is_general(first: Token, end: str) -> bool:
    """Whether a name and an end are no name together: 美国公司, 日本大学, 上海公司; but 深圳大学 and 华为公司 are."""
    name = first.text
    if first.name is not NameKind.PLACE:
        return False
    return name in _COUNTRIES or name.endswith("国") or end in _GENERAL
