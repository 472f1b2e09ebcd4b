"""Where things are: the folders of a project, its seeds, and its ``reader.toml``."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

from reader.annotate import Seed
from reader.edition import EDITIONS, PAPERS, TRANSLATIONS, EditionSpec
from reader.errors import ConfigError, SourceError
from reader.outputs import FORMATS
from reader.sources.translation import FORMATS as TRANSLATION_FORMATS
from reader.sources.translation import translation_name

CONFIG = "reader.toml"
_MAX_SEED = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Config:
    """``reader.toml``: which editions and formats are built, and what each edition is."""

    editions: tuple[str, ...] = ("full",)
    formats: tuple[str, ...] = FORMATS
    specs: Mapping[str, EditionSpec] = field(default_factory=lambda: dict(EDITIONS))


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with ``seeds/``, ``glossary/``, ``templates/`` and ``build/``."""

    root: Path
    config: Config = field(default_factory=Config)

    @property
    def seeds(self) -> Path:
        """Source texts and their sidecars."""
        return self.root / "seeds"

    @property
    def glossary(self) -> Path:
        """Curated terms and the project lexicon."""
        return self.root / "glossary"

    @property
    def audio(self) -> Path:
        """Recordings: a folder for each seed, a file for each sentence."""
        return self.root / "audio"

    @property
    def templates(self) -> Path:
        """Templates that stand in for the program's own."""
        return self.root / "templates"

    @property
    def build(self) -> Path:
        """What is made; everything in it can be deleted."""
        return self.root / "build"

    def with_translation(self, where: str) -> Project:
        """The project with the translation at that place in every edition, one of
        :data:`reader.edition.TRANSLATIONS`."""
        place = next(place for place in TRANSLATIONS if place == where)
        specs = {edition: replace(spec, translation=place) for edition, spec in self.config.specs.items()}
        return replace(self, config=replace(self.config, specs=specs))

    def on_paper(self, name: str) -> Project:
        """The project with every edition on this paper, a key of :data:`reader.edition.PAPERS`."""
        specs = {edition: replace(spec, paper=name) for edition, spec in self.config.specs.items()}
        return replace(self, config=replace(self.config, specs=specs))

    def label(self, path: Path) -> str:
        """The path as messages show it: relative to the root where it lies below it, with slashes."""
        resolved = path.resolve()
        return resolved.relative_to(self.root).as_posix() if resolved.is_relative_to(self.root) else path.as_posix()

    def seed_paths(self) -> tuple[Path, ...]:
        """Every seed: the ``*.txt`` of ``seeds/`` that are no translations (``NAME.en.txt``), by name."""
        return tuple(sorted(path for path in self.seeds.glob("*.txt") if "." not in path.stem and path.is_file()))

    def find_seed(self, name: str) -> Path:
        """The seed given by path, file name or bare name. Raises :class:`SourceError` where there is none."""
        for path in (Path(name), self.seeds / name, self.seeds / f"{name}.txt"):
            if path.is_file():
                return path
        if Path(name).is_dir():
            raise SourceError("this is a folder, not a text", path=name, hint="name a file in it")
        near = difflib.get_close_matches(Path(name).stem, [path.stem for path in self.seed_paths()], n=1)
        raise SourceError(
            "there is no such seed", path=name, hint=f"did you mean {near[0]}?" if near else "seeds lie in seeds/*.txt"
        )


def find_project(start: Path) -> Project | None:
    """The project that ``start`` lies in: the nearest folder upwards with a ``reader.toml``, else with ``seeds/``."""
    above = [start.resolve(), *start.resolve().parents]
    marked = [folder for folder in above if (folder / CONFIG).is_file()]
    marked += [folder for folder in above if (folder / "seeds").is_dir()]
    return Project(marked[0], read_config(marked[0] / CONFIG)) if marked else None


# --- configuration ----------------------------------------------------------------------------------------------------


def read_config(path: Path) -> Config:
    """The configuration in a file; the default one where there is no file. Raises :class:`ConfigError`."""
    if not path.is_file():
        return Config()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"not valid TOML: {error}", path=path.name, hint="see docs/editions.md") from None
    _known(table, ("editions", "formats", "edition"), path, "")
    specs = dict(EDITIONS)
    editions = table.get("edition", {})
    if not isinstance(editions, dict):
        raise ConfigError("'edition' has to be tables: [edition.NAME]", path=path.name)
    for name, values in editions.items():
        specs[name] = _spec(name, values, specs.get(name), path)
    return Config(
        editions=_choices(table, "editions", ("full",), specs, path),
        formats=_choices(table, "formats", FORMATS, FORMATS, path),
        specs=specs,
    )


