"""Blocks written by fpdf2 with a small layout of our own: words placed one by one, the way older web applications
print."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, replace
from pathlib import Path

from fpdf import FPDF

from tests.evaluation import blocks as b
from tests.evaluation.draft import Draft
from tests.evaluation.pictures import png
from tests.evaluation.places import url
from tests.evaluation.producers import fonts
from tests.evaluation.producers.reportlab_pdf import as_table


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of one run on one line."""

    run: b.Run
    text: str
    width: float


_Line = list[_Piece]


class _Paper(FPDF):
    """The document with its page numbers and footer."""

    look: b.Look

    def header(self) -> None:
        if self.look.page_numbers and self.page_no() > 1:
            self.set_font('f', '', 10)
            self.set_text_color(0)
            text = self.look.page_numbers % self.page_no()
            self.text((self.w - self.get_string_width(text)) / 2, 34, text)

    def footer(self) -> None:
        self.set_font('f', '', 7)
        self.set_text_color(0)
        for k, text in enumerate(self.look.footer.split('\n') if self.look.footer else ()):
            self.text((self.w - self.get_string_width(text)) / 2, self.h - 26 + 9 * k, text)


def write(draft: Draft, path: Path) -> None:
    """Write the draft as a PDF with link marks."""
    logging.getLogger('fontTools').setLevel(logging.ERROR)
    paper = _Paper(unit='pt', format=draft.look.paper)
    paper.look = draft.look
    paper.set_title(draft.title)
    for style, file in zip(('', 'B', 'I', 'BI'), fonts.files(draft.look.font) or (), strict=False):
        paper.add_font('f', style, str(file))
    paper.set_auto_page_break(False)
    writer = _Writer(paper, draft.look)
    writer.new_page(draft.look.landscape)
    for block in draft.blocks:
        writer.block(block)
    paper.output(str(path))


