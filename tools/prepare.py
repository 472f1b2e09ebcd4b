"""Prepares this machine for `make`: the virtual environment and what Python's installer cannot bring.

    python3 tools/prepare.py venv DIRECTORY    an empty virtual environment
    python  tools/prepare.py libraries         Pango and HarfBuzz, which WeasyPrint loads at run time
    python  tools/prepare.py browser           Chromium, for the browser tests; going without is no fault

Each looks first whether the thing is there and only then asks apt-get, and asks it only as root or where
sudo wants no password. ``DUBEN_APT=no`` forbids that. Exit status 1, after one line that says what to
install, when something needed is missing. Standard library only, and for any Python 3.7 or newer, because
this runs before anything is known to be there.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)

# The shared libraries that WeasyPrint opens, by the file names Linux, macOS and Windows give them, each
# with the Debian package that holds it.
LIBRARIES = {
    "Pango": ("libpango-1.0-0", ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")),
    "PangoFT2": ("libpangoft2-1.0-0", ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll")),
    "HarfBuzz-Subset": (
        "libharfbuzz-subset0",
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
    ),
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def say(line: str) -> None:
    """Tell the user, on standard error."""
    print(line, file=sys.stderr)


def apt_command() -> list[str] | None:
    """How apt-get may be called here without asking anybody, or None."""
    if os.environ.get("DUBEN_APT") == "no" or shutil.which("apt-get") is None:
        return None
    # Given to the command itself, since sudo hands no environment on.
    command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    if os.geteuid() == 0:
        return command
    if shutil.which("sudo") and run_quietly(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n", *command]
    return None


def apt_install(*packages: str) -> bool:
    """Install Debian packages if that is allowed here; whether it was done."""
    apt = apt_command()
    if apt is None:
        return False
    say(f"apt-get install {' '.join(packages)}")
    options = ["-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0", "-qq"]
    install = [*apt, *options, "install", "--yes", "--no-install-recommends", *packages]
    if run_quietly(install).returncode == 0:
        return True
    # The package lists are missing (a new container) or old.
    run_quietly([*apt, *options, "update"])
    result = run_quietly(install)
    if result.returncode != 0:
        say(result.stdout.strip())
    return result.returncode == 0


def run_quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command that may ask nothing, its output kept for the case that it fails."""
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def prepare_venv(directory: str) -> int:
    """Make an empty virtual environment with this Python; the exit status."""
    version = "{}.{}".format(*sys.version_info[:2])
    if sys.version_info[:2] < OLDEST_PYTHON:
        say(f"Duben needs Python 3.11 or newer, and {sys.executable} is {version}: make PYTHON=python3.11 …")
        return 1
    # Debian and Ubuntu keep the second of these in a package of its own.
    if not (has_module("venv") and has_module("ensurepip")):
        package = f"python{version}-venv"
        if not apt_install(package):
            say(f"Python's venv module is incomplete; install it with: apt-get install {package}")
            return 1
    return subprocess.run([sys.executable, "-m", "venv", directory], check=False).returncode


def has_module(name: str) -> bool:
    """Whether this Python has a module of the standard library, which distributions may split off."""
    return importlib.util.find_spec(name) is not None


def missing_libraries() -> list[str]:
    """The names in LIBRARIES that the loader finds under none of their file names."""
    return [name for name, (_, files) in LIBRARIES.items() if not any(map(can_open, files))]


def can_open(library: str) -> bool:
    """Whether the system's loader finds this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def prepare_libraries() -> int:
    """See to the libraries that no edition can be printed without; the exit status."""
    missing = missing_libraries()
    if missing and apt_install(*(LIBRARIES[name][0] for name in missing)):
        missing = missing_libraries()
    if not missing:
        return 0
    say(
        f"WeasyPrint needs {', '.join(missing)}; install with:"
        f" apt-get install {' '.join(LIBRARIES[name][0] for name in missing)}"
        " (Fedora: dnf install pango harfbuzz; macOS: brew install pango)"
    )
    return 1


def prepare_browser() -> int:
    """See to a browser where that is easy; always 0, as the tests skip themselves without one."""
    if any(map(shutil.which, BROWSERS)):
        return 0
    # Ubuntu's package of this name only points at a snap, which containers cannot run.
    if not (is_debian() and apt_install("chromium")):
        say("No Chromium here: the browser tests will be skipped. On Debian: apt-get install chromium")
    return 0


def is_debian() -> bool:
    """Whether this is Debian itself and not a system made from it."""
    try:
        release = Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return False
    return "ID=debian" in release.splitlines()


def main(arguments: list[str]) -> int:
    """Run one of the three commands; the exit status."""
    if len(arguments) == 2 and arguments[0] == "venv":
        return prepare_venv(arguments[1])
    if arguments == ["libraries"]:
        return prepare_libraries()
    if arguments == ["browser"]:
        return prepare_browser()
    say((__doc__ or "").strip())
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
