"""Words of a seed that is cut already."""

from __future__ import annotations

import pytest

from reader.annotate import Seed, annotate, sentences
from reader.model import EditKind
from reader.passes import Resources
from reader.sources.lines import apply, revert

SIDECAR = b"source: own\nrights: own\npre-segmented: true\n"


def _cut(text: str, resources: Resources) -> list[str]:
    document = annotate(Seed("t", "t.txt", text.encode(), "t.yaml", SIDECAR), resources)
    assert document.source is not None
    assert revert(apply(document.source.text, document.edits), document.edits) == text
    return [token.text for _, sentence in sentences(document) for token in sentence.tokens]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("他 研究生 命 不好 。", "他 研究生 命 不好 。"),
        ("他|研究|生命|。", "他 研究 生命 。"),
        ("2024年5月 ， 王小明 在 北京 说：“好”。", "2024年5月 ， 王小明 在 北京 说 ： “ 好 ” 。"),
        ("3.5 亿元 、 5G 网络 。", "3.5 亿元 、 5G 网络 。"),
    ],
)
def test_words_are_cut_where_the_seed_is(text: str, words: str, resources: Resources) -> None:
    assert _cut(text, resources) == words.split(" ")


def test_a_sentence_starts_at_a_border_of_its_own(resources: Resources) -> None:
    assert _cut("天 亮了。鸟 叫 了。", resources) == ["天", "亮了", "。", "鸟", "叫", "了", "。"]


def test_a_line_that_goes_on_is_joined_between_words(resources: Resources) -> None:
    assert _cut("春天 来 了，\n\n花 都 开了。", resources) == ["春天", "来", "了", "，", "花", "都", "开了", "。"]


def test_terms_are_found_where_they_are_whole_words(resources: Resources) -> None:
    document = annotate(Seed("t", "t.txt", "构建 双循环 。\n\n双 循环赛 。".encode(), "t.yaml", SIDECAR), resources)
    found = [[m.term for m in sentence.mentions] for _, sentence in sentences(document)]
    assert [len(mentions) for mentions in found] == [1, 0]
    assert {edit.kind for edit in document.edits} == {EditKind.BORDER}
