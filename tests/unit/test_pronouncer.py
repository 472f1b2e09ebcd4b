"""Readings guessed by pypinyin's tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import pronouncer as module
from reader.errors import LexiconError
from reader.pronouncer import PypinyinPronouncer


@pytest.fixture(scope="module")
def pronouncer() -> PypinyinPronouncer:
    return PypinyinPronouncer()


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("银行", "yín háng"),
        ("行走", "xíng zǒu"),
        ("重新", "chóng xīn"),
        ("音乐", "yīn yuè"),
        ("女儿", "nǚ ér"),
        ("朋友们", "péng yǒu men"),
    ],
)
def test_words(pronouncer: PypinyinPronouncer, word: str, reading: str) -> None:
    assert pronouncer.read(word) == tuple(reading.split())


@pytest.mark.parametrize(
    ("word", "reading"),
    [("一样", "yī yàng"), ("一起", "yī qǐ"), ("不对", "bù duì"), ("不是", "bù shì"), ("看一看", "kàn yī kàn")],
)
def test_sandhi_is_undone(pronouncer: PypinyinPronouncer, word: str, reading: str) -> None:
    assert pronouncer.read(word) == tuple(reading.split())


def test_erhua_belongs_to_the_syllable_before(pronouncer: PypinyinPronouncer) -> None:
    assert pronouncer.read("一会儿") == ("yī", "huìr", None)


def test_what_has_no_syllable(pronouncer: PypinyinPronouncer) -> None:
    assert pronouncer.read("A股，") == (None, "gǔ", None)
    assert pronouncer.read("") == ()
    assert pronouncer.read("\U000323b0") == (None,)
    assert len(pronouncer.read("中" * 3000)) == 3000


def test_alternatives_are_the_common_readings(pronouncer: PypinyinPronouncer) -> None:
    assert set(pronouncer.alternatives("长")) == {"cháng", "zhǎng"}
    assert set(pronouncer.alternatives("行")) == {"xíng", "háng"}
    assert pronouncer.alternatives("一") == ("yī",)
    assert pronouncer.alternatives("山") == ("shān",)
    assert pronouncer.alternatives("，") == ()


def test_as_pypinyin_reads_word_by_word(pronouncer: PypinyinPronouncer) -> None:
    """The prepared tables give what the package itself gives, sandhi apart."""
    from pypinyin import Style, pinyin

    words = (
        "区域 协调 发展 战略 重大 音乐会 长江 长大 朝阳 朝气 参差 参加 差异 出差 处理 好处 传统 传记 当时 上当 都市 都是 "
        "供给 供应 规律 率领 效率 号召 号叫 和平 应和 几乎 几何 间断 房间 将军 将来 角色 角落 教书 教育 觉得 睡觉 累计 劳累 "
        "积累 了解 为了 模样 模型 宁可 宁静 强大 勉强 曲折 歌曲 散步 散文 省略 反省 盛开 盛饭 说服 游说 宿舍 星宿 系统 "
        "兴奋 兴趣 血液 流血 要求 重要 着急 着重 中间 中奖 种子 种植 转变 旋转 作坊 作业 人民代表大会 绿水青山 丰富多彩"
    ).split()
    for word in words:
        theirs = [syllables[0] for syllables in pinyin(word, style=Style.TONE)]
        assert list(pronouncer.read(word)) == theirs, word


def test_the_tables_are_prepared_in_an_empty_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DUBEN_CACHE", str(tmp_path))
    fresh = PypinyinPronouncer()
    assert fresh.read("一起去银行") == ("yī", "qǐ", "qù", "yín", "háng")
    (made,) = tmp_path.iterdir()
    made.write_bytes(made.read_bytes()[:20_000])
    assert PypinyinPronouncer().read("一会儿") == ("yī", "huìr", None)


def test_a_missing_package_is_said_plainly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DUBEN_CACHE", str(tmp_path))
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with pytest.raises(LexiconError, match="pypinyin is not installed"):
        PypinyinPronouncer()


def test_a_phrase_is_known_as_a_whole_or_not_at_all(pronouncer: PypinyinPronouncer) -> None:
    assert pronouncer.phrase("银行") == ("yín", "háng")
    assert pronouncer.phrase("朋友们") is None
