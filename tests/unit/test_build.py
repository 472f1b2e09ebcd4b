"""Building: incremental, atomic, and nothing written where there are errors."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader import build as builder
from reader import outputs
from reader.build import Report, build
from reader.check import check
from reader.edition import Edition
from reader.outputs import Written
from reader.project import Project, read_config

TEXT = "山村新事\n\n今年春天，村里通了公路。\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "cun.txt").write_text(TEXT, encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture
def run(project: Project, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Report]:
    """A build whose pages are a line of text, so that what is tested is the building."""

    def write(format_: str, edition: Edition, environment: object) -> Written:
        return Written(f"{edition.title} {edition.spec.name} {format_}".encode())

    monkeypatch.setattr(outputs, "write", write)

    def go(*editions: str, formats: tuple[str, ...] = ("html",), **rest: object) -> Report:
        return build(project, project.seed_paths(), editions or ("full",), formats, **rest)  # type: ignore[arg-type]

    return go


def _states(report: Report) -> dict[str, str]:
    return {Path(made.path).name: made.state for made in report.made}


def test_outputs_are_written_then_left_alone(run: Callable[..., Report], project: Project) -> None:
    assert _states(run("full", "plain")) == {"cun-full.html": "written", "cun-plain.html": "written"}
    before = {path: path.stat().st_mtime_ns for path in project.build.rglob("*")}
    assert set(_states(run("full", "plain")).values()) == {"current"}
    assert {path: path.stat().st_mtime_ns for path in project.build.rglob("*")} == before


def test_a_character_that_no_font_has_is_named_once(run: Callable[..., Report], project: Project) -> None:
    (project.seeds / "cun.txt").write_text(TEXT + "\n我们吃𰻝𰻝面。\n", encoding="utf-8")
    (project.seeds / "cun.yaml").write_text("title_en: Noodles ☸\n", encoding="utf-8")
    found = [f for f in run("full", "plain", formats=("html", "pdf")).findings if f.code == "O001"]
    assert [(f.path, f.line, f.message.split(" is ")[0]) for f in found] == [
        ("seeds/cun.txt", None, "U+2638 ☸"), ("seeds/cun.txt", TEXT.count("\n") + 2, "U+30EDD 𰻝"),
    ]  # fmt: skip
    assert all("〓" in f.message for f in found)


@pytest.mark.parametrize(
    "name", ["seeds/cun.txt", "seeds/cun.yaml", "seeds/cun.en.txt", "glossary/own.yaml", "templates/own.html"]
)
def test_a_changed_input_makes_it_stale(run: Callable[..., Report], project: Project, name: str) -> None:
    run()
    path = project.root / name
    path.parent.mkdir(exist_ok=True)
    content = {
        "seeds/cun.txt": TEXT + "大家都很高兴。\n",
        "seeds/cun.yaml": "title: 新题目\n",
        "glossary/own.yaml": "- {id: cun, term: 公路, pinyin: gōnglù, short: road}\n",
        "seeds/cun.en.txt": "News from the village\n\nThis spring the road reached the village.\n",
        "templates/own.html": "x",
    }
    path.write_text(content[name], encoding="utf-8")
    state = _states(run())["cun-full.html"]
    assert state == ("written" if name == "seeds/cun.yaml" else "unchanged")
    assert _states(run()) == {"cun-full.html": "current"}


def test_a_deleted_or_changed_output_is_made_again(run: Callable[..., Report], project: Project) -> None:
    run()
    output = project.build / "cun" / "cun-full.html"
    output.write_text("spoiled", encoding="utf-8")
    assert _states(run()) == {"cun-full.html": "written"}
    output.unlink()
    assert _states(run()) == {"cun-full.html": "written"}


def test_a_damaged_manifest_only_costs_time(run: Callable[..., Report], project: Project) -> None:
    run()
    for damaged in ("{", '{"x": 1}', "[]"):
        (project.build / ".duben.json").write_text(damaged, encoding="utf-8")
        assert _states(run()) == {"cun-full.html": "unchanged"}
    assert "build/cun/cun-full.html" in json.loads((project.build / ".duben.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("seeds/cun.yaml", b"repairs:\n  - {line: 1, wrong: \xe6\x97\xa0, right: x, why: y}\n"),
        ("seeds/cun.yaml", b"\ttitle: x"),
        ("seeds/cun.txt", b"\xff\xfe\xfd"),
        ("seeds/cun.txt", b""),
        ("glossary/own.yaml", b"- {id: x, term: \xe5\xa5\xbd, pinyin: h\xc7\x8eo h\xc7\x8eo, short: y}\n"),
    ],
    ids=["a repair that does not fit", "broken sidecar", "undecodable seed", "empty seed", "broken glossary"],
)
def test_an_error_leaves_the_build_folder_untouched(
    run: Callable[..., Report], project: Project, name: str, data: bytes
) -> None:
    run()
    before = {path: path.read_bytes() for path in project.build.rglob("*") if path.is_file()}
    (project.root / name).parent.mkdir(exist_ok=True)
    (project.root / name).write_bytes(data)
    report = run()
    assert [f for f in report.findings if f.severity == "error" and f.path == name]
    assert {path: path.read_bytes() for path in project.build.rglob("*") if path.is_file()} == before


def test_a_broken_seed_does_not_hold_up_the_others(run: Callable[..., Report], project: Project) -> None:
    (project.seeds / "bad.txt").write_bytes(b"")
    report = run()
    assert _states(report) == {"bad-full.html": "left out", "cun-full.html": "written"}
    assert [f.path for f in report.findings if f.severity == "error"] == ["seeds/bad.txt"]


def test_an_executor_gives_the_same_result(run: Callable[..., Report], project: Project) -> None:
    (project.seeds / "er.txt").write_text("又一篇。\n", encoding="utf-8")
    with ThreadPoolExecutor(2) as executor:
        report = run(executor=executor)
    assert _states(report) == {"cun-full.html": "written", "er-full.html": "written"}


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.html"
    target.write_bytes(b"old")

    def fail(path: Path, data: bytes) -> None:
        path.write_bytes(data[:1])
        raise KeyboardInterrupt

    monkeypatch.setattr(builder, "_fill", fail)
    with pytest.raises(KeyboardInterrupt):
        builder._write(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_an_edition_that_asks_for_a_translation_that_is_not_there(project: Project) -> None:
    (project.root / "reader.toml").write_text('[edition.full]\ntranslation_version = "en-literal"\n', encoding="utf-8")
    project = Project(project.root, read_config(project.root / "reader.toml"))
    report = build(project, project.seed_paths(), ("full",), ("html",))
    assert [(f.code, f.severity) for f in report.findings if f.code == "A022"] == [("A022", "warning")]
    assert [made.state for made in report.made] == ["written"]


def test_the_translation_asked_for_is_the_one_shown(project: Project) -> None:
    text = "News from the village\n\nThis spring the road reached the village.\n"
    (project.seeds / "cun.en.txt").write_text(text, encoding="utf-8")
    (project.seeds / "cun.en-plain.txt").write_text(text.replace("reached", "came to"), encoding="utf-8")
    (project.root / "reader.toml").write_text('[edition.plainer]\ntranslation_version = "en-plain"\n', encoding="utf-8")
    project = Project(project.root, read_config(project.root / "reader.toml"))
    build(project, project.seed_paths(), ("full", "plainer"), ("html",))
    pages = [(project.build / "cun" / f"cun-{name}.html").read_text(encoding="utf-8") for name in ("full", "plainer")]
    assert ["road reached" in page for page in pages] == [True, False]
    assert ["road came to" in page for page in pages] == [False, True]


ROAD = "- id: gonglu\n  term: 通公路\n  pinyin: tōng gōnglù\n  short: to get a road\n"


def _glossary(project: Project, text: str) -> None:
    project.glossary.mkdir(exist_ok=True)
    (project.glossary / "a.yaml").write_text(text, encoding="utf-8")


def test_an_entry_that_the_text_does_not_have_makes_nothing_anew(project: Project, run: Callable[..., Report]) -> None:
    run()
    other = "- id: haigang\n  term: 远洋海港\n  pinyin: yuǎnyáng hǎigǎng\n  short: ocean port\n"
    _glossary(project, other)
    assert [(made.state, made.why) for made in run().made] == [("current", ())]
    _glossary(project, other.replace("ocean port", "port"))
    assert [made.state for made in run().made] == ["current"]
    assert [made.state for made in run("full", "plain").made] == ["current", "written"]


def test_an_entry_that_the_text_has_makes_its_editions_anew_and_is_named(
    project: Project, run: Callable[..., Report]
) -> None:
    run()
    _glossary(project, ROAD.replace("通公路", "通了公路").replace("tōng", "tōngle"))
    assert [made.why for made in run().made] == [("gonglu",)]
    _glossary(project, ROAD.replace("通公路", "通了公路").replace("tōng", "tōngle").replace("a road", "the road"))
    assert [made.why for made in run().made] == [("gonglu",)]
    _glossary(project, "")
    assert [made.why for made in run().made] == [("gonglu",)]
    assert [made.why for made in run().made] == [()]


def test_a_word_of_the_lexicon_counts_like_a_term(project: Project, run: Callable[..., Report]) -> None:
    run()
    project.glossary.mkdir()
    lexicon = project.glossary / "lexicon.yaml"
    lexicon.write_text("- {word: 远洋港, pinyin: yuǎnyánggǎng, gloss: port}\n", encoding="utf-8")
    assert [made.state for made in run().made] == ["current"]
    lexicon.write_text("- {word: 村里通, pinyin: cūnlǐtōng, gloss: x}\n", encoding="utf-8")
    assert [made.why for made in run().made] == [("村里通",)]


def test_a_term_across_a_line_that_may_be_joined_counts(project: Project, run: Callable[..., Report]) -> None:
    (project.seeds / "cun.txt").write_text("山村新事\n\n今年春天，村里通了公\n\n路。\n", encoding="utf-8")
    run()
    _glossary(project, ROAD.replace("通公路", "通了公路").replace("tōng", "tōngle"))
    assert [made.why for made in run().made] == [("gonglu",)]


def test_the_shelf_lists_what_is_there(run: Callable[..., Report], project: Project) -> None:
    run()
    index = project.build / "index.html"
    text = index.read_text(encoding="utf-8")
    links = re.findall(r'<a href="([^"]*)">', text)
    assert links
    assert all((project.build / link).is_file() for link in links)
    written = index.stat().st_mtime_ns
    run()
    assert index.stat().st_mtime_ns == written
    index.unlink()
    run()
    assert index.read_text(encoding="utf-8") == text


def _recordings(project: Project, *names: str) -> None:
    folder = project.root / "audio" / "cun"
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(name.encode())


def test_recordings_are_copied_beside_the_pages_and_listed(run: Callable[..., Report], project: Project) -> None:
    _recordings(project, "a1.b2.s1.mp3", ".DS_Store")
    assert _states(run()) == {"cun-full.html": "written", "a1.b2.s1.mp3": "written"}
    copy = project.build / "cun" / "audio" / "a1.b2.s1.mp3"
    assert copy.read_bytes() == b"a1.b2.s1.mp3"
    assert _states(run()) == {"cun-full.html": "current", "a1.b2.s1.mp3": "current"}
    (project.root / "audio" / "cun" / "a1.b2.s1.mp3").write_bytes(b"again, and better")
    assert _states(run()) == {"cun-full.html": "current", "a1.b2.s1.mp3": "written"}
    assert copy.read_bytes() == b"again, and better"
    (project.root / "audio" / "cun" / "a1.b2.s1.mp3").unlink()
    assert _states(run()) == {"cun-full.html": "unchanged"}
    assert not copy.exists()


def test_a_recording_of_no_sentence_is_a_finding(run: Callable[..., Report], project: Project) -> None:
    _recordings(project, "a1.b2.s1.mp3", "a9.b9.s9.mp3")
    found = [f for f in run().findings if f.code == "S020"]
    assert [f.path for f in found] == ["audio/cun/a9.b9.s9.mp3"]


def test_what_lies_in_the_folder_of_no_text_is_a_finding(run: Callable[..., Report], project: Project) -> None:
    _recordings(project, "a1.b2.s1.mp3")
    audio = project.root / "audio"
    (audio / "cum").mkdir()
    (audio / "another").mkdir()
    (audio / "cun" / "old").mkdir()
    (audio / "a1.b2.s2.mp3").write_bytes(b"x")
    (audio / ".DS_Store").write_bytes(b"x")
    wanted = {
        "audio/cum": "did you mean audio/cun?",
        "audio/another": "a folder has the name of its text in seeds/",
        "audio/cun/old": "recordings lie in audio/cun/ itself",
        "audio/a1.b2.s2.mp3": "recordings lie in audio/NAME/, where NAME is that of the text",
    }
    for findings in (run().findings, run().findings, check(project, project.seed_paths())):
        assert {found.path: found.hint for found in findings if found.code == "S020"} == wanted


def test_a_page_names_its_recordings_and_may_play_them(project: Project) -> None:
    _recordings(project, "a1.b2.s1.mp3")
    build(project, project.seed_paths(), ["full"], ["html"])
    text = (project.build / "cun" / "cun-full.html").read_text(encoding="utf-8")
    assert '"recordings":{"a1.b2.s1":"audio/a1.b2.s1.mp3"}' in text
    assert "media-src" in text


def test_only_a_traditional_text_has_a_choice_of_characters(project: Project) -> None:
    build(project, project.seed_paths(), ["full"], ["html"])
    page = project.build / "cun" / "cun-full.html"
    assert 'name="characters"' not in page.read_text(encoding="utf-8")
    (project.seeds / "cun.txt").write_text("山村新事\n\n今年春天，村裡通了公路，經濟發展很快。\n", encoding="utf-8")
    build(project, project.seed_paths(), ["full"], ["html"])
    text = page.read_text(encoding="utf-8")
    assert 'name="characters"' in text
    assert '"經":"经"' in text


def test_two_builds_at_once_keep_what_the_other_wrote(
    run: Callable[..., Report], project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = outputs.write

    def meanwhile(format_: str, edition: Edition, environment: object) -> Written:
        monkeypatch.setattr(outputs, "write", write)
        run("plain")
        return write(format_, edition, environment)  # type: ignore[arg-type]

    monkeypatch.setattr(outputs, "write", meanwhile)
    run("full")
    assert _states(run("full", "plain")) == {"cun-full.html": "current", "cun-plain.html": "current"}
