"""The printed edition, through WeasyPrint.

A book is laid out in three parts. When the text is laid out its page numbers are known, so the lists at the back are
made with plain numbers in them, and the front matter, which has Roman numbers, last of all. That spares WeasyPrint its
own page references, for which it would lay out everything several times over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import Any, Final, Literal

import jinja2

from reader.collector import collector_resting
from reader.edition import PAPERS, BlockView, Edition, Note, Ref
from reader.errors import TemplateFault
from reader.hanzi import NOT_AT_LINE_START
from reader.outputs import Written, engine, fonts, print_facing, print_lines, print_margin
from reader.outputs.print_entries import Entry, entries
from reader.outputs.print_notes import Column, NoteId, Scale, beside, columns
from reader.outputs.print_shaping import Shaper
from reader.outputs.print_sheets import Sheets
from reader.outputs.print_sizes import PIXELS, POINTS, list_sizes, sizes
from reader.outputs.print_text import Colour, Finish, WholeRuby
from reader.outputs.print_words import words_markup
from reader.outputs.punctuation import BREAK
from reader.outputs.ruby_font import FAMILY, ruby_font
from reader.outputs.typesetter import own_fonts, page_numbers, warnings
from reader.templates import render

Part = Literal["front", "text", "notes", "facing", "opposite", "back", "samples", "blank"]

_WITH_NOTES: Final = frozenset({"text", "list", "table"})
"""The parts of an article that have notes beside them."""

_NO_PAGES: Final[Mapping[str, int]] = {}

_PAGE_NUMBERS: Final = "lower-roman"
"""How pages are numbered in some part of a book."""

_ROUNDS: Final = 3
"""So many times at most the text is laid out to keep it level with its translation."""

_ASCII: Final = frozenset(map(chr, range(0x20, 0x7F)))
_NOBREAK_AFTER_ALL: Final = re.compile(f"{BREAK}((?:<[^<>]*>)*)(?=[{re.escape(''.join(sorted(NOT_AT_LINE_START)))}])")


def typeset(edition: Edition, environment: jinja2.Environment) -> Written:
    """The PDF, what WeasyPrint complained of, and where each anchor came to stand. A character that no font has is
    printed as :data:`fonts.SUBSTITUTE`.

    The same edition gives the same bytes. Raises :class:`reader.errors.TemplateFault` where a template fails.
    """
    with warnings() as heard, collector_resting():
        book = _Book(edition, environment)
        made = book.pdf()
    return Written(made, tuple(dict.fromkeys(heard)), book.pages)


def write(edition: Edition, environment: jinja2.Environment) -> tuple[bytes, tuple[str, ...]]:
    """What :func:`typeset` makes, without the pages."""
    return typeset(edition, environment)[:2]


class _Book:
    """An edition on its way to paper: what its parts share."""

    def __init__(self, edition: Edition, environment: jinja2.Environment) -> None:
        engine.load()
        from weasyprint.text.fonts import FontConfiguration

        self.edition = edition
        self.environment = environment
        self.paper = PAPERS[edition.spec.paper]
        self.sizes = sizes(edition.spec)
        self.list_sizes = list_sizes(self.paper, self.sizes.text)
        self.missing = fonts.missing(edition.characters)
        self.pages: dict[str, int] = {}
        self.ruby = ruby_font(edition, _characters(edition), self.sizes.shortest_line(self.paper))
        self.blocks = tuple(_blocks(edition))
        self.facing = edition.spec.translation == "facing" and edition.translation is not None
        self.first = 2 if self.facing else 1
        """The number of the first page of text: with a translation opposite it is a left-hand page."""
        self.room: dict[str, float] = {}
        """How far what follows has to stand from a block, where its translation is taller, in pixels."""
        self.beside = frozenset(
            found
            for article in edition.articles
            for part in article.parts
            if part.kind in _WITH_NOTES
            for found in beside(part.blocks, self.scale())
        )
        self.text_markup = self.markup("text")
        self.notes_markup = self.markup("notes")
        self.drafted: list[tuple[str, list[Entry]]] = []
        """The lists before their pages are known: their letters, and how they look."""
        drafts = [self.print_css, self.text_markup, self.notes_markup, self.markup("front")]
        drafts += [self.markup("back", pages=_Unknown())]
        drafts += [found.text for _, members in self.drafted for found in members]
        if self.facing:
            drafts += [block.translation for block in self.blocks if block.translation]
        self.fetcher = own_fonts(_ASCII.union(*drafts), {"ruby": self.ruby.data})
        self.elements = frozenset[str]().union(*map(engine.elements_of, drafts))
        self.font_config = FontConfiguration()

    def pdf(self) -> bytes:
        """The whole book."""
        text = self.spreads() if self.facing else self.text()
        self.pages = page_numbers(text, self.first)
        pages = dict(self.pages)
        back = self.lists.fill(self.laid_out(self.markup("back", self.first + len(text), pages)).pages)
        pages |= page_numbers(back, self.first + len(text))
        front = self.laid_out(self.markup("front", 1, pages))
        opening = list(front.pages)
        if (self.facing or self.edition.spec.duplex) and (len(opening) + 1 - self.first) % 2:
            opening += self.laid_out(self.markup("blank", len(opening) + 1)).pages
        finish = Finish(
            font=self.ruby,
            ink=_colour(self.palette, "ink"),
            pinyin=_colour(self.palette, "pinyin"),
            front=len(opening),
            first=self.first,
            spreads=self.facing,
            mapped=self.edition.spec.pdf_variant == "pdf/ua-1",
        )
        book = front.copy([*opening, *text, *back])
        book.fonts = WholeRuby()
        return bytes(book.write_pdf(finisher=finish, **self.options()))

    def text(self) -> list[Any]:
        """The pages of the text, with the notes beside it."""
        pages = list(self.laid_out(self.text_markup).pages)
        while self.beside:
            pages, missed = print_margin.attach(pages, self.blocks, self.strip, self.beside, self.ruby.words)
            if not missed:
                break
            # rarely: what is at the end of an article has no room after all
            self.beside -= missed
            self.text_markup = self.markup("text")
            pages = list(self.laid_out(self.text_markup).pages)
        return pages

    @cached_property
    def strip(self) -> print_margin.Strip:
        """The notes, laid out but not in their places."""
        order = [note for note, _ in self.notes()]
        numbered = [block.anchor for block in self.blocks if block.number]
        page = self.laid_out(self.notes_markup).pages[0]
        return print_margin.Strip.of(page, order, numbered, (self.paper.measure - self.sizes.notes) * PIXELS)

    def spreads(self) -> list[Any]:
        """The pages of the text, each with its translation on the page after it."""
        rounds = 1
        while True:
            pages = self.text()
            lines = print_lines.text_lines(pages, self.ruby.words)
            found = print_facing.fragments(lines, self.blocks)
            boxes = print_facing.boxes(self.laid_out(self.markup("facing", fragments=found)).pages[0])
            room = print_facing.room(found, lines, boxes, self.room)
            if room == self.room or rounds == _ROUNDS:
                break
            self.room, rounds = room, rounds + 1
            self.text_markup = self.markup("text")
        top = self.paper.top * PIXELS
        sheets = print_facing.arrange(found, boxes, len(pages), top, top + self.paper.depth * PIXELS)
        heads = print_facing.heads(found, len(sheets))
        opposite = print_facing.fill(self.laid_out(self.markup("opposite", self.first + 1, heads=heads)).pages, sheets)
        while len(pages) < len(opposite):
            pages += self.laid_out(self.markup("blank", self.first)).pages
        return [page for spread in zip(pages, opposite, strict=True) for page in spread]

    def notes(self) -> Iterator[tuple[NoteId, Note]]:
        """The notes that stand beside the text, in order."""
        for block in self.blocks:
            for place, note in enumerate(block.notes):
                if (block.anchor, place) in self.beside:
                    yield (block.anchor, place), note

    def options(self) -> dict[str, object]:
        """How WeasyPrint is to write it: tagged, to the standard asked for, with the plain text attached."""
        from weasyprint import Attachment

        text = Attachment(
            string=_plain(self.edition),
            name=f"{self.edition.id}.txt",
            description="The text without pinyin and notes",
            relationship="Alternative",
        )
        variant = self.edition.spec.pdf_variant
        return {"pdf_tags": True, "pdf_variant": None if variant == "none" else variant, "attachments": [text]}

    @cached_property
    def styles(self) -> Any:
        """The style sheet that all parts share."""
        from weasyprint import CSS

        families = {FAMILY: "ruby"} | {font.family: font.role for font in fonts.FONTS}
        faces = [{"family": name, "url": f"duben:{role}", "format": "opentype"} for name, role in families.items()]
        sheet = "".join((render(self.environment, "styles/fonts.css", faces=faces), self.palette, self.print_css))
        return CSS(string=sheet, font_config=self.font_config, url_fetcher=self.fetcher)

    @cached_property
    def palette(self) -> str:
        return render(self.environment, "styles/palette.css")

    @cached_property
    def print_css(self) -> str:
        return render(self.environment, "styles/print.css", **self.layout())

    def layout(self) -> dict[str, Any]:
        """What style sheets have to know of the sizes of the book."""
        return {
            "edition": self.edition,
            "paper": self.paper,
            "sizes": self.sizes,
            "notes_column": self.notes_column,
            "column": self.column,
            "list_sizes": self.list_sizes,
            "facing": self.facing,
            "facing_size": self.facing_size if self.facing else None,
            "leading": print_facing.LEADING,
        }

    def laid_out(self, markup: str) -> Any:
        """A part as a WeasyPrint document."""
        html = engine.parser()(
            string=markup, elements=self.elements, styles=self.print_css + _PAGE_NUMBERS, url_fetcher=self.fetcher
        )
        return html.render(font_config=self.font_config, stylesheets=[self.styles])

    def markup(
        self, part: Part, first_page: int | None = None, pages: Mapping[str, int] = _NO_PAGES, **more: Any
    ) -> str:
        """A part as HTML. ``pages``: the page of each anchor, as far as it is known; ``more``: what only this part
        needs."""
        html = render(
            self.environment,
            "print.html",
            medium="print",
            part=part,
            pages=pages,
            first_page=self.first if first_page is None else first_page,
            words=partial(words_markup, ruby=self.ruby.set),
            columns=self.columns,
            notes_beside=[note for _, note in self.notes()] if part == "notes" else [],
            numbers=[block.number for block in self.blocks if block.number] if part == "notes" else [],
            sheets=self.draft if isinstance(pages, _Unknown) else self.sheets,
            page_list=lambda refs: _page_list(refs, pages),
            fonts=fonts.FONTS,
            room=self.room,
            **self.layout(),
            **more,
        )
        return self.printable(html)

    @property
    def notes_column(self) -> bool:
        """Whether there is a column for notes beside the text."""
        return bool(self.sizes.notes) and self.edition.spec.glosses != "none"

    @property
    def column(self) -> float:
        """The width of the text in millimetres."""
        return self.paper.measure - (self.sizes.notes + self.sizes.notes_gap if self.notes_column else 0)

    @cached_property
    def facing_size(self) -> float:
        """The type of a translation opposite the text, in points: as large as it can be without being longer."""
        return print_facing.type_size(self.blocks, self.scale())

    def scale(self) -> Scale:
        """What it takes to estimate how tall text and notes are."""
        size = self.sizes
        return Scale(
            text_width=self.column * POINTS,
            text_size=size.text,
            text_line=size.text * size.line,
            note_width=size.notes * POINTS,
            note_size=size.note,
            note_line=size.note * size.note_line,
            han=fonts.widths("serif"),
            pinyin=fonts.widths("sans"),
            translation_size=size.translation if self.edition.spec.translation in ("sentence", "paragraph") else 0,
        )

    def columns(self, blocks: Iterable[BlockView]) -> tuple[Column, ...]:
        """The blocks of an article in columns, with the notes that stand under them."""
        return columns(blocks, self.beside)

    @cached_property
    def lists(self) -> Sheets:
        """The lists at the back."""
        shaper = Shaper({font.role: self.fetcher.held[f"duben:{font.role}"] for font in fonts.FONTS})
        return Sheets(self.list_sizes, shaper, self.font_config.font_map)

    def draft(self, markup: str, kind: str) -> list[float]:
        """Keep a rendered list for its letters and its looks; no sheets yet."""
        self.drafted.append((kind, entries(self.printable(markup))))
        return []

    def sheets(self, markup: str, kind: str) -> list[float]:
        """Set a rendered list: the heights of its sheets, in points."""
        found = entries(self.printable(markup))
        if wanted := self.lists.unseen([*self.drafted, (kind, found)]):
            self.lists.see(self.laid_out(self.markup("samples", samples=wanted)).pages[0], wanted)
        return [sheet.height for sheet in self.lists.add(found, kind)]

    def printable(self, html: str) -> str:
        """Markup without the characters that no font has. A break that :func:`print_words.breakable` allowed before a
        closing mark is taken back here, since the mark may stand behind the end of an element."""
        html = html.translate(dict.fromkeys(map(ord, self.missing), fonts.SUBSTITUTE))
        return _NOBREAK_AFTER_ALL.sub(r"\1", html)


class _Unknown(dict[str, int]):
    """The pages of anchors before they are known: any will do."""

    def __missing__(self, anchor: str) -> int:
        return 0


def _blocks(edition: Edition) -> Iterator[BlockView]:
    return (block for article in edition.articles for part in article.parts for block in part.blocks)


def _characters(edition: Edition) -> set[str]:
    """The characters of the text."""
    return {ch for block in _blocks(edition) for ch in block.text} | set(edition.title)


def _plain(edition: Edition) -> str:
    """The text alone, a paragraph a line, with blank lines between."""
    return "".join(f"{block.text}\n\n" for block in _blocks(edition)).rstrip("\n") + "\n"


def _colour(palette: str, name: str) -> Colour:
    """A colour of the palette: ``--pinyin: #47647f``."""
    found = re.search(rf"--{name}:\s*#([0-9a-fA-F]{{2}})([0-9a-fA-F]{{2}})([0-9a-fA-F]{{2}})\b", palette)
    if found is None:
        raise TemplateFault(
            f"there is no colour --{name} in the palette that print can use",
            path="styles/palette.css",
            hint=f"write it as --{name}: #rrggbb",
        )
    red, green, blue = (int(digits, 16) / 255 for digits in found.groups())
    return red, green, blue


def _page_list(refs: Iterable[Ref], pages: Mapping[str, int]) -> str:
    """The pages of these places, each once, neighbours as a range: ``5, 7–9``."""
    found = sorted({pages[ref.anchor] for ref in refs if ref.anchor in pages})
    ranges: list[list[int]] = []
    for page in found:
        if ranges and page == ranges[-1][-1] + 1:
            ranges[-1].append(page)
        else:
            ranges.append([page])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in ranges)
