"""Traditional characters, alone and among simplified ones."""

from __future__ import annotations

import pytest

from reader.annotate import Seed, annotate, sentences
from reader.interlinear import print_sentence
from reader.passes import Resources, run


def _shown(text: str, resources: Resources, sidecar: str = "source: x\nrights: y\n") -> str:
    document = annotate(Seed("t", "t.txt", text.encode(), "t.yaml", sidecar.encode()), resources)
    assert "".join(s.text for _, s in sentences(document)) == text
    return " ".join(print_sentence(s) for _, s in sentences(document))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "這個項目很重要，我們繼續推进。",
            "這個/zhège 項目/xiàngmù 很/hěn 重要/zhòngyào， 我們/wǒmen 繼續/jìxù 推进/tuījìn。",
        ),
        ("他為人民服務。", "他/tā 為人民服務/wèi_rénmín_fúwù。"),
        ("校長說，孩子長高了。", "校長/xiàozhǎng 說/shuō， 孩子/háizi 長/zhǎng 高/gāo 了/le。"),
        ("局長鄭曉東說。", "局長/júzhǎng 鄭曉東/Zhèng_Xiǎodōng 說/shuō。"),
        ("構建雙循環。", "構建/gòujiàn 「雙循環/shuāngxúnhuán」。"),
    ],
)
def test_they_are_read_as_what_they_stand_for(text: str, shown: str, resources: Resources) -> None:
    assert _shown(text, resources) == shown


def test_corrections_and_names_hold_in_the_text_s_own_characters(resources: Resources) -> None:
    corrections = "corrections:\n  - {text: 長, after: 了, pinyin: cháng}\nnames:\n  - {name: 鐵頭, kind: person}\n"
    assert _shown("鐵頭的頭髮長了。", resources, corrections).startswith("鐵頭/Tiě_Tóu 的/de 頭髮/tóufa 長/cháng")


def test_running_the_passes_again_changes_nothing(resources: Resources) -> None:
    document = annotate(Seed("t", "t.txt", "我們繼續開會。".encode()), resources)
    assert tuple(run(article, resources) for article in document.articles) == document.articles
