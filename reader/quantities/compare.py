"""Whether two amounts are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from reader.quantities.quantity import Kind, Quantity, Value

_TOLERANCE: Final = Decimal("0.02")
"""By how much a measure that was converted and rounded may differ."""
_HALF_DAY: Final = 720
"""Minutes."""


def unmatched(
    source: Sequence[Quantity], target: Sequence[Quantity]
) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """The firm amounts of the source that the target does not state, and the reverse."""
    return tuple(_without_counterpart(source, target)), tuple(_without_counterpart(target, source))


def _without_counterpart(these: Iterable[Quantity], those: Sequence[Quantity]) -> Iterator[Quantity]:
    orders = any(other.values[0][0] is Kind.ORDER for other in those)
    for one in these:
        # a vague amount may be said in many ways, but not of another order
        comparable = one.firm if one.values[0][0] is not Kind.ORDER else orders
        if comparable and not any(agree(one, other) for other in those):
            yield one


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether the two may be worth the same."""
    return any(_same(a, b) or _same(b, a) for a in one.values for b in other.values)


def _same(one: Value, other: Value) -> bool:
    (kind, value), (other_kind, other_value) = one, other
    match kind, other_kind:
        case Kind.CONVERTED, (Kind.NUMBER | Kind.CONVERTED):
            return abs(value - other_value) <= _TOLERANCE * value
        case Kind.RATIO, Kind.PERCENT:
            return abs(100 * value - other_value) < 1
        case Kind.RATIO, Kind.NUMBER:
            return value == other_value
        case Kind.MONTH, Kind.NUMBER:
            return value == other_value
        case Kind.TIME, Kind.NUMBER:
            return value == other_value * 60 % _HALF_DAY and other_value <= 24
        case _:
            return kind is other_kind and value == other_value
