"""Writes reader/sources/lookalikes.txt: which characters of GB 2312 look so much alike that a misprint is likely.

    python tools/lookalikes.py

To be run again when the font, the size or the measure of reader/sources/lookalike.py changes; takes some minutes.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from reader.sources.lookalike import NEAR, likeness

_OUT = Path(__file__).parents[1] / "reader" / "sources" / "lookalikes.txt"
_HEAD = """\
# Characters of GB 2312 that are alike by 0.91 and more (reader/sources/lookalike.py), written by tools/lookalikes.py:
# each line one character and those that look like it, in the order of GB 2312.
"""


def characters() -> list[str]:
    """The Chinese characters of GB 2312, in its order."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return [char for code in codes if (char := code.decode("gb2312", "ignore"))]


def main() -> None:
    """Write the file."""
    listed = characters()
    near: dict[str, list[str]] = {char: [] for char in listed}
    for one, other in combinations(listed, 2):
        if likeness(one, other) >= NEAR:
            near[one].append(other)
            near[other].append(one)
    lines = (f"{char}{''.join(others)}\n" for char, others in near.items() if others)
    _OUT.write_text(_HEAD + "".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
