"""Cutting text into words."""

from __future__ import annotations

import random
import warnings
from collections.abc import Iterator
from math import log
from pathlib import Path

import pytest

from reader.errors import LexiconError
from reader.lexicon import Dictionary, open_dictionary
from reader.segmenter import JiebaSegmenter, jieba_segmenter, rules, table, vocabulary
from reader.segmenter.path import PREFIX, best_path, best_weight


@pytest.fixture(scope="session")
def dictionary() -> Dictionary:
    return open_dictionary(None)


@pytest.fixture(scope="session")
def segmenter(dictionary: Dictionary) -> JiebaSegmenter:
    return JiebaSegmenter(dictionary)


def _words(segmenter: JiebaSegmenter, text: str) -> str:
    return " ".join(word for word, _ in segmenter.cut(text))


@pytest.mark.parametrize(
    "cut",
    [
        # news and policy
        "到 1996 年 底 ， 十月 初 立项 的 桥 已 通车 ， 二十 日 电 。",
        "1998 年 头 一周 ， 1.3 万 户 人家 用 上 了 气 。",
        "里氏 六点二 级 地震 ， 北纬 四十一点一 度 。",
        "世界 第十一 大 经济体 的 第三 军 。",
        "每 个 人 都 有 数千 年 的 历史 。",
        "三百万 吨 粮食 到 20 世纪 末 翻 了 几十 倍 。",
        "该 省 将 在 三 年 内 新建 二十四 座 污水处理厂 ， 总 投资 约 一百二十亿 元 。",
        "国内生产总值 同比 增长 百分之五点三 。",
        "人民 生活水平 显著 提高 。",
        "政府 是 规则 的 制定者 ， 也 是 市场 的 监督者 。",
        "要 不断 提高 发展 的 协调性 、 平衡性 。",
        "副局长 走访 了 三十 多 个 村庄 。",
        "乡村 振兴 不能 只 靠 政府 。",
        "他们 一早 就 出发 了 。",
        "两 党 会 派 人 参加 。",
        "近日 ， 一 起 涉农 案件 开庭 ， 我们 一起 研究 案件 。",
        "本报 寿光 电 （ 记者 ）",
        "食堂 还 给 行动不便 的 老人 送餐 上门 。",
        "他 把 土地 还给 了 农民 。",
        "成绩 提高 零点三五 秒 。",
        "他 沉 下 身 去 ， 算 了 一 笔 账 。",
        "能 简 则 简 。",
        "距今 十六万 年 。",
        "一 年 少 说 也 收 个 万 把 元 。",
        "独居 老人 家中 装 了 按钮 。",
        "练 到 分毫 不 差 ， 一 天 能 干 个 七八 成 。",
        "不 转 难 ， 可 不 转 更 难 。",
        "差 一 度 都 不行 。",
        "平均分 由 四十二 分 提高 到 七十八 分 。",
        "神舟 二十二 号 飞船 发射 。",
        "十几 架 飞机 停 在 那里 。",
        "他 谈到 这 件 事 时 说 ， 网 里 净 是 些 小鱼 小虾 。",
        "船 行 于 长江 ， 产量 大大 提高 。",
        "从 图 上 来 看 ， 其他 人 所 说 不 假 。",
        "有的 人 年年 来 ， 所有 的 人 都 高兴 。",
        "去年 一 年 ， 国家 一 家 办 的 事 不 多 。",
        "若是 长达 两 年 ， 谁 也 不 走 。",
        "他 买 了 一 副 手套 ， 副局长 也 有 两 副 眼镜 。",
        "还 有的 人 在 家里 一 行 一 行 地 读 。",
        # story and dialogue
        "她 有 长长 的 头发 ， 越 长 越 好看 。",
        "这 段 时间 他 趁 着 天黑 写 了 一 封 信 。",
        "大家 一起 去 吧 。",
        "她 把 钥匙 放 在 桌子 上 ， 转身 就 走 了 。",
        "他 打开 窗户 ， 一 股 凉风 吹 了 进来 。",
        "外面 下 着 大雨 ， 他 却 站 在 门口 一动不动 。",
        "他 说 的 话 我 一 句 也 听不懂 。",
        "如果 明天 不 下雨 的话 ， 我们 就 去 爬山 。",
        "日子 越 过 越 红火 。",
        "走路 十 分钟 就 到 了 。",
        "孩子们 在 院子 里 玩 。",
        "乒乓球 拍卖 完 了 。",
        "他 把 手 揣 在 兜 里 ， 门 的 把手 是 铜 的 。",
        "摊子 还 没 收 ， 钱 就 被 没收 了 。",
        "火 烧 得 很 旺 ， 他 买 了 两 个 火烧 。",
        "十八 一 斤 ， 来 二 斤 三 两 ， 还有 三两 天 呢 。",
        "我 数 一二三 ， 大家 一块儿 使劲 。",
        "一 练 就 练 到 半夜 ， 也 算 有 成就 。",
        "缸子 上 印 着 一 行 红 字 ， 他们 一行 走 了 。",
        "二嫂 和 三爷 来 了 ， 还有 我 老姨 。",
        "门 外头 站 着 女人们 ， 夜里 头一回 下雪 。",
        "拿 温水 化 开 ， 搞 现代化 。",
        "车 七 点 一 刻 到 ， 住 一两 晚 。",
        "别 难为 他 了 ， 只好 将就 着 用 。",
        "他 这 件 事 将 就此 结束 。",
        # manual
        "请 将 电源线 插入 插座 ， 然后 按 下 开机 键 。",
        "这种 药 一 天 吃 三 次 ， 一 次 两 片 。",
    ],
)
def test_sentences(segmenter: JiebaSegmenter, cut: str) -> None:
    assert _words(segmenter, cut.replace(" ", "")) == cut


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("第二十四次会议", "第二十四 次 会议"),
        ("一家企业", "一 家 企业"),
        ("三地联动", "三 地 联动"),
        ("七八个人", "七八 个 人"),
        ("一九四九年", "一九四九 年"),
        ("三分之一的人", "三分之一 的 人"),
        ("三百余户村民", "三百 余 户 村民"),
        ("一边走一边唱", "一边 走 一边 唱"),
        ("万一有人问", "万一 有人 问"),
        ("个人信息", "个人 信息"),
    ],
)
def test_numbers_stand_apart_from_their_measure_words(segmenter: JiebaSegmenter, text: str, cut: str) -> None:
    assert _words(segmenter, text) == cut


