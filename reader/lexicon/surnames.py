"""Chinese surnames: which there are, and the readings that a character has only as a surname.

Readings as in 现代汉语词典 (entries marked 名 姓) and the surname tables of the Ministry of Public Security's yearly
name reports; a character that is read the same in a name as elsewhere needs no line here.
"""

from __future__ import annotations

COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 长孙 宇文 司徒 司空 夏侯 轩辕 端木 百里 呼延 南宫 东郭 西门 "
    "公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 亓官 司寇 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 "
    "夹谷 宰父 谷梁 独孤 万俟 闻人 赫连 第五 左丘 东里 即墨 达奚 褚师 相里 完颜 纳兰 叶赫 爱新觉罗 那拉 富察".split()
)
"""Surnames of two characters and more."""

NO_SURNAMES = frozenset({"东方", "第五", "西门", "百里", "南宫", "东里", "濮阳", "单于"})
"""Those that mostly begin another name or are words: 东方明珠."""

COMPOUND_READINGS = {
    "尉迟": ("yù", "chí"),
    "令狐": ("líng", "hú"),
    "长孙": ("zhǎng", "sūn"),
    "澹台": ("tán", "tái"),
    "单于": ("chán", "yú"),
    "亓官": ("qí", "guān"),
    "乐正": ("yuè", "zhèng"),
    "万俟": ("mò", "qí"),
    "鲜于": ("xiān", "yú"),
    "濮阳": ("pú", "yáng"),
    "闾丘": ("lǘ", "qiū"),
    "宰父": ("zǎi", "fǔ"),
    "夹谷": ("jiá", "gǔ"),
    "拓跋": ("tuò", "bá"),
    "赫连": ("hè", "lián"),
    "第五": ("dì", "wǔ"),
    "褚师": ("chǔ", "shī"),
    "相里": ("xiàng", "lǐ"),
    "叶赫": ("yè", "hè"),
    "那拉": ("nà", "lā"),
    "皇甫": ("huáng", "fǔ"),
    "淳于": ("chún", "yú"),
    "公冶": ("gōng", "yě"),
    "诸葛": ("zhū", "gě"),
    "夏侯": ("xià", "hóu"),
    "宇文": ("yǔ", "wén"),
    "呼延": ("hū", "yán"),
    "钟离": ("zhōng", "lí"),
    "百里": ("bǎi", "lǐ"),
    "谷梁": ("gǔ", "liáng"),
    "司寇": ("sī", "kòu"),
    "公良": ("gōng", "liáng"),
    "壤驷": ("rǎng", "sì"),
    "漆雕": ("qī", "diāo"),
    "达奚": ("dá", "xī"),
    "纳兰": ("nà", "lán"),
    "富察": ("fù", "chá"),
    "完颜": ("wán", "yán"),
}

READINGS = {
    "鲍": "bào", "秘": "bì", "薄": "bó", "贲": "bēn", "柏": "bǎi", "卜": "bǔ", "啜": "chuài", "晁": "cháo",
    "谌": "chén", "种": "chóng", "重": "chóng", "淳": "chún", "车": "chē", "褚": "chǔ", "丛": "cóng",
    "都": "dū", "邸": "dǐ", "桂": "guì", "炅": "guì", "妫": "guī", "归": "guī", "过": "guō", "干": "gān",
    "冮": "gāng", "戈": "gē", "盖": "gě", "葛": "gě", "句": "gōu", "勾": "gōu", "华": "huà", "和": "hé",
    "洪": "hóng", "浑": "hún", "黑": "hēi", "哈": "hǎ", "郏": "jiá", "蹇": "jiǎn", "矫": "jiǎo", "隽": "juàn",
    "靳": "jìn", "鞠": "jū", "居": "jū", "纪": "jǐ", "邝": "kuàng", "夔": "kuí", "匡": "kuāng", "蒯": "kuǎi",
    "阚": "kàn", "亢": "kàng", "寇": "kòu", "卡": "kǎ", "郎": "láng", "栗": "lì", "黎": "lí", "令": "líng",
    "娄": "lóu", "逯": "lù", "陆": "lù", "缪": "miào", "麻": "má", "宓": "mì", "弥": "mí",
    "牟": "mù", "芈": "mǐ", "年": "nián", "粘": "nián", "乜": "niè", "能": "nài", "倪": "ní", "宁": "níng",
    "那": "nā", "朴": "piáo", "逄": "páng", "彭": "péng", "繁": "pó", "濮": "pú", "仇": "qiú", "权": "quán",
    "亓": "qí", "覃": "qín", "瞿": "qú", "璩": "qú", "戚": "qī", "曲": "qū", "麴": "qū", "芮": "ruì",
    "阮": "ruǎn", "任": "rén", "冉": "rǎn", "单": "shàn", "少": "shào", "召": "shào", "厍": "shè", "舍": "shè",
    "盛": "shèng", "佘": "shé", "折": "shé", "石": "shí", "莘": "shēn", "沈": "shěn", "殳": "shū", "睢": "suī",
    "宿": "sù", "撒": "sǎ", "佗": "tuó", "邰": "tái", "谭": "tán", "佟": "tóng", "仝": "tóng", "钭": "tǒu",
    "万": "wàn", "完": "wán", "尉": "wèi", "危": "wēi", "隗": "wěi", "邬": "wū", "巫": "wū", "宛": "wǎn",
    "夏": "xià", "相": "xiàng", "解": "xiè", "燮": "xiè", "洗": "xiǎn", "冼": "xiǎn", "禤": "xuān", "郤": "xì",
    "邢": "xíng", "肖": "xiāo", "荥": "xíng", "郇": "xún", "荀": "xún", "奚": "xī", "郗": "xī", "胥": "xū", "乐": "yuè",
    "郁": "yù", "喻": "yù", "员": "yùn", "恽": "yùn", "贠": "yùn", "俞": "yú", "余": "yú", "于": "yú",
    "郧": "yún", "鄢": "yān", "燕": "yān", "要": "yāo", "殷": "yīn", "应": "yīng", "於": "yū", "尹": "yǐn",
    "卓": "zhuó", "砦": "zhài", "祭": "zhài", "翟": "zhái", "郑": "zhèng", "祝": "zhù", "竺": "zhú",
    "查": "zhā", "占": "zhān", "甄": "zhēn", "中": "zhōng", "仉": "zhǎng", "臧": "zāng", "曾": "zēng",
    "訾": "zī", "宗": "zōng", "昝": "zǎn", "祖": "zǔ", "区": "ōu",
}  # fmt: skip
"""Reading of a one-character surname, where a dictionary or engine may give another one first."""

