"""Personal names in running text, by their form and by what stands beside them.

The segmenter knows no names and leaves them in single characters. What looks like a surname with one or two characters
behind it is joined where the surname is hardly ever a word of its own, or where an office, a form of address or a verb
of saying stands beside it. A wrong name is worse than none, so all else stays apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from reader.hanzi import all_han
from reader.lexicon.surnames import COMMON, COMPOUND, READINGS


class Cut(NamedTuple):
    """A word of the segmenter, or a name that was put together from several."""

    text: str
    pos: str | None
    is_name: bool = False


class Words(Protocol):
    """Anything that knows which words there are."""

    def __contains__(self, word: str, /) -> bool: ...


Frequency = Callable[[str], int]
"""How often a word is counted in jieba's corpus."""
_EVERYDAY = 600
"""From this count on two characters behind a surname are rather a word than a given name (建设, 主要)."""


_SURE = frozenset(
    "王李张刘陈杨赵吴周徐孙朱胡郭林郑谢罗梁宋唐许韩冯邓曹彭曾肖董袁潘蒋蔡杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹"
    "孟熊秦邱尹薛闫雷侯陶黎贺顾毛郝龚邵钱严覃戴莫孔汤葛邢樊颜倪庄聂章鲁岳翟殷詹申欧耿焦俞左柳甘祝阮柯梅凌裴霍涂翁冉骆"
    "靳欧阳管蒲滕屈饶牟阎窦裘庞朴佟亓芮瞿晁阚逯仝郦佘庹"
)
"""Surnames that are no everyday word: with two single characters behind them they are names wherever they stand."""
_RARE = frozenset("仇缪谌臧逄隗郗訾昝冼芈贠恽郇")
"""Surnames that are names even alone, before an office or a form of address."""
_FUNCTION = frozenset(
    "的了着过是在和与也都就还不没有我你他她它们这那哪谁很太更最要会能可把被让给向从对为以于及或而且但因所之其说道问答看来去"
    "上下里外中前后左右一二三四五六七八九十两几个只条位种次年月日时分秒元又再才已将请叫等吗呢吧啊呀哦嘛"
)
"""Characters that are in no given name, or so seldom that a name is not meant."""
_TITLES = frozenset(
    "老师 先生 女士 小姐 教授 主任 书记 经理 局长 校长 院长 部长 市长 省长 县长 乡长 镇长 "
    "村长 区长 厅长 处长 科长 队长 班长 厂长 董事长 总经理 总裁 主席 总理 总统 委员 代表 "
    "记者 编辑 医生 大夫 护士 师傅 同志 同学 院士 博士 研究员 工程师 律师 法官 警官 将军 "
    "司令 教练 导演 演员 作家 诗人 画家 歌手 选手 运动员 队员 会长 秘书长 秘书 社长 站长 "
    "所长 馆长 村民 居民 市民 农民 工人 学生 姑娘 大爷 大妈 大娘 大哥 大姐 阿姨 叔叔 爷爷 "
    "奶奶 老板 志愿者 负责人 党支部书记 村支书 支书 副主任 副书记 副局长 副校长 专家 学者 翻译 "
    "司机 船长 机长 主编 主持人 总工程师 首相 大使 发言人".split()
)
"""Offices and forms of address that stand before or after a name."""
_SAYING = frozenset(
    "说 表示 介绍 告诉 认为 指出 回忆 回忆道 笑道 说道 强调 坦言 感慨 透露 解释 写道 补充 "
    "问 答 笑 回答 喊 道 直言 建议 呼吁 担任 出席 主持 带领 率领 参加".split()
)
_CALLED = frozenset({"叫", "名叫", "姓", "叫做"})
_FAMILIAR = frozenset("老小阿")


def join_people(words: Sequence[tuple[str, str | None]], known: Words, frequency: Frequency) -> Iterator[Cut]:
    """The words of a run of Chinese with the personal names in it whole. ``known`` holds the words of the dictionary,
    of which no name is made; ``frequency`` tells a given name from an everyday word."""
    texts = [text for text, _ in words]
    index = 0
    while index < len(words):
        length = _length(texts, index, known, frequency)
        if length:
            yield Cut("".join(texts[index : index + length]), "nr", True)
            index += length
        else:
            yield Cut(*words[index])
            index += 1


def _length(texts: Sequence[str], index: int, known: Words, frequency: Frequency) -> int:
    """How many words from this one on are a name; 0 if none."""
    word = texts[index]
    if word in _FAMILIAR and index + 1 < len(texts) and texts[index + 1] in _SURE:
        return 0 if word + texts[index + 1] in known else 2
    surname = _surname(texts, index)
    if not surname:
        return 0
    after_surname = index + surname
    for given in (2, 1):
        end = after_surname + given
        parts = texts[after_surname:end]
        if len(parts) == given and _is_given(parts) and _is_name(texts, index, surname, end, known, frequency):
            return surname + given
    following = texts[after_surname] if after_surname < len(texts) else ""
    alone = word in _SURE or word in COMPOUND or word in _RARE
    return surname if alone and following in _TITLES else 0


def _surname(texts: Sequence[str], index: int) -> int:
    """How many words from this one on are a surname."""
    if texts[index] in COMPOUND or texts[index] in COMMON or texts[index] in READINGS:
        return 1
    return 2 if "".join(texts[index : index + 2]) in COMPOUND else 0


def _is_given(parts: Sequence[str]) -> bool:
    """Whether the words can be a given name: one or two characters, none of them a function word."""
    text = "".join(parts)
    return len(text) <= 2 and all_han(text) and _FUNCTION.isdisjoint(text) and text not in _TITLES


def _is_name(texts: Sequence[str], index: int, surname: int, end: int, known: Words, frequency: Frequency) -> bool:
    """Whether surname and given name stand as a name does."""
    name = "".join(texts[index:end])
    given = name[len("".join(texts[index : index + surname])) :]
    if len(name) < 2 or name in known:
        return False
    before = texts[index - 1] if index else ""
    after = texts[end] if end < len(texts) else ""
    beside = before in _TITLES or before in _CALLED or after in _TITLES or after in _SAYING
    compound = "".join(texts[index : index + surname]) in COMPOUND
    sure = compound or texts[index] in _SURE
    if len(given) == 2:
        single = end - index - surname == 2 or frequency(given) < _EVERYDAY
        return (sure and single) or beside
    return beside and (sure or before in _TITLES or before in _CALLED or after in _TITLES)
