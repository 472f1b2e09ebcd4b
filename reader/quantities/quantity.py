"""One amount as a text states it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a value is."""

    NUMBER = "number"
    """A count, a measure, a year, a day, an ordinal."""
    PERCENT = "percentage"
    """So many parts of a hundred."""
    RATIO = "ratio"
    """A part of one, or so many times."""
    MONTH = "month"
    """1 to 12."""
    TIME = "time of day"
    """Minutes since midnight or noon, for 14:30 and 2:30 p.m. are one."""
    ORDER = "order of magnitude"
    """Tens, hundreds … of what is not counted: 数万, *tens of thousands*."""
    CONVERTED = "converted measure"
    """A measure in the unit that the other language uses; rounded there."""


Value = tuple[Kind, Decimal]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount at ``start:end`` of a text. ``values``: what it may be worth, the likeliest first. ``firm``: a
    translation has to state it too; one that is not firm may answer to an amount of the other side and needs no
    counterpart itself."""

    values: tuple[Value, ...]
    firm: bool
    start: int
    end: int
    text: str

    @property
    def is_date(self) -> bool:
        """Whether it is a month, or a year by its form."""
        kind, value = self.values[0]
        return kind is Kind.MONTH or (
            kind is Kind.NUMBER and 1000 <= value <= 2100 and self.text.strip("年s").isdigit()
        )
