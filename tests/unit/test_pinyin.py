"""Spelling, parsing and aligning of pinyin (GB/T 16159-2012). The examples are ordinary words in the manner of the
standard's own."""

from __future__ import annotations

import unicodedata

import pytest

from reader.pinyin import (
    PinyinError,
    Word,
    abbreviate,
    abbreviate_name,
    align,
    capital,
    idiom_hyphens,
    is_number,
    is_numeral,
    is_syllable,
    line_breaks,
    plain,
    running,
    sandhi,
    search_key,
    sentence_case,
    spell,
    spell_numeral,
    spell_phrase,
    spell_word,
    spelling_of_name,
    spelling_of_place,
    syllables,
    to_marks,
    to_numbers,
    tone,
    with_title,
    with_tone,
    words,
)

# ------------------------------------------------------------------------------------------------ one syllable


@pytest.mark.parametrize(
    "text",
    "ā á ǎ à a ài ān áo ē é ě è ér èr ōu wǒ yī yuè xué lüè nǚ lǜ zhuāng chuáng shuāng qióng xiōng jiǒng rì zhī cī sì "
    "yo yō lo ê̄ ế ê̌ ề ḿ ǹg ńg ň hm hng m̀ r huìr wánr diǎnr fiào kēi dèn tèi biáng zhèi shéi nòu cèi rua".split(),
)
def test_is_a_syllable(text: str) -> None:
    assert is_syllable(text)
    assert is_syllable(unicodedata.normalize("NFD", text))
    assert is_syllable(text.upper())


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "gùi",
        "lìu",
        "xīān",
        "xian1",
        "b",
        "zh",
        "bong",
        "jü",
        "ni hao",
        "nǐhǎo",
        "q",
        "iā",
        "ǎō",
        "ŕ",
        "rr",
        "5",
    ],
)
def test_is_no_syllable(text: str) -> None:
    assert not is_syllable(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("mā", 1),
        ("má", 2),
        ("mǎ", 3),
        ("mà", 4),
        ("ma", 5),
        ("r", 5),
        ("huìr", 4),
        ("ǹg", 4),
        ("ế", 2),
        ("nǚ", 3),
        ("LǛ", 4),
        ("ḿ", 2),
    ],
)
def test_tone(text: str, number: int) -> None:
    assert tone(text) == number


def test_tone_of_no_syllable() -> None:
    with pytest.raises(PinyinError, match="not a syllable"):
        tone("nǐhǎo")


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("yī", 4, "yì"), ("bù", 2, "bú"), ("huìr", 3, "huǐr"), ("liu", 2, "liú"), ("gui", 4, "guì"), ("dou", 1, "dōu"),
        ("lüe", 4, "lüè"), ("xiong", 2, "xióng"), ("ê", 3, "ê̌"), ("ng", 2, "ńg"), ("m", 4, "m̀"), ("hao", 3, "hǎo"), ("èr", 5, "er"),
    ],
)  # fmt: skip
def test_the_mark_stands_by_rule(text: str, number: int, expected: str) -> None:
    assert with_tone(text, number) == unicodedata.normalize("NFC", expected)


@pytest.mark.parametrize("bad", ["xyz", "nihao"])
def test_with_tone_wants_a_syllable(bad: str) -> None:
    with pytest.raises(PinyinError):
        with_tone(bad, 1)


def test_with_tone_wants_a_tone() -> None:
    with pytest.raises(PinyinError, match="no such tone"):
        with_tone("ma", 7)


# ------------------------------------------------------------------------------------------------ parsing

