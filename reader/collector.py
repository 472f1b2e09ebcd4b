"""The cyclic garbage collector of Python, kept out of the way of work that makes many long-lived records."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_resting() -> Iterator[None]:
    """Without cyclic garbage collection: annotation and layout make hundreds of thousands of long-lived objects, and
    looking through them again and again costs a fifth to a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _grow_old()
            gc.enable()


def _grow_old() -> None:
    """Take the new objects for old ones, or the collector looks through all of them as soon as it is on again."""
    if gc.get_freeze_count() == 0:
        gc.freeze()
        gc.unfreeze()
