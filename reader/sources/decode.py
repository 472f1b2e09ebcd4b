"""Bytes to characters, without loss and without silent guessing.

A byte order mark or clean UTF-8 decides. Otherwise the file is in an older encoding, and the choice between
GB18030 and Big5 is made from the bytes and reported: in running text nearly every character of either
encoding lies in its block of frequent characters (GB 2312 level 1: lead bytes B0-D7; Big5 level 1: A4-C6).
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from reader.errors import SourceError
from reader.findings import Finding, Severity, finding


@dataclass(frozen=True, slots=True)
class Encoding:
    """A name we print, the codec behind it, and the byte order mark it starts with."""

    name: str
    codec: str
    mark: bytes = b""


UTF8 = Encoding("UTF-8", "utf-8")
_MARKED = (
    Encoding("UTF-8 with byte order mark", "utf-8", codecs.BOM_UTF8),
    Encoding("UTF-16LE with byte order mark", "utf-16-le", codecs.BOM_UTF16_LE),
    Encoding("UTF-16BE with byte order mark", "utf-16-be", codecs.BOM_UTF16_BE),
)
_UTF16 = {0: Encoding("UTF-16BE", "utf-16-be"), 1: Encoding("UTF-16LE", "utf-16-le")}
GB18030 = Encoding("GB18030", "gb18030")
BIG5 = Encoding("Big5", "big5hkscs")
_BY_NAME = {e.name: e for e in (UTF8, *_MARKED, *_UTF16.values(), GB18030, BIG5)}

_FREQUENT_LEADS = {GB18030.name: range(0xB0, 0xD8), BIG5.name: range(0xA4, 0xC7)}
_CONVINCING = 0.9
"""Share of frequent characters that running text reaches; measured on GB and Big5 prose it is above 0.97."""

_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive (DOCX, EPUB, XLSX …)",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"{\\rtf": "an RTF file",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file and the name of the encoding they came in."""

    text: str
    encoding: str


def decode(data: bytes, path: str) -> tuple[Decoded, tuple[Finding, ...]]:
    """Decode a file; anything else than plain UTF-8 is reported as S002.

    Raises :class:`SourceError` when no encoding fits.
    """
    _refuse_known_binaries(data, path)
    encoding, remark, certain = _choose(data, path)
    try:
        text = data[len(encoding.mark) :].decode(encoding.codec)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"not valid {encoding.name}: {error.reason} at byte {error.start + len(encoding.mark)}",
            path=path,
            line=data[: error.start].count(b"\n") + 1,
            column=1,
            hint="save the file as UTF-8 and try again",
        ) from None
    if encoding is UTF8:
        return Decoded(text, encoding.name), ()
    if encode(text, encoding.name) != data:
        remark += "; some bytes have more than one spelling in it and would not be written back alike"
    note = finding(
        "S002",
        path,
        1,
        1,
        f"read as {encoding.name}: {remark}",
        None if certain else "look at the text, and save it as UTF-8 if it is right",
        None if certain else Severity.WARNING,
    )
    return Decoded(text, encoding.name), (note,)


def encode(text: str, encoding: str) -> bytes:
    """The bytes that :func:`decode` read as ``text`` in the encoding of that name."""
    chosen = _BY_NAME[encoding]
    return chosen.mark + text.encode(chosen.codec)


def _refuse_known_binaries(data: bytes, path: str) -> None:
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise SourceError(f"this is {what}, not a text file", path=path, hint="export it as plain text (UTF-8)")


def _choose(data: bytes, path: str) -> tuple[Encoding, str, bool]:
    """The encoding, why, and whether it is beyond doubt."""
    for marked in _MARKED:
        if data.startswith(marked.mark):
            return marked, "by its byte order mark", True
    wide = _zero_parity(data)
    if wide is not None:
        return _UTF16[wide], "every second byte of its spaces and line ends is zero, and there is no mark", False
    if b"\0" in data:
        raise SourceError("not a text file: it holds zero bytes", path=path, hint="export it as plain text (UTF-8)")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _choose_legacy(data, path, error)
    return UTF8, "", True


def _zero_parity(data: bytes) -> int | None:
    """0 or 1 where all zero bytes stand at even or odd offsets and there are enough of them, as in UTF-16."""
    if len(data) % 2 or b"\0" not in data:
        return None
    zeros = {offset % 2 for offset, byte in enumerate(data[:65536]) if byte == 0}
    return zeros.pop() if len(zeros) == 1 else None


def _choose_legacy(data: bytes, path: str, error: UnicodeDecodeError) -> tuple[Encoding, str, bool]:
    scores = sorted(((_frequent_share(data, encoding), encoding) for encoding in (GB18030, BIG5)), key=lambda s: -s[0])
    best, encoding = scores[0]
    if best < _CONVINCING:
        raise SourceError(
            f"cannot be decoded: neither UTF-8 (byte {error.start}), UTF-16, GB18030 nor Big5 fits",
            path=path,
            line=data[: error.start].count(b"\n") + 1,
            column=1,
            hint="save the file as UTF-8 and try again",
        )
    other, rival = scores[1]
    return encoding, f"{best:.0%} of its characters are frequent ones there, {other:.0%} as {rival.name}", False


def _frequent_share(data: bytes, encoding: Encoding) -> float:
    """Share of the two-byte Han characters that lie in the block of frequent ones; 0 where it does not decode."""
    try:
        text = data.decode(encoding.codec)
    except UnicodeDecodeError:
        return 0.0
    leads = [code[0] for code in (c.encode(encoding.codec) for c in text if "一" <= c <= "鿿") if len(code) >= 2]
    if not leads:
        return 0.0
    frequent = _FREQUENT_LEADS[encoding.name]
    return sum(lead in frequent for lead in leads) / len(leads)
