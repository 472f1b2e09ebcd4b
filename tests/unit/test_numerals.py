"""What is kept whole, and how numbers are read aloud. All sentences were written for these tests."""

from __future__ import annotations

import pytest

from reader.numerals import Numeral, cardinal, digits, han_value, is_han_numeral, scan, spoken

# ------------------------------------------------------------------------------------------------ finding


def found(text: str) -> str:
    """The tokens found, spaces between, a Latin one with a star."""
    return " ".join(text[n.start : n.end].replace(" ", "_") + ("*" if n.kind == "latin" else "") for n in scan(text))


SCANNED = [
    # integers, separators, decimals, signs
    ("共有35人", "35"),
    ("共有12,345人", "12,345"),
    ("收入1,234,567.89元", "1,234,567.89"),
    ("编号12,34错误", "12 34"),
    ("产量１２，５００吨", "１２，５００"),
    ("排名第3，100多家企业参加", "第3 100"),
    ("长3.14米", "3.14"),
    ("圆周率约3.14159。", "3.14159"),
    ("增长+5.2%", "+5.2%"),
    ("同比-3.1%", "-3.1%"),
    ("得分为-5", "5"),
    ("（-5）", "-5"),
    ("专栏-3", "3"),
    # per cent and per mille
    ("占89.5%", "89.5%"),
    ("占89.5％", "89.5％"),
    ("盐度35‰", "35‰"),
    # 万, 亿
    ("1.17亿辆", "1.17亿"),
    ("5万户", "5万"),
    ("242.15亿元", "242.15亿"),
    ("126万亿元", "126万亿"),
    ("3千万元", "3千万"),
    ("1亿2000万人", "1亿2000万"),
    ("3万5000元", "3万5000"),
    ("5万2023年", "5万 2023年"),
    ("4000余家", "4000"),
    ("3000多万", "3000"),
    ("100千米", "100"),
    ("5百分点", "5"),
    ("3千人", "3千"),
    # ranges
    ("3—5年", "3—5"),
    ("10%～20%", "10%～20%"),
    ("10～20%", "10～20%"),
    ("2018-2024", "2018-2024"),
    ("5万-8万元", "5万-8万"),
    ("1.5~2.5倍", "1.5~2.5"),
    ("5——8", "5 8"),
    ("15–20人", "15–20"),
    # dates
    ("2022年10月24日下午", "2022年10月24日"),
    ("2023年12月", "2023年12月"),
    ("2023年春天", "2023年"),
    ("2023年底", "2023"),
    ("2023年度报告", "2023"),
    ("1990年代", "1990"),
    ("2年间", "2"),
    ("98年", "98"),
    ("3000年前", "3000"),
    ("2000多年", "2000"),
    ("1000年的历史", "1000"),
    ("10月24日", "10月24日"),
    ("12月", "12月"),
    ("12月份", "12"),
    ("10月底", "10"),
    ("2个月", "2"),
    ("24日", "24日"),
    ("30日元", "30"),
    ("35日", "35"),
    ("13月", "13"),
    ("5月1号", "5月1号"),
    ("5号楼", "5"),
    ("2024-05-01", "2024-05-01"),
    ("2024/5/1", "2024/5/1"),
    ("2024.5.1", "2024.5.1"),
    ("2024-05", "2024-05"),
    ("1—9月", "1—9月"),
    ("2024年1-5月", "2024年1-5月"),
    ("24-26日", "24-26日"),
    ("2021—2025年", "2021—2025年"),
    ("20世纪80年代", "20 80"),
    # times
    ("8:30开门", "8:30"),
    ("8：30开门", "8：30"),
    ("8时30分", "8时30分"),
    ("8点30分", "8点30分"),
    ("10时20分15秒", "10时20分15秒"),
    ("9:00—17:00", "9:00—17:00"),
    ("24小时", "24"),
    ("8点", "8"),
    # fractions, ratios, formulas
    ("约1/3", "1/3"),
    ("比分3:2", "3:2"),
    ("比为3：2", "3：2"),
    ("图3：2种方案", "3 2"),
    ("1+1+1>3", "1+1+1>3"),
    ("１＋１＞２", "１＋１＞２"),
    ("3×4=12", "3×4=12"),
    ("5-2=3", "5-2=3"),
    ("“1+N”模式", "1+N"),
    ("7×24小时", "7×24"),
    ("1920x1080", "1920x1080"),
    ("≥90%", "≥90%"),
    ("10³次", "10³"),
    ("5⁻", "5"),
    # telephone numbers and the like
    ("13812345678", "13812345678"),
    ("138-1234-5678", "138-1234-5678"),
    ("010-12345678", "010-12345678"),
    ("+86 13812345678", "+86_13812345678"),
    ("400-820-8820", "400-820-8820"),
    ("4-4-2阵型", "4-4-2"),
    ("192.168.0.1", "192.168.0.1"),
    ("“9·18”", "9·18"),
    # units and money
    ("-5℃～3℃", "-5℃～3℃"),
    ("气温降到-12℃", "-12℃"),
    ("100km/h", "100km/h"),
    ("60m²", "60m²"),
    ("5kg大米", "5kg"),
    ("$100", "$100"),
    ("￥5万", "￥5万"),
    ("US$20", "US$20"),
    # marks
    ("①产业②生态", "① ②"),
    ("第Ⅱ期", "Ⅱ"),
    ("½杯", "½"),
    # Latin
    ("5G网络", "5G*"),
    ("5g网络", "5g*"),
    ("ＡＩ与ＡＰＰ", "ＡＩ* ＡＰＰ*"),
    ("GDP总量", "GDP*"),
    ("COVID-19和H7N9", "COVID-19* H7N9*"),
    ("4K、8K", "4K* 8K*"),
    ("用Wi-Fi上网", "Wi-Fi*"),
    ("New York Times报道", "New* York* Times*"),
    ("R&D投入", "R&D*"),
    ("TCP/IP协议", "TCP/IP*"),
    ("Web2.0时代", "Web2.0*"),
    ("PM2.5浓度", "PM2.5*"),
    ("C++语言", "C++*"),
    ("it's fine.", "it's* fine*"),
    ("café在哪里", "café*"),
    ("α粒子", "α*"),
    ("写信到li.ming@example.com。", "li.ming@example.com*"),
    ("见https://example.com/a?b=1，谢谢", "https://example.com/a?b=1*"),
    ("见www.example.com。", "www.example.com*"),
    ("(http://example.com/x).", "http://example.com/x*"),
    ("T恤", "T*"),
    # what is left alone
    ("第7期", "第7"),
    ("二十四人，三分之一", ""),
    ("没有数字。", ""),
    ("", ""),
    ("<script>", "script*"),
]