PARSED = [
    ("Xī'ān", "xī ān"),
    ("xiān", "xiān"),
    ("xian1", "xiān"),
    ("xi1an1", "xī ān"),
    ("yīhuìr", "yī huì r"),
    ("dōngshǔ-xīsuàn", "dōng shǔ xī suàn"),
    ("fāngàn", "fān gàn"),
    ("fāng'àn", "fāng àn"),
    ("fǎngǎn", "fǎn gǎn"),
    ("xīngē", "xīn gē"),
    ("míngē", "mín gē"),
    ("dǎngǎng", "dǎn gǎng"),
    ("dǎng'àn", "dǎng àn"),
    ("Zhōnghuá Rénmín Gònghéguó", "zhōng huá rén mín gòng hé guó"),
    ("nǚ'ér", "nǚ ér"),
    ("értóng", "ér tóng"),
    ("mùtou", "mù tou"),
    ("wánrmìng", "wán r mìng"),
    ("gēr", "gē r"),
    ("huār", "huā r"),
    ("zhèr", "zhè r"),
    ("er", "er"),
    ("hǎo'ér", "hǎo ér"),
    ("Tiān'ānmén", "tiān ān mén"),
    ("Hā'ěrbīn", "hā ěr bīn"),
    ("píng'ān", "píng ān"),
    ("Dōng'ē", "dōng ē"),
    ("hǎi'ōu", "hǎi ōu"),
    ("pǔ'ěr", "pǔ ěr"),
    ("gōng'ānjú", "gōng ān jú"),
    ("lu:4", "lǜ"),
    ("lv4se4", "lǜ sè"),
    ("LÜ4", "lǜ"),
    ("nu:e4dai4", "nüè dài"),
    ("nve4", "nüè"),
    ("lue4", "lüè"),
    ("ju4", "jù"),
    ("jü4", "jù"),
    ("xüe2", "xué"),
    ("yi1hui4r5", "yī huì r"),
    ("yi1 hui4 r5", "yī huì r"),
    ("zher4", "zhè r"),
    ("er4", "èr"),
    ("ni3 hao3", "nǐ hǎo"),
    ("Ni3Hao3", "nǐ hǎo"),
    ("ma0", "ma"),
    ("ma5", "ma"),
    ("zhuo1zi", "zhuō zi"),
    ("r5", "r"),
    ("ng2", "ńg"),
    ("ǹg", "ǹg"),
    ("hng5", "hng"),
    ("m2", "ḿ"),
    ("ê4", "ề"),
    ("Zhāng Sān, Lǐ Sì.", "zhāng sān lǐ sì"),
    ("“Hóng Lóu Mèng”", "hóng lóu mèng"),
    ("shíjǐ", "shí jǐ"),
    ("sān-wǔ tiān", "sān wǔ tiān"),
    ("rénɡōnɡ zhìnénɡ", "rén gōng zhì néng"),
    ("Mɑ3", "mǎ"),
    ("mă", "mǎ"),
    ("chángān", "chán gān"),
    ("Cháng’ān", "cháng ān"),
    ("liàngliàng", "liàng liàng"),
    ("zhuāngzǎi", "zhuāng zǎi"),
    ("yuányuǎn", "yuán yuǎn"),
    ("nínggǔ", "níng gǔ"),
    ("yìngguǎi", "yìng guǎi"),
    ("wāiwāi", "wāi wāi"),
    ("", ""),
    ("…, -", ""),
]


@pytest.mark.parametrize(("spelling", "expected"), PARSED)
def test_syllables(spelling: str, expected: str) -> None:
    assert syllables(spelling) == tuple(unicodedata.normalize("NFC", expected).split())


@pytest.mark.parametrize(("spelling", "expected"), PARSED)
def test_decomposed_input_reads_the_same(spelling: str, expected: str) -> None:
    assert syllables(unicodedata.normalize("NFD", spelling)) == syllables(spelling)


@pytest.mark.parametrize(
    ("spelling", "position"),
    [
        ("gùi", 0), ("hello", 0), ("nǐ hello", 3), ("zhx", 0), ("ni6", 2), ("5G", 0), ("nǐhǎo7", 5), ("ma12", 0),
        ("mā1", 0), ("北京", 0), ("nǐ 好", 3), ("1", 0), ("sch", 0), ("rma", 0), ("māá", 0), ("lü:4", 3), ("xīqn", 0),
    ],
)  # fmt: skip
def test_what_is_not_pinyin(spelling: str, position: int) -> None:
    with pytest.raises(PinyinError) as caught:
        syllables(spelling)
    assert caught.value.position == position


@pytest.mark.parametrize("spelling", ["nǚér", "xīān", "Tiānānmén", "xīan"])
def test_a_missing_apostrophe_is_named(spelling: str) -> None:
    with pytest.raises(PinyinError, match="apostrophe"):
        syllables(spelling)


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [("nǚér", "nǚ ér"), ("xīān", "xī ān"), ("fāngàn", "fān gàn"), ("Tiānānmén", "tiān ān mén")],
)
def test_a_missing_apostrophe_may_be_forgiven(spelling: str, expected: str) -> None:
    assert syllables(spelling, strict=False) == tuple(expected.split())


def test_a_long_run_is_read_in_linear_time() -> None:
    assert len(syllables("xian" * 5_000)) == 5_000
    with pytest.raises(PinyinError) as caught:
        syllables("xian" * 5_000 + "q")
    assert len(str(caught.value)) < 200


