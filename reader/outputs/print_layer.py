"""The pinyin of a PDF as a layer that a viewer can switch off (optional content, ISO 32000-1, 8.11)."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any, Final

LAYER: Final = "Pinyin"
"""What the layer is called, in the list of the viewer and among the properties of the pages."""


def add_layer(pdf: Any, fonts: AbstractSet[str]) -> None:
    """Declare the layer, shown at first, and name it in all resources that have one of these fonts."""
    import pydyf

    layer = pydyf.Dictionary({"Type": "/OCG", "Name": pydyf.String(LAYER)})
    pdf.add_object(layer)
    layers = pydyf.Array([layer.reference])
    # PDF/A and PDF/UA ask for a name, and for all layers in the order.
    shown = pydyf.Dictionary({"Name": pydyf.String("Layers"), "Order": layers, "ON": layers})
    pdf.catalog["OCProperties"] = pydyf.Dictionary({"OCGs": layers, "D": shown})
    tables = [item for item in pdf.objects if isinstance(item, pydyf.Dictionary)]
    found = {table.reference for table in tables if fonts & set(table)}
    for table in tables:
        if table.get("Font") in found:
            table["Properties"] = pydyf.Dictionary({LAYER: layer.reference})
