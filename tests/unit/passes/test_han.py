"""Runs of Chinese characters into tokens."""

from __future__ import annotations

import pytest

from reader.passes import Resources
from tests.conftest import annotated


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("她撇撇嘴走了。", "她 撇撇 嘴 走 了 。"),
        ("他点了点头。", "他 点 了 点 头 。"),
        ("看一排排树。", "看 一 排排 树 。"),
        ("修了修下水道。", "修 了 修 下水道 。"),
        ("他出了出口。", "他 出 了 出口 。"),
    ],
)
def test_a_verb_said_twice_stands_apart_from_its_object(text: str, cut: str, resources: Resources) -> None:
    tokens = annotated(text, resources).articles[0].blocks[0].sentences[0].tokens
    assert [token.text for token in tokens] == cut.split()