def test_words() -> None:
    assert words("Tā shuō: “Huánjìng bǎohù, rén-rén yǒu zé.”") == (
        "Tā",
        "shuō",
        "Huánjìng",
        "bǎohù",
        "rén-rén",
        "yǒu",
        "zé",
    )
    assert words("  ") == ()
    assert words("Xī'ān , ê̄ …") == ("Xī'ān", "ê̄")


# ------------------------------------------------------------------------------------------------ marks and numbers

MARKS = [
    ("ni3 hao3", "nǐ hǎo"),
    ("Ni3hao3!", "Nǐhǎo!"),
    ("Xi1'an1", "Xī'ān"),
    ("Xi1an1", "Xī'ān"),
    ("lu:4 se4", "lǜ sè"),
    ("nv3'er2", "nǚ'ér"),
    ("nü3er2", "nǚ'ér"),
    ("yi1hui4r5", "yīhuìr"),
    ("lian4xi5", "liànxi"),
    ("zhuo1zi0", "zhuōzi"),
    ("BEI3JING1", "BĚIJĪNG"),
    ("liu2 dui4 dou1 xue2", "liú duì dōu xué"),
    ("dong1shu3-xi1suan4", "dōngshǔ-xīsuàn"),
    ("già", "già"),
]


@pytest.mark.parametrize(("numbers", "marks"), MARKS[:-1])
def test_to_marks(numbers: str, marks: str) -> None:
    assert to_marks(numbers) == marks


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [
        ("Xī'ān", "Xi1'an1"), ("lǜsè", "lü4se4"), ("yīhuìr", "yi1hui4r5"), ("liànxi", "lian4xi5"), ("Nǐ hǎo!", "Ni3 hao3!"),
        ("nǚ'ér", "nü3'er2"), ("BĚIJĪNG", "BEI3JING1"), ("fāngàn", "fan1gan4"), ("ńg", "ng2"), ("sān-wǔ tiān", "san1-wu3 tian1"),
    ],
)  # fmt: skip
def test_to_numbers(marks: str, numbers: str) -> None:
    assert to_numbers(marks) == numbers
    assert to_marks(numbers) == marks


def test_to_marks_refuses_what_is_not_pinyin() -> None:
    with pytest.raises(PinyinError):
        to_marks("abc1")


# ------------------------------------------------------------------------------------------------ searching


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Xī'ān", "Xi'an"), ("lǜ", "lü"), ("ề", "ê"), ("nǐ hǎo", "ni hao"), ("LǛSÈ", "LÜSE"), ("café", "cafe")],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "lǜsè",
        "lv se",
        "lu:4se4",
        "LÜ SÈ",
        "lu-se",
        "lü'se",
        "lv4 se4",
        "lüse",
        "lu se",
        unicodedata.normalize("NFD", "lǜsè"),
    ],
)
def test_search_key_brings_all_ways_of_typing_together(typed: str) -> None:
    assert search_key(typed) == "luse"


def test_search_key_keeps_what_is_no_tone() -> None:
    assert search_key("5G wǎngluò") == "5gwangluo"
    assert search_key("Cháng'ān 2 hào") == search_key("chang an 2hao")


# ------------------------------------------------------------------------------------------------ characters

ALIGNED = [
    ("西安", "Xī'ān", ("xī", "ān")),
    ("一会儿", "yīhuìr", ("yī", "huìr", None)),
    ("女儿", "nǚ'ér", ("nǚ", "ér")),
    ("儿子", "érzi", ("ér", "zi")),
    ("这儿的花儿", "zhèr de huār", ("zhèr", None, "de", "huār", None)),
    ("一點兒", "yīdiǎnr", ("yī", "diǎnr", None)),
    ("5G网络", "5G wǎngluò", (None, None, "wǎng", "luò")),
    ("5G网络", "wǎngluò", (None, None, "wǎng", "luò")),
    ("“十四五”规划", "shísìwǔ guīhuà", (None, "shí", "sì", "wǔ", None, "guī", "huà")),
    ("AI、APP时代", "AI, APP shídài", (None,) * 6 + ("shí", "dài")),
    ("Wi-Fi信号", "Wi-Fi xìnhào", (None,) * 5 + ("xìn", "hào")),
    ("T恤", "T xù", (None, "xù")),
    ("二〇二五", "èr líng èr wǔ", ("èr", "líng", "èr", "wǔ")),
    ("马克·吐温", "Mǎkè Tǔwēn", ("mǎ", "kè", None, "tǔ", "wēn")),
    ("东数西算", "dong1shu3-xi1suan4", ("dōng", "shǔ", "xī", "suàn")),
    ("𠮷野家", "jí yě jiā", ("jí", "yě", "jiā")),
    ("，", "", (None,)),
    ("", "", ()),
]