GIVEN_READINGS = {
    "乐": "lè", "任": "rèn", "传": "chuán", "佛": "fó", "单": "dān", "华": "huá", "少": "shào", "予": "yǔ",
    "晟": "shèng", "盛": "shèng", "朝": "cháo", "朴": "pǔ", "柏": "bǎi", "省": "xǐng", "茜": "qiàn",
    "莎": "shā", "行": "xíng", "藏": "cáng", "长": "cháng", "阿": "ā", "重": "zhòng", "和": "hé", "干": "gàn",
    "都": "dū", "相": "xiāng", "薄": "bó", "曾": "zēng", "若": "ruò", "能": "néng", "隆": "lóng", "澄": "chéng",
    "峥": "zhēng", "铤": "tǐng", "莞": "wǎn", "蔚": "wèi", "娜": "nà", "劲": "jìng", "琢": "zhuó", "焘": "tāo",
    "媞": "tí", "芾": "fú", "靓": "liàng", "珩": "héng", "子": "zǐ",
}  # fmt: skip
"""Reading of a character in a given name, where it has several: that which names have mostly."""

SOUND_READINGS = {
    "什": "shí", "切": "qiè", "加": "jiā", "卜": "bǔ", "卡": "kǎ", "厦": "xià", "单": "dān", "参": "cān", "吾": "wú",
    "哈": "hā", "塔": "tǎ", "夏": "xià", "娜": "nà", "孜": "zī", "尔": "ěr", "库": "kù", "扎": "zhā", "拉": "lā",
    "提": "tí", "撒": "sā", "曲": "qǔ", "曾": "zēng", "朴": "pǔ", "查": "chá", "柏": "bó", "比": "bǐ", "沙": "shā",
    "盖": "gài", "石": "shí", "莎": "shā", "葛": "gé", "贾": "jiǎ", "那": "nà", "里": "lǐ", "长": "cháng", "阿": "ā",
    "佛": "fó", "万": "wàn", "伽": "jiā", "都": "dū", "乐": "lè", "得": "dé", "和": "hé", "术": "shù", "茜": "xī",
    "麦": "mài", "丽": "lì", "任": "rèn", "宁": "níng", "约": "yuē", "肖": "xiāo", "贝": "bèi", "露": "lù",
    "华": "huá", "盛": "shèng", "若": "ruò", "番": "fān", "洗": "xǐ", "尼": "ní", "格": "gé", "蒙": "méng", "埃": "āi",
    "还": "huán", "少": "shǎo", "种": "zhǒng", "重": "chóng", "强": "qiáng", "大": "dà", "别": "bié",
    "勒": "lè", "耶": "yē", "塞": "sài", "泊": "bó", "的": "dí", "干": "gān", "几": "jī", "子": "zǐ",
}  # fmt: skip
"""Reading of a character in a name written by sound, where it has several."""

COMMON = frozenset(
    "傅王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐"
    "易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳"
    "欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应"
    "臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌"
    "奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙"
    "浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉斯元束檀衣信"
    "展阴昝智幸奉植衡富尧闭由"
)
"""The characters of the several hundred commonest surnames."""


def surname_of(name: str) -> str:
    """The surname at the start of a personal name: two characters where they are a compound one, else one.

    ``name`` is two or more Chinese characters; a name of two characters has a surname of one.
    """
    for length in (4, 2):
        if name[:length] in COMPOUND and len(name) >= length:
            return name[:length]
    return name[:1]


def surname_reading(surname: str) -> tuple[str, ...] | None:
    """The syllables of a surname that has a reading of its own as such, else None."""
    if surname in COMPOUND_READINGS:
        return COMPOUND_READINGS[surname]
    reading = READINGS.get(surname)
    return (reading,) if reading else None


def looks_like_name(text: str) -> bool:
    """Whether the text has the form of a Chinese personal name: a known surname and one or two characters more."""
    surname = surname_of(text)
    known = surname in COMPOUND or surname in COMMON or surname in READINGS
    return known and 1 <= len(text) - len(surname) <= 2