@pytest.mark.parametrize(
    "cut",
    [
        "他 松 了 口 气 。",
        "老人 叹 了 一 口 气 。",
        "喝 了 口 水 。",
        "雇 个 人手 。",
        "等 了 四 个 半 月 。",
        "三分 建 、 七 分 管 。",
        "母鸡 每天 生 一 个 蛋 。",
        "是 哪 天 生 的 。",
        "船 上 装 了 冷库 。",
        "他 朝 看台 上 挥手 。",
        "种子 摊 在 手心 里 。",
        "瞪 起 眼 来 。",
        "要 飞 上 一 年 。",
        "她 一边 倒 茶 一边 说 。",
        "手把手 地 学 起 垄 。",
        "单 片 刻 字 。",
        "因 病 因 灾 。",
        "可 好 种子 在 哪儿 。",
        "一 脚 水 地 往 家里 走 。",
        "连 三 成 都 不到 。",
        "比 对 自己 还 亲 。",
        "四 匹 马 拉 着 车 。",
        "一 举 就是 半天 。",
        "多 长 个 心眼 。",
        "他 换 了 口气 说话 。",
        "他 一口气 跑 完 。",
        "她 咽 了 咽 口水 。",
        "几 个 人 手 拉 着 手 。",
        "他 买 了 一 件 上装 。",
        "一 个 半月形 的 湖 。",
        "今年 比 上一年 多 。",
        "舆论 一边倒 。",
        "这 家 店 很 不起眼 。",
        "他 看 了 看 台上 的 人 。",
        "大地 学 。",
        "再 不 通 一 通 就 晚 了 。",
        "病因 不明 。",
        "二十 来 头 猪 大 有 来头 。",
        "他 点 了 点 头 ， 有 了 有利 条件 。",
        "交通运输 部门 就 在 外交部 门口 。",
    ],
)
def test_what_stands_beside_decides(segmenter: JiebaSegmenter, cut: str) -> None:
    assert _words(segmenter, cut.replace(" ", "")) == cut


def test_a_number_before_the_text_counts(segmenter: JiebaSegmenter) -> None:
    assert segmenter.cut("年内完成")[0][0] == "年内"
    assert [word for word, _ in segmenter.cut("年内完成", after_number=True)] == ["年", "内", "完成"]
    assert [word for word, _ in segmenter.cut("个人", after_number=True)] == ["个", "人"]
    assert _words(segmenter, "3个人") == "3 个 人"


def test_any_text_is_kept_whole(segmenter: JiebaSegmenter) -> None:
    for text in (
        "",
        "   ",
        "5G网络——1.17亿人……“好”\n　完。",
        "ひらがなとカタカナ、漢字もある",
        "𠀀𰀀〇ㄅ\u200b中\u200b国\ue000",
        "繁體中文與简体中文混排",
        "e\u0301 ½ ① %",
    ):
        assert "".join(word for word, _ in segmenter.cut(text)) == text
    assert _words(segmenter, "用5G上网……") == "用 5 G 上网 ……"