@pytest.mark.parametrize(("text", "spelling", "expected"), ALIGNED)
def test_align(text: str, spelling: str, expected: tuple[str | None, ...]) -> None:
    assert align(text, spelling) == expected


@pytest.mark.parametrize(
    ("text", "spelling", "message"),
    [
        ("一会儿", "yīhuì", "3 characters and yīhuì has 2 syllables"),
        ("山", "shānshuǐ", "1 character and shānshuǐ has 2 syllables"),
        ("山水", "shān", "2 characters and shān has 1 syllable"),
        ("一会见", "yīhuìr", "r of erhua where 一会见 has 见"),
        ("儿", "r", "r of erhua where 儿 has 儿"),
        ("山水", "shānn", "not pinyin"),
        ("山", "5G shān", "without a syllable"),
    ],
)
def test_align_says_what_does_not_fit(text: str, spelling: str, message: str) -> None:
    with pytest.raises(PinyinError, match=message):
        align(text, spelling)


# ------------------------------------------------------------------------------------------------ spelling of words

SPELLED = [
    # 5.2: two and three syllables joined; the apostrophe before a, o, e
    ("rén", "rén"),
    ("péng you", "péngyou"),
    ("tú shū guǎn", "túshūguǎn"),
    ("duì bu qǐ", "duìbuqǐ"),
    ("xī ān", "xī'ān"),
    ("ēn ài", "ēn'ài"),
    ("nǚ ér", "nǚ'ér"),
    ("tiān ān mén", "tiān'ānmén"),
    ("hǎi ōu", "hǎi'ōu"),
    ("shí èr", "shí'èr"),
    ("jī è", "jī'è"),
    ("ā yí", "āyí"),
    ("ào yùn", "àoyùn"),
    ("yóu yǒng", "yóuyǒng"),
    ("wài wēi", "wàiwēi"),
    ("kě wù", "kěwù"),
    # ü
    ("lǜ sè", "lǜsè"),
    ("nüè dài", "nüèdài"),
    ("jù lè bù", "jùlèbù"),
    # 5.5: affixes joined
    ("zhuō zi", "zhuōzi"),
    ("mù tou", "mùtou"),
    ("hái zi men", "háizimen"),
    ("kē xué xìng", "kēxuéxìng"),
    ("xiàn dài huà", "xiàndàihuà"),
    ("lǎo hǔ", "lǎohǔ"),
    ("fēi jīn shǔ", "fēijīnshǔ"),
    ("fù zhǔ rèn", "fùzhǔrèn"),
    ("yán jiū yuán", "yánjiūyuán"),
    # erhua
    ("yī huìr", "yīhuìr"),
    ("yī huì r", "yīhuìr"),
    ("huā r", "huār"),
    ("diǎnr ài", "diǎnr'ài"),
    # interjections, of which the standard says nothing
    ("ǹg ńg", "ǹg'ńg"),
    ("é r", "é'r"),
]


@pytest.mark.parametrize(("parts", "expected"), SPELLED)
def test_spell(parts: str, expected: str) -> None:
    assert spell(parts.split()) == expected
    assert "".join(syllables(expected)) == parts.replace(" ", "")


def test_spell_passes_over_empty_slots() -> None:
    assert spell(["yī", "huìr", None]) == "yīhuìr"
    assert spell([None, "xī", None, "ān"]) == "xī'ān"
    assert spell([]) == ""


@pytest.mark.parametrize(
    ("parts", "hyphens", "expected"),
    [
        ("dōng shǔ xī suàn", {2}, "dōngshǔ-xīsuàn"),
        ("dì yī", {1}, "dì-yī"),
        ("dì èr", {1}, "dì-èr"),  # the hyphen stands for the apostrophe
        ("rén jī", {1}, "rén-jī"),  # 5.6
        ("lù hǎi kōng jūn", {1, 2}, "lù-hǎi-kōngjūn"),
        ("zhōng xiǎo xué", {1}, "zhōng-xiǎoxué"),
        ("bā jiǔ", {1}, "bā-jiǔ"),
        ("wǔ sì", {1}, "wǔ-sì"),  # 6.1.5.5
        ("yī èr jiǔ", {2}, "yī'èr-jiǔ"),
        ("shān", {0}, "shān"),
    ],
)
def test_spell_with_hyphens(parts: str, hyphens: set[int], expected: str) -> None:
    assert spell(parts.split(), hyphens=hyphens) == expected


