"""Where the editor's corrections apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.sources.sidecar import Correction


def places(correction: Correction, text: str) -> Iterator[int]:
    """The offsets in a sentence at which the correction's text stands in its context."""
    whole = correction.before + correction.text + correction.after
    start = text.find(whole)
    while start >= 0:
        yield start + len(correction.before)
        start = text.find(whole, start + 1)


def by_span(corrections: Iterable[Correction], text: str) -> dict[tuple[int, int], Correction]:
    """The corrections of a sentence by the span they are about; one with more context wins."""
    found: dict[tuple[int, int], Correction] = {}
    for correction in corrections:
        for start in places(correction, text):
            span = (start, start + len(correction.text))
            known = found.get(span)
            if known is None or len(known.before + known.after) <= len(correction.before + correction.after):
                found[span] = correction
    return found
