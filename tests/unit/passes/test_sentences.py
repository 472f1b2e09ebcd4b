"""Where sentences end."""

from __future__ import annotations

import pytest

from reader.passes.sentences import sentence_texts

CASES = [
    "今天天气很好。|我们去公园吧！|你去吗？",
    "他说：“我不去。”|然后就走了。",
    "“你好！”他说。|我点点头。",
    "他问“你去吗？”时，大家都笑了。",
    "“换一个城市工作，收入怎么样？孩子上学怎么办？房子够住吗……”这些大家关心的问题，怎么解决？|我们来看看。",
    "“我来自南方。|我喜欢这里。|我要留下来。”",
    "“我来自南方。我喜欢这里。”他笑着说。",
    "道路通了，医院建好了……|村里的变化很大。",
    "苹果、香蕉……等水果都很便宜。",
    "价格是3.5元。|很便宜。",
    "真的吗？！|我不信。",
    "（他今天没有来。）|我们开始吧。",
    "他引用了“学而时习之，不亦说乎？”的句子。",
    "没有句号的一段",
    "好。",
    "这是第一句；这也是第一句。|这是第二句。",
    "He came. |他来了。",
]


@pytest.mark.parametrize("case", CASES)
def test_sentence_ends(case: str) -> None:
    text = case.replace("|", "")
    assert list(sentence_texts(text)) == case.split("|")