def test_a_hyphen_before_an_empty_slot_stands_before_the_next_syllable() -> None:
    assert spell(["rén", None, "ài"], hyphens={1}) == "rén-ài"


def test_spell_proper() -> None:
    assert spell(["ē", "méi"], proper=True) == "Ēméi"
    assert spell(["hàn", "yǔ"], proper=True) == "Hànyǔ"
    assert spell(["cháng", "sān", "jiǎo"], proper=True, hyphens={1}) == "Cháng-sānjiǎo"


def test_spell_refuses_what_is_no_syllable() -> None:
    with pytest.raises(PinyinError) as caught:
        spell(["nǐ", "hao3"])
    assert caught.value.position == 1


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        # 5.4: reduplication
        ("人人", "rén rén", "rénrén"),
        ("看看", "kàn kan", "kànkan"),
        ("商量商量", "shāng liang shāng liang", "shāngliang shāngliang"),
        ("雪白雪白", "xuě bái xuě bái", "xuěbái xuěbái"),
        ("清清楚楚", "qīng qīng chǔ chǔ", "qīngqīngchǔchǔ"),
        ("家家户户", "jiā jiā hù hù", "jiājiāhùhù"),
        ("妈妈妈妈", "mā ma mā ma", "māmamāma"),
        # 6.1.5.2: eleven to ninety-nine
        ("十", "shí", "shí"),
        ("十一", "shí yī", "shíyī"),
        ("三十三", "sān shí sān", "sānshísān"),
        ("八十二", "bā shí èr", "bāshí'èr"),
        ("九十", "jiǔ shí", "jiǔshí"),
        # 6.1.5.3: 百, 千, 万, 亿
        ("一百", "yī bǎi", "yībǎi"),
        ("三百五十六", "sān bǎi wǔ shí liù", "sānbǎi wǔshíliù"),
        ("四千零七", "sì qiān líng qī", "sìqiān líng qī"),
        ("五万", "wǔ wàn", "wǔwàn"),
        ("十万", "shí wàn", "shíwàn"),
        ("六十三亿", "liù shí sān yì", "liùshísān yì"),
        ("三百万", "sān bǎi wàn", "sānbǎi wàn"),
        ("两千", "liǎng qiān", "liǎngqiān"),
        ("百万", "bǎi wàn", "bǎiwàn"),
        ("一万亿", "yī wàn yì", "yīwàn yì"),
        ("几十", "jǐ shí", "jǐshí"),
        ("十几", "shí jǐ", "shíjǐ"),
        ("二〇二五", "èr líng èr wǔ", "èr líng èr wǔ"),
        ("一九九八", "yī jiǔ jiǔ bā", "yī jiǔ jiǔ bā"),
        # 6.1.5.4: ordinals
        ("第一", "dì yī", "dì-yī"),
        ("第二", "dì èr", "dì-èr"),
        ("第十三", "dì shí sān", "dì-shísān"),
        ("第三百五十六", "dì sān bǎi wǔ shí liù", "dì-sānbǎi wǔshíliù"),
        ("初一", "chū yī", "chūyī"),
        ("初十", "chū shí", "chūshí"),
        # 6.1.5.6: estimates
        ("三五", "sān wǔ", "sān-wǔ"),
        ("七八", "qī bā", "qī-bā"),
        ("十七八", "shí qī bā", "shíqī-bā"),
        ("一二", "yī èr", "yī-èr"),
        # 6.1.5.1: fractions; decimals
        ("三分之一", "sān fēn zhī yī", "sān fēn zhī yī"),
        ("百分之八十二", "bǎi fēn zhī bā shí èr", "bǎi fēn zhī bāshí'èr"),
        ("百分之八点五", "bǎi fēn zhī bā diǎn wǔ", "bǎi fēn zhī bā diǎn wǔ"),
        ("十二点二五", "shí èr diǎn èr wǔ", "shí'èr diǎn èr wǔ"),
        # made of numerals, and no numbers
        ("万一", "wàn yī", "wànyī"),
        ("一一", "yī yī", "yīyī"),
        ("三三两两", "sān sān liǎng liǎng", "sānsānliǎngliǎng"),
        ("第", "dì", "dì"),
        ("第纳尔", "dì nà ěr", "dìnà'ěr"),
        # everything else
        ("现代化", "xiàn dài huà", "xiàndàihuà"),
    ],
)  # fmt: skip
def test_spell_word(text: str, parts: str, expected: str) -> None:
    assert spell_word(text, parts.split()) == expected
    assert syllables(expected) == tuple(parts.split())


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        # 6.1.12.1: halves and whole
        ("风平浪静", "fēng píng làng jìng", "fēngpíng-làngjìng"),
        ("水到渠成", "shuǐ dào qú chéng", "shuǐdào-qúchéng"),
        ("光明磊落", "guāng míng lěi luò", "guāngmíng-lěiluò"),
        ("安居乐业", "ān jū lè yè", "ānjū-lèyè"),
        ("爱憎分明", "ài zēng fēn míng", "àizēng-fēnmíng"),
        ("不亦乐乎", "bù yì lè hū", "bùyìlèhū"),
        ("总而言之", "zǒng ér yán zhī", "zǒng'éryánzhī"),
        ("爱莫能助", "ài mò néng zhù", "àimònéngzhù"),
        ("层出不穷", "céng chū bù qióng", "céngchūbùqióng"),
        ("一丘之貉", "yī qiū zhī hé", "yīqiūzhīhé"),
        ("轰轰烈烈", "hōng hōng liè liè", "hōnghōnglièliè"),
        ("破天荒", "pò tiān huāng", "pòtiānhuāng"),
        ("打开天窗", "dǎ kāi tiān chuāng", "dǎkāi-tiānchuāng"),
    ],
)  # fmt: skip
def test_idioms(text: str, parts: str, expected: str) -> None:
    assert spell_word(text, parts.split(), idiom=True) == expected


