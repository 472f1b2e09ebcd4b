from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from reader.errors import TemplateFault
from reader.templates import csp_hash, default_folder, environment, percent, render, thousands


def written(folder: Path, **files: str) -> jinja2.Environment:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return environment([folder])


def test_a_projects_file_stands_in_for_the_default(tmp_path: Path) -> None:
    made = environment([tmp_path])
    default = made.get_template("styles/palette.css").filename
    assert default is not None
    assert Path(default).parent.parent == default_folder()
    own = written(tmp_path, **{"styles__palette.css": "own"})
    assert render(own, "styles/palette.css") == "own"
    assert "grid" in render(own, "styles/screen.css"), "the others are still the defaults"


def test_folders_are_looked_up_in_order(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.html").write_text(name)
    (tmp_path / "second" / "y.html").write_text("only here")
    made = environment([tmp_path / "first", tmp_path / "second"])
    assert (render(made, "x.html"), render(made, "y.html")) == ("first", "only here")


def test_everything_is_escaped_whatever_the_name(tmp_path: Path) -> None:
    made = written(tmp_path, **{"x.txt": "{{ value }} <b>{{ value | upper }}</b>"})
    assert render(made, "x.txt", value="<a>&'") == "&lt;a&gt;&amp;&#39; <b>&lt;A&gt;&amp;&#39;</b>"


def test_a_value_is_never_a_template(tmp_path: Path) -> None:
    made = written(tmp_path, **{"x.html": "{{ value }}"})
    assert render(made, "x.html", value="{{ 7 * 7 }}{% raw %}") == "{{ 7 * 7 }}{% raw %}"


def test_comment_lines_of_a_script_stay_out_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('// why\nlet a = "//";\n  // and why\nlet b = 1; // kept\n')
    assert render(environment([tmp_path]), "a.js") == 'let a = "//";\nlet b = 1; // kept'


def test_indentation_stays_out_of_the_page(tmp_path: Path) -> None:
    made = written(
        tmp_path, **{"x.html": "<ul>\n    {% for i in (1, 2) %}\n    <li>{{ i }}</li>\n    {% endfor %}\n\t</ul>"}
    )
    assert render(made, "x.html") == "<ul>\n<li>1</li>\n<li>2</li>\n</ul>"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("one\n{{ nothing_of_the_kind }}", 2, "nothing_of_the_kind"),
        ("one\ntwo\n{% if %}", 3, ""),
        ("{% for x in (1,) %}\n\n{{ x.missing.deeper }}{% endfor %}", 3, "missing"),
        ("\n{{ 1 / 0 }}", 2, "division"),
        ("\n\n{{ none + 1 }}", 3, "NoneType"),
        ("\n{% include 'nowhere.html' %}", 2, "nowhere.html"),
        ("{{ value | no_such_filter }}", 1, "no_such_filter"),
    ],
)
def test_a_fault_says_where(tmp_path: Path, text: str, line: int, says: str) -> None:
    made = written(tmp_path, **{"x.html": text})
    with pytest.raises(TemplateFault) as caught:
        render(made, "x.html", value=1)
    assert caught.value.path == str(tmp_path / "x.html")
    assert caught.value.line == line
    assert says in caught.value.message


def test_a_fault_in_a_macro_is_reported_in_its_own_file(tmp_path: Path) -> None:
    made = written(
        tmp_path,
        **{
            "macros__m.html": "{% macro m(x) %}\n{{ x.y.z }}\n{% endmacro %}",
            "x.html": '{% import "macros/m.html" as m %}\n{{ m.m(1) }}',
        },
    )
    with pytest.raises(TemplateFault) as caught:
        render(made, "x.html")
    assert (caught.value.path, caught.value.line) == (str(tmp_path / "macros" / "m.html"), 2)


def test_a_missing_template_is_named() -> None:
    with pytest.raises(TemplateFault, match=r"there is no template nowhere\.html") as caught:
        render(environment(), "nowhere.html")
    assert caught.value.path == "nowhere.html"
    assert caught.value.hint is not None


def test_a_template_that_is_not_text_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(TemplateFault) as caught:
        render(environment([tmp_path]), "x.html")
    assert caught.value.path == "x.html"


def test_a_template_cannot_reach_out(tmp_path: Path) -> None:
    made = written(tmp_path, **{"x.html": "{{ ''.__class__.__mro__ }}"})
    with pytest.raises(TemplateFault):
        render(made, "x.html")


def test_filters() -> None:
    assert percent(0.9421) == "94.2\N{NO-BREAK SPACE}%"
    assert thousands(1234567) == "1,234,567"
    assert csp_hash("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
