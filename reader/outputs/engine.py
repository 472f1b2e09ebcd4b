"""How WeasyPrint is loaded, in less than half its time.

More than half of that goes to what no book needs: parsing C declarations that never change (they are compiled once and
kept in the cache folder), a subsetter and a font instancer that are not used where HarfBuzz makes subsets, and style
sheets for forms and for the numerals of all languages. What cannot be spared with another release of WeasyPrint is
loaded as it is.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import ExitStack, contextmanager, suppress
from functools import cache, partial
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from reader.cache import cache_folder, digest, write_atomically
from reader.errors import LexiconError

_ROOT: Final = "weasyprint"
_FOREIGN: Final = "weasyprint.text.ffi"
"""The module with the C declarations."""
_NOT_USED: Final = ("fontTools.subset", "fontTools.varLib.instancer")
"""Modules that WeasyPrint has for fonts with variations, and for where HarfBuzz makes no subsets."""
_SHEETS: Final = "weasyprint.html"
"""The module that parses style sheets when it is imported."""

_RULE: Final = re.compile(r"([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}")
_REMARK: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_TYPE: Final = re.compile(r"(?<![-\w:.#=\[])[a-z][a-z0-9]*")
"""The name of an element in a selector."""
_TAG: Final = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)")
_WORD: Final = re.compile(r"[a-z][a-z-]*")
_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r"\[[^\]]*\]")
_USUAL: Final = frozenset({"decimal", "disc", "circle", "square"})
"""Counters that the sheet itself uses."""
_IMPLIED: Final = frozenset({"html", "head", "body", "colgroup", "tbody"})
"""Elements that an HTML parser adds."""


@cache
def load() -> ModuleType:
    """WeasyPrint, loaded if it is not yet."""
    if _ROOT not in sys.modules:
        _load_declarations()
        late = (_instead(_Late(name)) for name in _NOT_USED if name not in sys.modules)
        with ExitStack() as stack:
            for standing_in in (*late, _sheets_later()):
                stack.enter_context(standing_in)
            importlib.import_module(_ROOT)
        sys.modules["weasyprint.text"].__dict__["ffi"] = sys.modules[_FOREIGN]
        _keep_page_references()
    return sys.modules[_ROOT]


@cache
def parser() -> Any:
    """WeasyPrint's ``HTML``, made from a string: its own style sheet, for all of HTML, has only those rules that pages
    with these elements and styles can need (those in the string are found here)."""
    html = load().HTML
    from weasyprint import CSS
    from weasyprint.css.counters import CounterStyle
    from weasyprint.html import UA

    @cache
    def sheet(needed: str) -> tuple[Any, Any]:
        counters = CounterStyle()
        return CSS(string=needed, counter_style=counters), counters

    class Page(html):  # type: ignore[misc,valid-type]
        def __init__(self, *, string: str, elements: Iterable[str], styles: str, **more: Any) -> None:
            inside = "".join(_STYLE.findall(string))
            self._needed = needed_rules(UA, elements_of(string).union(elements), styles + inside)
            super().__init__(string=string, **more)

        def _ua_stylesheets(self, _forms: object = None) -> list[Any]:
            return [sheet(self._needed)[0]]

        def _ua_counter_style(self) -> list[Any]:
            return [sheet(self._needed)[1].copy()]

    return Page


def elements_of(markup: str) -> frozenset[str]:
    """The names of the elements that a page has, and of those that a parser may add."""
    return _IMPLIED.union(map(str.lower, _TAG.findall(markup)))


def needed_rules(sheet: str, elements: AbstractSet[str], styles: str) -> str:
    """A style sheet for all of HTML without those rules that a page with these elements has no use for: their
    selectors name none of them, or an attribute for the direction of writing; or they are counters that ``styles`` do
    not name."""
    counters = _USUAL.union(_WORD.findall(styles))
    kept = []
    for rule in _RULE.finditer(_REMARK.sub("", sheet)):
        selectors = rule[1].split()
        if selectors[0] == "@counter-style":
            wanted = selectors[1] in counters
        elif selectors[0].startswith("@"):
            wanted = True
        else:
            named = _TYPE.findall(_ATTRIBUTE.sub("", rule[1]))
            wanted = "[dir" not in rule[1] and (not named or not elements.isdisjoint(named))
        if wanted:
            kept.append(rule[0].strip())
    return "\n".join(kept)


def _keep_page_references() -> None:
    """Let a PDF make the references to its pages anew only when it has more pages: WeasyPrint asks for all of them at
    each element of the structure tree, so that the time for that grew with the square of the length of a book."""
    import pydyf

    made = getattr(pydyf.PDF, "page_references", None)
    if not isinstance(made, property) or made.fget is None:
        return
    make = made.fget

    def page_references(pdf: Any) -> Any:
        count = len(pdf.pages["Kids"])
        if pdf.__dict__.get("_references", (None,))[0] != count:
            pdf.__dict__["_references"] = count, make(pdf)
        return pdf.__dict__["_references"][1]

    pydyf.PDF.page_references = property(page_references)


def _load_declarations() -> None:
    """Load the module with the C declarations, with these compiled. Where that fails it is loaded later, as it is."""
    package = importlib.util.find_spec(_ROOT)
    if package is None or package.origin is None:
        return
    source = Path(package.origin).parent / "text" / "ffi.py"
    # ImportError and OSError: something is not there; the others: the module is not what it was.
    with suppress(ImportError, OSError, LexiconError, AttributeError, TypeError, ValueError, RuntimeError):
        path = _compiled(source.read_text(encoding="utf-8"))
        backend, cffi = ModuleType("_cffi_backend"), ModuleType("cffi")
        backend.__dict__["FFI"] = _declared_class()
        with _instead(backend):
            ffi = _executed("duben_declarations", path).ffi
        cffi.__dict__["FFI"] = lambda: ffi
        with _instead(cffi):
            module = _executed(_FOREIGN, source)
        sys.modules[_FOREIGN] = module


def _declared_class() -> type:
    """The class of what has compiled declarations, and takes no others."""
    from _cffi_backend import FFI

    class Declared(FFI):  # type: ignore[misc]
        def cdef(self, *_: object, **__: object) -> None:
            """Nothing: it has them already."""

    return Declared


def _compiled(source: str) -> Path:
    """The file with the declarations that this module makes, compiled; it is made where it is not there yet."""
    import _cffi_backend

    path = cache_folder() / f"declarations-{digest(source, _cffi_backend.__version__)}.py"
    if not path.exists():
        import cffi
        from cffi.recompiler import make_py_source

        ffi = cffi.FFI()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "cdef":
                ffi.cdef(ast.literal_eval(node.args[0]))
        write_atomically(path, lambda new: make_py_source(ffi, "duben_declarations", str(new)))
    return path


def _executed(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextmanager
def _instead(module: ModuleType) -> Iterator[None]:
    """This module in the place of the one of its name."""
    before = sys.modules.get(module.__name__)
    sys.modules[module.__name__] = module
    try:
        yield
    finally:
        if before is None:
            del sys.modules[module.__name__]
        else:
            sys.modules[module.__name__] = before


class _Late(ModuleType):
    """Stands for a module whose functions are called seldom; the first call loads it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*given: Any, **more: Any) -> Any:
            return getattr(importlib.import_module(self.__name__), name)(*given, **more)

        return call


