from __future__ import annotations

import subprocess
import sys

import pydyf
import pytest

from reader.outputs import engine

_SHEET = """
/* lists */ ol, ul { margin: 1em } li { display: list-item }
[dir=rtl i] ul { margin: 0 }
:is(dir, ul) ol { margin: 0 }
input:is([type=button i]) { color: red }
::marker { white-space: pre }
@page { margin: 75px; @top-left { color: red } }
@counter-style lower-roman { system: additive } @counter-style thai { system: numeric }
"""


def test_rules_for_what_a_page_has_stay() -> None:
    kept = engine.needed_rules(_SHEET, engine.elements_of("<UL><li>one</ul>"), "").splitlines()
    assert kept == [
        "ol, ul { margin: 1em }",
        "li { display: list-item }",
        ":is(dir, ul) ol { margin: 0 }",
        "::marker { white-space: pre }",
        "@page { margin: 75px; @top-left { color: red } }",
    ]


def test_a_counter_that_a_style_names_stays() -> None:
    kept = engine.needed_rules(_SHEET, frozenset(), "ol { list-style: lower-roman }")
    assert "lower-roman" in kept
    assert "thai" not in kept


_PAGE = """<!doctype html><html lang="en"><head><title>t</title><style>ol { list-style-type: lower-greek }</style></head>
<body><h1>One</h1><ol><li>a<li>b<ul><li>c</ul></ol><table><tr><th>d<td>e</table><p><b>f</b><i>g</i><code>h</code><hr>
<blockquote>k<q>l</q></blockquote><dl><dt>m<dd>n</dl><pre>o
p</pre><input value="r"><sub>s</sub><ins>t</ins></body></html>"""


def test_a_page_looks_as_with_all_rules() -> None:
    weasyprint = engine.load()
    lean = engine.parser()(string=_PAGE, elements=(), styles="").render().write_pdf()
    assert lean == weasyprint.HTML(string=_PAGE).render().write_pdf()


def _run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout


_PRINT = """
import hashlib, sys
made = weasyprint.HTML(string='<html lang="en"><title>t</title><ol><li>a</ol>').write_pdf(pdf_tags=True)
print(hashlib.sha1(made).hexdigest(), "pycparser" in sys.modules, "fontTools.subset" in sys.modules)
"""


def test_loaded_faster_it_makes_the_same_pages() -> None:
    plain = _run(f"import weasyprint{_PRINT}").split()
    fast = _run(f"from reader.outputs import engine; weasyprint = engine.load(){_PRINT}").split()
    assert plain == [plain[0], "True", "True"]
    assert fast == [plain[0], "False", "False"]


@pytest.mark.parametrize("fault", ["OSError", "AttributeError"])
def test_where_declarations_cannot_be_compiled_they_are_parsed(fault: str) -> None:
    program = f"""
from reader.outputs import engine
def fails(source): raise {fault}
engine._compiled = fails
weasyprint = engine.load()
from weasyprint.text.ffi import ffi
print(type(ffi).__module__)
"""
    assert _run(program).split() == ["cffi.api"]


def test_a_module_put_off_is_loaded_when_it_is_called() -> None:
    late = engine._Late("fractions")
    assert late.Fraction(1, 2) == 0.5


def test_a_pdf_has_the_references_of_all_its_pages() -> None:
    engine.load()
    made = pydyf.PDF()
    for _ in range(3):
        made.add_page(pydyf.Dictionary({"Type": "/Page"}))
        assert made.page_references == tuple(f"{number} 0 R".encode() for number in made.pages["Kids"][::3])
    assert len(made.page_references) == 3
    assert made.page_references is made.page_references
