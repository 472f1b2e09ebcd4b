"""On which page of a printed edition a place of the text stands.

Only the typesetter knows. What it says is kept beside the PDF, in ``.NAME-EDITION.pages.json``, in terms that outlive
an edit of the glossary: sentence and character, not the number of a mention. It is believed only as long as the PDF is
the one it was written for and the text is still the same.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.annotate import sentences
from reader.edition import Edition
from reader.model import Document

Spot = tuple[str, int, int]
"""A sentence, a character of it, and the page that this character is on."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a book. ``order``: the number of each sentence; ``spots``: sentence (by number) and character of
    what has a known page, in the order of the text; ``numbers``: these pages."""

    order: Mapping[str, int]
    spots: Sequence[tuple[int, int]]
    numbers: Sequence[int]

    def page(self, sentence: str, start: int) -> int | None:
        """The page of a place: that of the spot, or of both its neighbours if they are on the same. Else None."""
        if sentence not in self.order:
            return None
        place = self.order[sentence], start
        index = bisect_right(self.spots, place) - 1
        if index < 0:
            return None
        sure = self.spots[index] == place or self.numbers[index] in self.numbers[index + 1 : index + 2]
        return self.numbers[index] if sure else None


def beside(output: Path) -> Path:
    """Where the pages of a PDF are kept."""
    return output.with_name(f".{output.stem}.pages.json")


def packed(edition: Edition, document: Document, numbers: Mapping[str, int], pdf: bytes) -> bytes:
    """What to keep of a PDF just made. ``numbers``: the page of each anchor of the edition."""
    record = {"pdf": _sha256(pdf), "text": _text(document), "spots": list(_spots(edition, numbers))}
    return (json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def pages_of(output: Path, document: Document) -> Pages | None:
    """The pages of the PDF at ``output``; None where it is not there, or not known, or was made of another text."""
    try:
        record = json.loads(beside(output).read_text(encoding="utf-8"))
        if record["text"] != _text(document) or record["pdf"] != _sha256(output.read_bytes()):
            return None
        order = {sentence.id: number for number, (_, sentence) in enumerate(sentences(document))}
        spots = sorted((order[id_], int(start), int(page)) for id_, start, page in record["spots"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Pages(order, [spot[:2] for spot in spots], [spot[2] for spot in spots])


def _spots(edition: Edition, numbers: Mapping[str, int]) -> Iterator[Spot]:
    """The beginnings of blocks and terms."""
    for article in edition.articles:
        for block in (block for part in article.parts for block in part.blocks):
            known = numbers.get(block.anchor)
            for sentence in block.sentences:
                start = 0
                for run in sentence.runs:
                    page = numbers.get(run.anchor or "", known)
                    known = None
                    if page is not None:
                        yield sentence.id, start, page
                    start += sum(len(word.text) for word in run.words)


def _text(document: Document) -> str:
    return _sha256("\n".join(f"{sentence.id} {sentence.text}" for _, sentence in sentences(document)).encode())


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
