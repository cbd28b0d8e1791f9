"""Laying a report out on pages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.errors import OutputError
from core.reports.content import Cell, Report, Row, Table
from core.reports.layout import Layout, Page, Segment, Text
from core.reports.pdf import lines, measure
from core.reports.pdf.fonts import named, typeface
from core.reports.pdf.measure import Density
from core.reports.pdf.paginate import Room, paginate
from core.reports.pdf.roles import Role
from core.reports.pdf.sheet import LINE, Area

TITLE_SIZE, LABEL_SIZE = 22.0, 16.0  # 二号, 三号
NOTE_SIZE = 9.0  # 小五
NOTE_LEADING = NOTE_SIZE * 1.4
NOTE_GAP = 5.0
CONTINUED = "续表"
CONTINUED_HEIGHT = 18.0
_ROUNDING = 0.01
_EMPTY = Page(range(0), (), ())


def typeset(report: Report) -> Layout:
    """Lay a report out, with less air where that saves a page.

    Raises OutputError when a character has no font or a row is taller than a page.
    """
    _require_fonts(report)
    area = measure.orientation(report.tables[0])
    widths = measure.widths(report.tables[0], area)
    cells = tuple(_row_texts(row, widths) for row in report.tables[0].rows)
    roomy, snug = (
        _laid_out(report, area, widths, cells, density) for density in (measure.ROOMY, measure.SNUG)
    )
    return snug if len(snug.pages) < len(roomy.pages) else roomy


def _laid_out(
    report: Report,
    area: Area,
    widths: tuple[float, ...],
    cells: tuple[tuple[Text, ...], ...],
    density: Density,
) -> Layout:
    """Lay a report out with some air in its rows."""
    heads, head = _head(report.tables[0], widths, density)
    notes = note_lines(report, area)
    flat = [line for note in notes for line in note]
    room = _room(report, area, sum(head), flat)
    _require_room([density.height(texts) for texts in cells], room)
    parts = _Pages(report.tables[0], cells, density).divide(room) if cells else [_EMPTY]
    pages = _noted(parts, flat, room)
    return Layout(
        area.landscape, title_lines(report, area), widths, head, heads, cells, notes, pages
    )


def title_lines(report: Report, area: Area) -> tuple[str, ...]:
    """Break the title into lines of the area."""
    face = typeface(Role.XIAOBIAOSONG)
    return lines.wrap(report.title, area.width, lambda part: face.width(part, TITLE_SIZE))


def above(report: Report, area: Area) -> float:
    """Give the height above the first table: label, an empty line, title, half a line, unit."""
    unit = CONTINUED_HEIGHT if report.tables[0].unit_line else 0.0
    return (2 + len(title_lines(report, area)) + 0.5) * LINE + unit


def note_lines(report: Report, area: Area) -> tuple[tuple[str, ...], ...]:
    """Break the numbered notes, their further lines indented below the first character."""
    face = typeface(Role.SONG)
    numbered = [f"{number}.{note}" for number, note in enumerate(report.tables[0].notes, 1)]
    room = area.width - 2 * NOTE_SIZE
    return tuple(
        lines.wrap(note, room, lambda part: face.width(part, NOTE_SIZE)) for note in numbered
    )


def _require_fonts(report: Report) -> None:
    """Refuse a report with a character that would print as a box."""
    cells = [cell.text for row in report.tables[0].rows for cell in row.cells]
    heads = [heading.text for *_, heading in report.tables[0].header()]
    songs = [*cells, *report.tables[0].notes, report.tables[0].unit_line]
    missing = {
        *typeface(Role.SONG).missing(songs),
        *typeface(Role.HEI).missing([*heads, report.label, CONTINUED]),
        *typeface(Role.XIAOBIAOSONG).missing([report.title]),
    }
    if missing:
        raise OutputError(f"报告中的{named(sorted(missing))}没有字体可用，请改正后再写出")


def _require_room(heights: Sequence[float], room: Room) -> None:
    """Refuse a row that its page cannot hold whole; the first must stand below the title."""
    rooms = [room.first, *[room.later] * len(heights)]
    tall = [str(at) for at, height in enumerate(heights, 1) if height > rooms[at - 1]]
    if tall:
        raise OutputError(f"表中第{'、'.join(tall)}行的文字一页放不下，请缩短后再写出")


def _head(
    table: Table, widths: Sequence[float], density: Density
) -> tuple[tuple[Text, ...], tuple[float, ...]]:
    """Break the headings and give the height of each of their lines."""
    texts, heights = [], [density.least] * table.depth
    for line, at, covered, heading in table.header():
        text = measure.fit(heading.text, sum(widths[at : at + heading.breadth]), bold=True)
        texts.append(text)
        heights[line] = max(heights[line], density.height([text]) / covered)
    return tuple(texts), tuple(heights)


def _row_texts(row: Row, widths: Sequence[float]) -> tuple[Text, ...]:
    """Break the texts of a row."""
    return tuple(
        measure.fit(cell.text, sum(widths[at : at + cell.columns])) for at, cell in row.placed()
    )


def _room(report: Report, area: Area, head: float, notes: Sequence[str]) -> Room:
    """Give what rows may take on each page."""
    first = area.height - above(report, area) - head
    later = area.height - CONTINUED_HEIGHT - head
    return Room(first, later, NOTE_GAP + len(notes) * NOTE_LEADING if notes else 0.0)


class _Pages:
    """Divides the rows of a table among pages."""

    def __init__(self, table: Table, cells: Sequence[Sequence[Text]], density: Density) -> None:
        self._table, self._cells, self._density = table, cells, density
        self._groups = [row.cells[0].block for row in table.rows]
        self._heights = [
            density.height([text for cell, text in pairs if not cell.block])
            for pairs in map(zip, (row.cells for row in table.rows), cells)
        ]

    def divide(self, room: Room) -> list[Page]:
        """Fill the pages; where labels stretch one beyond its room, try with less."""
        pages, excess, tried = list[Page](), 1.0, room
        while excess > _ROUNDING:
            parts = paginate(self._heights, self._groups, tried)
            pages = [self._page(part) for part in parts]
            rooms = [room.first, *[room.later] * (len(pages) - 1)]
            excess = max(page.height - own for page, own in zip(pages, rooms, strict=True))
            tried = Room(tried.first - excess, tried.later - excess, tried.tail)
        return pages

    def _page(self, rows: range) -> Page:
        """Close merged cells at the page's ends and stretch rows that their labels need."""
        segments = tuple(_segments(self._table, self._cells, rows))
        heights = self._heights[rows.start : rows.stop]
        for part in segments:
            places = [at - rows.start for at in part.rows]
            lacking = self._density.height([part.text]) - sum(heights[at] for at in places)
            for at in places:
                heights[at] += max(0.0, lacking) / len(places)
        return Page(rows, tuple(heights), segments)


