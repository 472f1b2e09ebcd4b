"""One typesetter in one process: ``python -m tests.bench.set_book PROGRAM INPUT OUTPUT``."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path


def main(program: str, source: Path, target: Path) -> None:
    """Set the book, and nothing else: no other program's imports."""
    if program == "typst":
        import pylopdf_fonts_zh_cn
        import typst

        folders = {str(Path(path()).parent) for path in (pylopdf_fonts_zh_cn.serif_path, pylopdf_fonts_zh_cn.sans_path)}
        target.write_bytes(typst.compile(str(source), font_paths=sorted(folders)))
    else:
        from reader.outputs import pdf
        from reader.templates import environment

        edition = pickle.loads(source.read_bytes())
        target.write_bytes(pdf.write(edition, environment())[0])


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
