"""How fast a text is annotated, beside jieba and pypinyin called word by word as their manuals show. Measures, side by
side in one run; asserts nothing about time. `make bench` prints the table."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable, Iterator
from statistics import median

from reader.annotate import Seed, annotate
from reader.passes import Resources
from reader.segmenter.vocabulary import jieba_file

_ROUNDS = 3
_SIZES = (10_000, 50_000)


def _texts() -> Iterator[tuple[int, str]]:
    """Text of distinct words, drawn by their frequency in jieba's corpus, in sentences and paragraphs."""
    draw = random.Random(7)
    words, weights = [], []
    for line in jieba_file().read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        words.append(word)
        weights.append(int(count))
    for size in _SIZES:
        pieces: list[str] = []
        length = 0
        while length < size:
            sentence = "".join(draw.choices(words, weights, k=12)) + "。" + ("\n" if draw.random() < 0.2 else "")
            pieces.append(sentence)
            length += len(sentence)
        yield size, "".join(pieces)


def _ours(resources: Resources) -> Callable[[str], object]:
    return lambda text: annotate(Seed("bench", "bench.txt", text.encode()), resources)


def _plain() -> Callable[[str], object]:
    import jieba
    from pypinyin import lazy_pinyin

    cutter = jieba.Tokenizer()
    cutter.initialize()
    return lambda text: [lazy_pinyin(word) for word in cutter.cut(text)]


def _seconds(call: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    call(text)
    return time.perf_counter() - start


def test_annotation_beside_jieba_and_pypinyin(resources: Resources) -> None:
    ours, plain = _ours(resources), _plain()
    print("\ncharacters  annotate kchar/s  jieba + pypinyin kchar/s  ratio  memory MB")
    for size, text in _texts():
        pairs = [(_seconds(ours, text), _seconds(plain, text)) for _ in range(_ROUNDS)]
        mine, theirs = (median(column) for column in zip(*pairs, strict=True))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:10}  {size / mine / 1000:16.1f}  {size / theirs / 1000:24.1f}  {theirs / mine:5.2f}  {memory:9.0f}"
        )
        assert mine > 0 < theirs
