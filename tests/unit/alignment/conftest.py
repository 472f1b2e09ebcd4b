"""A text with a translation, written for the tests of alignment."""

from __future__ import annotations

import pytest

from reader.alignment import Alignment, align
from reader.model import Document
from reader.passes import Resources
from reader.sources.sidecar import LinkCorrection
from reader.sources.translation import read_translation
from tests.conftest import annotated

SOURCE = """去年夏天，村里修了一座新桥。桥长85米，花了320万元。老人们每天傍晚都到桥上散步。

“以前下雨就过不了河。”66岁的赵福生说。现在孩子们十分钟就能走到学校。

桥的两头各种了一棵柳树。
"""
TARGET = """Last summer the village built a new bridge. It is 85 meters long and cost 3.2 million yuan. Every evening the old people stroll on it.

“When it rained, we could not cross the river,” said Zhao Fusheng, 66. Now the children walk to school in ten minutes.

A willow was planted at each end of the bridge.
"""
SENTENCES = (
    ("去年夏天，村里修了一座新桥。", "Last summer the village built a new bridge."),
    ("桥长85米，花了320万元。", "It is 85 meters long and cost 3.2 million yuan."),
    ("老人们每天傍晚都到桥上散步。", "Every evening the old people stroll on it."),
    (
        "“以前下雨就过不了河。”66岁的赵福生说。",
        "“When it rained, we could not cross the river,” said Zhao Fusheng, 66.",
    ),
    ("现在孩子们十分钟就能走到学校。", "Now the children walk to school in ten minutes."),
    ("桥的两头各种了一棵柳树。", "A willow was planted at each end of the bridge."),
)


class Bench:
    """Aligns texts; remembers nothing."""

    def __init__(self, resources: Resources) -> None:
        self.resources = resources
        self.document = annotated(SOURCE, resources)

    def align(
        self, target: str | bytes = TARGET, source: str | None = None, *, links: tuple[LinkCorrection, ...] = (),
        path: str = "test.en.txt",
    ) -> Alignment:  # fmt: skip
        data = target if isinstance(target, bytes) else target.encode()
        translation, _ = read_translation(data, path)
        assert translation is not None
        document = self.document if source is None else annotated(source, self.resources)
        return align(document, translation, self.resources.glossary.by_id, links)

    def pairs(self, alignment: Alignment, document: Document | None = None) -> list[tuple[str, str]]:
        """Text and translation of each link that is sure enough to be shown."""
        texts = {s.id: s.text for a in (document or self.document).articles for b in a.blocks for s in b.sentences}
        return [("".join(texts[id_] for id_ in link.source), link.text) for link in alignment.links if link.is_attached]


@pytest.fixture(scope="session")
def bench(resources: Resources) -> Bench:
    return Bench(resources)
