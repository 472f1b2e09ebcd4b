"""A user's YAML file as values with line and column, and every fault in it as a finding.

``parse`` turns bytes into a tree of three node types (text, list, mapping); ``read_list`` and ``read_mapping`` turn
nodes into records by a list of fields. The caller names the codes of the findings (``Codes``), since the glossary and
the sidecars number theirs apart.
"""

from __future__ import annotations

from reader.yamlfile.change import append_entries, append_entry, set_fields
from reader.yamlfile.compose import MAX_BYTES, MAX_DEPTH, parse
from reader.yamlfile.edit import append_rows
from reader.yamlfile.form import Form, Value, canonical
from reader.yamlfile.nodes import Codes, ListNode, MapNode, Node, TextNode
from reader.yamlfile.records import Field, Kind, Record, read_list, read_mapping

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "Codes",
    "Field",
    "Form",
    "Kind",
    "ListNode",
    "MapNode",
    "Node",
    "Record",
    "TextNode",
    "Value",
    "append_entries",
    "append_entry",
    "append_rows",
    "canonical",
    "parse",
    "read_list",
    "read_mapping",
    "set_fields",
]
