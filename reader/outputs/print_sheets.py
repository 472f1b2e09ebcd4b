"""The lists at the back as pages: entries that were set line by line, put into pages that WeasyPrint made.

A list has thousands of entries that all look alike. WeasyPrint lays out one of each look, which the style sheet
decides; all others take font, colour and baseline from it, and are boxes that draw themselves, as a picture does, with
their links, their tags and their languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final
from xml.etree.ElementTree import Element

from reader.outputs.fonts import FONTS, Role
from reader.outputs.print_entries import Entry
from reader.outputs.print_setting import Look, Piece, Setting, columns
from reader.outputs.print_shaping import Shaper
from reader.outputs.print_sizes import PIXELS, POINTS, ListSizes
from reader.outputs.print_tags import told

Tags = tuple[str, ...]
"""The start tags around a text."""

_PIXELS: Final = PIXELS / POINTS
"""Pixels of CSS in a point."""

_ROLES: Final[Mapping[str, Role]] = {font.family: font.role for font in FONTS}

_BEGUN: Final = 8
"""So many operators at most are between the mark of a box and what it draws."""

_SPAN: Final = Element("span")
_LINK: Final = Element("a")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list on one page: its columns, and its height in points."""

    kind: str
    columns: tuple[tuple[Setting, ...], ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Element:
    """An element of a list: classes of boxes for it, for its line, and for what draws itself in that; how far down in
    it its first line begins, and how far down in that the baseline is, in pixels."""

    block: Any
    line: Any
    inline: Any
    top: float
    baseline: float

    @classmethod
    def of(cls, block: Any) -> _Element:
        """One like this, which WeasyPrint laid out."""
        from weasyprint.formatting_structure.boxes import InlineReplacedBox

        (line, *_) = block.children
        sides = [f"{what}_{side}" for what in ("margin", "padding") for side in ("top", "right", "bottom", "left")]
        plain = vars(block) | dict.fromkeys(sides, 0) | {"link": None, "children": ()}
        return cls(
            _like(type(block), plain),
            _like(type(line), vars(line)),
            _like(InlineReplacedBox, plain),
            line.position_y - block.position_y,
            line.baseline,
        )


def _like(kind: type, attributes: Mapping[str, Any]) -> Any:
    """A class of boxes that have these attributes unless they have others, so that not each has to hold them all."""
    return type(kind.__name__, (kind,), dict(attributes))


class _Samples:
    """One element of each look, laid out by WeasyPrint."""

    def __init__(self) -> None:
        self.looks: dict[str, dict[Tags, Look]] = {}
        self.elements: dict[tuple[str, str], _Element] = {}
        self._styles: dict[Role, Any] = {}

    def add(self, page: Any, wanted: Sequence[tuple[str, Tags]]) -> None:
        """Look at a page that has one element of each of these looks, in this order."""
        from weasyprint.formatting_structure.boxes import TextBox

        for (kind, tags), holder in zip(wanted, _holders(page), strict=True):
            (block,) = holder.children
            line = block.children[0]
            style = next(box for box in line.descendants() if isinstance(box, TextBox)).style
            self.looks.setdefault(kind, {})[tags] = look = _look(style)
            self._styles.setdefault(look.roles[0], style)
            self.elements.setdefault((kind, tags[0].partition(" ")[0]), _Element.of(block))

    def style(self, role: Role) -> Any:
        """A style that has this font first."""
        if role not in self._styles:
            style = next(iter(self._styles.values())).copy()
            style["font_family"] = (next(font.family for font in FONTS if font.role == role),)
            self._styles[role] = style
        return self._styles[role]


def _holders(page: Any) -> Iterator[Any]:
    """The boxes of sheets on a page."""
    boxes = (box for box in page._page_box.descendants() if box.element_tag == "div")
    return (box for box in boxes if "sheet" in box.element.get("class", "").split())


def _look(style: Any) -> Look:
    settings = style["font_feature_settings"]
    red, green, blue = style["color"].to("srgb").coordinates
    return Look(
        roles=tuple(_ROLES[family] for family in style["font_family"] if family in _ROLES) or (FONTS[0].role,),
        features=() if settings == "normal" else tuple(settings),
        size=style["font_size"],
        colour=f"{red:.4g} {green:.4g} {blue:.4g} rg".encode(),
    )


class Sheets:
    """The lists of a book on their way to paper."""

    def __init__(self, sizes: Mapping[str, ListSizes], shaper: Shaper, font_map: Any) -> None:
        self._sizes = sizes
        self._samples = _Samples()
        self._shaper = shaper
        self._fonts = _Fonts(shaper, self._samples, font_map)
        self._waiting: list[Sheet] = []

    def unseen(self, lists: Iterable[tuple[str, Iterable[Entry]]]) -> tuple[tuple[str, Tags], ...]:
        """What has to be laid out once, and was not yet, to know how all entries of these lists look: each chain of
        tags, by the kind of the list."""
        found = ((kind, run.tags) for kind, entries in lists for entry in entries for run in entry.runs)
        return tuple(dict.fromkeys(look for look in found if look[1] not in self._samples.looks.get(look[0], ())))

    def see(self, page: Any, wanted: Sequence[tuple[str, Tags]]) -> None:
        """Learn it from a page that has one element of each look, in this order."""
        self._samples.add(page, wanted)

    def add(self, entries: Iterable[Entry], kind: str) -> list[Sheet]:
        """Set a list: its sheets, which are to stand empty in the pages until :meth:`fill`."""
        size = self._sizes[kind]
        looks = self._samples.looks.get(kind, {})
        pages = columns(entries, size.grid, size.size * _PIXELS, looks, self._shaper)
        made = [
            Sheet(kind, page, max(sum(found.lines for found in column) for column in page) * size.leading)
            for page in pages
        ]
        self._waiting += made
        return made

    def fill(self, pages: Iterable[Any]) -> list[Any]:
        """The pages with the lists in them."""
        from weasyprint.document import Page

        waiting = iter(self._waiting)
        made = []
        for page in pages:
            for holder in list(_holders(page)):
                self._put(holder, next(waiting))
            made.append(Page(page._page_box))
        return made

    def _put(self, holder: Any, sheet: Sheet) -> None:
        size = self._sizes[sheet.kind]
        leading = size.leading * _PIXELS
        boxes = []
        for number, column in enumerate(sheet.columns):
            x = holder.content_box_x() + number * (size.width + size.gap) * PIXELS
            y = holder.content_box_y()
            for setting in column:
                boxes.append(self._block(setting, sheet.kind, (x, y), size.width * PIXELS, leading))
                y += setting.lines * leading
        holder.children = boxes

    def _block(self, setting: Setting, kind: str, at: tuple[float, float], width: float, leading: float) -> Any:
        """An entry as a box with its top left corner at this place."""
        element = self._samples.elements[kind, setting.tag]
        x, y = at
        block, line = _box(element.block), _box(element.line)
        if setting.anchor:
            block.style = block.style.copy()
            block.style["anchor"] = setting.anchor
        _place(block, x, y, width, element.top + setting.rows * leading)
        _place(line, x, y + element.top, width, setting.rows * leading)
        line.children = [self._inline(element, found, line, leading) for found in _stretches(setting.pieces)]
        block.children = [line]
        return block

    def _inline(self, element: _Element, pieces: Sequence[Piece], line: Any, leading: float) -> Any:
        """Pieces that lead to the same place, as a box in this line."""
        box = _box(element.inline)
        box.element, box.element_tag = _SPAN, "span"
        if target := pieces[0].target:
            box.element, box.element_tag = _LINK, "a"
            box.link = ("url", ("internal", target[1:]) if target[0] == "#" else ("external", target))
        first, left = pieces[0].line, min(piece.x for piece in pieces)
        width = max(piece.x + piece.width for piece in pieces) - left
        height = (pieces[-1].line + 1 - first) * leading
        _place(box, line.position_x + left, line.position_y + first * leading, width, height)
        box.replacement = _Drawing(pieces, left, element.baseline, leading, self._fonts)
        return box


def _box(kind: Any) -> Any:
    """A box without what its constructor asks for: its class has it."""
    return kind.__new__(kind)


def _place(box: Any, x: float, y: float, width: float, height: float) -> None:
    box.position_x, box.position_y, box.width, box.height = x, y, width, height


def _stretches(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """The pieces by where they lead; what leads somewhere, also by lines, unless it is all of them."""
    if len({piece.target for piece in pieces}) == 1:
        yield pieces
        return
    for _, members in groupby(pieces, lambda piece: (piece.target, piece.line if piece.target else 0)):
        yield tuple(members)


class _Drawing:
    """Pieces that draw themselves, as WeasyPrint expects it of a picture."""

    def __init__(self, pieces: Sequence[Piece], left: float, baseline: float, leading: float, fonts: _Fonts) -> None:
        self._pieces = pieces
        self._left = left
        self._baseline = baseline
        self._leading = leading
        self._fonts = fonts

    def get_intrinsic_size(self, _resolution: Any, _font_size: float) -> tuple[float, float, None]:
        """None that matters: it is as large as its box."""
        return 0.0, 0.0, None

    def draw(self, stream: Any, _width: float, _height: float, _style: Any) -> None:
        """Draw the pieces at the origin."""
        names = self._fonts.names(stream)
        first, line, font, colour = self._pieces[0].line, -1, b"", b""
        made = [b"BT"]
        for piece in self._pieces:
            look = piece.look
            if (wanted := b"/%s %.4g Tf" % (names[piece.role], look.size)) != font:
                made.append(font := wanted)
            if look.colour != colour:
                made.append(colour := look.colour)
            if piece.line != line:
                line = piece.line
                y = self._baseline + (line - first) * self._leading
                made.append(b"1 0 0 -1 %.3f %.3f Tm" % (piece.x - self._left, y))
            language = told(piece.text, piece.tag)
            if language:
                made.append(b"/Span << /Lang (%s) >> BDC" % language.encode())
            made.append(piece.shown)
            if language:
                made.append(b"EMC")
        made.append(b"ET")
        _tell(stream.stream)
        stream.stream.append(b"\n".join(made))


def _tell(operators: list[Any]) -> None:
    """Mark as text what was begun last: WeasyPrint takes all that draws itself for a figure."""
    for at in range(len(operators) - 1, max(-1, len(operators) - 1 - _BEGUN), -1):
        if operators[at] == "/Figure":
            operators[at] = "/Span"
            return


class _Fonts:
    """The fonts of the lists in the PDF that is being written."""

    def __init__(self, shaper: Shaper, samples: _Samples, font_map: Any) -> None:
        self._shaper = shaper
        self._samples = samples
        self._font_map = font_map
        self._known: Any = None
        self._names: dict[Role, bytes] = {}

    def names(self, stream: Any) -> Mapping[Role, bytes]:
        """What the fonts are called in this PDF, which is told what is used of them."""
        if self._known is not stream._fonts:
            self._known = stream._fonts
            self._names = {role: self._add(stream, role) for role, used in self._shaper.used.items() if used.texts}
        return self._names

    def _add(self, stream: Any, role: Role) -> bytes:
        from weasyprint.text.ffi import ffi, gobject, pango
        from weasyprint.text.fonts import get_font_description

        context = ffi.gc(pango.pango_font_map_create_context(self._font_map), gobject.g_object_unref)
        description = get_font_description(self._samples.style(role))
        font, _ = stream.add_font(pango.pango_font_map_load_font(self._font_map, context, description))
        used = self._shaper.used[role]
        for glyph, text in used.texts.items():
            font.to_unicode.setdefault(glyph, text)
            font.widths.setdefault(glyph, used.widths[glyph])
        return bytes(font.hash.encode())
