"""The glossary as it was in a commit of Git, and which editions the changes since then touch."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from reader.errors import ConfigError
from reader.glossary import GlossaryFile, glossary_of
from reader.glossary.compare import Change, compare
from reader.glossary.edit import Files
from reader.knowledge import load_glossary, make_resources, own_glossary
from reader.model import Term
from reader.project import Project
from reader.termbase.usage import seeds_with, uses

_PATIENCE = 60


def files_at(project: Project, revision: str) -> Files:
    """The files of the glossary folder in a commit. Raises :class:`ConfigError` where Git cannot give them."""
    folder = project.glossary.resolve()
    commit = _git(project.root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip().decode()
    top = Path(_git(project.root, "rev-parse", "--show-toplevel").decode().rstrip("\n")).resolve()
    if not folder.is_relative_to(top):
        raise ConfigError("the glossary is not in the Git repository", path=project.label(project.glossary))
    inside = folder.relative_to(top).as_posix()
    names = _git(top, "ls-tree", "-z", "--name-only", commit, "--", f"{inside}/").decode().split("\0")
    wanted = [name for name in names if name.endswith(".yaml") and not name.rpartition("/")[2].startswith(".")]
    label = project.label(project.glossary)
    return tuple(
        GlossaryFile(f"{label}/{name.rpartition('/')[2]}", _git(top, "cat-file", "blob", f"{commit}:{name}"))
        for name in sorted(wanted)
    )


def changes_since(project: Project, revision: str) -> tuple[Change, ...]:
    """What changed in the terms between a commit and the files as they are now."""
    old, _ = glossary_of(files_at(project, revision))
    new, _ = own_glossary(project)
    return tuple(compare(old.by_id, new.by_id))


def seeds_touched(project: Project, changes: Sequence[Change]) -> tuple[str, ...]:
    """The seeds that mention a term that changed: as it is now, or as it was."""
    paths = project.seed_paths()
    found: dict[str, None] = {}
    for terms in (_terms(changes, new=True), _terms(changes, new=False)):
        if terms:
            glossary, _ = load_glossary(project)
            kept = tuple(term for term in glossary.terms if term.id not in {change.term.id for change in changes})
            then = type(glossary)((*terms, *kept), glossary.lexicon, glossary.digest)
            resources = make_resources(then, project)
            found |= dict.fromkeys(seeds_with(uses(project, paths, resources), {term.id for term in terms}))
    return tuple(sorted(found))


def _terms(changes: Sequence[Change], *, new: bool) -> tuple[Term, ...]:
    return tuple(term for change in changes if (term := change.new if new else change.old) is not None)


def _git(folder: Path, *args: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *args],
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        raise ConfigError("Git is not installed", hint="duben glossary diff compares with a commit") from None
    except subprocess.TimeoutExpired:
        raise ConfigError("Git does not answer") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        reason = said[-1].removeprefix("fatal: ") if said else "no reason given"
        if reason.startswith("not a git repository"):
            raise ConfigError("the project is in no Git repository, so there is nothing to compare with")
        raise ConfigError(f"Git cannot tell: {reason}", hint="name a commit, a branch or a tag: HEAD~1, main")
    return done.stdout
