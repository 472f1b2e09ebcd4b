"""The quick way to read a canonical file: the parser's nodes, or nothing."""

from __future__ import annotations

import pytest

from reader.yamlfile import Codes, parse
from reader.yamlfile.compose import _composed
from reader.yamlfile.lines import read_lines

CODES = Codes(syntax="G001", unknown="G002", shape="G003", missing="G004", duplicate="G005", limit="G012")

CANONICAL = """\
# Farming

- id: a  # for ever
  term: 春耕
  short: "yes"
  english: [spring ploughing, "a, b", 'say "x"']  # checked
  aliases: []
  # two
  sources:
    - 《农业志》, 1990  # page 3
    # and
    - "1: x"

- id: b
  since: 2021-05
"""


def test_a_canonical_file_is_read_as_the_parser_reads_it() -> None:
    quick = read_lines(CANONICAL)
    assert quick is not None
    assert (quick, ()) == _composed(CANONICAL, "a.yaml", CODES)
    assert parse(CANONICAL.encode(), "a.yaml", CODES) == (quick, ())


@pytest.mark.parametrize(
    "text",
    [
        "", "# only\n", "id: a\n", "- a\n", "- id: a: b\n", "- id: a:\n", "- id: 'a''b'\n", '- id: "a\\n"\n', "- id:\n",
        "- id: |\n    a\n", "- id: a\n  b\n", "- id: a\n    - b\n", "- id: &a b\n", "- id: *a\n", "- id: !x b\n",
        "- id: [a, b\n", "- id: [a, [b]]\n", "- id: [a: b]\n", "- id: [a,]\n", "- id: {a: b}\n", "- {id: a}\n",
        "- id:\ta\n", "- id: a\n\tb: c\n", "---\n- id: a\n", "- id: a\r\n", "- id: a\u2028b\n", "- id: @a\n",
        "- id: a\n   b: c\n", "  - id: a\n", "- id: a\n- \n", "- id: ? a\n", "- <<: a\n", "- id: 'a\n", "- id: 'a' b\n",
        "- see:\n  id: a\n", "- id: a\n  see:\n    - b: c\n", "- id: a # c\n#d\n  e: f\n...\n",
    ],
)  # fmt: skip
def test_anything_else_is_left_to_the_parser(text: str) -> None:
    assert read_lines(text) is None
