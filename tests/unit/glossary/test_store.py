"""A folder of files as one value."""

from __future__ import annotations

import hashlib
import pickle
import shutil
from pathlib import Path

import pytest

from reader.errors import GlossaryError
from reader.findings import Severity, as_text, at_or_above
from reader.glossary import Glossary, Matcher, digest_of, load, read_folder
from reader.yamlfile import MAX_BYTES

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    glossary = tmp_path / "glossary"
    glossary.mkdir()
    (glossary / "b.yaml").write_text(
        "- {id: ma-xiang, term: 马巷, pinyin: Mǎxiàng, short: a lane, see: [deng-hui]}\n", encoding="utf-8"
    )
    (glossary / "a.yaml").write_text(
        "- {id: deng-hui, term: 灯会, pinyin: dēnghuì, short: lantern fair}\n", encoding="utf-8"
    )
    (glossary / "lexicon.yaml").write_text("- {word: 灯彩, pinyin: dēngcǎi, gloss: lanterns}\n", encoding="utf-8")
    return glossary


def add(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_files_are_read_by_name(folder: Path) -> None:
    glossary, found = load(folder, folder.parent)
    assert found == ()
    assert [term.id for term in glossary.terms] == ["deng-hui", "ma-xiang"]
    assert [word.word for word in glossary.lexicon] == ["灯彩"]
    assert glossary.by_id["ma-xiang"].term == "马巷"


def test_places_are_relative_to_the_project(folder: Path, tmp_path: Path) -> None:
    add(folder, "c.yaml", "- {id: x, term: 灯, pinyin: dēng dēng, short: lamp}\n")
    _, (fault,) = load(folder, tmp_path)
    assert as_text(fault).startswith("glossary/c.yaml:1:28: error G008: ")


def test_a_folder_outside_the_project_keeps_its_own_path(folder: Path, tmp_path: Path) -> None:
    add(folder, "c.yaml", "x\n")
    _, (fault,) = load(folder, tmp_path / "project")
    assert fault.path == (folder / "c.yaml").as_posix()


def test_no_folder_and_an_empty_folder_are_an_empty_glossary(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("none", "empty"):
        glossary, found = load(tmp_path / name, tmp_path)
        assert found == ()
        assert (glossary.terms, glossary.lexicon, dict(glossary.by_id)) == ((), (), {})
        assert Matcher(glossary.terms).find("灯会") == ()


def test_faulty_entries_are_left_out_and_the_others_kept(folder: Path) -> None:
    add(
        folder,
        "c.yaml",
        "- {id: deng-hui, term: 花会, pinyin: huāhuì, short: flower fair}\n"
        "- {id: deng-jie, term: 灯会, pinyin: dēnghuì, short: lantern fair}\n"
        "- {id: shi-ji, term: 市集, pinyin: shì, short: market}\n"
        "- {id: miao-hui, term: 庙会, pinyin: miàohuì, short: temple fair, see: [shi-ji, nothing]}\n",
    )
    glossary, found = load(folder, folder.parent)
    assert [term.id for term in glossary.terms] == ["deng-hui", "ma-xiang", "miao-hui"]
    assert glossary.by_id["deng-hui"].term == "灯会"
    assert [(fault.code, fault.line) for fault in found] == [("G006", 1), ("G007", 2), ("G008", 3), ("G010", 4)]
    assert "'nothing'" in found[3].message


def test_a_broken_file_does_not_make_the_references_into_it_wrong(folder: Path) -> None:
    add(folder, "a.yaml", "- id: deng-hui\n\tterm: 灯会\n")
    glossary, found = load(folder, folder.parent)
    assert [term.id for term in glossary.terms] == ["ma-xiang"]
    assert [(fault.code, fault.path) for fault in found] == [("G001", "glossary/a.yaml")]


def test_the_first_of_two_words_with_one_reading_counts(folder: Path) -> None:
    add(
        folder,
        "lexicon.yaml",
        "- {word: 灯彩, pinyin: dēngcǎi, gloss: first}\n- {word: 灯彩, pinyin: dēngcǎi, gloss: second}\n"
        "- {word: 转, pinyin: zhuǎn, gloss: third}\n- {word: 转, pinyin: zhuàn, gloss: fourth}\n",
    )
    glossary, found = load(folder, folder.parent)
    assert [word.gloss for word in glossary.lexicon] == ["first", "third", "fourth"]
    assert [(fault.code, fault.line) for fault in found] == [("G013", 2)]


def test_only_visible_yaml_files_count(folder: Path) -> None:
    digest = digest_of(read_folder(folder, folder.parent))
    for name in (".a.yaml", "schema.json", "a.yaml~", "README.md"):
        add(folder, name, "- broken: [")
    (folder / "sub.yaml").mkdir()
    glossary, found = load(folder, folder.parent)
    assert found == ()
    assert glossary.digest == digest


def test_the_digest_follows_names_and_bytes(folder: Path) -> None:
    def digest() -> str:
        return load(folder, folder.parent)[0].digest

    seen = [digest()]
    add(folder, "a.yaml", (folder / "a.yaml").read_text(encoding="utf-8") + "# a comment\n")
    seen.append(digest())
    (folder / "a.yaml").rename(folder / "aa.yaml")
    seen.append(digest())
    assert len(set(seen)) == 3
    assert digest() == seen[-1]
    moved = shutil.copytree(folder, folder.parent / "elsewhere" / "glossary")
    assert load(moved, folder.parent)[0].digest == seen[-1]
    assert digest_of(()) == hashlib.sha256().hexdigest()


def test_a_huge_file_is_refused(folder: Path) -> None:
    with (folder / "huge.yaml").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    _, found = load(folder, folder.parent)
    assert [(fault.code, fault.path) for fault in found] == [("G012", "glossary/huge.yaml")]


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    add(tmp_path, "glossary", "")
    with pytest.raises(GlossaryError, match="not a folder"):
        load(tmp_path / "glossary", tmp_path)


def test_a_file_that_cannot_be_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(GlossaryError, match="Permission denied") as caught:
        load(folder, folder.parent)
    assert caught.value.path == "glossary/a.yaml"


def test_a_folder_that_cannot_be_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, pattern: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "glob", refuse)
    with pytest.raises(GlossaryError, match="cannot be read: Permission denied"):
        load(folder, folder.parent)


def test_a_glossary_travels_between_processes(folder: Path) -> None:
    glossary, _ = load(folder, folder.parent)
    copy = pickle.loads(pickle.dumps(glossary))
    assert copy == glossary
    assert copy.by_id == glossary.by_id
    assert hash(copy) == hash(glossary)


def test_the_glossary_of_this_project_has_no_fault() -> None:
    glossary, found = load(ROOT / "glossary", ROOT)
    assert [as_text(fault) for fault in at_or_above(found, Severity.INFO)] == []
    assert len(glossary.terms) >= 100
    assert glossary != Glossary()
