"""Whatever a list of entries looks like, editing it changes what was meant and keeps the comments."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.yamlfile import (
    Codes,
    Field,
    Form,
    Kind,
    append_entry,
    canonical,
    parse,
    read_list,
    read_mapping,
    set_fields,
)
from reader.yamlfile.compose import _composed
from reader.yamlfile.form import clean
from reader.yamlfile.layout import layout
from reader.yamlfile.lines import read_lines
from reader.yamlfile.scalars import scalar

pytestmark = pytest.mark.slow

CODES = Codes(syntax="G001", unknown="G002", shape="G003", missing="G004", duplicate="G005", limit="G012")
FIELDS = (Field("id", required=True), Field("term"), Field("see", Kind.TEXTS), Field("sources", Kind.TEXTS))
FORM = Form(tuple(field.name for field in FIELDS), frozenset({"sources"}))

WORDS = st.text(
    st.sampled_from("ab村 '\":,#-[]{}&*!|>%@`?~\\《》，0129.xnoté\u00ad\ufeff\u3000"), min_size=1, max_size=12
).filter(lambda text: bool(clean(text)))
COMMENT = st.sampled_from(["# one", "#two: [", "# - three", '# "four', "#"])


def quoted(text: str) -> str:
    return "'" + clean(text).replace("'", "''") + "'"


@st.composite
def values(draw: st.DrawFn, name: str, pad: str) -> str:
    """A field as somebody may have written it."""
    end = draw(st.sampled_from(["", f"  {draw(COMMENT)}"]))
    if name in ("id", "term"):
        word = draw(st.sampled_from(["plain", "村 里", "2021-05"]) | WORDS.map(clean).map(scalar) | WORDS.map(quoted))
        return f"{name}: {word}{end}"
    style = draw(st.sampled_from(["flow", "open", "block"]))
    plain = WORDS.map(lambda text: scalar(clean(text), in_flow=style != "block"))
    items = draw(st.lists(plain | WORDS.map(quoted), max_size=3))
    style = style if items else "flow"
    if style == "flow":
        return f"{name}: [{', '.join(items)}]{end}"
    if style == "open":
        glue = f",{end}\n{pad}    "
        return f"{name}: [\n{pad}    {glue.join(items)}\n{pad}  ]{end}"
    lines = [f"{name}:{end}"]
    for item in items:
        if draw(st.booleans()):
            lines.append(f"{pad}  {draw(COMMENT)}")
        lines.append(f"{pad}  - {item}{draw(st.sampled_from(['', f' {draw(COMMENT)}']))}")
    return "\n".join(lines)


@st.composite
def entry(draw: st.DrawFn, pad: str) -> str:
    names = ["id", *draw(st.permutations(["term", "see", "sources"]))[: draw(st.integers(0, 3))]]
    names = draw(st.permutations(names))
    inner = pad + "  "
    if draw(st.integers(0, 5)) == 0:
        texts = [f"{name}: {quoted(draw(WORDS))}" if name in ("id", "term") else f"{name}: []" for name in names]
        end = draw(st.sampled_from(["", " # behind"]))
        return f"{pad}- {{{', '.join(texts)}}}{end}\n"
    lines: list[str] = []
    for number, name in enumerate(names):
        if number and draw(st.booleans()):
            lines.append(f"{inner}{draw(COMMENT)}")
        lines.append((inner if number else f"{pad}- ") + draw(values(name, inner)))
    if draw(st.booleans()):
        lines.append(f"{inner}{draw(COMMENT)}")
    return "\n".join(lines) + "\n"


@st.composite
def files(draw: st.DrawFn) -> str:
    pad = draw(st.sampled_from(["", "", "  "]))
    text = ""
    for _ in range(draw(st.integers(1, 3))):
        for _ in range(draw(st.integers(0, 2))):
            text += draw(st.sampled_from(["\n", f"{draw(COMMENT)}\n", "\n"]))
        text += draw(entry(pad))
    text += draw(st.sampled_from(["", "\n\n# the end\n"]))
    return text.replace("\n", "\r\n") if draw(st.integers(0, 4)) == 0 else text


def read(text: str) -> list[dict[str, str | tuple[str, ...]]]:
    root, faults = parse(text.encode(), "a.yaml", CODES)
    assert not faults, (text, faults)
    found = []
    for node in read_list(root, "a.yaml", CODES)[0]:
        record, _ = read_mapping(node, FIELDS, "a.yaml", CODES)
        plain: dict[str, str | tuple[str, ...]] = {name: clean(record.text(name)) for name in ("id", "term")}
        plain |= {name: tuple(map(clean, record.texts(name))) for name in ("see", "sources")}
        found.append({name: value for name, value in plain.items() if value})
    return found


def comments(text: str) -> Counter[str]:
    return Counter(comment.text for comment in layout(text).comments)


@given(WORDS.map(clean), st.booleans())
def test_a_scalar_is_read_back_as_it_was(text: str, in_flow: bool) -> None:
    line = f"- [{scalar(text, in_flow=True)}, x]\n" if in_flow else f"- {scalar(text)}\n"
    root, faults = parse(line.encode(), "a.yaml", CODES)
    assert not faults
    assert f"'{text}'" in str(root).replace('"', "'") or repr(text) in str(root)


@settings(max_examples=60)
@given(files())
def test_the_canonical_form_is_stable_and_keeps_values_and_comments(text: str) -> None:
    done = canonical(text, FORM)
    assert read(done) == read(text)
    assert canonical(done, FORM) == done
    assert comments(done) == comments(text)


@settings(max_examples=60)
@given(files(), st.data())
def test_a_changed_field_changes_nothing_else(text: str, data: st.DataObject) -> None:
    before = read(text)
    index = data.draw(st.integers(0, len(before) - 1))
    name = data.draw(st.sampled_from(["term", "see", "sources"]))
    lists: st.SearchStrategy[tuple[str, ...]] = st.lists(WORDS.map(clean), max_size=3).map(tuple)
    texts = st.just("") | WORDS.map(clean)
    value = data.draw(texts) if name == "term" else data.draw(lists)
    done = set_fields(text, index, {name: value}, FORM)
    after = read(done)
    wanted = {key: old for key, old in before[index].items() if key != name} | ({name: value} if value else {})
    assert after == [*before[:index], wanted, *before[index + 1 :]]
    assert comments(done) == comments(text)
    found, made = layout(text), layout(done)
    for number, old in enumerate(found.entries):
        if number != index:
            new = made.entries[number]
            assert done[new.span.start : new.span.end] == text[old.span.start : old.span.end]


@settings(max_examples=60)
@given(files() | st.sampled_from(["", "# only this\n", "[]\n"]), WORDS.map(clean))
def test_an_added_entry_comes_last(text: str, word: str) -> None:
    done = append_entry(text, {"term": word, "id": "new", "see": ("a", "b")}, FORM)
    assert read(done) == [*read(text), {"id": "new", "term": word, "see": ("a", "b")}]
    assert comments(done) == comments(text)
    if layout(text).entries:
        assert done.startswith(text)


@settings(max_examples=60)
@given(files() | files().map(lambda text: canonical(text, FORM)))
def test_the_quick_way_gives_what_the_parser_gives(text: str) -> None:
    quick = read_lines(text)
    if quick is not None:
        assert (quick, ()) == _composed(text, "a.yaml", CODES)


@given(st.lists(WORDS.map(clean), min_size=1, max_size=3).map(tuple), WORDS.map(clean))
def test_the_quick_way_is_taken_for_what_is_canonical(items: tuple[str, ...], word: str) -> None:
    text = append_entry("", {"id": "a", "term": word, "see": items, "sources": items}, FORM)
    assert read_lines(text) is not None or re.search(r"[\"'#:]", text.replace(": ", "").replace("sources:", ""))


def test_a_comment_on_an_item_that_stands_twice_is_kept_once() -> None:
    text = '- id: plain\n  see:\n    - "0"\n    - "0" # one\n  term: plain\n'
    assert set_fields(text, 0, {"see": ()}, FORM) == "- id: plain\n  # one\n  term: plain\n"
