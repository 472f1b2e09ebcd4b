"""From repaired lines to articles and blocks: what each line is on its page, and where an article begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.model import Article, Block, BlockKind, Place, Sentence
from reader.sources.shapes import is_finished, is_running, section_level, shape

_TITLE_MAX = 60
"""Characters of the longest line that may still be a heading or title."""
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.TABLE_ROW})
_TAIL = frozenset({BlockKind.BYLINE, BlockKind.NOTE, BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.IMPRINT})
"""What follows an article: a heading after one of these opens the next article."""
_PAGE = frozenset({BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.IMPRINT})
"""What belongs to the page rather than to the last article when it stands at the end."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One logical line after joining: its text and the source lines it came from.

    ``pieces``: for each source line, the offset in ``text`` where it begins, its line number and column; ``cuts``:
    the offsets between words where the seed marks them.
    """

    text: str
    pieces: tuple[tuple[int, int, int], ...]
    cuts: tuple[int, ...] = ()

    @property
    def first_line(self) -> int:
        """The source line it begins on."""
        return self.pieces[0][1]

    @property
    def last_line(self) -> int:
        """The last source line that went into it."""
        return self.pieces[-1][1]

    @property
    def column(self) -> int:
        """The column it begins at."""
        return self.pieces[0][2]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the source of a character of ``text`` (recorded repairs before it apart)."""
        start, line, column = next(piece for piece in reversed(self.pieces) if piece[0] <= offset)
        return line, column + offset - start


def build_articles(
    passages: Sequence[Passage], path: str, kinds: Mapping[int, BlockKind] | None = None
) -> tuple[Article, ...]:
    """The articles of a page. ``kinds`` (first source line → kind) are the editor's decisions and win."""
    decided = _kinds(passages, kinds or {})
    articles: list[Article] = []
    for group in _groups(decided):
        number = len(articles) + 1
        title = next((passages[i].text for i in group if decided[i] is BlockKind.TITLE), "")
        blocks = tuple(
            _block(f"a{number}.b{position}", passages[i], decided[i], path) for position, i in enumerate(group, start=1)
        )
        articles.append(Article(f"a{number}", title, blocks))
    return tuple(articles)


def _block(id_: str, passage: Passage, kind: BlockKind, path: str) -> Block:
    level = None
    if kind is BlockKind.TITLE:
        level = 1
    elif kind is BlockKind.HEADING:
        level = section_level(passage.text) or 2
    return Block(
        id=id_,
        kind=kind,
        level=level,
        sentences=(Sentence(f"{id_}.s1", passage.text),),
        place=Place(path, passage.first_line, passage.column),
        last_line=passage.last_line,
        cuts=(0, *passage.cuts, len(passage.text)) if passage.cuts else (),
    )


def _kinds(passages: Sequence[Passage], fixed: Mapping[int, BlockKind]) -> list[BlockKind]:
    """Forms first, then headings by their surroundings, then titles and mastheads by their place."""
    shapes = [fixed.get(p.first_line) or _shape(p, i, passages) for i, p in enumerate(passages)]
    kinds = [kind or _plain_kind(passage.text) for passage, kind in zip(passages, shapes, strict=True)]
    if not any(kind in _BODY for kind in kinds):
        # a page without text has no titles either: a word list, a single line
        return [BlockKind.PARAGRAPH if kind is BlockKind.HEADING else kind for kind in kinds]
    editable = [p.first_line not in fixed for p in passages]
    if kinds[-1] is BlockKind.HEADING and editable[-1]:
        kinds[-1] = BlockKind.PARAGRAPH
    _promote_titles(kinds, editable)
    return kinds


def _shape(passage: Passage, index: int, passages: Sequence[Passage]) -> BlockKind | None:
    found = shape(passage.text)
    if found is BlockKind.CREDIT:
        # 王毅发 or 资料图片 is a credit only behind a caption; elsewhere the words mean something else
        before = shape(passages[index - 1].text) if index else None
        return found if before in (BlockKind.CAPTION, BlockKind.CREDIT) else None
    if found is BlockKind.MASTHEAD and any(is_running(p.text) or is_finished(p.text) for p in passages[:index]):
        return None
    return found


def _plain_kind(text: str) -> BlockKind:
    """Running text, or a line without a final stop, which is a heading if something stands under it."""
    if len(text) > _TITLE_MAX or is_running(text) or is_finished(text) or text[-1] in "；，、":
        return BlockKind.PARAGRAPH
    return BlockKind.HEADING


def _promote_titles(kinds: list[BlockKind], editable: Sequence[bool]) -> None:
    """The first heading of the page, of what follows a kicker, and of what follows an article's tail is a title."""
    waiting = True
    for i, kind in enumerate(kinds):
        if kind is BlockKind.KICKER:
            waiting = True
        elif kind is BlockKind.TITLE or kind in _BODY:
            waiting = False
        elif kind in _TAIL and any(k in _BODY for k in kinds[:i]):
            waiting = True
        elif kind is BlockKind.HEADING and waiting and editable[i] and not _is_masthead(i, kinds):
            kinds[i] = BlockKind.TITLE
            waiting = False
        elif kind is BlockKind.HEADING and waiting and editable[i]:
            kinds[i] = BlockKind.MASTHEAD


def _is_masthead(index: int, kinds: Sequence[BlockKind]) -> bool:
    """Whether an issue number or date still follows before the first text: then this is the name of the page."""
    for kind in kinds[index + 1 :]:
        if kind is BlockKind.MASTHEAD:
            return True
        if kind is not BlockKind.HEADING:
            return False
    return False


def _groups(kinds: Sequence[BlockKind]) -> list[list[int]]:
    """Indexes by article. A kicker, or a title with text or a title before it, opens one; page matter at the end
    stands apart."""
    groups: list[list[int]] = [[]]
    for i, kind in enumerate(kinds):
        started = any(kinds[j] is BlockKind.TITLE or kinds[j] in _BODY for j in groups[-1])
        opens = kind is BlockKind.KICKER or (
            kind is BlockKind.TITLE and not (groups[-1] and kinds[groups[-1][-1]] is BlockKind.KICKER)
        )
        if opens and started:
            groups.append([])
        groups[-1].append(i)
    last = groups[-1]
    tail = next((n for n, i in enumerate(last) if all(kinds[j] in _PAGE for j in last[n:])), None)
    if tail:
        groups[-1:] = [last[:tail], last[tail:]]
    return [group for group in groups if group]
