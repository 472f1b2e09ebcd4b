"""Traditional characters that can be shown as simplified ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

from reader.hanzi import is_han

_SHARE: Final = 0.02
"""Of the running characters. Below it a text has a name or a misprint with such characters, and is simplified."""


def simplified_forms(texts: Iterable[str], simplified: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """Each traditional character of a traditional text, or of one that mixes the scripts, and the simplified one it
    stands for; nothing for any other text. ``simplified`` gives a text in simplified characters, as long."""
    uses = Counter(ch for text in texts for ch in text if is_han(ch))
    forms = {ch: plain for ch in uses if (plain := simplified(ch)) != ch}
    if sum(uses[ch] for ch in forms) <= _SHARE * uses.total():
        return ()
    return tuple(sorted(forms.items()))