class _Writer:
    """Keeps the height reached on the page."""

    def __init__(self, paper: _Paper, look: b.Look) -> None:
        self.paper, self.look = paper, look
        self.landscape = False
        self.y = 0.0

    def new_page(self, landscape: bool) -> None:
        self.landscape = landscape
        self.paper.add_page(orientation='L' if landscape else 'P')
        self.y = self.look.margin * 0.8

    def room(self, height: float) -> None:
        if self.y + height > self.paper.h - self.look.margin * 0.8:
            self.new_page(self.landscape)

    def block(self, block: b.Block) -> None:
        width, x = self.look.inner(self.landscape), self.look.margin
        if isinstance(block, b.NewPage):
            self.new_page(block.landscape)
        elif isinstance(block, b.Gap):
            self.y += block.height
        elif isinstance(block, b.Tabbed):
            self.table(as_table(block, width))
        elif isinstance(block, b.Table):
            self.table(block)
            self.y += block.after
        else:
            height = self.height(block, width, self.look.size)
            self.room(height)
            self.draw(block, x, self.y, width, self.look.size)
            self.y += height

    def table(self, table: b.Table) -> None:
        """Rows that are tied by rowspans stay on one page; the head is repeated when the table asks for it."""
        size = b.table_size(table, self.look.table_size) if table.border or table.fine else self.look.size
        heights = self.row_heights(table, size)
        places = b.grid(table)
        start = 0
        while start < len(heights):
            end = start + 1
            while any(r < end < r + item.rowspan for r, _, item in places):
                end += 1
            if self.y + sum(heights[start:end]) > self.paper.h - self.look.margin * 0.8 and start:
                self.new_page(self.landscape)
                if 0 < table.header <= start:
                    self.rows(table, places, heights, 0, table.header, size)
            elif not start:
                self.room(sum(heights[:end]))
            self.rows(table, places, heights, start, end, size)
            start = end

    def row_heights(self, table: b.Table, size: float) -> list[float]:
        heights = [0.0] * len(table.rows)
        for span in (False, True):
            for r, c, item in b.grid(table):
                if (item.rowspan > 1) == span:
                    wanted = (
                        self.content(item, sum(table.widths[c : c + item.colspan]) - 2 * table.padding, size)
                        + 1.2 * table.padding
                    )
                    short = wanted - sum(heights[r : r + item.rowspan])
                    heights[r + item.rowspan - 1] += max(0.0, short)
        return heights

    def content(self, item: b.Cell, width: float, size: float) -> float:
        return sum(self.height(block, width, size) for block in item.blocks)

    def rows(
        self,
        table: b.Table,
        places: list[tuple[int, int, b.Cell]],
        heights: list[float],
        start: int,
        end: int,
        size: float,
    ) -> None:
        for r, c, item in places:
            if not start <= r < end:
                continue
            x, y = self.look.margin + sum(table.widths[:c]), self.y + sum(heights[start:r])
            width, height = sum(table.widths[c : c + item.colspan]), sum(heights[r : r + item.rowspan])
            if item.shade:
                self.paper.set_fill_color(227, 231, 238)
                self.paper.rect(x, y, width, height, 'F')
            if table.border:
                self.paper.set_line_width(0.6)
                self.paper.rect(x, y, width, height)
            inner = y + table.padding * 0.6
            if item.middle:
                inner = y + (height - self.content(item, width - 2 * table.padding, size)) / 2
            for block in item.blocks:
                self.draw(block, x + table.padding, inner, width - 2 * table.padding, size)
                inner += self.height(block, width - 2 * table.padding, size)
        self.y += sum(heights[start:end])

    def height(self, block: b.Block, width: float, size: float) -> float:
        if isinstance(block, b.Para):
            return (
                block.before
                + block.after
                + sum(_line_height(line, size) for line in self.lines(block, width, size)) * self.look.leading
            )
        if isinstance(block, b.Tabbed):
            table = as_table(block, width)
            return max(self.row_heights(table, size))
        if isinstance(block, b.Table):
            return sum(self.row_heights(block, size)) + block.after
        return block.height if isinstance(block, b.Gap | b.Picture) else 10.0

    def draw(self, block: b.Block, x: float, y: float, width: float, size: float) -> None:
        if isinstance(block, b.Para):
            self.paragraph(block, x, y, width, size)
        elif isinstance(block, b.Picture):
            left = x + {'left': 0.0, 'center': (width - block.width) / 2, 'right': width - block.width}.get(
                block.align, 0.0
            )
            self.paper.image(
                io.BytesIO(png(block.kind, block.seed)),
                left,
                y,
                block.width,
                block.height,
                link=url(block.mark) if block.mark is not None else '',
            )
        elif isinstance(block, b.Line):
            self.paper.set_line_width(block.thick)
            self.paper.line(x, y + 3, x + width, y + 3)
            if block.double:
                self.paper.set_line_width(0.5)
                self.paper.line(x, y + 6, x + width, y + 6)
        elif isinstance(block, b.Tabbed):
            edges = (0.0, *block.stops, width)
            for k, segment in enumerate(block.segments):
                self.paragraph(b.Para(segment), x + edges[k], y, edges[k + 1] - edges[k], size)

    def paragraph(self, block: b.Para, x: float, y: float, width: float, size: float) -> None:
        y += block.before
        for k, line in enumerate(self.lines(block, width, size)):
            full = sum(piece.width for piece in line)
            left = x + block.indent - (block.hanging if k == 0 else 0)
            spare = width - block.indent - full
            left += {'center': spare / 2, 'right': spare}.get(block.align, 0.0)
            height = _line_height(line, size)
            for piece in line:
                self.style(piece.run, size)
                self.paper.text(left, y + height * 0.8 + height * (self.look.leading - 1) / 2, piece.text)
                if piece.run.mark is not None:
                    self.paper.link(left, y, piece.width, height * self.look.leading, url(piece.run.mark))
                left += piece.width
            y += height * self.look.leading

    def style(self, run: b.Run, size: float) -> None:
        self.paper.set_font(
            'f',
            ('B' if run.bold else '') + ('I' if run.italic else '') + ('U' if run.underline else ''),
            run.size or size,
        )
        self.paper.set_text_color(255 if run.white else 0)

    def lines(self, block: b.Para, width: float, size: float) -> list[_Line]:
        """Words broken into lines; newlines break too."""
        lines: list[_Line] = [[]]
        used = -block.hanging
        for run in block.runs:
            self.style(run, size)
            for k, hard in enumerate(run.text.split('\n')):
                if k:
                    lines.append([])
                    used = 0.0
                for word in _words(hard):
                    wide = self.paper.get_string_width(word)
                    if used + self.paper.get_string_width(word.rstrip()) > width - block.indent and lines[-1]:
                        lines.append([])
                        used, word = 0.0, word.lstrip()
                        wide = self.paper.get_string_width(word)
                    last = lines[-1][-1] if lines[-1] else None
                    if last and last.run is run:
                        lines[-1][-1] = replace(last, text=last.text + word, width=last.width + wide)
                    else:
                        lines[-1].append(_Piece(run, word, wide))
                    used += wide
        return lines


def _words(text: str) -> list[str]:
    """Words with the spaces before them."""
    found: list[str] = []
    for part in text.split(' '):
        found.append(part if not found else ' ' + part)
    return found


def _line_height(line: _Line, size: float) -> float:
    return max((piece.run.size or size for piece in line), default=size)
