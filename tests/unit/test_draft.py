"""Drafts: terms forced, marks set, and called drafts until they are accepted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from reader import bitext
from reader.annotate import Seed, annotate_all
from reader.cli import main
from reader.draft import draft
from reader.errors import ConfigError
from reader.passes import Resources
from reader.project import Project
from tests.conftest import annotated

TEXT = "我们坚持高质量发展和绿色发展。天晴了。\n\n高质量发展很重要。\n"


@dataclass(frozen=True)
class Fake:
    """A translator that is a function of one text."""

    answer: Callable[[str], str]
    name: str = "fake"

    def translate(self, texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(map(self.answer, texts))


def made(answer: Callable[[str], str], resources: Resources, text: str = TEXT) -> list[str]:
    return draft(annotated(text, resources), Fake(answer), resources.glossary.by_id).split("\n\n")


def test_terms_come_back_as_their_renderings(resources: Resources) -> None:
    head, first, second = made(lambda text: "we want " + " and ".join(re.findall(r"ZX\d", text)[::-1]), resources)
    assert head == "# Draft\n# Made by a machine (fake); not read by anybody yet."
    assert first == "We want green development and high-quality development | We want"
    assert second == "We want high-quality development\n"


@pytest.mark.parametrize("lost", ["", "ZX1", "ZX1 ZX1 ZX2", "ZX12"])
def test_what_a_translator_loses_is_put_behind_in_brackets(resources: Resources, lost: str) -> None:
    def answer(text: str) -> str:
        return f"Codes {lost}" if "ZX2" in text else "High-quality development, we say."

    _, first, _ = made(answer, resources)
    assert first.split(" | ")[0] == "High-quality development, we say. [green development]"


def test_codes_may_come_back_changed_in_case_and_spacing(resources: Resources) -> None:
    _, _, second = made(lambda text: text.replace("ZX1", "zx 1") if "ZX" in text else "x", resources)
    assert second.startswith("High-quality development")


def test_a_mark_in_an_answer_is_no_mark_and_no_answer_is_a_dash(resources: Resources) -> None:
    _, first, _ = made(lambda text: "" if "天晴" in text else "a | b ZX1 ZX2", resources)
    assert first == "A / b high-quality development green development | -"


def test_a_draft_is_read_as_one_until_its_line_is_deleted(resources: Resources) -> None:
    text = draft(annotated(TEXT, resources), Fake(lambda text: f"In short: {text}"), resources.glossary.by_id)
    english = re.sub("[一-鿿。]+", " so ", text)
    for content, is_draft in ((english, True), (english.replace("# Draft\n", ""), False)):
        seed = Seed("t", "t.txt", TEXT.encode(), translations=(("t.en-draft.txt", content.encode()),))
        document = annotate_all(seed, resources).document
        assert document.rendering is not None
        assert document.rendering.draft is is_draft
        assert ("A021" in [found.code for found in document.findings]) is is_draft


def test_a_draft_is_shown_after_what_is_none(resources: Resources) -> None:
    texts = (("t.en-draft.txt", b"# Draft\n\nOne.\n\nTwo."), ("t.en-literal.txt", b"One.\n\nTwo."))
    annotated_ = annotate_all(Seed("t", "t.txt", TEXT.encode(), translations=texts), resources)
    assert [one.translation.label for one in annotated_.alignments] == ["en-literal", "en-draft"]


def test_the_verb_writes_a_file_and_never_over_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "lu.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DUBEN_MODEL", raising=False)
    assert CliRunner().invoke(main, ["translate", "lu"]).exit_code == 2
    monkeypatch.setattr(bitext, "open_translator", lambda _folder: Fake(lambda text: f"It says {len(text)}."))
    done = CliRunner().invoke(main, ["translate", "lu", "--model", "anything"])
    assert (done.exit_code, done.stdout) == (0, "seeds/lu.en-draft.txt\n")
    written = (tmp_path / "seeds" / "lu.en-draft.txt").read_text(encoding="utf-8")
    assert written.startswith("# Draft\n")
    with pytest.raises(ConfigError, match="there is a draft already"):
        bitext.write_draft(Project(tmp_path), tmp_path / "seeds" / "lu.txt", Path("anything"))