@pytest.mark.parametrize(("text", "expected"), SCANNED)
def test_scan(text: str, expected: str) -> None:
    assert found(text) == expected


def test_a_numeral_is_a_plain_record() -> None:
    assert list(scan("约5万人用5G")) == [Numeral(1, 3, "number"), Numeral(5, 7, "latin")]


@pytest.mark.parametrize(
    "text",
    [
        "9" * 50_000, "1," * 50_000, "111," * 30_000, "a" * 50_000, "a-" * 30_000, "a--" * 20_000, "1+" * 30_000, "1-" * 30_000,
        "1.1" * 30_000, "http://" + ")" * 50_000, "A@" * 20_000, "1万" * 30_000, "1年" * 30_000, "1:1" * 30_000, "x1x" * 30_000, "-" * 50_000,
    ],
)  # fmt: skip
def test_hostile_input_gives_disjoint_tokens_in_order(text: str) -> None:
    ends = [0]
    for numeral in scan(text):
        assert ends[-1] <= numeral.start < numeral.end <= len(text)
        ends.append(numeral.end)


# ------------------------------------------------------------------------------------------------ by value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "líng"), (2, "èr"), (10, "shí"), (12, "shí'èr"), (20, "èrshí"), (82, "bāshí'èr"), (99, "jiǔshíjiǔ"), (100, "yībǎi"),
        (101, "yībǎi líng yī"), (110, "yībǎi yīshí"), (115, "yībǎi yīshíwǔ"), (200, "èrbǎi"), (356, "sānbǎi wǔshíliù"),
        (1000, "yīqiān"), (1001, "yīqiān líng yī"), (1010, "yīqiān líng yīshí"), (1100, "yīqiān yībǎi"), (2000, "liǎngqiān"),
        (2022, "liǎngqiān líng èrshí'èr"), (2200, "liǎngqiān èrbǎi"), (10_000, "yīwàn"), (10_010, "yīwàn líng yīshí"),
        (20_002, "liǎngwàn líng èr"), (22_222, "liǎngwàn èrqiān èrbǎi èrshí'èr"), (100_000, "shíwàn"), (100_005, "shíwàn líng wǔ"),
        (105_000, "shíwàn wǔqiān"), (110_000, "shíyī wàn"), (1_002_300, "yībǎi wàn èrqiān sānbǎi"), (100_000_000, "yīyì"),
        (200_020_000, "liǎngyì líng èrwàn"), (100_005_000, "yīyì líng wǔqiān"), (1_000_072_356, "shíyì líng qīwàn èrqiān sānbǎi wǔshíliù"),
        (6_372_684_095, "liùshísān yì qīqiān èrbǎi liùshíbā wàn sìqiān líng jiǔshíwǔ"), (10**12, "yīwàn yì"), (100_100_000, "yīyì líng shíwàn"),
    ],
)  # fmt: skip
def test_cardinal(value: int, expected: str) -> None:
    assert cardinal(value) == expected


