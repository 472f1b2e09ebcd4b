"""Writing a text as a YAML scalar on one line: plain where that is safe in every YAML version, else in quotes."""

from __future__ import annotations

import re

_NOT_FIRST = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`=~<.]""")
_NOT_INSIDE = re.compile(r": |:$| #")
_NOT_IN_FLOW = re.compile(r"[,\[\]{}:]")
_MEANS_SOMETHING = re.compile(
    r"null|true|false|yes|no|on|off|y|n"
    r"|[-+]?[0-9][0-9_]*(\.[0-9_]*)?(e[-+]?[0-9]+)?|0[xo][0-9a-f]+|[-+]?[0-9]+(:[0-9]+)+"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*",
    re.IGNORECASE,
)
"""What some reader of YAML takes for a truth value, a number or a date."""


def scalar(text: str, *, in_flow: bool = False) -> str:
    """``text``, which has no line break, as a scalar. ``in_flow``: between brackets or braces."""
    plain = (
        text == text.strip(" ")
        and text.isprintable()
        and text
        and not _NOT_FIRST.match(text)
        and not _NOT_INSIDE.search(text)
        and not (in_flow and _NOT_IN_FLOW.search(text))
        and not _MEANS_SOMETHING.fullmatch(text)
    )
    if not plain and '"' in text and "'" not in text and "\\" not in text and text.isprintable():
        return f"'{text}'"
    return text if plain else f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
