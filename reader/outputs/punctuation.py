"""How Chinese punctuation is set: marks that follow each other share the blank between them (W3C CLREQ, 3.1.6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reader.hanzi import CLOSERS, OPENERS, PAUSES, STOPS
from reader.outputs import fonts

BREAK: Final = "\u200b"
"""Zero-width space: a line may break here."""

_EM: Final = 1000
_HALF: Final = _EM // 2
_MARKS: Final = OPENERS | CLOSERS | PAUSES | STOPS


def closing_up(names: Mapping[str, str]) -> str:
    """The rules of a font, in the language of OpenType feature files, by which the second of two marks comes half an em
    closer where the blank halves of both, or a blank half and a full one of the same kind, would meet.

    ``names``: the glyph of each character of the font, :data:`BREAK` among them. A place where a line may break
    between the two does not count.
    """
    after, before = [], []
    for ch in sorted(_MARKS.intersection(names)):
        left, right = fonts.blanks("serif", ch)
        if right >= _HALF:
            after.append(names[ch])
        elif left >= _HALF:
            before.append(names[ch])
    rules = [f"pos @after [{' '.join(after + before)}] -{_HALF};"] if after else []
    rules += [f"pos @before @before -{_HALF};"] if before else []
    if not rules:
        return ""
    classes = [f"@{kind} = [{' '.join(found)}];" for kind, found in (("after", after), ("before", before)) if found]
    skipped = f"table GDEF {{ GlyphClassDef , , [{names[BREAK]}], ; }} GDEF;"
    return "\n".join((*classes, skipped, "feature kern { lookupflag IgnoreMarks;", *rules, "} kern;"))