def test_idiom_hyphens() -> None:
    assert idiom_hyphens("山清水秀") == {2}
    assert idiom_hyphens("自以为是") == frozenset()
    assert idiom_hyphens("三字经") == frozenset()


def test_spell_word_proper_and_mismatch() -> None:
    assert spell_word("长安", ["cháng", "ān"], proper=True) == "Cháng'ān"
    with pytest.raises(PinyinError, match="1 slots"):
        spell_word("长安", ["cháng"])


@pytest.mark.parametrize(
    "text", ["一", "两", "十", "十三", "一百零五", "二〇二五", "三五", "几十", "百万", "亿万", "一万五", "二二〇"]
)
def test_is_number(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "万一", "一一", "三三两两", "一个", "第一", "千里", "点"])
def test_is_no_number(text: str) -> None:
    assert not is_number(text)


@pytest.mark.parametrize("text", ["十三", "第一", "第二十", "三分之一", "百分之八点五", "三点一四", "百分之百"])
def test_is_numeral(text: str) -> None:
    assert is_numeral(text)


@pytest.mark.parametrize("text", ["", "第", "点", "三点", "分之一", "百分之", "万一", "三点钟", "第一点"])
def test_is_no_numeral(text: str) -> None:
    assert not is_numeral(text)


def test_spell_numeral_refuses() -> None:
    with pytest.raises(ValueError, match="not a number"):
        spell_numeral("万一", ["wàn", "yī"])
    with pytest.raises(PinyinError, match="1 slots"):
        spell_numeral("十一", ["shí"])


def test_spell_a_long_number() -> None:
    text = "六十三亿七千二百六十八万四千零九十五"
    parts = "liù shí sān yì qī qiān èr bǎi liù shí bā wàn sì qiān líng jiǔ shí wǔ".split()
    assert spell_numeral(text, parts) == "liùshísān yì qīqiān èrbǎi liùshíbā wàn sìqiān líng jiǔshíwǔ"


# ------------------------------------------------------------------------------------------------ names and terms


@pytest.mark.parametrize(
    ("surname", "given", "expected"),
    [
        ("zhāng", "sān", "Zhāng Sān"),
        ("ōu yáng", "xiū", "Ōuyáng Xiū"),
        ("zhū gě", "kǒng míng", "Zhūgě Kǒngmíng"),
        ("wáng", "jiàn guó", "Wáng Jiànguó"),
        ("ān", "lì ān", "Ān Lì'ān"),
        ("lǔ xùn", "", "Lǔxùn"),
        ("xiǎo", "liú", "Xiǎo Liú"),
    ],
)
def test_names(surname: str, given: str, expected: str) -> None:
    assert spelling_of_name(surname.split(), given.split()) == expected


def test_a_double_surname() -> None:
    assert spelling_of_name(["liú", "yáng"], ["fān"], double=True) == "Liú-Yáng Fān"


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("hé běi", "shěng", "Héběi Shěng"),
        ("xī ān", "shì", "Xī'ān Shì"),
        ("tài", "shān", "Tài Shān"),
        ("xī liáo", "hé", "Xīliáo Hé"),
        ("tái wān", "hǎi xiá", "Táiwān Hǎixiá"),
        ("zhōu kǒu diàn", "", "Zhōukǒudiàn"),
        ("é ěr duō sī", "shì", "É'ěrduōsī Shì"),
    ],
)
def test_places(name: str, kind: str, expected: str) -> None:
    assert spelling_of_place(name.split(), kind.split()) == expected


