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
            gc.enable()
