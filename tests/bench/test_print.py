"""How fast a book is set, beside typst (a box a word) and Chromium (native ruby) with the same annotated text, whole
processes from cold, each once before it is measured: what is kept in the cache folder is there, as for every book but the
first. Measures, in turn, in one run; asserts nothing about time. `make bench` prints the table.

``DUBEN_BENCH_TIMES=1,10,50``: the lengths in seeds. Fifty take several minutes and, for typst, five gigabytes.
"""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest
from pypdf import PdfReader

from reader.edition import Edition
from reader.passes import Resources
from tests.bench.books import body_of, html_of, larger, typst_of, with_entries
from tests.editions import seed_edition

_TIMES = [int(number) for number in os.environ.get("DUBEN_BENCH_TIMES", "1,10").split(",")]
_ROUNDS = {1: 5, 10: 2}
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Run:
    """One process: seconds of the clock and of the processor, and the peak memory of its largest process in MB."""

    wall: float
    cpu: float
    memory: float


def _run(command: list[str]) -> Run:
    start = time.perf_counter()
    # a program that is installed has its modules compiled
    where = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(
        command, cwd=_ROOT, env=where, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return Run(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _python(program: str, source: Path, target: Path) -> list[str]:
    return [sys.executable, "-m", "tests.bench.set_book", program, str(source), str(target)]


def _commands(edition: Edition, whole: Edition | None, folder: Path) -> Iterator[tuple[str, list[str], Path]]:
    def put(name: str, content: bytes) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    book = put("body.pickle", pickle.dumps(edition))
    yield "this program, body", _python("duben", book, folder / "body.pdf"), folder / "body.pdf"
    if whole is not None:
        book = put("whole.pickle", pickle.dumps(whole))
        yield "this program, whole book", _python("duben", book, folder / "whole.pdf"), folder / "whole.pdf"
    markup = put("body.typ", typst_of(edition).encode())
    yield "typst", _python("typst", markup, folder / "typst.pdf"), folder / "typst.pdf"
    if chromium := shutil.which("chromium"):
        page, target = put("body.html", html_of(edition).encode()), folder / "chromium.pdf"
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={target}"]
        yield "Chromium", [chromium, *options, f"file://{page}"], target


@pytest.mark.parametrize("times", _TIMES)
def test_setting_a_book(times: int, resources: Resources, tmp_path: Path) -> None:
    whole = seed_edition() if times == 1 else None
    edition = body_of(whole) if whole else larger(times, resources)
    commands = list(_commands(edition, whole, tmp_path))
    runs: dict[str, list[Run]] = {name: [] for name, _, _ in commands}
    for name, command, _ in commands:
        _run(command)
        assert name in runs
    for _ in range(_ROUNDS.get(times, 1)):
        for name, command, _ in commands:
            runs[name].append(_run(command))
    ours = runs["this program, body"]
    print(f"\n| seed × {times} | wall s | processor s | peak MB | PDF KB | pages | wall beside ours |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, _, target in commands:
        wall, cpu, memory = (median(getattr(run, field) for run in runs[name]) for field in ("wall", "cpu", "memory"))
        ratio = median(a.wall / b.wall for a, b in zip(runs[name], ours, strict=True))
        size, pages = target.stat().st_size / 1000, len(PdfReader(target).pages)
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {size:.0f} | {pages} | {ratio:.2f} |")


def test_setting_the_lists(tmp_path: Path) -> None:
    counts = (0, 1_000, 5_000)

    def cost(count: int) -> Callable[[], Run]:
        source = tmp_path / f"{count}.pickle"
        source.write_bytes(pickle.dumps(with_entries(seed_edition(), count)))
        return lambda: _run(_python("duben", source, tmp_path / f"{count}.pdf"))

    calls = [cost(count) for count in counts]
    rounds = [[call() for call in calls]]
    print("\n| entries in the vocabulary, and lines in the index | wall ms an entry with its line | processor ms |")
    print("| --- | --- | --- |")
    for at, count in enumerate(counts[1:], 1):
        wall = median((found[at].wall - found[0].wall) * 1000 / count for found in rounds)
        cpu = median((found[at].cpu - found[0].cpu) * 1000 / count for found in rounds)
        print(f"| {count} of each | {wall:.2f} | {cpu:.2f} |")
