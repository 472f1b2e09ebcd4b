"""The verbs of the glossary as a terminologist meets them."""

from __future__ import annotations

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.unit.test_cli import duben

pytestmark = pytest.mark.slow

ENTRIES = """\
# Our own terms.
- id: pingan-xiaoyuan   # agreed in May
  term: 平安校园
  pinyin: píng'ān xiàoyuán
  short: safe campus
  english: [safe campus]
  domain: school
  status: draft

- id: shequ-shitang
  term: 社区食堂
  pinyin: shèqū shítáng
  short: community canteen
  domain: school
"""
TEXT = "校园与食堂\n\n本市建设平安校园，家长放心。\n\n社区食堂开了，平安校园也有食堂。\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "xiaoyuan.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "school.yaml").write_text(ENTRIES, encoding="utf-8")
    return tmp_path


def run(project: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return duben("glossary", *args, cwd=project)


def school(project: Path) -> str:
    return (project / "glossary" / "school.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["校园", "xiàoyuán", "pinganxiao", "safe cam", "pingan-x"])
def test_list_finds_by_anything_that_names_a_term(project: Path, text: str) -> None:
    done = run(project, "list", text, "--domain", "school", "--json")
    assert [entry["id"] for entry in json.loads(done.stdout)["entries"]] == ["pingan-xiaoyuan"]


def test_list_prints_a_table(project: Path) -> None:
    done = run(project, "list", "--domain", "school")
    assert done.stdout.splitlines() == [
        "pingan-xiaoyuan  平安校园  píng'ān xiàoyuán  safe campus        draft",
        "shequ-shitang    社区食堂  shèqū shítáng     community canteen  draft",
    ]


def test_show_by_id_and_by_term(project: Path) -> None:
    one, other = run(project, "show", "shequ-shitang"), run(project, "show", "社区食堂")
    assert one.stdout == other.stdout
    assert "glossary/school.yaml:10" in one.stdout
    assert json.loads(run(project, "show", "社区食堂", "--json").stdout)["short"] == "community canteen"


def test_an_entry_that_is_not_there(project: Path) -> None:
    done = run(project, "show", "shequ-shitan")
    assert done.returncode == 2
    assert "did you mean shequ-shitang" in done.stderr


def test_add_proposes_what_can_be_known(project: Path) -> None:
    done = run(project, "add", "文明食堂", "--short", "well-mannered canteen", "--domain", "school", "--yes")
    assert done.returncode == 0, done.stderr
    assert "near: shequ-shitang" not in done.stderr
    assert school(project) == ENTRIES + (
        "\n- id: wenming-shitang\n  term: 文明食堂\n  pinyin: wénmíng shítáng\n  short: well-mannered canteen\n"
        "  literal: civilized dining hall\n  domain: school\n  status: draft\n"
    )


def test_add_shows_what_is_near_and_refuses_what_is_there(project: Path) -> None:
    done = run(project, "add", "校园平安", "--short", "x", "--domain", "school", "--yes")
    assert "near: pingan-xiaoyuan 平安校园" in done.stderr
    before = school(project)
    done = run(project, "add", "社区食堂", "--short", "x", "--domain", "school", "--yes")
    assert done.returncode == 1
    assert "G007" in done.stderr
    assert "nothing was written" in done.stderr
    assert school(project) == before


def test_add_needs_what_nobody_can_propose(project: Path) -> None:
    done = run(project, "add", "文明食堂", "--yes")
    assert done.returncode == 2
    assert "--yes needs --short and --domain" in done.stderr


def test_add_asks_otherwise(project: Path) -> None:
    done = duben("glossary", "add", "文明食堂", "--domain", "school", cwd=project, stdin=b"\nwell-mannered\n\n")
    assert done.returncode == 0, done.stderr
    assert "short: well-mannered\n" in school(project)


def test_edit_changes_fields_and_nothing_else(project: Path) -> None:
    done = run(project, "edit", "平安校园", "--set", "status=reviewed", "--add", "english=campus safety")
    assert done.returncode == 0, done.stderr
    assert school(project) == ENTRIES.replace("status: draft", "status: reviewed").replace(
        "[safe campus]", "[safe campus, campus safety]"
    )
    assert run(project, "edit", "平安校园", "--set", "status=reviewed").stdout == "nothing to change\n"


@pytest.mark.parametrize(
    ("args", "status", "message"),
    [
        (("--set", "pinyin=píng'ān"), 1, "G008"),
        (("--set", "short=" + "x" * 40), 0, ""),
        (("--set", "id=other"), 2, "an id is stable for ever"),
        (("--set", "colour=red"), 2, "there is no field 'colour'"),
        (("--set", "short"), 2, "it has to be FIELD=VALUE"),
        (("--set", "colour=red"), 2, "fields are term"),
        (("--add", "short=x"), 2, "short is no list"),
        (("--remove", "english=x"), 2, "'x' is not in english"),
        (("--set", "status=done"), 1, "G003"),
    ],
)
def test_an_edit_that_brings_in_an_error_is_not_written(
    project: Path, args: tuple[str, ...], status: int, message: str
) -> None:
    done = run(project, "edit", "平安校园", *args)
    assert done.returncode == status
    assert message in done.stderr
    assert (school(project) == ENTRIES) is (status != 0)


def test_rename_and_deprecate(project: Path) -> None:
    assert run(project, "rename", "社区食堂", "邻里食堂").returncode == 0
    assert "  term: 邻里食堂\n  aliases: [社区食堂]\n  pinyin: línlǐ shítáng\n" in school(project)
    assert run(project, "deprecate", "shequ-shitang", "--use", "平安校园").returncode == 0
    assert school(project).endswith("  domain: school\n  see: [pingan-xiaoyuan]\n  status: deprecated\n")
    assert run(project, "usage", "shequ-shitang").stdout == ""


def test_an_entry_of_the_program_is_not_changed(project: Path) -> None:
    done = run(project, "edit", "双循环", "--set", "short=x")
    assert done.returncode == 2
    assert "program's own glossary" in done.stderr


def test_fmt_is_canonical_and_idempotent(project: Path) -> None:
    assert run(project, "fmt", "--check").returncode == 1
    assert school(project) == ENTRIES
    assert run(project, "fmt").stdout == "glossary/school.yaml\n"
    assert school(project) == ENTRIES.replace("   # agreed", "  # agreed")
    assert (run(project, "fmt", "--check").returncode, run(project, "fmt").stdout) == (0, "")


def test_usage_by_document_line_and_paragraph(project: Path) -> None:
    done = run(project, "usage", "平安校园")
    assert done.stdout.splitlines() == [
        "seeds/xiaoyuan.txt:3        1  pingan-xiaoyuan  本市建设[平安校园]，家长放心。",
        "seeds/xiaoyuan.txt:5        2  pingan-xiaoyuan  社区食堂开了，[平安校园]也有食堂。",
    ]
    assert len(json.loads(run(project, "usage", "--json").stdout)["uses"]) == 3


def test_check_stats_and_status(project: Path) -> None:
    assert run(project, "check").returncode == 0
    (project / "glossary" / "bad.yaml").write_text("- id: x\n  terms: y\n", encoding="utf-8")
    done = run(project, "check", "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["findings"][0]["line"] in (1, 2)
    numbers = json.loads(run(project, "stats", "--json").stdout)
    assert next(row for row in numbers["domains"] if row["domain"] == "school")["total"] == 2


def test_diff_says_what_changed_and_which_editions_it_touches(project: Path) -> None:
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    subprocess.run(["git", "add", "."], cwd=project, check=True)
    subprocess.run([*git, "commit", "-qm", "x"], cwd=project, check=True)
    assert run(project, "diff").stdout == ""
    run(project, "edit", "社区食堂", "--set", "short=canteen")
    run(project, "add", "乡村夜校", "--short", "village night school", "--domain", "other", "--yes")
    assert run(project, "diff", "HEAD").stdout.splitlines() == [
        "new     xiangcun-yexiao 乡村夜校 (village night school)",
        "changed shequ-shitang 社区食堂: short was 'community canteen', is 'canteen'",
        "touches build/xiaoyuan/xiaoyuan-full.html",
        "touches build/xiaoyuan/xiaoyuan-full.pdf",
    ]
    done = run(project, "diff", "--json")
    assert json.loads(done.stdout)["seeds"] == ["xiaoyuan"]
    assert run(project, "diff", "no-such").returncode == 2


def test_diff_outside_a_repository(project: Path) -> None:
    done = run(project, "diff")
    assert done.returncode == 2
    assert "in no Git repository" in done.stderr


@pytest.mark.slow
def test_two_writers_at_once_lose_nothing(project: Path) -> None:
    words = [f"{word}食堂" for word in ("学校", "医院", "工厂", "车站")]
    with ThreadPoolExecutor(4) as pool:
        done = list(
            pool.map(lambda word: run(project, "add", word, "--short", "x", "--domain", "school", "--yes"), words)
        )
    assert [one.returncode for one in done] == [0, 0, 0, 0], [one.stderr for one in done]
    assert all(f"term: {word}" in school(project) for word in words)


def test_check_mends_what_is_safe(project: Path) -> None:
    path = project / "glossary" / "school.yaml"
    path.write_text(ENTRIES.replace("[safe campus]", "[safe campus, safe campus]  # two"), encoding="utf-8")
    done = run(project, "check")
    assert (done.returncode, "G020" in done.stdout) == (1, True)
    done = run(project, "check", "--fix", "--severity", "error")
    assert done.returncode == 0
    assert school(project) == ENTRIES.replace("[safe campus]", "[safe campus]  # two")


def test_check_against_the_texts(project: Path) -> None:
    with (project / "glossary" / "school.yaml").open("a", encoding="utf-8") as stream:
        stream.write("\n- {id: a, term: 园也有, pinyin: yuán yě yǒu, short: x, english: [x]}\n")
        stream.write("- {id: b, term: 夜校, pinyin: yèxiào, short: x, english: [y]}\n")
    done = run(project, "check", "--severity", "info")
    assert done.returncode == 1
    assert "seeds/xiaoyuan.txt:5: info G025: '平安校园' and '园也有' overlap in 平安校园也有" in done.stdout
    assert "info G024: no text uses 夜校" in done.stdout
    assert "G029" not in done.stdout
    more = "本市推广流动书店。\n\n有了流动书店，学习不难。\n\n流动书店和社区食堂都开了。\n"
    (project / "seeds" / "more.txt").write_text(more, encoding="utf-8")
    assert "info G029: 流动书店 stands 3 times" in run(project, "check", "--severity", "info").stdout
    assert "no text uses 平安校园" not in done.stdout


@pytest.mark.parametrize("format_", ["csv", "xlsx", "tbx", "json"])
def test_export_and_import_again_change_nothing(project: Path, format_: str) -> None:
    done = run(project, "export", "--to", format_, "-o", f"out.{format_}", "--domain", "school")
    assert done.returncode == 0, done.stderr
    done = run(project, "import", f"out.{format_}", "--yes")
    assert (done.returncode, done.stdout) == (0, "")
    assert school(project) == ENTRIES


def test_import_shows_first_and_writes_then(project: Path) -> None:
    rows = "term,pinyin,short,domain\n社区食堂,,canteen,\n乡村夜校,xiāngcūn yèxiào,village night school,school\n夜校,yè,x,school\n"
    (project / "in.csv").write_text(rows, encoding="utf-8")
    shown = [
        "changed shequ-shitang 社区食堂: short was 'community canteen', is 'canteen'",
        "new     xiangcun-yexiao 乡村夜校 (village night school)",
    ]
    done = run(project, "import", "in.csv", "--dry-run")
    assert (done.returncode, done.stdout.splitlines()) == (1, shown)
    assert "in.csv:4:1: error G027" in done.stderr
    assert school(project) == ENTRIES
    assert duben("glossary", "import", "in.csv", cwd=project, stdin=b"n\n").returncode == 2
    assert school(project) == ENTRIES
    assert run(project, "import", "in.csv", "--yes").returncode == 1  # the fourth row
    assert school(project).startswith(ENTRIES.replace("community canteen", "canteen"))
    assert "term: 乡村夜校" in school(project)
    assert run(project, "import", "none.csv").returncode == 2


def test_mine_proposes_and_accepts(project: Path) -> None:
    text = "夜校新事\n\n本市推广流动夜校。\n\n有了流动夜校，学习不难。\n\n流动夜校和社区食堂都开了。\n"
    (project / "seeds" / "yexiao.txt").write_text(text, encoding="utf-8")
    rows = json.loads(run(project, "mine", "yexiao", "--json").stdout)["candidates"]
    assert rows[0]["text"] == "流动夜校"
    assert (rows[0]["count"], rows[0]["pinyin"]) == (3, "liúdòng yèxiào")
    assert run(project, "mine", str(project / "seeds")).stdout
    done = run(project, "mine", "--accept", "流动夜校", "--domain", "night")
    assert (done.returncode, done.stdout) == (
        0,
        "liudong-yexiao 流动夜校 liúdòng yèxiào: draft in glossary/night.yaml\n",
    )
    done = run(project, "mine", "--accept", "城市夜校、乡村夜校", "--domain", "night")
    assert "城市夜校、乡村夜校 chéngshì yèxiào, xiāngcūn yèxiào:" in done.stdout
    again = json.loads(run(project, "mine", "yexiao", "--json").stdout)["candidates"]
    assert not {"流动夜校", "夜校和社区"} & {row["text"] for row in again}
    assert run(project, "mine", str(project / "glossary")).returncode == 2


def test_export_of_a_dictionary_in_several_formats(project: Path) -> None:
    done = run(project, "export", "--to", "html,csv", "-o", "book", "--domain", "school")
    assert done.returncode == 0, done.stderr
    assert "平安校园" in (project / "book.html").read_text(encoding="utf-8")
    assert (project / "book.csv").exists()
    assert run(project, "export", "--to", "html,csv").returncode == 2
    assert run(project, "export", "--to", "doc").returncode == 2


def test_usage_inside_a_longer_term(project: Path) -> None:
    with (project / "glossary" / "school.yaml").open("a", encoding="utf-8") as stream:
        stream.write("\n- {id: shitang, term: 食堂, pinyin: shítáng, short: canteen, english: [canteen]}\n")
    done = run(project, "usage", "食堂")
    assert done.stdout.splitlines()[-2:] == [
        "seeds/xiaoyuan.txt:5        2  shitang  社区[食堂]开了，平安校园也有食堂。  (in shequ-shitang)",
        "seeds/xiaoyuan.txt:5        2  shitang  区食堂开了，平安校园也有[食堂]。",
    ]


def test_export_under_its_other_name(project: Path) -> None:
    by_noun = run(project, "export", "--to", "csv", "--domain", "school")
    by_verb = duben("export", "glossary", "--to", "csv", "--domain", "school", cwd=project)
    assert by_verb.stdout == by_noun.stdout != ""


def test_ones_own_entry_for_a_term_of_the_program_stands_in_for_it(project: Path) -> None:
    done = run(project, "add", "双循环", "--yes", "--short", "two loops", "--domain", "school")
    assert done.returncode == 0
    assert "- id: shuang-xun-huan\n" in school(project)
    assert json.loads(run(project, "show", "双循环", "--json").stdout)["short"] == "two loops"
    assert run(project, "add", "平安校园", "--yes", "--short", "x", "--domain", "school").returncode == 1


def test_nothing_is_not_exported(project: Path) -> None:
    done = run(project, "export", "--to", "tbx", "--domain", "schools")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no such entry" in done.stderr