def test_titles_and_phrases() -> None:
    assert with_title(spelling_of_name(["wáng"]), ["bù", "zhǎng"]) == "Wáng bùzhǎng"
    assert spell_phrase([["huán", "jìng"], ["bǎo", "hù"], ["guī", "huà"]]) == "huánjìng bǎohù guīhuà"
    assert spell_phrase([["guāng", "míng"], ["rì", "bào"]], proper=True) == "Guāngmíng Rìbào"
    assert spell_phrase([["wú", "fèng"], [None], ["gāng", "guǎn"]]) == "wúfèng gāngguǎn"


def test_sentence_case() -> None:
    assert sentence_case(["èr", "yuè", "guò", "le"]) == ("Èr", "yuè", "guò", "le")
    assert sentence_case([]) == ()
    assert capital("'ān") == "'Ān"
    assert capital("…") == "…"


@pytest.mark.parametrize(
    ("spelled", "expected"),
    [
        (["Běijīng"], "BJ"),
        (["ruǎnwò"], "RW"),
        (["guójiā", "biāozhǔn"], "GB"),
        (["hànyǔ", "shuǐpíng", "kǎoshì"], "HSK"),
        (["Xī'ān"], "XA"),
        (["èrhú"], "EH"),
    ],
)
def test_abbreviate(spelled: list[str], expected: str) -> None:
    assert abbreviate(spelled) == expected


def test_abbreviate_name() -> None:
    assert abbreviate_name("wáng", "jiànguó") == "Wáng J.G."
    assert abbreviate_name("Zhūgě", "Kǒngmíng") == "Zhūgě K.M."
    assert abbreviate_name("Lǐ", "Ān") == "Lǐ A."


# ------------------------------------------------------------------------------------------------ lines


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("guāngmíng", [("guāng-", "míng")]),
        ("Xī'ān", [("Xī-", "ān")]),
        ("bā-jiǔ", [("bā-", "-jiǔ")]),
        ("túshūguǎn", [("tú-", "shūguǎn"), ("túshū-", "guǎn")]),
        ("yīhuìr", [("yī-", "huìr")]),
        ("shān", []),
    ],
)
def test_line_breaks(spelling: str, expected: list[tuple[str, str]]) -> None:
    assert list(line_breaks(spelling)) == expected


# ------------------------------------------------------------------------------------------------ running text


def _words(text: str) -> list[Word]:
    """``看/kàn/v 了/le/u 。`` as words."""
    made: list[Word] = []
    for part in text.split():
        fields = part.split("/")
        made.append(Word(fields[0], fields[1] if len(fields) > 1 else "", fields[2] if len(fields) > 2 else ""))
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 6.1.2.1 and 6.1.2.2: 了 着 过 with the verb, the final 了 apart
        ("他/tā/r 看/kàn/v 着/zhe/u 我/wǒ/r 。", "Tā kànzhe wǒ."),
        ("我们/wǒmen/r 讨论/tǎolùn/v 了/le/u 办法/bànfǎ/n 。", "Wǒmen tǎolùnle bànfǎ."),
        ("书/shū/n 我/wǒ/r 看/kàn/v 了/le/y 。", "Shū wǒ kàn le."),
        ("去/qù/v 过/guo/u 吗/ma/y ？", "Qùguo ma?"),
        ("天/tiān/n 亮/liàng/a 了/le/y", "Tiān liàng le"),
        ("天/tiān/n 了/le/u 呢/ne/y", "Tiān le ne"),
        # 5.5: affixes that a segmenter cut off
        ("同学/tóngxué/n 们/men/k 好/hǎo/a ！", "Tóngxuémen hǎo!"),
        ("副/fù/h 会长/huìzhǎng/n 。", "Fùhuìzhǎng."),
        ("副/fù/h 院长/yuànzhǎng/n 和/hé/c 总/zǒng/h 编辑/biānjí/n", "Fùyuànzhǎng hé zǒngbiānjí"),
        # 6.7: punctuation
        ("他/tā/r 问/wèn/v ： “ 山/shān/n 、 水/shuǐ/n （ 都/dōu/d ） 好/hǎo/a 吗/ma/y ？ ”", "Tā wèn: “Shān, shuǐ (dōu) hǎo ma?”".replace("Shān", "shān")),
        ("读/dú/v 《 诗经/Shījīng/n 》 ； 走/zǒu/v", "Dú “Shījīng”; zǒu"),
        ("山/shān/n —— 水/shuǐ/n …… 云/yún/n", "Shān — shuǐ… yún"),
        ("“ 好/hǎo/a ” ， 他/tā/r 说/shuō/v 。", "“Hǎo”, tā shuō."),
    ],
)  # fmt: skip
def test_running(text: str, expected: str) -> None:
    assert running(_words(text)) == expected


