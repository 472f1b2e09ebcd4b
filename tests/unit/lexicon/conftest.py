"""A tiny CC-CEDICT, and the real one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.lexicon import Dictionary, open_dictionary

HEADER = "# CC-CEDICT\n#! version=1\n#! date={date}\n"
LATER = "2031-01-01T00:00:00Z"
"""Later than the release in any package."""

LINES = """
銀行 银行 [yin2 hang2] /bank/CL:家[jia1],個|个[ge4]/
中國 中国 [Zhong1 guo2] /China/
一會兒 一会儿 [yi1 hui4 r5] /a moment/a while/also pr. [yi1 hui3 r5]/
綠 绿 [lu:4] /green/
和 和 [He2] /surname He/
和 和 [he2] /and; together with/
和 和 [huo4] /to mix/
龢 和 [he2] /old variant of 和[he2]/harmonious/
和平 和平 [he2 ping2] /peace/peaceful/
和藹 和蔼 [he2 ai3] /kindly/
后 后 [hou4] /empress/
後 后 [hou4] /back; behind/
後天 后天 [hou4 tian1] /the day after tomorrow/
背後 背后 [bei4 hou4] /behind/
喫 吃 [chi1] /variant of 吃[chi1]/
吃 吃 [chi1] /to eat/
殺一警百 杀一警百 [sha1 yi1 jing3 bai3] /see 殺一儆百|杀一儆百[sha1 yi1 jing3 bai3]/
殺一儆百 杀一儆百 [sha1 yi1 jing3 bai3] /lit. kill one to warn a hundred (idiom); to make an example of sb/
東西 东西 [dong1 xi1] /east and west/
東西 东西 [dong1 xi5] /thing/
3C 3C [san1 C] /computers, communications, and consumer electronics/
瓩 瓩 [qian1 wa3] /kilowatt (old)/
一不做，二不休 一不做，二不休 [yi1 bu4 zuo4 , er4 bu4 xiu1] /don't do it, or don't rest (idiom)/
垃圾 垃圾 [la1 ji1] /trash/Taiwan pr. [le4 se4]/
品客 品客 [pin3 ke4] /(Tw) crisps/
品客 品客 [pin3 ke5] /tasting guest/
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path | None:
    """A cache folder of its own for every test, but for those that use the real dictionary."""
    if "cedict" in request.fixturenames:
        return None
    folder = tmp_path / "cache"
    monkeypatch.setenv("DUBEN_CACHE", str(folder))
    return folder


@pytest.fixture
def glossary_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "glossary"
    folder.mkdir()
    return folder


@pytest.fixture
def write(glossary_folder: Path) -> Callable[..., Path]:
    """Write a ``cedict_ts.u8`` with the given lines."""

    def write(lines: str = LINES, date: str = LATER, name: str = "cedict_ts.u8") -> Path:
        path = glossary_folder / name
        path.write_bytes((HEADER.format(date=date) + lines.lstrip()).replace("\n", "\r\n").encode())
        return path

    return write


@pytest.fixture
def small(write: Callable[..., Path], glossary_folder: Path) -> Dictionary:
    """The tiny dictionary, opened."""
    write()
    return open_dictionary(glossary_folder)


@pytest.fixture(scope="session")
def cedict() -> Dictionary:
    """The packaged release, in the cache of whoever runs the tests: preparing it takes seconds."""
    return open_dictionary(None)