def _spec(name: str, values: Any, base: EditionSpec | None, path: Path) -> EditionSpec:
    if not isinstance(values, dict):
        raise ConfigError(f"[edition.{name}] has to be a table", path=path.name)
    if not name.replace("-", "").replace("_", "").isalnum():
        raise ConfigError(f"'{name}' is no name for an edition", path=path.name, hint="letters, digits and hyphens")
    known = {f.name: f for f in fields(EditionSpec) if f.name != "name"}
    _known(values, known, path, f"[edition.{name}] ")
    types = get_type_hints(EditionSpec)
    for key, value in values.items():
        allowed = get_args(types[key]) or (types[key],)
        if isinstance(allowed[0], str):
            fits, wanted = value in allowed, " or ".join(map(repr, allowed))
        else:
            fits = any(type(value) is kind for kind in allowed)
            wanted = " or ".join(kind.__name__ for kind in allowed if kind is not type(None))
        if key == "paper":
            fits, wanted = value in PAPERS, " or ".join(map(repr, PAPERS))
        if not fits:
            raise ConfigError(f"[edition.{name}] {key} = {value!r}: it has to be {wanted}", path=path.name)
    return replace(base or EditionSpec(name), **values)


def _choices(
    table: Mapping[str, Any], key: str, default: tuple[str, ...], known: Iterable[str], path: Path
) -> tuple[str, ...]:
    value = table.get(key, list(default))
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"'{key}' has to be a list of names", path=path.name)
    names = list(known)
    for item in value:
        if item not in names:
            raise ConfigError(f"unknown {key[:-1]} '{item}'", path=path.name, hint=f"known are {', '.join(names)}")
    return tuple(dict.fromkeys(value))


def _known(table: Mapping[str, Any], known: Iterable[str], path: Path, where: str) -> None:
    names = list(known)
    for key in table:
        if key not in names:
            near = difflib.get_close_matches(key, names, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(names)}"
            raise ConfigError(f"{where}unknown key '{key}'", path=path.name, hint=hint)


# --- seeds ------------------------------------------------------------------------------------------------------------


def read_seed(path: Path, project: Project | None) -> Seed:
    """The bytes of a seed and, inside a project, of its sidecar and its translations, and where its recordings are.
    Raises :class:`SourceError`."""
    label = project.label(path) if project else path.as_posix()
    seed = Seed(path.stem, label, _read(path, label))
    if project is None or path.resolve().parent != project.seeds.resolve():
        return seed
    sidecar = path.with_suffix(".yaml")
    if sidecar.is_file():
        seed = replace(seed, sidecar_path=project.label(sidecar), sidecar=_read(sidecar, project.label(sidecar)))
    return replace(
        seed,
        translations=tuple((project.label(p), _read(p, project.label(p))) for p in translation_paths(path)),
        recordings=tuple(project.label(p) for p in sorted((project.audio / path.stem).glob("[!.]*")) if p.is_file()),
    )


def translation_paths(seed: Path) -> tuple[Path, ...]:
    """The translations that lie beside a seed: ``NAME.en.txt``, ``NAME.en-literal.csv``; plain text first."""
    found = [
        (list(TRANSLATION_FORMATS).index(name.ending), path)
        for path in sorted(seed.parent.iterdir())
        if (name := translation_name(path.name)) and name.seed == seed.stem and path.is_file()
    ]
    return tuple(path for _, path in sorted(found))


def _read(path: Path, label: str) -> bytes:
    if path.is_dir():
        raise SourceError("this is a folder, not a text", path=label, hint="name a file in it")
    try:
        with path.open("rb") as stream:
            data = stream.read(_MAX_SEED + 1)
    except FileNotFoundError:
        raise SourceError("there is no such file", path=label) from None
    except OSError as error:
        raise SourceError(f"the file cannot be read: {error.strerror}", path=label) from None
    if len(data) > _MAX_SEED:
        raise SourceError(f"the file is larger than {_MAX_SEED >> 20} MB", path=label, hint="split it")
    return data
