"""Jinja: the environment, its filters, where templates are looked up, and what a broken template says.

A project may have a ``templates`` folder of its own; a file there stands in for the file of the same name that comes
with the program. Everything put into a page is escaped, whatever its name; what a template does not find is an error.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

import jinja2
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reader.cache import cache_folder, digest
from reader.errors import TemplateFault
from reader.hanzi import language

_PACKAGE: Final = Path(__file__).parent

_VERSION: Final = 1
"""Goes up when templates are compiled otherwise: by other options or extensions of :func:`environment`. What is
compiled is kept, by the text of the template; it takes half a second for the pages and the book."""

_INDENT: Final = re.compile(r"^[ \t]+", re.MULTILINE)
_REMARK: Final = re.compile(r"^(?://.*)?\n", re.MULTILINE)

_FAILURES: Final = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What running a template can raise: Jinja's own errors, and Python's from an expression in it."""


def default_folder() -> Path:
    """The templates that come with the program: inside the package in a wheel, beside it in a checkout."""
    packaged = _PACKAGE / "_defaults" / "templates"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "templates"


class _Lean(Extension):
    """Takes the indentation of a template out of the page, where it would be a tenth of it, and of a script the lines
    with nothing but a comment. Lines of a template stay lines, so that a fault is still reported where it is."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        lean = _INDENT.sub("", source)
        return _REMARK.sub("", lean) if name and name.endswith(".js") else lean


def environment(folders: Sequence[Path] = ()) -> jinja2.Environment:
    """An environment that looks a template up in ``folders``, in this order, and then among the defaults.

    Templates are sandboxed: a project that comes from someone else can change how a page looks, and nothing more.
    """
    made = ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader([*folders, default_folder()]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=jinja2.FileSystemBytecodeCache(
            str(cache_folder()), f"template-{digest(_VERSION, jinja2.__version__)}-%s.bytecode"
        ),
        extensions=[_Lean],
    )
    made.filters["percent"] = percent
    made.filters["thousands"] = thousands
    made.filters["language"] = language
    made.filters["csp_hash"] = csp_hash
    return made


def render(made: jinja2.Environment, name: str, **context: object) -> str:
    """The template ``name``, filled in. Raises :class:`TemplateFault` with the file and line at fault."""
    try:
        return made.get_template(name).render(**context)
    except jinja2.TemplateSyntaxError as error:
        source = error.filename or error.name or name
        raise TemplateFault(error.message or "syntax error", path=source, line=error.lineno) from error
    except jinja2.TemplateNotFound as error:
        path, line = _innermost(error.__traceback__, name)
        hint = "a template is named by its path below templates/, with / between folders"
        raise TemplateFault(f"there is no template {error.name}", path=path, line=line, hint=hint) from error
    except _FAILURES as error:
        path, line = _innermost(error.__traceback__, name)
        raise TemplateFault(str(error) or type(error).__name__, path=path, line=line) from error


def _innermost(trace: TracebackType | None, name: str) -> tuple[str, int | None]:
    """The last line of a template on the way to the error (Jinja puts its templates into the traceback); without one,
    the template that was asked for."""
    path, line = name, None
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            path, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return path, line


def percent(share: float) -> str:
    """A share (0 to 1) as it is printed: ``94.2 %``, with a no-break space (ISO 80000-1, 7.1.4)."""
    return f"{share * 100:.1f}\N{NO-BREAK SPACE}%"


def thousands(number: int) -> str:
    """A whole number with commas: ``4,682``."""
    return f"{number:,}"


def csp_hash(script: str) -> str:
    """The source expression that allows exactly this inline script (Content Security Policy Level 3, 8.3)."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
