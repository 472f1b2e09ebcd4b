"""Changes to the files of a glossary."""

from __future__ import annotations

import pytest

from reader.errors import GlossaryError
from reader.glossary import GlossaryFile, glossary_of, read_folder
from reader.glossary.edit import deprecated, fields_of, formatted, renamed, with_entries, with_fields
from reader.model import TermStatus
from tests.conftest import ROOT

FARM = """\
# Farming
- id: chungeng
  term: 春耕
  pinyin: chūngēng
  short: spring ploughing
  see: [qiushou]

- id: qiushou   # the harvest
  term: 秋收
  pinyin: qiūshōu
  short: autumn harvest
"""
FILES = (
    GlossaryFile("glossary/farm.yaml", FARM.encode()),
    GlossaryFile("glossary/lexicon.yaml", "- {word: 犁地, pinyin: lídì, gloss: to plough}\n".encode()),
)


def terms(files: tuple[GlossaryFile, ...]) -> dict[str, dict[str, object]]:
    glossary, faults = glossary_of(files)
    assert not faults
    return {term.id: dict(fields_of(term)) for term in glossary.terms}


def test_a_field_is_set_in_its_own_file() -> None:
    done = with_fields(FILES, "qiushou", {"short": "the harvest"})
    assert done[0].data.decode() == FARM.replace("autumn harvest", "the harvest")
    assert done[1] is FILES[1]


def test_a_term_that_is_in_no_file() -> None:
    with pytest.raises(GlossaryError, match="no term 'xiazhong'"):
        with_fields(FILES, "xiazhong", {"short": "x"})


def test_a_file_that_cannot_be_read_is_told() -> None:
    broken = (GlossaryFile("glossary/farm.yaml", b"- id: chungeng\n\tterm: x\n"),)
    with pytest.raises(GlossaryError, match="tab") as raised:
        with_fields(broken, "chungeng", {"short": "x"})
    assert (raised.value.path, raised.value.line) == ("glossary/farm.yaml", 2)


def test_an_entry_is_added_to_the_file_of_its_domain() -> None:
    entry = {"id": "xiazhong", "term": "夏种", "pinyin": "xiàzhòng", "short": "summer planting", "domain": "farm"}
    assert list(terms(with_entries(FILES, "glossary/farm.yaml", [entry]))) == ["chungeng", "qiushou", "xiazhong"]
    more = with_entries(FILES, "glossary/craft.yaml", [entry])
    assert [file.name for file in more] == ["craft.yaml", "farm.yaml", "lexicon.yaml"]


def test_a_renamed_term_keeps_its_id_and_its_old_form() -> None:
    term = glossary_of(FILES)[0].by_id["qiushou"]
    made = terms(renamed(FILES, term, "秋季收割", "qiūjì shōugē", keep=True))["qiushou"]
    assert (made["term"], made["pinyin"], made["aliases"]) == ("秋季收割", "qiūjì shōugē", ("秋收",))
    assert "aliases" not in terms(renamed(FILES, term, "秋季收割", "qiūjì shōugē", keep=False))["qiushou"]
    back = renamed(FILES, term, "秋季收割", "qiūjì shōugē", keep=True)
    again = glossary_of(back)[0].by_id["qiushou"]
    assert terms(renamed(back, again, "秋收", "qiūshōu", keep=True))["qiushou"]["aliases"] == ("秋季收割",)


def test_a_deprecated_term_says_what_to_use() -> None:
    term = glossary_of(FILES)[0].by_id["chungeng"]
    made = glossary_of(deprecated(FILES, term, "qiushou"))[0].by_id["chungeng"]
    assert made.status is TermStatus.DEPRECATED
    assert made.see == ("qiushou",)


def test_a_byte_order_mark_stays() -> None:
    files = (GlossaryFile("glossary/farm.yaml", b"\xef\xbb\xbf" + FARM.encode()),)
    assert with_fields(files, "qiushou", {"short": "x"})[0].data.startswith(b"\xef\xbb\xbf# Farming")


def test_formatting_leaves_a_broken_file_alone_and_says_why() -> None:
    broken = GlossaryFile("glossary/x.yaml", b"- id: a\n  terms: x\n")
    done, faults = formatted((*FILES, broken))
    assert done[0].data.decode() == FARM.replace("   # the", "  # the")
    assert done[1].data.decode() == "- word: 犁地\n  pinyin: lídì\n  gloss: to plough\n"
    assert done[2] is broken
    assert {fault.code for fault in faults} == {"G002", "G004"}


@pytest.mark.slow
def test_the_glossary_that_comes_with_the_program_is_canonical() -> None:
    files = read_folder(ROOT / "glossary", ROOT)
    made, faults = formatted(files)
    assert faults == ()
    assert [file.path for file, other in zip(files, made, strict=True) if file != other] == []