def test_a_very_long_line(segmenter: JiebaSegmenter) -> None:
    text = "我们在北京大学学习汉语" * 2000
    words = segmenter.cut(text)
    assert "".join(word for word, _ in words) == text
    assert {word for word, _ in words} == {"我们", "在", "北京大学", "学习", "汉语"}


def test_parts_of_speech(segmenter: JiebaSegmenter) -> None:
    tags = dict(segmenter.cut("我们认真学习，北京。"))
    assert tags["我们"] == "r"
    assert tags["学习"] == "v"
    assert tags["北京"] == "ns"
    assert tags["，"] is None


def test_a_common_word_is_not_tagged_as_a_name(segmenter: JiebaSegmenter) -> None:
    """jieba tags these nr for the sake of their first character."""
    for word in ("幸福感", "王子", "玉米", "乌云"):
        assert ((word, None),) == segmenter.cut(word)


def test_frequency(segmenter: JiebaSegmenter) -> None:
    assert segmenter.total > segmenter.frequency("我们") > segmenter.frequency("咱们") > 0
    assert segmenter.frequency("吃吃喝喝啊") == 0
    assert segmenter.frequency("") == 0
    # A text that only begins a word is none.
    assert segmenter.frequency("中华人民共") == 0


def test_words_of_two_characters_by_one_of_them(segmenter: JiebaSegmenter) -> None:
    found = segmenter.pairs("活")
    assert {"生活", "活动"} <= set(found)
    assert all(len(word) == 2 and "活" in word and segmenter.frequency(word) == count for word, count in found.items())
    assert segmenter.pairs("\U000323b0") == {}
    assert segmenter.pairs("慢")["慢慢"] == segmenter.frequency("慢慢")


def test_a_word_across_a_border_joins_it(segmenter: JiebaSegmenter) -> None:
    assert segmenter.joined("我们要加快发", "展步伐")
    assert segmenter.joined("一共二十", "四个人")
    assert not segmenter.joined("我们要加快", "发展步伐")
    assert not segmenter.joined("结束了。", "新的一天")
    assert not segmenter.joined("", "发展")
    assert not segmenter.joined("发展", "")


def test_added_words_win_over_their_parts(dictionary: Dictionary, segmenter: JiebaSegmenter) -> None:
    assert _words(segmenter, "小漠街道") == "小 漠 街道"
    extended = JiebaSegmenter(dictionary, ["小漠", "深汕", "A股", "小漠"])
    assert _words(extended, "深汕的小漠街道") == "深汕 的 小漠 街道"
    assert extended.frequency("小漠") > 0
    assert _words(segmenter, "小漠街道") == "小 漠 街道"


def test_added_words_do_not_cross_common_ones(dictionary: Dictionary) -> None:
    extended = JiebaSegmenter(dictionary, ["算力"])
    assert _words(extended, "庞大的算力") == "庞大 的 算力"
    assert _words(extended, "计算力量对比") == "计算 力量 对比"


def test_the_order_of_added_words_does_not_matter(dictionary: Dictionary) -> None:
    words = ["飞地经济", "飞地", "经济圈", "地经"]
    one, other = (JiebaSegmenter(dictionary, order) for order in (words, words[::-1]))
    assert [one.frequency(word) for word in words] == [other.frequency(word) for word in words]


def test_jieba_itself_is_neither_loaded_nor_changed() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from reader.lexicon import open_dictionary; from reader.segmenter import JiebaSegmenter; "
        "JiebaSegmenter(open_dictionary(None)).cut('我们学习'); assert 'jieba' not in sys.modules"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root)


# ------------------------------------------------------------------------------------------------- the path


def _weights(counts: dict[str, int]) -> dict[str, float]:
    total = sum(counts.values())
    weights = {word: log(count) - log(total) for word, count in counts.items() if count}
    for word in counts:
        for end in range(1, len(word)):
            weights.setdefault(word[:end], PREFIX)
    return weights


def test_the_likeliest_path() -> None:
    weights = _weights({"北京": 50, "京大": 5, "大学": 50, "北京大学": 60})
    assert best_path("北京大学", weights, -20.0) == [4]
    # As in jieba, a character that is no word by itself is not cut off where a word begins with it.
    assert best_path("京大学", weights, -20.0) == [2, 3]
    assert best_path("京大学", {**weights, "京": -5.0}, -20.0) == [1, 3]
    assert best_path("", weights, -20.0) == []
    assert best_weight("", weights, -20.0) == 0.0
    assert best_path("無無", weights, -20.0) == [1, 2]


