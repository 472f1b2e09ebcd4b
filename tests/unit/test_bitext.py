"""A seed with a translation as files: links listed, doubts settled, marks written, both sides compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from reader.bitext import alignment_of, rows, write_marks
from reader.check import check
from reader.cli import main
from reader.desk import open_items, settle_items
from reader.errors import ConfigError
from reader.project import Project, translation_paths
from tests.unit.alignment.conftest import SENTENCES, SOURCE, TARGET

LOOSE = TARGET.replace("Every evening the old people stroll on it.", "The place is their favourite one.")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "qiao.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "seeds" / "qiao.yaml").write_text("source: a test\nrights: none\n", encoding="utf-8")
    (tmp_path / "seeds" / "qiao.en.txt").write_text(TARGET, encoding="utf-8")
    return Project(tmp_path)


def seed(project: Project) -> Path:
    return project.seeds / "qiao.txt"


def put(project: Project, name: str, text: str) -> None:
    (project.seeds / name).write_text(text, encoding="utf-8")


def test_translations_are_those_of_this_seed(project: Project) -> None:
    for name in ("qiao.de.txt", "qiao.en-literal.csv", "qiao.notes", "qiaoxia.en.txt", "qiao.en.yaml"):
        put(project, name, "x")
    assert [path.name for path in translation_paths(seed(project))] == [
        "qiao.de.txt",
        "qiao.en.txt",
        "qiao.en-literal.csv",
    ]
    assert project.seed_paths() == (seed(project),)


def test_links_are_listed(project: Project) -> None:
    found = rows(*alignment_of(project, seed(project)))
    assert [(row.source, row.target) for row in found] == list(SENTENCES)
    assert {row.kind for row in found} == {"aligned"}


def test_a_translation_that_is_not_there(project: Project) -> None:
    with pytest.raises(ConfigError, match="no translation 'de'") as caught:
        alignment_of(project, seed(project), "de")
    assert caught.value.hint == "there are en"
    (project.seeds / "qiao.en.txt").unlink()
    with pytest.raises(ConfigError, match="no translation that can be used"):
        alignment_of(project, seed(project))


def test_marks_are_written_and_make_the_links_certain(project: Project) -> None:
    document, alignment = alignment_of(project, seed(project))
    assert write_marks(project, alignment) == 3
    text = (project.seeds / "qiao.en.txt").read_text(encoding="utf-8")
    assert text.replace(" | ", " ") == TARGET
    again = rows(*alignment_of(project, seed(project)))
    assert [row.kind for row in again] == ["marked"] * 5 + ["aligned"]
    assert [(row.source, row.target) for row in again] == [
        (row.source, row.target) for row in rows(document, alignment)
    ]
    assert write_marks(project, alignment_of(project, seed(project))[1]) == 0


def test_marks_are_written_into_plain_utf_8_only(project: Project) -> None:
    path = project.seeds / "qiao.en.txt"
    path.write_bytes(TARGET.encode("utf-16"))
    with pytest.raises(ConfigError, match="UTF-8 only"):
        write_marks(project, alignment_of(project, seed(project))[1])
    path.unlink()
    put(project, "qiao.en.csv", "zh,en\n" + "\n".join(f'"{a}","{b}"' for a, b in SENTENCES))
    with pytest.raises(ConfigError, match="plain text only"):
        write_marks(project, alignment_of(project, seed(project))[1])


@pytest.mark.parametrize(("answer", "target"), [(None, "The place is their favourite one."), ("-", "")])
def test_a_doubtful_link_is_asked_once(project: Project, answer: str | None, target: str) -> None:
    put(project, "qiao.en.txt", LOOSE)
    items = [item for item in open_items(project, seed(project)) if item.field == "link"]
    assert [item.sentence for item in items] == ["a1.b1.s3"]
    assert items[0].origin.startswith("en ")
    settle_items(project, seed(project), {items[0].id: answer})
    assert not [item for item in open_items(project, seed(project)) if item.field == "link"]
    row = next(row for row in rows(*alignment_of(project, seed(project))) if row.ids == ("a1.b1.s3",))
    assert (row.target, row.kind, row.confidence) == (target, "corrected", 1.0)
    assert "links:\n" in (project.seeds / "qiao.yaml").read_text(encoding="utf-8")


def test_check_compares_only_when_asked(project: Project) -> None:
    put(project, "qiao.en.txt", TARGET.replace("3.2 million", "32 million"))
    assert [f for f in check(project, [seed(project)]) if f.code[0] == "A"] == []
    (found,) = [f for f in check(project, [seed(project)], translations=True) if f.code[0] == "A"]
    assert (found.code, found.path, found.line) == ("A017", "seeds/qiao.en.txt", 1)


def test_the_verb_align(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.root)
    shown = CliRunner().invoke(main, ["align", "qiao"])
    assert shown.exit_code == 0
    assert SENTENCES[1][1] in shown.stdout
    printed = json.loads(CliRunner().invoke(main, ["align", "qiao", "--json"]).stdout)
    assert printed["translation"] == "seeds/qiao.en.txt"
    assert [tuple(link) for link in map(dict.keys, printed["links"])] == [
        ("ids", "source", "target", "kind", "confidence")
    ] * len(SENTENCES)
    written = CliRunner().invoke(main, ["align", "qiao", "--write"])
    assert (written.exit_code, written.stderr) == (0, "3 marks written into seeds/qiao.en.txt\n")
    put(project, "qiao.en.txt", TARGET.split("\n\n")[0])
    assert CliRunner().invoke(main, ["align", "qiao"]).exit_code == 1
    checked = CliRunner().invoke(main, ["check", "--translation", "--format", "json"])
    assert "A007" in [found["code"] for found in json.loads(checked.stdout)["findings"]]
