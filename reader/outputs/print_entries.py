"""The entries of a list, read out of what the templates made of them: one a line, as a small piece of HTML."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Final

_PART: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>|([^<]+)")
_ADDRESS: Final = re.compile(r"""\s(id|href)=(?:"([^"]*)"|([^\s">]+))""")
_BLANKS: Final = re.compile(r"[ \t\r\f]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style.

    ``tags``: the start tags around it, from the outside in, without what tells one place from another (``id`` and
    ``href``): runs with the same tags look the same. ``target``: where it leads.
    """

    text: str
    tags: tuple[str, ...]
    target: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An element with its runs; a line feed in one is a new line. ``anchor``: its name, by which it can be led to."""

    tag: str
    anchor: str | None
    runs: tuple[Run, ...]

    @property
    def heading(self) -> bool:
        """Whether it is the heading of what follows it."""
        return self.tag[0] == "h"

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(run.text for run in self.runs)


def entries(markup: str) -> list[Entry]:
    """The entries of a list."""
    return [entry(line) for line in markup.splitlines() if line.strip()]


def entry(markup: str) -> Entry:
    """The entry that this markup, one element, is. White space is as in HTML; ``&#10;`` is a new line."""
    tag, anchor = "", None
    tags: list[str] = []
    targets: list[str | None] = [None]
    runs: list[Run] = []
    blank = True
    for end, name, rest, letters in _PART.findall(markup):
        if letters:
            text = html.unescape(_BLANKS.sub(" ", letters))
            text = text.lstrip(" ") if blank else text
            if text:
                blank = text[-1] in " \n"
                runs.append(Run(text, tuple(tags), targets[-1]))
        elif end:
            if tags:
                tags.pop()
                targets.pop()
        else:
            found = {key: html.unescape(quoted or bare) for key, quoted, bare in _ADDRESS.findall(rest)} if rest else {}
            tag, anchor = (tag, anchor) if tag else (name, found.get("id"))
            tags.append(name + _ADDRESS.sub("", rest).rstrip() if rest else name)
            targets.append(found.get("href", targets[-1]))
    while runs and not (text := runs[-1].text.rstrip()):
        runs.pop()
    if runs:
        runs[-1] = Run(text, runs[-1].tags, runs[-1].target)
    return Entry(tag or "p", anchor, tuple(runs))