def test_equal_to_jieba_on_its_own_dictionary(tmp_path: Path) -> None:
    """The same cuts as jieba.Tokenizer without its hidden Markov model, on prose and on noise."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba asks for pkg_resources, which says that it is deprecated
        jieba = pytest.importorskip("jieba")
    jieba.setLogLevel(60)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path)
    tokenizer.initialize()
    total = log(tokenizer.total)
    weights = {word: log(count) - total if count else PREFIX for word, count in tokenizer.FREQ.items()}
    rng = random.Random(20)
    characters = sorted(
        word for word, count in tokenizer.FREQ.items() if len(word) == 1 and "\u4e00" <= word <= "\u9fd5"
    )
    texts = [
        "深入实施创新驱动发展战略加快培育新质生产力",
        "从前有一个老渔夫和他的妻子住在海边的一间破房子里",
        "结婚的和尚未结婚的都来了",
        *("".join(rng.choices(characters, k=40)) for _ in range(300)),
    ]
    for text in texts:
        ends = best_path(text, weights, -total)
        ours = [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]
        assert ours == tokenizer.lcut(text, HMM=False)


# ---------------------------------------------------------------------------------- the vocabulary and its file

LINES = [
    "我 1000 r",
    "们 500 k",
    "我们 900 r",
    "更好 300 d",
    "两个 400 m",
    "放在 200 v",
    "床上 100 n",
    "有益于 50 v",
    "示范区 60 n",
    "新格局 70 nt",
    "经济社会 80 n",
    "总工程师 20 n",
    "在世界上 30 l",
    "风清气正 10 i",
    "幸福感 40 nr",
    "李建国 5 nr",
    "克林顿 9 nr",
    "浙东 8 ns",
    "看不清 7 v",
    "跑过来 6 v",
    "神龙 5 nz",
    "吹 20 v",
    "了 900 ul",
]
HEADWORDS = [
    "我们",
    "有益",
    "示范",
    "格局",
    "经济",
    "社会",
    "工程师",
    "世界",
    "幸福",
    "建国",
    "过来",
    "吹了",
    "市场经济",
]


@pytest.fixture(scope="module")
def small() -> vocabulary.Vocabulary:
    return vocabulary.build(LINES, HEADWORDS, ["占比", "我们"])


def test_what_a_dictionary_vouches_for_stays(small: vocabulary.Vocabulary) -> None:
    assert small.frequencies["我们"] >= 900
    assert small.frequencies["占比"] > vocabulary.ADDED
    assert small.frequencies["格局"] == vocabulary.ADDED
    assert small.total == sum(int(line.split()[1]) for line in LINES)


def test_what_is_several_words_goes(small: vocabulary.Vocabulary) -> None:
    for word in (
        "更好",
        "两个",
        "放在",
        "床上",
        "有益于",
        "新格局",
        "经济社会",
        "在世界上",
        "看不清",
        "跑过来",
        "吹了",
    ):
        assert not small.frequencies.get(word), word


def test_compounds_derived_words_idioms_and_names_stay(small: vocabulary.Vocabulary) -> None:
    for word in ("示范区", "总工程师", "风清气正", "幸福感", "李建国", "克林顿", "浙东", "神龙"):
        assert small.frequencies.get(word), word


def test_tags_are_kept_where_they_can_be_right(small: vocabulary.Vocabulary) -> None:
    assert small.tags["李建国"] == small.tags["克林顿"] == "nr"
    assert small.tags["浙东"] == "ns"
    assert "幸福感" not in small.tags
    assert "神龙" not in small.tags


def test_long_dictionary_words_win_over_their_parts(small: vocabulary.Vocabulary) -> None:
    weights = _weights({word: count for word, count in small.frequencies.items() if count})
    assert best_path("市场经济", weights, -20.0) == [4]


def test_the_file_gives_back_what_went_in(small: vocabulary.Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "words"
    table.write(path, small)
    loaded = table.Table(path)
    for word, count in small.frequencies.items():
        assert loaded.frequency(word) == count
        assert loaded.tag(word) == (small.tags.get(word) if count else None)
    assert loaded.weights["市场"] == PREFIX
    assert loaded.weights["我们"] == log(small.frequencies["我们"]) - log(small.total)
    assert loaded.pairs("我") == {"我们": small.frequencies["我们"]}
    again = tmp_path / "again"
    table.write(again, small)
    assert again.read_bytes() == path.read_bytes()


def test_the_vocabulary_is_prepared_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    listed = tmp_path / "dict.txt"
    listed.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    entries = "".join(f"{word} {word} [a1] /word/\n" for word in HEADWORDS)
    (tmp_path / "cedict_ts.u8").write_text(f"#! date=2031-01-01T00:00:00Z\n{entries}", encoding="utf-8")
    monkeypatch.setattr(vocabulary, "jieba_file", lambda: listed)
    monkeypatch.setenv("DUBEN_CACHE", str(tmp_path / "cache"))
    dictionary = open_dictionary(tmp_path)
    assert JiebaSegmenter(dictionary).frequency("示范区") == 60
    (made,) = (tmp_path / "cache").glob("*.table")
    first = made.read_bytes()
    assert _words(JiebaSegmenter(dictionary), "我们放在床上") == "我们 放 在 床 上"
    made.write_bytes(first[:1000])
    assert JiebaSegmenter(dictionary).frequency("示范区") == 60
    assert made.read_bytes() == first


def test_a_missing_package_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "find_spec", lambda _: None)
    with pytest.raises(LexiconError, match="jieba is not installed"):
        vocabulary.jieba_file()


def _damaged(whole: bytes) -> Iterator[bytes]:
    yield b""
    yield b"something else altogether, long enough to be read"
    yield whole[:-1]
    yield whole[: len(whole) // 2]
    yield whole[:14] + bytes(16) + whole[30:]


def test_a_file_that_is_not_whole_is_refused(small: vocabulary.Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "words"
    table.write(path, small)
    for content in _damaged(path.read_bytes()):
        path.write_bytes(content)
        with pytest.raises(ValueError, match=r"\w"):
            table.Table(path)


# ------------------------------------------------------------------------------------------------- the rules


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("二十 四 次", "二十四 次"),
        ("第二 十四 次", "第二十四 次"),
        ("第 七 期", "第七 期"),
        ("百分之 五 点 三", "百分之五点三"),
        ("三 年内 完成", "三 年 内 完成"),
        ("年内 完成", "年内 完成"),
        ("三十 多个 国家", "三十 多 个 国家"),
        ("多个 国家", "多个 国家"),
        ("一家 企业", "一 家 企业"),
        ("十分 钟 后", "十 分钟 后"),
        ("十分 重要", "十分 重要"),
        ("制定 者", "制定者"),
        ("三 者 之间", "三 者 之间"),
        ("副 局长", "副局长"),
        ("孩子 们", "孩子们"),
        ("越过 越 好", "越 过 越 好"),
        ("越过 边境", "越过 边境"),
        ("说 的话 我", "说 的 话 我"),
        ("下雨 的话", "下雨 的话"),
        ("血流 进 气管", "血 流 进 气管"),
        ("一 部长 篇", "一 部 长篇"),
    ],
)
def test_rules(words: str, expected: str) -> None:
    cut = words.split()
    assert rules.apply(cut, "".join(cut), after_number=False) == expected.split()


def test_added_words_are_known_with_the_others_of_their_first_character(
    small: vocabulary.Vocabulary, tmp_path: Path
) -> None:
    table.write(tmp_path / "words", small)
    known, plain = table.Table(tmp_path / "words"), table.Table(tmp_path / "words")
    known.add({"我们班上": -3.0, "龘龘": -4.0})
    assert known.weight("我们班上") == -3.0
    assert known.weight("龘龘") == -4.0
    assert known.weight("我们班") == known.weight("龘") == PREFIX
    assert known.weight("我们") == plain.weight("我们") != PREFIX


def test_what_the_words_of_a_project_weigh_is_kept(small: vocabulary.Vocabulary, tmp_path: Path) -> None:
    prepared = tmp_path / "words"
    table.write(prepared, small)
    words = ["我们放", "床上"]
    weights = jieba_segmenter._own_weights(words, prepared)
    plain = table.Table(prepared)
    plain.load("".join(words))
    for word, weight in weights.items():
        assert weight > best_weight(word, plain.weights, plain.unknown)
    assert list(weights) == words
    (kept,) = tmp_path.glob("own-*.json")
    whole = kept.read_bytes()
    for damage in (b"", b"[]", whole[:-3], b'{"a": 1}'):
        kept.write_bytes(damage)
        assert jieba_segmenter._own_weights(words, prepared) == weights
        assert kept.read_bytes() == whole
    kept.write_bytes(whole.replace(b"-", b"-1"))
    assert jieba_segmenter._own_weights(words, prepared) != weights  # it is read, not made at each start
    assert jieba_segmenter._own_weights(words[:1], prepared) == {words[0]: weights[words[0]]}