# ------------------------------------------------------------------------------------------------ spoken tones


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        ("一个", "yī gè", "yí gè"),
        ("一个", "yī ge", "yí ge"),
        ("一天", "yī tiān", "yì tiān"),
        ("一年", "yī nián", "yì nián"),
        ("一起", "yī qǐ", "yì qǐ"),
        ("一样", "yī yàng", "yí yàng"),
        ("一百", "yī bǎi", "yì bǎi"),
        ("一万", "yī wàn", "yí wàn"),
        ("统一", "tǒng yī", "tǒng yī"),
        ("第一", "dì yī", "dì yī"),
        ("第一次", "dì yī cì", "dì yī cì"),
        ("十一个", "shí yī gè", "shí yī gè"),
        ("二〇一一年", "èr líng yī yī nián", "èr líng yī yī nián"),
        ("一九四九", "yī jiǔ sì jiǔ", "yī jiǔ sì jiǔ"),
        ("一月", "yī yuè", "yī yuè"),
        ("三月一日", "sān yuè yī rì", "sān yuè yī rì"),
        ("星期一上午", "xīng qī yī shàng wǔ", "xīng qī yī shàng wǔ"),
        ("初一", "chū yī", "chū yī"),
        ("一楼", "yī lóu", "yī lóu"),
        ("一年级", "yī nián jí", "yī nián jí"),
        ("三百一十", "sān bǎi yī shí", "sān bǎi yī shí"),
        ("一会儿", "yī huìr -", "yí huìr -"),
        ("一些", "yī xiē", "yì xiē"),
        ("看一看", "kàn yī kàn", "kàn yi kàn"),
        ("一步一步", "yī bù yī bù", "yí bù yí bù"),
        ("一天一天", "yī tiān yī tiān", "yì tiān yì tiān"),
        ("一", "yī", "yī"),
        ("不是", "bù shì", "bú shì"),
        ("不好", "bù hǎo", "bù hǎo"),
        ("不", "bù", "bù"),
        ("绝不", "jué bù", "jué bù"),
        ("不必要", "bù bì yào", "bú bì yào"),
        ("好不好", "hǎo bù hǎo", "hǎo bu hǎo"),
        ("对不起", "duì bu qǐ", "duì bu qǐ"),
        ("一，二", "yī - èr", "yī - èr"),
        ("不，是", "bù - shì", "bù - shì"),
        ("你好", "nǐ hǎo", "nǐ hǎo"),
    ],
)  # fmt: skip
def test_sandhi(text: str, parts: str, expected: str) -> None:
    def slots(line: str) -> tuple[str | None, ...]:
        return tuple(None if part == "-" else part for part in line.split())

    assert sandhi(text, slots(parts)) == slots(expected)
    assert sandhi(text, slots(parts), style="written") == slots(parts)


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        ("你好", ("nǐ", "hǎo"), ("ní", "hǎo")),
        ("展览馆", ("zhǎn", "lǎn", "guǎn"), ("zhán", "lán", "guǎn")),
        ("有点儿冷", ("yǒu", "diǎnr", None, "lěng"), ("yóu", "diánr", None, "lěng")),
        ("好，走", ("hǎo", None, "zǒu"), ("hǎo", None, "zǒu")),
        ("我不想", ("wǒ", "bù", "xiǎng"), ("wǒ", "bù", "xiǎng")),
        ("早", ("zǎo",), ("zǎo",)),
    ],
)
def test_third_tones(text: str, parts: tuple[str | None, ...], expected: tuple[str | None, ...]) -> None:
    assert sandhi(text, parts, third=True) == expected


def test_sandhi_looks_beyond_a_lone_word_only() -> None:
    assert sandhi("一", ("yī",), following="gè") == ("yí",)
    assert sandhi("不", ("bù",), following="qù") == ("bú",)
    assert sandhi("统一", ("tǒng", "yī"), following="dì") == ("tǒng", "yī")


def test_sandhi_wants_a_slot_for_each_character() -> None:
    with pytest.raises(PinyinError, match="1 slots"):
        sandhi("一个", ("yī",))
