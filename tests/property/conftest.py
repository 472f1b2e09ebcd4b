"""No property is held to a time: a busy machine is no fault of the code."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("duben", deadline=None)
settings.load_profile("duben")
