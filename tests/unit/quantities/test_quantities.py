"""Amounts on both sides: what agrees, and what does not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reader.quantities import Kind, chinese_quantities, english_quantities, unmatched

SAME = [
    ("图书馆有3.2万册书", "The library holds 32,000 books"),
    ("投资12.5亿元", "an investment of 1.25 billion yuan"),
    ("1亿2000万人", "120 million people"),
    ("3万5000吨", "35,000 tonnes"),
    ("两万亿元", "2 trillion yuan"),
    ("一千二百名学生", "twelve hundred students"),
    ("二百零五页", "two hundred and five pages"),
    ("3至5亿元", "three to five hundred million yuan"),
    ("2至3亿元", "200-300 million yuan"),
    ("增长5%到10%", "up 5 to 10 percent"),
    ("百分之二十到三十", "20 to 30 per cent"),
    ("提高了3.5个百分点", "rose by 3.5 percentage points"),
    ("千分之二", "0.2%"),
    ("七八成的人", "70 to 80 percent of people"),
    ("约三成五", "about 35%"),
    ("三分之二的农户", "two thirds of the households"),
    ("四分之一", "a quarter"),
    ("一半以上", "more than half"),
    ("是去年的两倍", "twice as many as last year"),
    ("增长了两倍", "tripled"),
    ("2021年3月8日", "8 March 2021"),
    ("10月1日", "Oct. 1"),
    ("2021-03-08", "March 8, 2021"),
    ("二〇二一年", "in 2021"),
    ("20世纪90年代", "the 1990s"),
    ("八十年代", "the eighties"),
    ("80后", "those born in the 1980s"),
    ("98年毕业", "graduated in 1998"),
    ("2018—2020年", "2018-20"),
    ("下午3点半", "at 3:30 p.m."),
    ("14:30出发", "leaves at half past two"),
    ("晚上八点", "at eight o'clock"),
    ("上午九点一刻", "a quarter past nine"),
    ("三点建议", "three suggestions"),
    ("两年半", "two and a half years"),
    ("二十年", "two decades"),
    ("五十年", "half a century"),
    ("十四天", "a fortnight"),
    ("两个星期", "two weeks"),
    ("十二个鸡蛋", "a dozen eggs"),
    ("两本书", "a couple of books"),
    ("三只猫", "three cats"),
    ("第七章", "Chapter VII"),
    ("第二天", "the next day"),
    ("第三次", "the third time"),
    ("图②", "Picture 2"),
    ("3:1", "3 to 1"),
    ("比分为2：0", "a score of 2 to 0"),
    ("150亩地", "10 hectares of land"),
    ("20斤米", "10 kilograms of rice"),
    ("30里路", "15 kilometers"),
    ("300多人", "more than 300 people"),
    ("数万人", "tens of thousands of people"),
    ("几百只", "several hundred"),
    ("几十年", "decades"),
    ("5G网络和C919", "a 5G network and the C919"),
    ("PM2.5浓度", "PM2.5 levels"),
    ("零下12℃", "12 degrees below zero"),
    ("一个人", "a person"),
    ("三点五倍", "3.5 times"),
    ("2.5公里", "2.5km"),
    ("五月", "in May"),
    ("他可能来", "he may come"),
    ("第一", "first"),
    ("6月到8月", "from June to August"),
    ("2个世纪", "200 years"),
    ("一万元", "ten thousand yuan"),
    ("1.2万亿美元", "US$1.2tn"),
    ("5000元", "RMB5,000"),
    ("十几个", "a dozen or so"),
    ("三五个人", "three or five people"),
]
DIFFERENT = [
    ("图书馆有3.2万册书", "The library holds 320,000 books"),
    ("投资12.5亿元", "an investment of 12.5 billion yuan"),
    ("5亿人", "5 million people"),
    ("增长5%", "up 6 percent"),
    ("增长5%", "up 5 yuan"),
    ("三成", "40 percent"),
    ("三分之二", "three quarters"),
    ("2021年", "in 2012"),
    ("10月", "in November"),
    ("8日", "on the 18th"),
    ("下午3点半", "at 4:30 p.m."),
    ("三只猫", "five cats"),
    ("两本书", "four books"),
    ("第七章", "Chapter 8"),
    ("第三次", "the fourth time"),
    ("数万人", "hundreds of thousands of people"),
    ("150亩地", "150 hectares of ponds or 20 of land"),
    ("二十年", "three decades"),
    ("十二个", "thirteen"),
    ("90年代", "the 1980s"),
    ("一群人", "a group of 40"),
    ("38.95亿元", "3.859 billion yuan"),
]


@pytest.mark.parametrize(("chinese", "english"), SAME)
def test_the_same_amounts_agree(chinese: str, english: str) -> None:
    assert unmatched(chinese_quantities(chinese), english_quantities(english)) == ((), ())


@pytest.mark.parametrize(("chinese", "english"), DIFFERENT)
def test_other_amounts_do_not(chinese: str, english: str) -> None:
    assert unmatched(chinese_quantities(chinese), english_quantities(english)) != ((), ())


def test_a_number_in_a_longer_word_needs_no_counterpart() -> None:
    text = "三峡和五个人"
    cut = frozenset({0, 2, 3, 4, 5, 6})
    assert not any(amount.firm for amount in chinese_quantities("四面八方", {0, 4}))
    assert [amount.text for amount in chinese_quantities(text, cut) if amount.firm] == ["五"]
    assert [amount.text for amount in chinese_quantities(text)] == ["三", "五"]


def test_amounts_know_their_kind_and_place() -> None:
    text = "在2021年5月增长8.5%"
    found = chinese_quantities(text)
    assert [(text[a.start : a.end], a.values[0], a.is_date) for a in found] == [
        ("2021", (Kind.NUMBER, Decimal(2021)), True),
        ("5", (Kind.MONTH, Decimal(5)), True),
        ("8.5%", (Kind.PERCENT, Decimal("8.5")), False),
    ]


def test_an_address_holds_no_amount_wherever_it_begins() -> None:
    for text in ("See www.example.org/2024/05 now.", "siehehttps://example.org/2024/05", "éwww.example.org/7"):
        assert english_quantities(text) == (), text
    assert [one.text for one in english_quantities("éwww.example.org/7 and 5 km")] == ["5"]


def test_full_width_figures_are_figures() -> None:
    assert chinese_quantities("１２３人")[0].values == ((Kind.NUMBER, Decimal(123)),)


@pytest.mark.parametrize("text", ["", "一" * 3000, "9" * 3000, "百分之" * 500, "三成" * 500, "1," * 999, "万" * 3000])
def test_odd_input_is_read_in_no_time(text: str) -> None:
    assert isinstance(chinese_quantities(text), tuple)
    assert isinstance(english_quantities(text), tuple)
