from __future__ import annotations

from reader.outputs.print_entries import Entry, Run, entries, entry


def test_an_entry_is_its_runs_with_the_tags_around_them() -> None:
    found = entry('<p id="term-a">词 <i>cí</i> word <a href="#b1">1, 2</a></p>')
    assert found == Entry(
        "p",
        "term-a",
        (
            Run("词 ", ("p",), None),
            Run("cí", ("p", "i"), None),
            Run(" word ", ("p",), None),
            Run("1, 2", ("p", "a"), "#b1"),
        ),
    )
    assert found.text == "词 cí word 1, 2"
    assert not found.heading


def test_what_is_in_a_link_leads_where_the_link_leads() -> None:
    found = entry('<p><a class="entry" href=#x>词 <span class="refs">1</span></a></p>')
    assert [(run.tags, run.target) for run in found.runs] == [
        (("p", 'a class="entry"'), "#x"),
        (("p", 'a class="entry"', 'span class="refs"'), "#x"),
    ]


def test_white_space_is_that_of_html_and_a_new_line_is_kept() -> None:
    found = entry("<p>  a  b <em> c</em>&#10; d&amp;e&nbsp;f </p> ")
    assert found.text == "a b c\n d&e\N{NO-BREAK SPACE}f"
    assert entry("<p>a <i>b </i> </p>").text == "a b"
    assert entry("<p> <i></i></p>").runs == ()


def test_a_heading_is_one() -> None:
    assert entry("<h3>A</h3>").heading
    assert entry('<h3 id="names">A</h3>').anchor == "names"


def test_a_list_is_its_lines_without_the_empty_ones() -> None:
    assert [found.text for found in entries("\n<p>a</p>\n  \n<p>b</p>\n")] == ["a", "b"]