@contextmanager
def _sheets_later() -> Iterator[None]:
    """While this lasts, a style sheet that :data:`_SHEETS` has is not parsed before it is used."""
    finder = _SheetsFinder()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


class _SheetsFinder(MetaPathFinder):
    def find_spec(self, name: str, path: Any, target: object = None) -> ModuleSpec | None:  # noqa: ARG002
        spec = PathFinder.find_spec(name, path) if name == _SHEETS else None
        if spec is None or type(spec.loader) is not SourceFileLoader:
            return None
        spec.loader = _SheetsLoader(spec.loader.name, spec.loader.path)
        return spec


class _SheetsLoader(SourceFileLoader):
    def exec_module(self, module: ModuleType) -> None:
        package = sys.modules[_ROOT]
        css = package.CSS

        class Later(css):  # type: ignore[misc,valid-type]
            def __init__(self, **given: Any) -> None:
                self._given = given
                counters = given.get("counter_style")
                if counters is not None:
                    # it is filled when the sheet is parsed
                    counters.copy = partial(self._after_parsing, counters.copy)

            def _after_parsing(self, call: Callable[[], Any]) -> Any:
                hasattr(self, "matcher")
                return call()

            def __getattr__(self, name: str) -> Any:
                given = self.__dict__.pop("_given", None)
                if given is None:
                    raise AttributeError(name)
                super().__init__(**given)
                return getattr(self, name)

        package.__dict__["CSS"] = Later
        try:
            super().exec_module(module)
        finally:
            package.__dict__["CSS"] = css
        module.__dict__["CSS"] = css
