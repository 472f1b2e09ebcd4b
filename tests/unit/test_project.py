"""Finding projects and seeds, and reading reader.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import ConfigError, SourceError
from reader.project import Project, find_project, read_config, read_seed


def _config(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "reader.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_project_is_found_from_below(tmp_path: Path) -> None:
    (tmp_path / "seeds" / "deep").mkdir(parents=True)
    found = find_project(tmp_path / "seeds" / "deep")
    assert found is not None
    assert found.root == tmp_path.resolve()
    assert found.config.editions == ("full",)


def test_reader_toml_marks_the_root_before_a_seeds_folder_does(tmp_path: Path) -> None:
    _config(tmp_path, 'editions = ["plain"]')
    (tmp_path / "inner" / "seeds").mkdir(parents=True)
    found = find_project(tmp_path / "inner")
    assert found is not None
    assert found.root == tmp_path.resolve()
    assert found.config.editions == ("plain",)


def test_no_project(tmp_path: Path) -> None:
    assert find_project(tmp_path) is None


def test_an_edition_of_the_users_own(tmp_path: Path) -> None:
    config = read_config(
        _config(
            tmp_path, 'editions = ["full", "beginner"]\n[edition.beginner]\npinyin = "terms"\nlevel = 2\nlarge = true'
        )
    )
    assert config.editions == ("full", "beginner")
    spec = config.specs["beginner"]
    assert (spec.name, spec.pinyin, spec.level, spec.large) == ("beginner", "terms", 2, True)


FAULTS = {
    "no TOML": ("editions = [", "not valid TOML"),
    "unknown key": ('edition = 1\nedtions = ["full"]', "unknown key 'edtions'"),
    "unknown edition": ('editions = ["ful"]', "unknown edition 'ful'"),
    "unknown format": ('formats = ["docx"]', "unknown format 'docx'"),
    "no list": ('formats = "pdf"', "has to be a list"),
    "unknown field": ("[edition.x]\npinyn = 'all'", "unknown key 'pinyn'"),
    "unknown choice": ("[edition.x]\npinyin = 'some'", "it has to be 'all'"),
    "wrong type": ("[edition.x]\nlevel = 'two'", "it has to be int"),
    "a truth value for a number": ("[edition.x]\nlevel = true", "it has to be int"),
    "unknown paper": ("[edition.x]\npaper = 'a0'", "it has to be '170x240mm' or 'a4' or 'a5' or 'letter'"),
    "no table": ("[edition]\nx = 1", "has to be a table"),
    "a path for a name": ('[edition."../x"]\nlevel = 1', "no name for an edition"),
}


@pytest.mark.parametrize(("text", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_each_fault_in_reader_toml_is_one_clear_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config(_config(tmp_path, text))
    assert message in caught.value.message
    assert caught.value.path == "reader.toml"


def test_seeds_are_texts_and_no_translations(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name in ("b.txt", "a.txt", "a.en.txt", "a.yaml", "notes.md"):
        (seeds / name).write_text("好。", encoding="utf-8")
    project = Project(tmp_path)
    assert [path.name for path in project.seed_paths()] == ["a.txt", "b.txt"]
    assert project.find_seed("a").name == "a.txt"
    assert project.find_seed("a.txt").name == "a.txt"
    assert project.find_seed(str(seeds / "b.txt")).name == "b.txt"
    with pytest.raises(SourceError) as caught:
        project.find_seed("aa")
    assert caught.value.hint == "did you mean a?"
    with pytest.raises(SourceError, match="folder"):
        project.find_seed(str(seeds))
    seed = read_seed(seeds / "a.txt", project)
    assert (seed.id, seed.path, seed.sidecar_path) == ("a", "seeds/a.txt", "seeds/a.yaml")
    assert read_seed(seeds / "b.txt", project).sidecar is None


def test_outside_a_project_a_neighbouring_yaml_is_no_sidecar(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("好。", encoding="utf-8")
    (tmp_path / "x.yaml").write_text("a: b", encoding="utf-8")
    assert read_seed(tmp_path / "x.txt", None).sidecar is None


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_seed(tmp_path / "none.txt", None)
    with pytest.raises(SourceError, match="folder"):
        read_seed(tmp_path, None)


def test_another_paper_for_every_edition(tmp_path: Path) -> None:
    project = Project(tmp_path, read_config(_config(tmp_path, "[edition.mine]\nduplex = true"))).on_paper("a5")
    assert {spec.paper for spec in project.config.specs.values()} == {"a5"}
    assert project.config.specs["mine"].duplex
