"""Faults in the user's files, as values: one record, the table of codes, and how they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters. ``error`` spoils the edition, ``warning`` wants a look, ``info`` tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: its usual severity and what it means in general."""

    code: str
    severity: Severity
    title: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place. ``line`` and ``column`` count from 1; None where a file as a whole is meant."""

    code: str
    severity: Severity
    path: str
    line: int | None
    column: int | None
    message: str
    hint: str | None = None


def _codes(*rows: tuple[str, Severity, str]) -> dict[str, Code]:
    return {code: Code(code, severity, title) for code, severity, title in rows}


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: dict[str, Code] = _codes(
    # S: seeds and their sidecars
    ("S001", _E, "the seed cannot be read"),
    ("S002", _I, "the encoding was recognised, not declared"),
    ("S003", _I, "a broken paragraph was joined"),
    ("S004", _I, "a recorded repair was applied"),
    ("S005", _E, "a recorded repair does not fit the seed"),
    ("S006", _W, "a recorded repair was found on another line"),
    ("S007", _W, "suspected misprint"),
    ("S008", _W, "a character is doubled at a break"),
    ("S009", _W, "a paragraph may be broken here"),
    ("S010", _W, "a stray space between Chinese characters"),
    ("S011", _W, "a traditional character in simplified text"),
    ("S012", _W, "control, private-use or replacement characters in the text"),
    ("S013", _W, "the sidecar names no source or rights"),
    ("S014", _E, "the sidecar is not valid YAML"),
    ("S015", _E, "unknown field in the sidecar"),
    ("S016", _E, "a field of the sidecar has the wrong shape"),
    ("S017", _E, "the same key twice in the sidecar"),
    ("S018", _E, "a recorded correction does not fit the seed"),
    ("S019", _W, "quotation marks or brackets do not pair"),
    ("S020", _W, "a recording that no page will play"),
    # G: glossary and project lexicon
    ("G001", _E, "the glossary file is not valid YAML"),
    ("G002", _E, "unknown field in a glossary entry"),
    ("G003", _E, "a field of a glossary entry has the wrong shape"),
    ("G004", _E, "a required field is missing"),
    ("G005", _E, "the same key twice in one entry"),
    ("G006", _E, "the same id twice"),
    ("G007", _E, "the same term or alias twice"),
    ("G008", _E, "the pinyin does not fit its characters"),
    ("G009", _W, "the short gloss is too long"),
    ("G010", _W, "'see' names no entry"),
    ("G011", _E, "the term is not Chinese"),
    ("G012", _E, "the file is too large or nested too deeply"),
    ("G013", _W, "an entry contradicts another in the project lexicon"),
    ("G014", _W, "the pinyin is not spelled by GB/T 16159"),
    ("G015", _W, "no dictionary reads a character so"),
    ("G016", _W, "a term has no English rendering"),
    ("G017", _W, "a rendering is forbidden as well"),
    ("G018", _W, "a source has no date"),
    ("G019", _I, "a source is older than the first use"),
    ("G020", _W, "the same item twice in a list"),
    ("G021", _W, "two entries may be one"),
    ("G022", _I, "two terms have the same preferred English"),
    ("G023", _W, "'see' leads to a deprecated entry"),
    ("G024", _I, "no text uses the term"),
    ("G025", _I, "two terms overlap in a text"),
    ("G026", _E, "a file for import has not the right columns or elements"),
    ("G027", _E, "a row of a file for import cannot be taken"),
    ("G028", _E, "a row of a file for import is in conflict with the glossary or another row"),
    ("G029", _I, "a phrase of the texts may be a term"),
    # R: readings, words and glosses of a seed
    ("R001", _W, "a Chinese character has no reading"),
    ("R002", _W, "a word is in no dictionary"),
    # A: translations and how they fit the text
    ("A001", _W, "the translation cannot be read"),
    ("A002", _W, "the translation is empty"),
    ("A003", _W, "the translation is not in the language of its name"),
    ("A004", _W, "markup in a translation"),
    ("A005", _W, "a paragraph of the translation is still in Chinese"),
    ("A006", _W, "a row or unit of a table of segments cannot be used"),
    ("A007", _W, "a block has no translation"),
    ("A008", _W, "a paragraph of the translation translates nothing"),
    ("A009", _W, "a sentence has no translation, or a translation no sentence"),
    ("A010", _W, "it is not certain what a passage translates"),
    ("A011", _W, "the marks in a paragraph do not fit its sentences"),
    ("A012", _W, "a recorded link does not fit text and translation"),
    ("A013", _W, "a segment translates a text that is not in the seed"),
    ("A014", _W, "the translation of a sentence does not render a term"),
    ("A015", _E, "a forbidden rendering of a term"),
    ("A016", _I, "a term is rendered in more than one way"),
    ("A017", _W, "an amount differs between text and translation"),
    ("A018", _W, "a date differs between text and translation"),
    ("A019", _W, "an accepted deviation does not occur any more"),
    ("A020", _W, "a translation stands in two files"),
    ("A021", _I, "the translation is a draft"),
    ("A022", _W, "the translation that an edition asks for is not there"),
    # O, of outputs
    ("O001", _W, "a character is in no font"),
    ("O002", _W, "the typesetter warned"),
)


def finding(
    code: str,
    path: str,
    line: int | None,
    column: int | None,
    message: str,
    hint: str | None = None,
    severity: Severity | None = None,
) -> Finding:
    """A finding with the usual severity of its code, unless another one is given."""
    return Finding(code, severity or CODES[code].severity, path, line, column, message, hint)


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by place: path, line, column, code; without exact repeats."""
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda f: (f.path, f.line or 0, f.column or 0, f.code, f.message),
        )
    )


def at_or_above(findings: Iterable[Finding], severity: Severity) -> tuple[Finding, ...]:
    """The findings that are at least as severe as asked."""
    return tuple(f for f in findings if f.severity.rank <= severity.rank)


def where(path: str | None, line: int | None, column: int | None) -> str:
    """``path:line:column``, as much of it as is known, as compilers print it."""
    return ":".join(str(part) for part in (path, line, column) if part is not None)


def as_text(found: Finding) -> str:
    """``path:line:column: severity CODE: message`` and an indented hint: one or two lines."""
    head = f"{where(found.path, found.line, found.column)}: {found.severity} {found.code}: {found.message}"
    return f"{head}\n    hint: {found.hint}" if found.hint else head


def as_dict(found: Finding) -> dict[str, object]:
    """The finding as the JSON contract has it."""
    record = asdict(found)
    record["severity"] = str(found.severity)
    return record


_GITHUB_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(found: Finding) -> str:
    """A GitHub Actions workflow command (one annotation)."""

    def value(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def prop(text: str) -> str:
        return value(text).replace(":", "%3A").replace(",", "%2C")

    place = [f"file={prop(found.path)}"]
    if found.line is not None:
        place.append(f"line={found.line}")
    if found.column is not None:
        place.append(f"col={found.column}")
    place.append(f"title={prop(found.code)}")
    text = found.message + (f" ({found.hint})" if found.hint else "")
    return f"::{_GITHUB_LEVEL[found.severity]} {','.join(place)}::{value(text)}"
