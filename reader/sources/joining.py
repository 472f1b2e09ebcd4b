"""Whether a paragraph that a page column broke goes on in the next line.

A join that is made is safe: either the left part cannot end there, or the right part cannot begin there, or the
segmenter sees a word across the border, or running text stops in mid-sentence before more running text. All else
that looks broken is doubted aloud (S009), not joined. Headings have no final stop and so prove nothing by it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.hanzi import CLOSERS, OPENERS, PAUSES, STOPS, is_han
from reader.sources.shapes import is_finished, is_running, section_level

Joined = Callable[[str, str], bool]
"""Whether the cut of left + right puts a word across the border (:meth:`reader.segmenter.Segmenter.joined`)."""

LastWord = Callable[[str], str]
"""The last word of a text."""

_CANNOT_END = frozenset("的 和 与 及 以及 或 或者 在 把 被 将 向 从 对 对于 于 由 由于 使 让 并 并且 而 而且 但 但是 "
                        "因为 为了 通过 按照 根据 随着 关于 至于 以 其 这 那 每 各 某 这些 那些 一个 一些 不 很 更 "
                        "是 比 跟 同 给 往 朝 自 至 如 若 即 则 却 又 且 且不 及其".split())  # fmt: skip
"""Words that a title or paragraph does not end with."""
_CANNOT_BEGIN = frozenset(PAUSES | CLOSERS | STOPS | {"％", "%"})
_LONG = 28
"""More characters than this without any mark is long for a heading."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``join`` the two lines or only doubt the break; ``reason`` completes the sentence "… because …"."""

    join: bool
    reason: str


def judge(left: str, right: str, joined: Joined, last_word: LastWord) -> Verdict | None:
    """What the border between two neighbouring lines of plain shape is; None where it is a paragraph end."""
    if is_finished(left) or section_level(right) is not None:
        return None
    last, running = last_word(left), is_running(left)
    proofs = (
        (left[-1] in "，、," or left[-1] in OPENERS, f"the line stops after {left[-1]}"),
        (right[0] in _CANNOT_BEGIN, f"no paragraph begins with {right[0]}"),
        (joined(left, right), "a word crosses the break"),
        (last in _CANNOT_END, f"no paragraph ends with {last}"),
        (running and is_text(right), "running text stops in mid-sentence"),
        (not running and _open_bracket(left), "a quotation mark or bracket is still open"),
    )
    if proof := next((reason for holds, reason in proofs if holds), None):
        return Verdict(True, proof)
    if running:
        return Verdict(False, "running text without a final stop")
    if len(left) > _LONG and not any(ch in "，、：" for ch in left) and is_text(right):
        return Verdict(False, "the line is long for a heading and has no final stop")
    return None


def is_doubled(left: str, right: str, joined: Joined) -> bool:
    """Whether the character before the break stands again behind it, and the two are no word (慢|慢 is one)."""
    return left[-1] == right[0] and is_han(right[0]) and not joined(left[-1], right[0])


def is_text(line: str) -> bool:
    """Whether the line is a piece of running text, not a heading: it has a comma or a stop."""
    return any(ch in "，。！？；" for ch in line)


def _open_bracket(text: str) -> bool:
    """Whether an opener of the line waits for its closer at the end of it."""
    return any(text.count(a) > text.count(b) for a, b in ("“”", "《》", "（）", "「」"))
