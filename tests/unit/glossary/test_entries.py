"""The entry formats, one file at a time, and the schema that editors use."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest

from reader.findings import Finding
from reader.glossary.entries import SHORT_LENGTH, TERM_FIELDS, WORD_FIELDS, Entry, read_lexicon, read_terms
from reader.model import LexiconEntry, NameKind, Place, Term, TermStatus
from reader.yamlfile import Kind

GLOSSARY = Path(__file__).parents[3] / "glossary"

FULL = """\
- id: cun-chao
  term: 村超
  aliases: [乡村足球超级联赛, 村级足球赛]
  pinyin: cūn chāo
  short: village football league
  english: [Village Super League]
  forbidden: [Cun Chao]
  definition: >
    A football league of villages
    in the south-west.
  literal: village super
  domain: social
  since: 2023-05
  sources:
    - 《关于村超的报道》, 2023-05-13
  see: [cun-ba]
  status: reviewed
"""


def read(text: str) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    return read_terms(text.encode(), "glossary/a.yaml")


def entry(**changes: str) -> str:
    fields = {"id": "cun-chao", "term": "村超", "pinyin": "cūn chāo", "short": "village league"} | changes
    return "- " + "\n  ".join(f"{name}: {value}" for name, value in fields.items() if value) + "\n"


def test_every_field_is_read() -> None:
    (found,), faults = read(FULL)
    assert faults == ()
    assert found.sound
    assert found.term == Term(
        id="cun-chao",
        term="村超",
        pinyin="cūn chāo",
        short="village football league",
        aliases=("乡村足球超级联赛", "村级足球赛"),
        english=("Village Super League",),
        forbidden=("Cun Chao",),
        definition="A football league of villages in the south-west.",
        literal="village super",
        domain="social",
        since="2023-05",
        sources=("《关于村超的报道》, 2023-05-13",),
        see=("cun-ba",),
        status=TermStatus.REVIEWED,
    )
    assert found.term.place == Place("glossary/a.yaml", 1, 3)


def test_an_entry_with_only_the_required_fields_is_a_draft() -> None:
    (found,), faults = read(entry())
    assert faults == ()
    assert found.term == Term("cun-chao", "村超", "cūn chāo", "village league", status=TermStatus.DRAFT)


def test_decomposed_pinyin_is_composed() -> None:
    (found,), faults = read(entry(pinyin="cu\u0304n cha\u0304o"))
    assert faults == ()
    assert found.term.pinyin == "cūn chāo"


@pytest.mark.parametrize(
    ("changes", "code", "line", "column", "message"),
    [
        ({"id": ""}, "G004", 1, 3, "'id' is missing"),
        ({"short": "''"}, "G004", 4, 3, "'short' is empty"),
        ({"id": "CunChao"}, "G003", 1, 7, "'CunChao' is not a plain identifier"),
        ({"id": "cūn"}, "G003", 1, 7, "plain identifier"),
        ({"domain": "social life"}, "G003", 5, 11, "the domain 'social life'"),
        ({"term": "village"}, "G011", 2, 9, "'village' has no Chinese character"),
        ({"term": "村 超"}, "G003", 2, 9, "space between Chinese characters"),
        ({"aliases": "['2023']"}, "G011", 5, 13, "alias '2023'"),
        ({"aliases": "[农村赛, 村 赛]"}, "G003", 5, 18, "'村 赛' has a space"),
        ({"pinyin": "cūn"}, "G008", 3, 11, "2 characters"),
        ({"pinyin": "cūn chxo"}, "G008", 3, 11, "chxo"),
        ({"term": "村、超", "pinyin": "cūnchāo"}, "G008", 3, 11, "inside it"),
        ({"since": "May 2023"}, "G003", 5, 10, "no date"),
        ({"since": "2023-13"}, "G003", 5, 10, "no date"),
        ({"since": "2023-02-30"}, "G003", 5, 10, "no date"),
        ({"status": "final"}, "G003", 5, 11, "has to be draft, reviewed or deprecated"),
        ({"notes": "x"}, "G002", 5, 3, "unknown field 'notes'"),
    ],
)
def test_faults_spoil_the_entry(changes: dict[str, str], code: str, line: int, column: int, message: str) -> None:
    (found,), (fault,) = read(entry(**changes))
    assert not found.sound
    assert (fault.code, fault.path, fault.line, fault.column) == (code, "glossary/a.yaml", line, column)
    assert message in fault.message


@pytest.mark.parametrize("since", ["2023", "2023-05", "2023-05-13", "'2024-02-29'"])
def test_dates_of_any_precision(since: str) -> None:
    (found,), faults = read(entry(since=since))
    assert (faults, found.term.since) == ((), since.strip("'"))


def test_a_latin_alias_is_allowed() -> None:
    (found,), faults = read(entry(aliases="[VSL]"))
    assert (faults, found.term.aliases) == ((), ("VSL",))


def test_a_long_gloss_is_a_warning() -> None:
    (found,), (fault,) = read(entry(short="x" * (SHORT_LENGTH + 1)))
    assert found.sound
    assert (fault.code, fault.line) == ("G009", 4)
    assert read(entry(short="x" * SHORT_LENGTH))[1] == ()


def test_one_faulty_entry_does_not_spoil_the_next() -> None:
    entries, faults = read(entry(pinyin="x") + entry(id="cun-ba", term="村BA", pinyin="cūn BA"))
    assert [(found.term.id, found.sound) for found in entries] == [("cun-chao", False), ("cun-ba", True)]
    assert [fault.line for fault in faults] == [3]


def test_an_entry_that_is_no_mapping() -> None:
    entries, (fault,) = read("- 村超\n" + entry())
    assert [found.sound for found in entries] == [False, True]
    assert (fault.code, fault.line) == ("G003", 1)


def test_a_broken_file_has_no_entries() -> None:
    entries, (fault,) = read(entry(short="league: village"))
    assert entries == ()
    assert (fault.code, fault.line) == ("G001", 4)


def test_words_of_the_lexicon() -> None:
    words, faults = read_lexicon(
        "- {word: 榕江, pinyin: Róngjiāng, gloss: a county in Guizhou, name: place}\n"
        "- {word: 村味, pinyin: cūnwèi, gloss: village flavour}\n".encode(),
        "glossary/lexicon.yaml",
    )
    assert faults == ()
    assert words == (
        LexiconEntry("榕江", "Róngjiāng", "a county in Guizhou", NameKind.PLACE),
        LexiconEntry("村味", "cūnwèi", "village flavour"),
    )
    assert words[1].place == Place("glossary/lexicon.yaml", 2, 3)


def test_faulty_words_are_left_out() -> None:
    words, faults = read_lexicon(
        "- {word: 榕江, pinyin: Róng, gloss: x}\n"
        "- {word: abc, pinyin: ā, gloss: x}\n"
        "- {word: 村味, pinyin: cūnwèi}\n"
        "- {word: 村味, pinyin: cūnwèi, gloss: x, name: country}\n"
        f"- {{word: 村味, pinyin: cūnwèi, gloss: {'long ' * 8}}}\n".encode(),
        "glossary/lexicon.yaml",
    )
    assert [(fault.code, fault.line) for fault in faults] == [
        ("G008", 1),
        ("G011", 2),
        ("G004", 3),
        ("G003", 4),
        ("G009", 5),
    ]
    assert [word.place for word in words] == [Place("glossary/lexicon.yaml", 5, 3)]


def test_the_schema_has_the_fields_of_the_model() -> None:
    schema = json.loads((GLOSSARY / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for record, fields, part in ((Term, TERM_FIELDS, "term"), (LexiconEntry, WORD_FIELDS, "word")):
        model = [field.name for field in dataclasses.fields(record) if field.name != "place"]
        described = schema["$defs"][part]
        assert sorted(described["properties"]) == sorted(model)
        assert list(described["properties"]) == [field.name for field in fields]
        assert described["required"] == [field.name for field in fields if field.required]
        for field in fields:
            rule = described["properties"][field.name]
            is_list = rule.get("type") == "array" or rule.get("$ref") == "#/$defs/lines"
            assert is_list == (field.kind is Kind.TEXTS)
            assert tuple(rule.get("enum", ())) == field.choices
    assert schema["$defs"]["short"]["maxLength"] == SHORT_LENGTH


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ({"id": "a", "term": "村", "pinyin": "cūn", "short": "village"}, True),
        ({"id": "a", "term": "村", "pinyin": "cūn"}, False),
        ({"id": "a b", "term": "村", "pinyin": "cūn", "short": "village"}, False),
        ({"id": "a", "term": "村", "pinyin": "cūn", "short": "village", "since": 2021}, True),
        ({"id": "a", "term": "村", "pinyin": "cūn", "short": "village", "since": "2021/05"}, False),
        ({"id": "a", "term": "村", "pinyin": "cūn", "short": "village", "shorts": "x"}, False),
        ({"word": "村", "pinyin": "cūn", "gloss": "village", "name": "place"}, True),
        ({"word": "村", "pinyin": "cūn", "gloss": "village", "name": "hamlet"}, False),
        ("村", False),
    ],
)
def test_the_schema_tells_good_entries_from_bad_ones(value: object, valid: bool) -> None:
    schema = json.loads((GLOSSARY / "schema.json").read_text(encoding="utf-8"))
    assert jsonschema.Draft202012Validator(schema).is_valid([value]) is valid
