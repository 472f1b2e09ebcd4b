"""TBX-Basic in style DCA validated: against ``schemas/tbx-basic.rng``, and its references, each of which has to lead to
one entry."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from lxml import etree

_SCHEMA = Path(__file__).parent / "schemas" / "tbx-basic.rng"


@cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(_SCHEMA))


def faults_of_tbx(data: bytes) -> list[str]:
    """What is not as TBX-Basic has it; empty if all is."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    schema = _schema()
    schema.validate(root)
    faults = [f"{fault.line}: {fault.message}" for fault in schema.error_log]
    ids = [str(name) for name in root.xpath("//*/@id")]
    faults += [f"the id '{name}' is there twice" for name in sorted({name for name in ids if ids.count(name) > 1})]
    faults += [f"the id '{name}' is no XML name" for name in ids if not re.fullmatch(r"[A-Za-z_][\w.-]*", name)]
    targets = root.xpath("//*[local-name() = 'ref']/@target")
    return faults + [f"nothing has the id '{target}'" for target in targets if target not in ids]
