"""Which sentence of a translation translates which sentence of the text, and how sure that is.

:func:`align` lays a translation beside a document; :func:`attach` puts what is sure enough on its sentences, and
:func:`with_marks` writes it down in the file. ``aligner`` goes by paragraphs, ``inside`` by the sentences in them, both
by way of ``beads`` (dynamic programming) over ``sides`` (what is compared) and ``clues`` (what speaks for a pair);
``segments`` and ``recorded`` know what tables and the sidecar say, ``faults`` what to tell the editor.
"""

from __future__ import annotations

from reader.alignment.aligner import align
from reader.alignment.links import ATTACHED, SURE, Alignment, Link, LinkKind, Passage, attach
from reader.alignment.marks import with_marks

__all__ = ["ATTACHED", "SURE", "Alignment", "Link", "LinkKind", "Passage", "align", "attach", "with_marks"]
