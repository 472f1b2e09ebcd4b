"""Opening a translator, with engines put in the place of the real ones."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from reader.errors import ConfigError, MissingExtra
from reader.translator import open_translator


class Pieces:
    """Cuts a text into characters, as a vocabulary without longer pieces would."""

    def __init__(self, model_file: str) -> None:
        if Path(model_file).read_bytes() != b"pieces":
            raise OSError("Not found: nonsense\nand more")

    def encode(self, text: str, out_type: type) -> list[str]:
        assert out_type is str
        return ["▁", *text]


class Engine:
    """Gives back what it got, in the order it got it."""

    def __init__(self, model: str, device: str) -> None:
        assert device == "cpu"
        if (Path(model) / "model.bin").read_bytes() != b"model":
            raise RuntimeError("Unsupported model binary version.")

    def translate_batch(self, tokens: list[list[str]], **_options: object) -> list[SimpleNamespace]:
        if any("坏" in one for one in tokens):
            raise RuntimeError("no positions")
        return [SimpleNamespace(hypotheses=[["▁It", "▁says", "▁", *one[1:], "."]]) for one in tokens]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in (
        ("ctranslate2", {"Translator": Engine}),
        ("sentencepiece", {"SentencePieceProcessor": Pieces}),
    ):
        module = ModuleType(name)
        module.__dict__.update(content)
        monkeypatch.setitem(sys.modules, name, module)
    model = tmp_path / "zh-en"
    (model / "model").mkdir(parents=True)
    (model / "model" / "model.bin").write_bytes(b"model")
    (model / "sentencepiece.model").write_bytes(b"pieces")
    return model


def test_texts_come_back_in_order_and_an_empty_one_empty(folder: Path) -> None:
    translator = open_translator(folder)
    assert translator.name == "zh-en"
    assert translator.translate(["甲", " ", "乙"]) == ("It says 甲.", "", "It says 乙.")
    assert translator.translate([]) == ()


@pytest.mark.parametrize("name", ["sentencepiece.model", "model/model.bin"])
def test_a_folder_without_a_model(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ConfigError, match=f"there is no {name}"):
        open_translator(folder)


@pytest.mark.parametrize("name", ["sentencepiece.model", "model/model.bin"])
def test_a_damaged_model_is_one_line(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"nonsense")
    with pytest.raises(ConfigError) as caught:
        open_translator(folder)
    assert caught.value.message.startswith("the model cannot be read: ")
    assert "\n" not in caught.value.message


def test_a_model_that_fails_is_one_line(folder: Path) -> None:
    with pytest.raises(ConfigError, match="cannot translate this: no positions"):
        open_translator(folder).translate(["坏"])


@pytest.mark.parametrize("name", ["ctranslate2", "sentencepiece"])
def test_without_the_engine_the_hint_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtra) as caught:
        open_translator(folder)
    assert caught.value.hint == "pip install 'duben[drafts]'"
