"""What runs in Duben is under a licence that `docs/dependencies.md` allows, and is listed there."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")

ALLOWED = re.compile(r"\b(MIT|MIT-0|MIT-CMU|BSD|Apache|PSF-2\.0|OFL|MPL|Mozilla|CC BY-SA 4\.0)\b")
REFUSED = re.compile(r"\bA?GPL|GNU (Affero )?General Public")
# Offered under several licences: the one it is used under.
CHOSEN = {"pyphen": "Mozilla Public License"}


def runtime_distributions() -> dict[str, Distribution]:
    """The declared dependencies and all that they need on this platform."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, Distribution] = {}
    waiting = [Requirement(line) for line in project["dependencies"]]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        found[name] = distribution(name)
        for line in found[name].requires or ():
            needed = Requirement(line)
            extras = requirement.extras or {""}
            wanted = needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras)
            if wanted and canonicalize_name(needed.name) not in found:
                waiting.append(needed)
    return found


def licences(found: Distribution) -> list[str]:
    """What the metadata says, the most exact statement first."""
    expressions = found.metadata.get_all("License-Expression") or []
    classifiers = [text for text in found.metadata.get_all("Classifier") or [] if text.startswith("License :: OSI ")]
    return expressions or classifiers or found.metadata.get_all("License") or [""]


def refusal(name: str, stated: list[str]) -> str | None:
    """Why a package with these licences stays out, or None."""
    if name in CHOSEN:
        return None if any(CHOSEN[name] in text for text in stated) else f"no longer under {CHOSEN[name]}"
    if any(REFUSED.search(text) for text in stated):
        return "GPL or AGPL"
    return None if all(ALLOWED.search(text) for text in stated) else "unknown licence"


def test_every_runtime_package_is_under_an_allowed_licence() -> None:
    refused = {
        name: (reason, licences(found))
        for name, found in runtime_distributions().items()
        if (reason := refusal(name, licences(found)))
    }
    assert refused == {}


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        (["MIT"], None),
        (["License :: OSI Approved :: BSD License"], None),
        (["AGPL-3.0-or-later"], "GPL or AGPL"),
        (["MIT", "License :: OSI Approved :: GNU General Public License v3 (GPLv3)"], "GPL or AGPL"),
        ([""], "unknown licence"),
    ],
)
def test_the_rule_itself(stated: list[str], reason: str | None) -> None:
    assert refusal("some-package", stated) == reason


def test_a_package_with_a_choice_must_go_on_offering_it() -> None:
    assert refusal("pyphen", ["GPL-2.0-or-later"]) == "no longer under Mozilla Public License"


def test_every_runtime_package_is_on_the_page() -> None:
    rows = [row.split("|")[1] for row in PAGE.splitlines() if row.startswith("|")]
    listed = {canonicalize_name(word) for cell in rows for word in re.findall(r"[A-Za-z0-9._-]+", cell)}
    assert set(runtime_distributions()) - listed == set()
