"""The command line as a user meets it: what it prints, and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

CODE = "from reader.cli import main; main()"


def duben(*args: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, as another program would."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, *args],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    assert duben("new", "p", cwd=tmp_path).returncode == 0
    return tmp_path / "p"


def test_help_names_every_verb(tmp_path: Path) -> None:
    done = duben("--help", cwd=tmp_path)
    assert done.returncode == 0
    for verb in ("new", "build", "check", "annotate", "show", "doctor"):
        assert f"  {verb} " in done.stdout


def test_annotate_json_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    text = "推动双循环，2023年增长8.5%。"
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    one = duben("annotate", "x.txt", "--json", cwd=tmp_path)
    two = duben("annotate", "-", "--json", cwd=tmp_path, stdin=text.encode())
    assert (one.returncode, two.returncode) == (0, 0)
    first, second = json.loads(one.stdout), json.loads(two.stdout)
    assert first["schema"] == "duben/1"
    assert first["document"]["articles"] == second["document"]["articles"]
    assert (
        "".join(s["text"] for a in first["document"]["articles"] for b in a["blocks"] for s in b["sentences"]) == text
    )


def test_show_prints_the_notation(tmp_path: Path) -> None:
    done = duben("show", "-", "--ids", cwd=tmp_path, stdin="老师在北京。".encode())
    assert done.stdout == "a1.b1.s1\t老师/lǎoshī 在/zài 北京/Běijīng。\n"
    cut = duben("show", "-", "--after", "words", cwd=tmp_path, stdin="老师在北京。".encode())
    assert cut.stdout == "老师/ 在/ 北京/。\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("annotate", "none.txt"), "none.txt: there is no such file"),
        (("annotate", "."), ".: this is a folder, not a text"),
        (("build",), "duben: there is no project here"),
        (("check",), "duben: there is no project here"),
        (("show", "empty.txt"), "empty.txt:1:1: the file is empty"),
        (("annotate", "binary.txt"), "binary.txt: not a text file"),
        (("annotate", "broken.txt"), "broken.txt:2:1: cannot be decoded"),
        (("bild",), "No such command 'bild'"),
        (("annotate",), "Missing argument"),
    ],
)
def test_what_cannot_go_on_is_one_line_and_status_2(tmp_path: Path, args: tuple[str, ...], message: str) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"a\0b\0\0c")
    (tmp_path / "broken.txt").write_bytes("好\n".encode() + b"\xff\xfe\xfd")
    done = duben(*args, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == ""


def test_a_new_project_is_clean_and_is_not_written_over(project: Path) -> None:
    done = duben("check", cwd=project)
    assert (done.returncode, done.stdout) == (0, "")
    again = duben("new", "p", cwd=project.parent)
    assert again.returncode == 2
    assert "p: the folder is not empty" in again.stderr


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("seeds/zhoumo.yaml", "title: a\n\tsource: b\n", "seeds/zhoumo.yaml:2:"),
        ("seeds/zhoumo.yaml", "title: a\ntitle: b\n", "seeds/zhoumo.yaml:2:1:"),
        ("glossary/terms.yaml", "- id: x\n  term: 好\n  pinyin: hǎo hǎo\n  short: good\n", "glossary/terms.yaml:3:"),
        ("glossary/terms.yaml", "- id: x\n   term: 好\n", "glossary/terms.yaml:2:"),
        ("glossary/terms.yaml", "- {id: x, term: 好, pinyin: hǎo, short: y}\n- {id: x, term: 坏, pinyin: huài, short: z}\n",
         "glossary/terms.yaml:2:"),
        ("glossary/terms.yaml", "- {id: x, term: 好, pinyin: hǎo, short: y, colour: red}\n", "glossary/terms.yaml:1:"),
    ],
)  # fmt: skip
def test_a_fault_in_a_users_file_has_its_place_and_nothing_is_built(
    project: Path, name: str, text: str, place: str
) -> None:
    (project / name).write_text(text, encoding="utf-8")
    checked, built = duben("check", cwd=project), duben("build", "--to", "html", cwd=project)
    assert (checked.returncode, built.returncode) == (1, 1)
    assert place in checked.stdout
    assert place in built.stderr
    assert not (project / "build").exists()


def test_check_formats(project: Path) -> None:
    (project / "seeds" / "x.txt").write_text("今天的的天气很好，我们去公园。", encoding="utf-8")
    (found,) = json.loads(duben("check", "x", "--format", "json", cwd=project).stdout)["findings"]
    assert (found["code"], found["path"], found["line"]) == ("S008", "seeds/x.txt", 1)
    github = duben("check", "x", "--format", "github", cwd=project)
    assert github.stdout.startswith("::warning file=seeds/x.txt,line=1,")
    assert github.returncode == 1
    assert duben("check", "x", "--severity", "error", cwd=project).returncode == 0


def test_unknown_choices_are_named(project: Path) -> None:
    edition = duben("build", "--edition", "ful", cwd=project)
    assert edition.returncode == 2
    assert "unknown edition 'ful'" in edition.stderr
    paper = duben("build", "--paper", "a0", cwd=project)
    assert paper.returncode == 2
    assert paper.stderr.splitlines() == ["duben: unknown paper 'a0'", "    hint: known are 170x240mm, a4, a5, letter"]
    format_ = duben("build", "--to", "html,doc", cwd=project)
    assert format_.returncode == 2
    assert "known are html, pdf" in format_.stderr
    seed = duben("build", "zhuomo", cwd=project)
    assert "did you mean zhoumo?" in seed.stderr


def test_doctor_finds_nothing_missing(project: Path) -> None:
    done = duben("doctor", "--json", cwd=project)
    checks = {row["name"]: row for row in json.loads(done.stdout)["checks"]}
    assert checks["seeds"]["value"] == "1"
    assert "CC-CEDICT" in checks["dictionary"]["value"]
    plain = duben("doctor", cwd=project)
    assert plain.returncode == done.returncode
    assert "HSK" in plain.stdout


def test_help_is_quick_because_nothing_heavy_is_loaded(tmp_path: Path) -> None:
    code = "import sys\nfrom reader.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint(sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    for heavy in ("jieba", "pypinyin", "weasyprint", "ruamel.yaml", "jinja2", "sqlite3", "PIL"):
        assert f"'{heavy}'" not in done.stdout
