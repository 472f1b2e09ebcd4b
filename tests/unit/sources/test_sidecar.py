"""The sidecar: what is read from it, and what is said about faults in it."""

from __future__ import annotations

import pytest

from reader.model import BlockKind, NameKind
from reader.sources.sidecar import read_sidecar

GOOD = """
title: 标题
source: 读本
rights: free
date: 2024-05
repairs:
  - {file: t.txt, line: 1, wrong: 天汽, right: 天气, why: misprint}
  - {line: 2, column: 4, wrong: 们们, right: 们, why: doubled}
keep: [{line: 3, text: 贊, why: a name}]
blocks: [{line: 4, kind: heading}]
names: [{name: 小漠, kind: place}]
corrections:
  - {text: 长, before: 校, pinyin: zhǎng, gloss: head}
  - {text: 研究生命, words: [研究, 生命]}
"""


def test_everything_a_sidecar_can_say() -> None:
    sidecar, findings = read_sidecar(GOOD.encode(), "t.yaml", "t.txt")
    assert findings == ()
    assert sidecar.meta.title == "标题"
    assert sidecar.meta.date == "2024-05"
    assert [(r.line, r.wrong, r.right, r.column) for r in sidecar.repairs] == [
        (1, "天汽", "天气", None),
        (2, "们们", "们", 4),
    ]
    assert sidecar.keep[0].text == "贊"
    assert sidecar.blocks == {4: BlockKind.HEADING}
    assert sidecar.names == {"小漠": NameKind.PLACE}
    assert [c.pinyin for c in sidecar.corrections] == ["zhǎng", ""]
    assert sidecar.corrections[1].words == ("研究", "生命")


FAULTS = {
    "a tab": ("title: 好\n\tsource: x\n", "S014", 2),
    "bad indentation": ("title: 好\n   source: x\n  rights: y\n", "S014", 2),
    "the same key twice": ("title: 好\ntitle: 坏\n", "S017", 2),
    "unknown field": ("titel: 好\n", "S015", 1),
    "a list for a text": ("title: [好]\n", "S016", 1),
    "no reason": ("repairs:\n  - {line: 1, wrong: 好, right: 坏}\n", "S016", 2),
    "a line that is no number": ("repairs:\n  - {line: x, wrong: 好, right: 坏, why: y}\n", "S016", 2),
    "another file": ("repairs:\n  - {file: u.txt, line: 1, wrong: 好, right: 坏, why: y}\n", "S016", 2),
    "unknown kind of block": ("blocks:\n  - {line: 1, kind: chapter}\n", "S016", 2),
    "pinyin that does not fit": ("corrections:\n  - {text: 校长, pinyin: xiào}\n", "S016", 2),
    "words that do not fit": ("corrections:\n  - {text: 校长, words: [校, 园]}\n", "S016", 2),
    "a correction of nothing": ("corrections:\n  - {text: 校长}\n", "S016", 2),
}


@pytest.mark.parametrize(("text", "code", "line"), FAULTS.values(), ids=FAULTS.keys())
def test_each_fault_is_one_finding_at_its_line(text: str, code: str, line: int) -> None:
    _, findings = read_sidecar(text.encode(), "t.yaml", "t.txt")
    assert [(f.code, f.path, f.line) for f in findings] == [(code, "t.yaml", line)]
    assert findings[0].message
    assert "\n" not in findings[0].message


def test_an_empty_sidecar_says_nothing() -> None:
    sidecar, findings = read_sidecar(b"# nothing yet\n", "t.yaml", "t.txt")
    assert findings == ()
    assert sidecar.path == "t.yaml"
