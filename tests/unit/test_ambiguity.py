"""Two words side by side whose characters are two other words as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.lexicon import open_dictionary
from reader.segmenter import JiebaSegmenter, ambiguity
from reader.segmenter.ambiguity import Ambiguities, word_class

_LINES = [
    line.split()
    for line in Path(ambiguity.__file__).with_name("ambiguities.txt").read_text(encoding="utf-8").splitlines()
    if line and line[0] != "#"
]


@pytest.fixture(scope="module")
def segmenter() -> JiebaSegmenter:
    return JiebaSegmenter(open_dictionary(None))


@pytest.mark.parametrize("line", _LINES, ids=" ".join)
def test_every_frame_holds_for_its_example(segmenter: JiebaSegmenter, line: list[str]) -> None:
    likeliest, meant = line[6].split("|"), line[7].split("|")
    assert "".join(likeliest) == "".join(meant)
    assert segmenter.ambiguities.resolve(likeliest) == meant


@pytest.mark.parametrize(
    "cut",
    [
        "红灯笼 迎 新年 。",
        "他 回 家乡 办厂 ， 想 学 城里人 。",
        "据 此间 媒体 报道 ， 双方 已 签约 。",
        "国家 开创 新 局面 ， 大半 个 村子 都 搬 了 。",
        "老人们 坐 在 马路 旁 ， 重庆 市民 看 着 他们 。",
        "工作 还 有待 加强 及 其他 条件 。",
        # the likeliest cut stays
        "部队 演习 。",
        "建设 有 特色 的 社会 ， 取得 了 成绩 。",
        "全 社会 关心 老人 ， 各 方面 的 力量 都 来 。",
        "他 不 可能 知道 。",
        "在 世界 上 ， 新 政府 向 前进 的 人 看齐 。",
    ],
)
def test_sentences(segmenter: JiebaSegmenter, cut: str) -> None:
    assert " ".join(word for word, _ in segmenter.cut(cut.replace(" ", ""))) == cut


def test_only_what_is_nearly_as_likely() -> None:
    tags = {"长句": "v", "子": "m", "长": "v", "句子": "n"}
    words = {"长句": -6.0, "子": -6.0, "长": -5.0, "句子": -8.9}
    assert Ambiguities(words.get, tags.get).resolve(["长句", "子"]) == ["长", "句子"]
    assert Ambiguities({**words, "句子": -9.1}.get, tags.get).resolve(["长句", "子"]) == ["长句", "子"]


def test_words_of_the_project_stay(segmenter: JiebaSegmenter) -> None:
    own = JiebaSegmenter(open_dictionary(None), ["边防军"])
    assert [word for word, _ in segmenter.cut("边防军官")] == ["边防", "军官"]
    assert [word for word, _ in own.cut("边防军官")] == ["边防军", "官"]


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("发展", "vn", "v2"),
        ("北京", "ns", "P2"),
        ("天", "zg", "?1"),
        ("一心一意", None, "?4"),
        ("社会主义制度", "n", "n4"),
    ],
)
def test_class(word: str, tag: str | None, expected: str) -> None:
    assert word_class(word, tag) == expected
