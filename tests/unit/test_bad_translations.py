"""Translations that do not fit: the edition is made all the same, findings say where, and nothing wrong is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.build import build
from reader.findings import Severity
from reader.project import Project
from tests.unit.alignment.conftest import SENTENCES, SOURCE, TARGET

PARAGRAPHS = TARGET.strip().split("\n\n")
SURPLUS = "The committee of the dairy thanks its members for their gifts to the museum fund in March 2019."
GERMAN = (
    "Im letzten Sommer hat das Dorf eine neue Brücke gebaut. Sie ist 85 Meter lang und hat 3,2 Millionen Yuan gekostet. "
    "Jeden Abend gehen die alten Leute darauf spazieren.\n\n„Wenn es regnete, kamen wir nicht über den Fluss“, sagt der "
    "66 Jahre alte Zhao Fusheng. Jetzt sind die Kinder in zehn Minuten in der Schule, und alle sind froh darüber.\n\n"
    "An jedem Ende der Brücke steht jetzt eine Weide, die im Frühling gepflanzt worden ist."
)
HTML = "".join(f"<p>{paragraph}</p>\n\n" for paragraph in PARAGRAPHS)

pytestmark = pytest.mark.slow

CASES: dict[str, tuple[str, bytes, set[str], int]] = {
    # name: text, translation, codes of the findings, sentences that are shown with their translation
    "a paragraph is missing": (SOURCE, "\n\n".join((PARAGRAPHS[0], PARAGRAPHS[2])).encode(), {"A007"}, 4),
    "a paragraph too many": (SOURCE, "\n\n".join((*PARAGRAPHS[:2], SURPLUS, PARAGRAPHS[2])).encode(), {"A008"}, 6),
    "another language": (SOURCE, GERMAN.encode(), {"A003"}, 0),
    "the text itself": (SOURCE, SOURCE.encode(), {"A003"}, 0),
    "markup": (SOURCE, HTML.encode(), {"A004"}, 6),
    "a web page": (SOURCE, f"<!DOCTYPE html><html><body>\n\n{HTML}</body></html>".encode(), {"A004"}, 6),
    "Windows-1252": (SOURCE, TARGET.encode("cp1252"), {"S002"}, 6),
    "UTF-16": (SOURCE, TARGET.encode("utf-16"), {"S002"}, 6),
    "no text at all": (SOURCE, b"\x89PNG\r\n\x1a\n\x00\x81\x8d\x00", {"A001"}, 0),
    "nothing": (SOURCE, b"", {"A002"}, 0),
    "the text has lost a paragraph": (SOURCE.split("\n\n")[0] + "\n", TARGET.encode(), {"A008"}, 3),
    "the text has a new sentence": (
        SOURCE.replace("老人们", "桥头还开了三家小饭馆，生意很好。老人们"), TARGET.encode(), {"A009"}, 6,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_edition_is_made_and_what_is_amiss_is_said(tmp_path: Path, name: str) -> None:
    source, data, codes, shown = CASES[name]
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "qiao.txt").write_text(source, encoding="utf-8")
    (tmp_path / "seeds" / "qiao.en.txt").write_bytes(data)
    project = Project(tmp_path)
    report = build(project, project.seed_paths(), ("full",), ("html",))
    assert [made.state for made in report.made] == ["written"]
    told = {f.code for f in report.findings if f.severity is not Severity.INFO and f.code[0] == "A"}
    told |= {f.code for f in report.findings if f.path.endswith(".en.txt")}
    assert codes <= told
    assert all(f.line for f in report.findings if f.code in codes and f.code not in ("A001", "A002"))
    page = (project.build / "qiao" / "qiao-full.html").read_text(encoding="utf-8")
    ids = {
        "".join(_visible(text).split()): id_
        for id_, text in re.findall(r'<span class="s" id="([^"]+)">(.*?)</span>(?=<span class="s"|</p>)', page)
    }
    pairs = dict(re.findall(r'<span data-for="([^"]*)">([^<]*)</span>', page))
    right = [ids[zh] for zh, en in SENTENCES if zh in ids and _plain(pairs.get(ids[zh], "")) == _plain(en)]
    assert len(pairs) == len(right) == shown


def _visible(markup: str) -> str:
    return re.sub(r"<[^>]*>", "", re.sub(r"<rt\b[^>]*>.*?(?=</ruby>)", "", markup))


def _plain(text: str) -> str:
    return text.replace("&#39;", "'").replace("“", '"').replace("”", '"').replace("&#34;", '"')