def test_cardinal_as_an_ordinal_and_out_of_range() -> None:
    assert cardinal(2000, two=False) == "èrqiān"
    assert cardinal(20_000, two=False) == "èrwàn"
    for value in (-1, 10**16):
        with pytest.raises(ValueError, match="no reading by value"):
            cardinal(value)


def test_digits() -> None:
    assert digits("2010") == "èr líng yī líng"
    assert digits("110", phone=True) == "yāo yāo líng"


# ------------------------------------------------------------------------------------------------ read aloud

# before [token] after -> what is said
SPOKEN = [
    # years and dates
    ("[2022年10月24日]", "èr líng èr èr nián shí yuè èrshísì rì"),
    ("[2023年12月]", "èr líng èr sān nián shí'èr yuè"),
    ("[1998年]", "yī jiǔ jiǔ bā nián"),
    ("[2000年]春", "èr líng líng líng nián"),
    ("到[2023]年底", "èr líng èr sān"),
    ("[2024]年度", "èr líng èr sì"),
    ("[1990]年代", "yī jiǔ jiǔ líng"),
    ("[80]年代", "bāshí"),
    ("[2020]届毕业生", "èr líng èr líng"),
    ("[2020]、2021年", "èr líng èr líng"),
    ("国发〔[2022]〕14号", "èr líng èr èr"),
    ("公元前[221]年", "èr èr yī"),
    ("[3000]年前", "sānqiān"),
    ("[2000]多年", "liǎngqiān"),
    ("[10月24日]", "shí yuè èrshísì rì"),
    ("[2月2日]", "èr yuè èr rì"),
    ("[5月1号]", "wǔ yuè yī hào"),
    ("[12月]", "shí'èr yuè"),
    ("[12]月份", "shí'èr"),
    ("[2]月底", "èr"),
    ("[24日]", "èrshísì rì"),
    ("[20日]", "èrshí rì"),
    ("[2024-05-01]", "èr líng èr sì nián wǔ yuè yī rì"),
    ("[2024/5/1]", "èr líng èr sì nián wǔ yuè yī rì"),
    ("[2024.12.31]", "èr líng èr sì nián shí'èr yuè sānshíyī rì"),
    ("[2024-05]", "èr líng èr sì nián wǔ yuè"),
    ("[1—9月]", "yī dào jiǔ yuè"),
    ("[2024年1-5月]", "èr líng èr sì nián yī dào wǔ yuè"),
    ("[24-26日]", "èrshísì dào èrshíliù rì"),
    ("[2021—2025年]", "èr líng èr yī dào èr líng èr wǔ nián"),
    ("[2018-2024]", "èr líng yī bā dào èr líng èr sì"),
    ("[2020-21]赛季", "èr líng èr líng dào èr yī"),
    ("[2023/24]赛季", "èr líng èr sān dào èr sì"),
    ("[90]后", "jiǔ líng"),
    ("[00]后", "líng líng"),
    ("[30]后来", "sānshí"),
    ("[2024] 年 5 月", "èr líng èr sì"),
    ("[2000] 多年", "liǎngqiān"),
    ("[1998]、1999两年", "yī jiǔ jiǔ bā"),
    ("1998、[1999]两年", "yī jiǔ jiǔ jiǔ"),
    # times
    ("[8:30]", "bā diǎn sānshí fēn"),
    ("[8：30]", "bā diǎn sānshí fēn"),
    ("[8:05]", "bā diǎn líng wǔ fēn"),
    ("[8:00]", "bā diǎn"),
    ("[2:00]", "liǎng diǎn"),
    ("[12:10]", "shí'èr diǎn shí fēn"),
    ("[0:15]", "líng diǎn shíwǔ fēn"),
    ("[8:30:05]", "bā diǎn sānshí fēn líng wǔ miǎo"),
    ("[9:00—17:00]", "jiǔ diǎn dào shíqī diǎn"),
    ("[8时30分]", "bā shí sānshí fēn"),
    ("[2时5分]", "èr shí wǔ fēn"),
    ("[2点30分]", "liǎng diǎn sānshí fēn"),
    ("[10时20分15秒]", "shí shí èrshí fēn shíwǔ miǎo"),
    ("比例为[1:10]", "yī bǐ shí"),
    ("以[3:20]惨败，比分悬殊", "sān bǐ èrshí"),
    # 两 or 二
    ("[2]次", "liǎng"),
    ("[2]个月", "liǎng"),
    ("[2]年间", "liǎng"),
    ("[2]名学生", "liǎng"),
    ("[2]公里", "liǎng"),
    ("[2]小时", "liǎng"),
    ("[2]点", "liǎng"),
    ("[2]个百分点", "liǎng"),
    ("[2]岁", "liǎng"),
    ("[第2]次", "dì-èr"),
    ("[第2]名", "dì-èr"),
    ("[2]号楼", "èr"),
    ("[2]楼", "èr"),
    ("[2]年级", "èr"),
    ("[2]季度", "èr"),
    ("[2]级", "èr"),
    ("[2]次方", "èr"),
    ("[2]人转", "èr"),
    ("[2]元方程", "èr"),
    ("[2月]", "èr yuè"),
    ("答案是[2]。", "èr"),
    ("[12]个", "shí'èr"),
    ("[22]辆", "èrshí'èr"),
    ("[102]个", "yībǎi líng èr"),
    ("[2000]公里", "liǎngqiān"),
    ("[第2000]名", "dì-èrqiān"),
    ("[200]米", "èrbǎi"),
    ("[2万]", "liǎngwàn"),
    ("[2亿]", "liǎngyì"),
    ("[第2亿]件", "dì-èryì"),
    ("[2千万]", "liǎngqiān wàn"),
    ("[2百万]", "èrbǎi wàn"),
    ("[2.5]倍", "èr diǎn wǔ"),
    ("[2km]", "liǎng gōnglǐ"),
    ("[$2]", "liǎng měiyuán"),
    ("[2—3]个", "liǎng dào sān"),
    ("[1-2]个", "yī dào liǎng"),
    ("[2%]", "bǎi fēn zhī èr"),
    ("[1/2]", "èr fēn zhī yī"),
    ("第 [2] 个", "èr"),
    ("第1、[2]名", "èr"),
    ("[2] 个", "liǎng"),
    # 万, 亿
    ("[1.17亿]", "yī diǎn yī qī yì"),
    ("[5万]", "wǔwàn"),
    ("[10万]", "shíwàn"),
    ("[15万]", "shíwǔ wàn"),
    ("[242.15亿]", "èrbǎi sìshí'èr diǎn yī wǔ yì"),
    ("[126万亿]", "yībǎi èrshíliù wànyì"),
    ("[3千万]", "sānqiān wàn"),
    ("[1.5千万]", "yī diǎn wǔ qiān wàn"),
    ("[5百亿]", "wǔbǎi yì"),
    ("[1亿2000万]", "yīyì èrqiān wàn"),
    ("[3万5000]", "sānwàn wǔqiān"),
    ("[3千]人", "sānqiān"),
    # integers, decimals, signs
    ("[35]", "sānshíwǔ"),
    ("[12,345]", "yīwàn èrqiān sānbǎi sìshíwǔ"),
    ("[１２，５００]吨", "yīwàn èrqiān wǔbǎi"),
    ("[1,000.5]", "yīqiān diǎn wǔ"),
    ("[0]", "líng"),
    ("[0.05]", "líng diǎn líng wǔ"),
    ("[3.14159]", "sān diǎn yī sì yī wǔ jiǔ"),
    ("[100000000]", "yīyì"),
    ("[007]", "líng líng qī"),
    ("[+8]", "zhèng bā"),
    ("[-5]", "fù wǔ"),
    ("[±0.1]", "zhèngfù líng diǎn yī"),
    ("[10³]", "shí de sān cìfāng"),
    ("[10⁻⁶]", "shí de fù liù cìfāng"),
    ("（0571）[8702-1234]", "bā qī líng èr yāo èr sān sì"),
    ("区号[021]", "líng èr yāo"),
    ("[E=mc²]", "E děngyú m c píngfāng"),
    ("[y=2x+1]", "y děngyú èr x jiā yī"),
    ("[x≤5]", "x xiǎoyú děngyú wǔ"),
    ("[H2O]", "H èr O"),
    ("每[km/h]", "gōnglǐ měi xiǎoshí"),
    ("以[21-19]取胜", "èrshíyī bǐ shíjiǔ"),
    ("[911]事件", "jiǔ yāo yāo"),
    ("[第7]期", "dì-qī"),
    ("[第110]期", "dì-yībǎi yīshí"),
    # parts
    ("[89.5%]", "bǎi fēn zhī bāshíjiǔ diǎn wǔ"),
    ("[89.5％]", "bǎi fēn zhī bāshíjiǔ diǎn wǔ"),
    ("[100%]", "bǎi fēn zhī bǎi"),
    ("[-3.1%]", "fù bǎi fēn zhī sān diǎn yī"),
    ("[35‰]", "qiān fēn zhī sānshíwǔ"),
    ("[10%～20%]", "bǎi fēn zhī shí dào bǎi fēn zhī èrshí"),
    ("[10～20%]", "bǎi fēn zhī shí dào èrshí"),
    ("[1/3]", "sān fēn zhī yī"),
    ("[½]", "èr fēn zhī yī"),
    ("[¾]", "sì fēn zhī sān"),
    # ranges, ratios, scores
    ("[3—5]年", "sān dào wǔ"),
    ("[15–20]人", "shíwǔ dào èrshí"),
    ("[5万-8万]", "wǔwàn dào bāwàn"),
    ("[1.5~2.5]倍", "yī diǎn wǔ dào èr diǎn wǔ"),
    ("[3.5～4.2km]", "sān diǎn wǔ dào sì diǎn èr gōnglǐ"),
    ("[5kg-8kg]", "wǔ dào bā gōngjīn"),
    ("[1000—2000]个", "yīqiān dào liǎngqiān"),
    ("[1000—2000]余", "yīqiān dào liǎngqiān"),
    ("[1900—2000]套", "yīqiān jiǔbǎi dào liǎngqiān"),
    ("[1368—1644]年间", "yī sān liù bā dào yī liù sì sì"),
    ("[3:2]", "sān bǐ èr"),
    ("[1:100]", "yī bǐ yībǎi"),
    ("比为[3：2]", "sān bǐ èr"),
    ("主队[3-2]战胜客队", "sān bǐ èr"),
    # formulas
    ("[1+1+1>3]", "yī jiā yī jiā yī dàyú sān"),
    ("[１＋１＞２]", "yī jiā yī dàyú èr"),
    ("[3×4=12]", "sān chéng sì děngyú shí'èr"),
    ("[5-2=3]", "wǔ jiǎn èr děngyú sān"),
    ("[8÷2≠3]", "bā chúyǐ èr bù děngyú sān"),
    ("[1+N]", "yī jiā N"),
    ("[7×24]小时", "qī chéng èrshísì"),
    ("[1920x1080]", "yīqiān jiǔbǎi èrshí chéng yīqiān líng bāshí"),
    ("[≥90%]", "dàyú děngyú bǎi fēn zhī jiǔshí"),
    # temperatures, units, money
    ("[25℃]", "èrshíwǔ shèshìdù"),
    ("[-5℃]", "língxià wǔ shèshìdù"),
    ("[-5℃～3℃]", "língxià wǔ dào sān shèshìdù"),
    ("[36.5°C]", "sānshíliù diǎn wǔ shèshìdù"),
    ("气温[-5]度", "língxià wǔ"),
    ("[-5]摄氏度", "língxià wǔ"),
    ("[35μg/m³]", "měi lìfāngmǐ sānshíwǔ wēikè"),
    ("[39°54′]", "sānshíjiǔ dù wǔshísì fēn"),
    ("[25±2℃]", "èrshíwǔ zhèngfù liǎng shèshìdù"),
    ("1米[75]", "qī wǔ"),
    ("每[km²]", "píngfāng gōnglǐ"),
    ("[90°]", "jiǔshí dù"),
    ("[100km/h]", "měi xiǎoshí yībǎi gōnglǐ"),
    ("[60m²]", "liùshí píngfāngmǐ"),
    ("[5kg]", "wǔ gōngjīn"),
    ("[600MW]", "liùbǎi zhàowǎ"),
    ("[20ms]", "èrshí háomiǎo"),
    ("[$100]", "yībǎi měiyuán"),
    ("[￥5万]", "wǔwàn yuán"),
    ("[€3.5]", "sān diǎn wǔ ōuyuán"),
    # telephone, room, flight, road, and numbers known by their digits
    ("[13812345678]", "yāo sān bā yāo èr sān sì wǔ liù qī bā"),
    ("请拨打119、12315或[96110]。", "jiǔ liù yāo yāo líng"),
    ("总机010-65364114转[8012]", "bā líng yāo èr"),
    ("电话(0571)[87654321]", "bā qī liù wǔ sì sān èr yāo"),
    ("波音[737]客机", "qī sān qī"),
    ("电话[1200]部", "yīqiān èrbǎi"),
    ("[138-1234-5678]", "yāo sān bā yāo èr sān sì wǔ liù qī bā"),
    ("[010-12345678]", "líng yāo líng yāo èr sān sì wǔ liù qī bā"),
    ("[400-820-8820]", "sì líng líng bā èr líng bā bā èr líng"),
    ("[+86 13812345678]", "jiā bā liù yāo sān bā yāo èr sān sì wǔ liù qī bā"),
    ("请拨打[12345]", "yāo èr sān sì wǔ"),
    ("[12345]热线", "yāo èr sān sì wǔ"),
    ("[110]报警", "yāo yāo líng"),
    ("[110]米", "yībǎi yīshí"),
    ("住[1208]房间", "yāo èr líng bā"),
    ("[302]室", "sān líng èr"),
    ("[318]国道", "sān yāo bā"),
    ("邮编：[100871]", "yāo líng líng bā qī yāo"),
    ("[211]工程", "èr yāo yāo"),
    ("[985]、211高校", "jiǔ bā wǔ"),
    ("[12306]网站", "yāo èr sān líng liù"),
    ("[12346]", "yīwàn èrqiān sānbǎi sìshíliù"),
    ("[12345]人", "yīwàn èrqiān sānbǎi sìshíwǔ"),
    ("[119]火警", "yāo yāo jiǔ"),
    ("[119]人", "yībǎi yīshíjiǔ"),
    ("[618]大促", "liù yāo bā"),
    ("[0571—88886666]", "líng wǔ qī yāo bā bā bā bā liù liù liù liù"),
    ("[211]个", "èrbǎi yīshíyī"),
    ("[32]路公交", "sānshí'èr"),
    ("[4-4-2]", "sì sì èr"),
    ("[192.168.0.1]", "yī jiǔ èr diǎn yī liù bā diǎn líng diǎn yī"),
    ("[9·18]", "jiǔ-yībā"),
    ("[12·9]", "yī'èr-jiǔ"),
    # marks
    ("[①]", "yī"),
    ("[⑳]", "èrshí"),
    ("[Ⅱ]", "èr"),
    ("[⑵]", "èr"),
    ("[㈢]", "sān"),
    # Latin
    ("[5G]", "wǔ G"),
    ("[4K]", "sì K"),
    ("[3D]", "sān D"),
    ("[AI]", "A I"),
    ("[ＡＩ]", "A I"),
    ("[APP]", "A P P"),
    ("[App]", "A P P"),
    ("[GDP]", "G D P"),
    ("[RCEP]", "R C E P"),
    ("[CPTPP]", "C P T P P"),
    ("[T]恤", "T"),
    ("[H7N9]", "H qī N jiǔ"),
    ("[F-35]", "F sānshíwǔ"),
    ("[G20]", "G èrshí"),
    ("[512GB]", "wǔbǎi yīshí'èr G B"),
    ("[2024Q3]", "èr líng èr sì Q sān"),
    ("[12306APP]", "yāo èr sān líng liù A P P"),
    ("[C919]", "C jiǔ yāo jiǔ"),
    ("[G318]国道", "G sān yāo bā"),
    ("[PM2.5]", "P M èr diǎn wǔ"),
    ("[V2.0.1]", "V èr diǎn líng diǎn yī"),
    ("[TCP/IP]", "T C P I P"),
    ("[C++]", "C jiājiā"),
    ("[II]型", "èr"),
    ("[B05]", "B líng wǔ"),
    ("[5G-A]", "wǔ G A"),
]


