"""Characters that are not everyday Chinese: annotated where possible, a finding where not, and never lost."""

from __future__ import annotations

import pytest

from reader.annotate import Seed, annotate, sentences
from reader.passes import Resources

ODD = {
    "extension characters": ("𠮷野家在北京开业，䶮字很少见。", {"R001"}),
    "private use": ("他的名字叫\ue000明，\uf8ff很少见。", {"S012"}),
    "zero width inside words": ("他们研\u200b究生\u200d命的起\u2060源，高\ufeff兴。", {"S012"}),
    "both scripts": ("這個項目很重要，我们继续推进。", set()),
    "kana": ("日本のアニメ很受欢迎，カラオケ也是。", set()),
    "Latin only": ("This is only Latin text. No Chinese here.", set()),
    "emoji": ("他很高兴😀👍🏽，哈哈。", set()),
    "compatibility forms": ("㈱公司在﨑山，⼈民很多。", {"R001"}),
    "one character": ("中", set()),
    "marks only": ("……——！？", set()),
    "ideographic spaces": ("　　他来了。　他走了。", set()),
    "combining marks": ("他叫José，她叫Zoe\u0308。", set()),
    "right to left": ("他说العربية很难。", set()),
}


@pytest.mark.parametrize("name", list(ODD))
def test_odd_characters_are_kept_and_reported(name: str, resources: Resources) -> None:
    text, codes = ODD[name]
    document = annotate(Seed("t", "t.txt", text.encode()), resources)
    found = [sentence for _, sentence in sentences(document)]
    assert "".join(sentence.text for sentence in found) == text.strip("\u3000")
    assert all("".join(token.text for token in s.tokens) == s.text for s in found)
    assert codes <= {finding.code for finding in document.findings}


def test_a_line_of_many_thousand_characters_is_one_block(resources: Resources) -> None:
    line = "他说，今天的会议开得很好，大家都同意这个办法。" * 900
    document = annotate(Seed("t", "t.txt", line.encode()), resources)
    (article,) = document.articles
    assert [block.text for block in article.blocks] == [line]