def _segments(table: Table, cells: Sequence[Sequence[Text]], rows: range) -> list[Segment]:
    """Join neighbours of one block on a page, column by column from the left."""
    begun: dict[int, Segment] = {}
    done: list[Segment] = []
    for at in rows:
        placed = dict(table.rows[at].placed())
        ended = [column for column, part in begun.items() if not _goes_on(part, placed, column)]
        done.extend(begun.pop(column) for column in ended)
        for (column, cell), text in zip(placed.items(), cells[at], strict=True):
            if cell.block:
                part = begun.get(column, Segment(range(at, at), column, cell, text))
                begun[column] = replace(part, rows=range(part.rows.start, at + 1))
    return [*done, *begun.values()]


def _goes_on(part: Segment, placed: Mapping[int, Cell], column: int) -> bool:
    """Tell whether the row still belongs to a merged cell that has begun."""
    return column in placed and placed[column].block == part.cell.block


def _noted(pages: list[Page], notes: list[str], room: Room) -> tuple[Page, ...]:
    """Put the notes under the last rows, what has no room on pages of their own."""
    if not notes:
        return tuple(pages)
    last = pages[-1]
    free = (room.first if len(pages) == 1 else room.later) - last.height - NOTE_GAP
    end = len(notes) if free >= len(notes) * NOTE_LEADING else max(0, int(free // NOTE_LEADING))
    placed = [*pages[:-1], replace(last, notes=tuple(notes[:end]))]
    page_lines = max(1, int(room.later // NOTE_LEADING))
    rest = [tuple(notes[at : at + page_lines]) for at in range(end, len(notes), page_lines)]
    return (*placed, *(Page(range(0), (), (), part) for part in rest))