def _spoken(line: str) -> tuple[str, str | None]:
    before, rest = line.split("[", 1)
    token, after = rest.split("]", 1)
    return token, spoken(token, before=before, after=after)


@pytest.mark.parametrize(("line", "expected"), SPOKEN)
def test_spoken(line: str, expected: str) -> None:
    token, said = _spoken(line)
    assert said == expected
    before = line.index("[")
    text = line.replace("[", "").replace("]", "")
    assert (before, before + len(token)) in [(n.start, n.end) for n in scan(text)]


@pytest.mark.parametrize(
    "token",
    [
        "Wi-Fi",
        "iPhone",
        "iPhone15",
        "COVID-19",
        "NATO",
        "OPEC",
        "AIDS",
        "B2B",
        "R&D",
        "Node.js",
        "hello",
        "café",
        "α",
        "li@example.com",
        "https://example.com",
        "ABCDEFG",
        "A²",
        "min",
        "",
        "好",
        "二十",
        "。",
    ],
)
def test_what_has_no_reading_of_its_own(token: str) -> None:
    assert spoken(token) is None


# ------------------------------------------------------------------------------------------------ Han numerals


@pytest.mark.parametrize(
    "text",
    [
        "一",
        "两",
        "十",
        "十三",
        "二十四",
        "一百零五",
        "三千万",
        "二〇二五",
        "第一",
        "第二十",
        "三分之一",
        "百分之八点五",
        "千分之三",
        "三点一四",
        "三五",
        "几十",
        "十几",
    ],
)
def test_is_han_numeral(text: str) -> None:
    assert is_han_numeral(text)


@pytest.mark.parametrize(
    "text", ["", "第", "点", "一个", "万一", "一一", "三三两两", "13", "点五", "分之一", "第五个", "一点儿"]
)
def test_is_no_han_numeral(text: str) -> None:
    assert not is_han_numeral(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("七", 7), ("十", 10), ("十三", 13), ("二十四", 24), ("一百零五", 105), ("三百五十六", 356), ("两千", 2000),
        ("四千五百", 4500), ("十万", 100_000), ("三万五千", 35_000), ("一亿二千万", 120_000_000), ("一万亿", 10**12),
        ("二〇二五", 2025), ("一九四九", 1949), ("零", 0),
        ("三五", None), ("几十", None), ("百", None), ("", None), ("好", None), ("五千个", None),
    ],
)  # fmt: skip
def test_the_value_of_a_number_in_characters(text: str, value: int | None) -> None:
    assert han_value(text) == value
