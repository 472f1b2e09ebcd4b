"""Places whole, and spelled with their type apart."""

from __future__ import annotations

import pytest

from reader.model import NameKind, Token
from reader.passes import Resources
from tests.conftest import annotated


def _tokens(text: str, resources: Resources) -> list[Token]:
    document = annotated(text, resources)
    return [t for a in document.articles for b in a.blocks for s in b.sentences for t in s.tokens]


def _spelled(tokens: list[Token]) -> dict[str, str | None]:
    return {t.text: t.reading.spelling if t.reading else None for t in tokens}


def _places(text: str, resources: Resources) -> dict[str, str | None]:
    return _spelled([t for t in _tokens(text, resources) if t.name is NameKind.PLACE])


@pytest.mark.parametrize(
    ("text", "name", "spelling"),
    [
        ("柳家台村通了公路。", "柳家台村", "Liǔjiātái Cūn"),
        ("李庄镇有条老街。", "李庄镇", "Lǐzhuāng Zhèn"),
        ("舟山港停满了货轮。", "舟山港", "Zhōushān Gǎng"),
        ("长江流域普降大雨。", "长江流域", "Cháng Jiāng Liúyù"),
        ("塔里木盆地很干。", "塔里木盆地", "Tǎlǐmù Péndì"),
        ("景德镇出瓷器。", "景德镇", "Jǐngdézhèn"),
        ("鞍山产钢。", "鞍山", "Ānshān"),
        ("巴颜喀拉山下雪了。", "巴颜喀拉山", "Bāyánkālā Shān"),
        ("浙赣线停运了。", "浙赣线", "Zhè-Gàn Xiàn"),
        ("沪昆高铁通车了。", "沪昆", "Hù-Kūn"),
        ("中美关系很重要。", "中美", "Zhōng-Měi"),
        ("中法两国签了协定。", "中法", "Zhōng-Fǎ"),
        ("中日韩三国开了会。", "中日韩", "Zhōng-Rì-Hán"),
        ("双方谈到美俄双边关系。", "美俄", "Měi-É"),
        ("川渝两地通了高铁。", "川渝", "Chuān-Yú"),
        ("沪苏浙皖三省一市联手。", "沪苏浙皖", "Hù-Sū-Zhè-Wǎn"),
        ("西湖区开了新店。", "西湖区", "Xīhú Qū"),
        ("京沪高铁开通了。", "京沪高铁", "Jīng-Hù Gāotiě"),
        ("黄淮地区下了雪。", "黄淮地区", "Huánghuái Dìqū"),
        ("双泾村修好了水渠。", "双泾村", "Shuāngjīng Cūn"),
        ("辽宁省下了雪。", "辽宁省", "Liáoníng Shěng"),
        ("山东寿光市稻田镇种黄瓜。", "稻田镇", "Dàotián Zhèn"),
        ("武昌区粮道街有个修鞋摊。", "粮道街", "Liángdào Jiē"),
        ("武侯区簇桥街道关了店。", "簇桥", "Cùqiáo"),
    ],
)
def test_a_place_is_whole_and_its_type_apart(text: str, name: str, spelling: str, resources: Resources) -> None:
    assert _spelled(_tokens(text, resources)).get(name) == spelling


def test_an_unknown_town_is_found_behind_the_place_it_lies_in(resources: Resources) -> None:
    assert _places("毕节市七星关区通了路。", resources)["七星关区"] == "Qīxīngguān Qū"
    assert _places("六安市叶集区建起了园区。", resources) == {"六安市": "Lù'ān Shì", "叶集区": "Yèjí Qū"}


@pytest.mark.parametrize(
    "text",
    [
        "我们村有三百户人家。",
        "各乡镇都要报数据。",
        "到了镇上，天黑了。",
        "全县人都来了。",
        "军民共建出成效。",
        "大江大河都解冻了。",
        "本市主要街道都通了。",
        "全区的小街道很干净。",
    ],
)
def test_a_type_alone_makes_no_place(text: str, resources: Resources) -> None:
    assert _places(text, resources) == {}
