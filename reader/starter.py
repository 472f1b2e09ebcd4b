"""A new project: the folders, a short text that shows what a sidecar can do, and a glossary with one entry."""

from __future__ import annotations

from pathlib import Path

from reader.errors import ConfigError, OutputError

_SEED = """社区图书馆里的周末

讲述人：社区志愿者 王晓梅

我们社区去年建了一座小图书馆。一到周末，孩子们就来这里看书，老人们也带着老花镜来读报。

刚开始，馆里只有三百多本书。后来，邻居们把家里的旧书都拿了出来，现在已经有两千多本了。

“在这里，我认识了很多新朋友。”退休教师李爷爷说。他每个星期六给孩子们讲一个故事，一讲就是两个小时。

图书馆虽然小，却让整个社区更热闹了。大家都说，共建共享，就是从这样的小事开始的。
"""

_SIDECAR = """# What is known about the text beside this file, and what the editor has decided about it.
# Every field may be left out.
title: 社区图书馆里的周末
title_en: A weekend at the neighbourhood library
source: 读本
rights: Written for learners as a sample; do with it what you like.

# Misprints are put right here, never in the text itself:
# repairs:
#   - line: 5
#     wrong: 图书官
#     right: 图书馆
#     why: misprint

# What the program reads, cuts or glosses wrongly is put right here, and stays right:
# corrections:
#   - text: 讲
#     before: 一
#     pinyin: jiǎng
#     gloss: to tell (a story)
"""

_GLOSSARY = """# Curated terms of this project. They come before the program's own glossary.
- id: gongjian-gongxiang
  term: 共建共享
  pinyin: gòngjiàn gòngxiǎng
  short: build and share together
  english: [joint contribution and shared benefits]
  definition: The idea that people who use something also help to make it, and that all profit from it.
  domain: social
  status: draft
"""

_CONFIG = """# Everything here may be left out. docs/editions.md of the program explains each key.
editions = ["full"]          # what `duben build` makes: full, graded, plain, or your own
formats = ["html", "pdf"]

# [edition.beginner]
# pinyin = "all"
# glosses = "above-level"
# level = 2
"""

_FILES = {
    "seeds/zhoumo.txt": _SEED,
    "seeds/zhoumo.yaml": _SIDECAR,
    "glossary/terms.yaml": _GLOSSARY,
    "reader.toml": _CONFIG,
    "templates/README.md": (
        "A file put here stands in for the file of the same name among the program's templates\n"
        "(`duben doctor` says where those are). An empty folder changes nothing.\n"
    ),
    ".gitignore": "build/\n",
}


def create(folder: Path) -> tuple[Path, ...]:
    """Make the files of a new project; they are returned in order. Raises :class:`ConfigError` rather than write into
    a folder that has something in it."""
    if folder.exists() and not folder.is_dir():
        raise ConfigError("there is a file of that name", path=folder.as_posix(), hint="choose another name")
    if folder.is_dir() and any(folder.iterdir()):
        raise ConfigError("the folder is not empty", path=folder.as_posix(), hint="choose a new or an empty folder")
    made = []
    for name, text in _FILES.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise OutputError(f"cannot write: {error.strerror}", path=path.as_posix()) from None
        made.append(path)
    return tuple(made)
