"""The JSON contract against its published schema."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from reader.contract import as_json
from reader.model import BlockKind, Document, Origin, TokenKind
from reader.passes import Resources
from tests.conftest import ROOT, annotated

SCHEMA = json.loads((ROOT / "docs" / "duben-1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_valid_itself() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_seed_fits_the_schema(document: Document) -> None:
    VALIDATOR.validate(json.loads(json.dumps(as_json(document))))


@pytest.mark.parametrize("text", ["好", "2023年5月，1+1>2……", "标题\n\n正文。\n\n图①：海边。\n王小明摄"])
def test_other_texts_fit_the_schema(text: str, resources: Resources) -> None:
    VALIDATOR.validate(as_json(annotated(text, resources)))


def test_the_schema_refuses_what_is_not_the_contract(document: Document) -> None:
    value = json.loads(json.dumps(as_json(document)))
    token = value["document"]["articles"][0]["blocks"][0]["sentences"][0]["tokens"][0]
    token["pinjin"] = "x"
    with pytest.raises(ValidationError):
        VALIDATOR.validate(value)


def test_the_schema_knows_all_kinds_and_origins() -> None:
    defs = SCHEMA["$defs"]
    assert defs["block"]["properties"]["kind"]["enum"] == [kind.value for kind in BlockKind]
    assert defs["token"]["properties"]["kind"]["enum"] == [kind.value for kind in TokenKind]
    assert defs["token"]["properties"]["origin"]["enum"] == [*(origin.value for origin in Origin), None]


def test_lines_are_those_of_the_source(document: Document) -> None:
    blocks = [b for a in as_json(document)["document"]["articles"] for b in a["blocks"]]  # type: ignore[index]
    joined = next(b for b in blocks if b["lines"] == [31, 33])
    assert "".join(s["text"] for s in joined["sentences"]).count("更大范围内顺畅流动") == 1
