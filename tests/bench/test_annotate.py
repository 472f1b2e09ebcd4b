"""How fast a text is annotated, beside jieba and pypinyin called word by word as their manuals show. Measures, side by
side in one run; asserts nothing about time. `make bench` prints the tables.

``DUBEN_BENCH_TEXT`` names a file with a text of one's own to be measured instead of the made one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from reader.annotate import Seed, annotate
from reader.passes import Resources
from tests.bench.texts import distinct_text

_ROUNDS = 3
_SIZES = (10_000, 100_000, 1_000_000)
_COLD = 5
_SEED = Path(__file__).parents[2] / "seeds" / "quyu-xietiao-fazhan.txt"
_MEMORY = """
import re, sys
from pathlib import Path
from reader.annotate import Seed, annotate
from reader.knowledge import load_resources
document = annotate(Seed("bench", "bench.txt", sys.stdin.buffer.read()), load_resources(None)[0])
# Not getrusage, whose figure begins with that of the process that started this one.
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.fixture(scope="module")
def text() -> str:
    """The text that is measured, and parts of it."""
    own = os.environ.get("DUBEN_BENCH_TEXT")
    return Path(own).read_text(encoding="utf-8") if own else distinct_text(_SIZES[-1])


def _ours(resources: Resources) -> Callable[[str], object]:
    return lambda text: annotate(Seed("bench", "bench.txt", text.encode()), resources)


def _plain() -> Callable[[str], object]:
    import jieba
    from pypinyin import lazy_pinyin

    cutter = jieba.Tokenizer()
    cutter.initialize()
    return lambda text: [lazy_pinyin(word) for word in cutter.cut(text)]


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def test_annotation_beside_jieba_and_pypinyin(resources: Resources, text: str) -> None:
    ours, plain = _ours(resources), _plain()
    print("\ncharacters  annotate kchar/s  jieba + pypinyin kchar/s  ratio")
    for size in sorted({min(size, len(text)) for size in _SIZES}):
        part = text[:size]
        pairs = [(_seconds(lambda: ours(part)), _seconds(lambda: plain(part))) for _ in range(_ROUNDS)]  # noqa: B023
        mine, theirs = (median(column) for column in zip(*pairs, strict=True))
        print(f"{size:10}  {size / mine / 1000:16.1f}  {size / theirs / 1000:24.1f}  {theirs / mine:5.2f}")
        assert mine > 0 < theirs


def test_memory_by_length(text: str) -> None:
    """Of a process of its own, with the annotated document still in it: in paragraphs, and as one line. On Linux."""
    if not Path("/proc/self/status").exists():
        pytest.skip("no /proc here")
    print("\ncharacters  memory MB  as one line MB")
    for size in sorted({min(size, len(text)) for size in _SIZES}):
        lines = text[:size]
        used = [_memory(one) for one in (lines, lines.replace("\n", ""))]
        print(f"{size:10}  {used[0]:9}  {used[1]:14}")
        assert min(used) > 0


def _memory(text: str) -> int:
    done = subprocess.run([sys.executable, "-c", _MEMORY], input=text.encode(), capture_output=True, check=True)
    return int(done.stdout)


@pytest.mark.parametrize("arguments", [["--help"], ["annotate", str(_SEED), "--json"]], ids=["help", "annotate"])
def test_a_command_from_cold(arguments: list[str]) -> None:
    """A new process each time; what is prepared once for good has been prepared."""
    command = [sys.executable, "-m", "reader", *arguments]
    subprocess.run(command, capture_output=True, check=True)
    taken = median(_seconds(lambda: subprocess.run(command, capture_output=True, check=True)) for _ in range(_COLD))
    print(f"\nduben {' '.join(arguments[:1])}: {taken:.2f} s")
    assert taken > 0
