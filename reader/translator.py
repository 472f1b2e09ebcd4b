"""Translating by machine: what is asked of a translator, and the one engine there is, CTranslate2 with a model that the
user has put on this machine. Nothing here asks the network for anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from reader.errors import ConfigError, MissingExtra

_HINT = "a folder of an unpacked Argos package: model/ and sentencepiece.model (docs/translation.md)"
_BEAM = 4
_SPACE = "▁"
"""What SentencePiece writes for a space."""


class Translator(Protocol):
    """Anything that translates Chinese sentences."""

    @property
    def name(self) -> str:
        """What a draft says it was made with."""

    def translate(self, texts: Sequence[str]) -> tuple[str, ...]:
        """A translation for each text, in order."""


class CTranslate2Translator:
    """A model for CTranslate2 with its SentencePiece vocabulary, as Argos packages hold them."""

    def __init__(self, name: str, engine: Any, pieces: Any) -> None:
        self.name = name
        self._engine = engine
        self._pieces = pieces

    def translate(self, texts: Sequence[str]) -> tuple[str, ...]:
        """A translation for each text, in order; an empty one for an empty text."""
        wanted = [number for number, text in enumerate(texts) if text.strip()]
        tokens = [self._pieces.encode(texts[number], out_type=str) for number in wanted]
        try:
            results = self._engine.translate_batch(tokens, beam_size=_BEAM, replace_unknowns=True) if tokens else []
        except RuntimeError as error:
            raise ConfigError(f"the model cannot translate this: {error}", path=self.name, hint=_HINT) from None
        found = dict(zip(wanted, results, strict=True))
        return tuple(_joined(found[number].hypotheses[0]) if number in found else "" for number in range(len(texts)))


def _joined(pieces: Sequence[str]) -> str:
    return " ".join("".join(pieces).replace(_SPACE, " ").split())


def open_translator(folder: Path) -> Translator:
    """The model in a folder. Raises :class:`MissingExtra` where the engine is not installed, :class:`ConfigError` where
    the folder holds no model that can be read."""
    vocabulary, model = folder / "sentencepiece.model", folder / "model"
    for path in (vocabulary, model / "model.bin"):
        if not path.is_file():
            raise ConfigError(f"there is no {path.relative_to(folder)} in it", path=str(folder), hint=_HINT)
    try:
        import ctranslate2
        import sentencepiece
    except ImportError:
        raise MissingExtra(
            "translating needs the packages ctranslate2 and sentencepiece", hint="pip install 'duben[drafts]'"
        ) from None
    try:
        pieces = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
        engine = ctranslate2.Translator(str(model), device="cpu")
    except (RuntimeError, OSError, ValueError) as error:
        reason = str(error).strip().splitlines()[0]
        raise ConfigError(f"the model cannot be read: {reason}", path=str(folder), hint=_HINT) from None
    return CTranslate2Translator(folder.resolve().name, engine, pieces)
