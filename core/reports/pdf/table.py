"""Laying a table out on what is left of a sheet and on the sheets after it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.errors import OutputError
from core.reports.content import Cell, Row, RowKind, Table
from core.reports.layout import Caption, Head, Page, Piece, Segment, TableLayout, Text
from core.reports.pdf import heads, lines, measure
from core.reports.pdf.flow import Flow
from core.reports.pdf.fonts import typeface
from core.reports.pdf.measure import Density
from core.reports.pdf.paginate import Room, paginate
from core.reports.pdf.roles import Role
from core.reports.pdf.sheet import Area

NOTE_SIZE = 9.0  # 小五
NOTE_LEADING = NOTE_SIZE * 1.4
NOTE_GAP = 5.0
CONTINUED = "续表"
CONTINUED_HEIGHT = 18.0
_GAP = 14.0  # above a caption in the midst of a sheet
_COMPANY = 2
_ROUNDING = 0.01
_EMPTY = Page(range(0), (), ())


@dataclass(frozen=True, slots=True)
class _Broken:
    """A table with its texts broken for the columns of an area."""

    table: Table
    area: Area
    widths: tuple[float, ...]
    cells: tuple[tuple[Text, ...], ...]
    notes: tuple[tuple[str, ...], ...]


def place(flow: Flow, number: int, table: Table, below: float) -> TableLayout:
    """Lay a table out where the flow is, with less air where that saves a page.

    `below` is the height that what signs it needs under the last rows. Raises OutputError when a
    row is taller than a page.
    """
    broken = _broken(table)
    flow.turn(landscape=broken.area.landscape, fresh=table.fresh or bool(table.label))
    flow.need(_least(broken, number))
    _begin(flow, number, table)
    roomy, snug = (
        _laid_out(broken, flow.left, below, density) for density in (measure.ROOMY, measure.SNUG)
    )
    chosen = snug if len(snug.pages) < len(roomy.pages) else roomy
    _fill(flow, number, table, chosen)
    return chosen


def note_lines(table: Table, area: Area) -> tuple[tuple[str, ...], ...]:
    """Break the notes, their further lines indented below the first character."""
    face = typeface(Role.SONG)
    room = area.width - 2 * NOTE_SIZE
    return tuple(
        lines.wrap(note, room, lambda part: face.width(part, NOTE_SIZE)) for note in table.numbered
    )


def top(table: Table, page: Page, *, first: bool) -> float:
    """Give the height of 续表 and unit line above a page of a table."""
    if first:
        return CONTINUED_HEIGHT if table.unit_line else 0.0
    return CONTINUED_HEIGHT if page.rows else 0.0


def _broken(table: Table) -> _Broken:
    """Break every text of a table."""
    area = measure.orientation(table)
    widths = measure.widths(table, area)
    cells = tuple(_row_texts(row, widths) for row in table.rows)
    return _Broken(table, area, widths, cells, note_lines(table, area))


def _begin(flow: Flow, number: int, table: Table) -> None:
    """Write the lines above a table; the first part of a report stands below the report's own."""
    if number and table.label:
        head = Head(table.label, heads.title_lines(table.title, flow.area))
        flow.place(head, heads.height(head))
    elif table.title:
        flow.skip(0.0 if flow.bare else _GAP)
        flow.place(Caption(table.title.replace("\n", "")), heads.CAPTION_HEIGHT)
    elif not flow.bare:
        flow.skip(_GAP)


def _least(broken: _Broken, number: int) -> float:
    """Give the height of a table's beginning that may not be torn apart: down to some rows."""
    table, density = broken.table, measure.SNUG
    _, head = _head(table, broken.widths, density)
    above = _GAP + (heads.CAPTION_HEIGHT if table.title and number else 0.0)
    above += CONTINUED_HEIGHT if table.unit_line else 0.0
    rows = [density.height(texts) for texts in broken.cells[: _COMPANY + 1]]
    return above + sum(head) + sum(rows)


def _laid_out(broken: _Broken, left: float, below: float, density: Density) -> TableLayout:
    """Lay a table out with some air in its rows."""
    table, area = broken.table, broken.area
    texts, head = _head(table, broken.widths, density)
    flat = [line for note in broken.notes for line in note]
    tail = below + (NOTE_GAP + len(flat) * NOTE_LEADING if flat else 0.0)
    room = Room(
        left - top(table, _EMPTY, first=True) - sum(head),
        area.height - CONTINUED_HEIGHT - sum(head),
        tail,
    )
    _require_room([density.height(each) for each in broken.cells], room)
    parts = _Pages(table, broken.cells, density).divide(room) if broken.cells else [_EMPTY]
    return TableLayout(
        area.landscape,
        broken.widths,
        head,
        texts,
        broken.cells,
        measure.points(table, broken.widths, broken.cells),
        broken.notes,
        _noted(parts, flat, room),
    )


def _fill(flow: Flow, number: int, table: Table, layout: TableLayout) -> None:
    """Put the pages of a table on sheets."""
    for at, page in enumerate(layout.pages):
        if at:
            flow.begin(landscape=layout.landscape)
        headed = sum(layout.head) if page.rows or not at else 0.0
        noted = NOTE_GAP + len(page.notes) * NOTE_LEADING if page.notes else 0.0
        high = top(table, page, first=not at) + headed + page.height + noted
        flow.place(Piece(number, at), high)


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
    """Break the texts of a row; those of headings and totals are bold."""
    bold = row.kind is not RowKind.PLAIN
    return tuple(
        measure.fit(cell.text, sum(widths[at : at + cell.columns]), bold=bold, light=cell.light)
        for at, cell in row.placed()
    )


class _Pages:
    """Divides the rows of a table among pages; a heading goes with the row below it."""

    def __init__(self, table: Table, cells: Sequence[Sequence[Text]], density: Density) -> None:
        self._table, self._cells, self._density = table, cells, density
        self._heights = [
            density.height([text for cell, text in pairs if not cell.block])
            for pairs in map(zip, (row.cells for row in table.rows), cells)
        ]
        self._heights = list(self._page(range(len(table.rows))).heights)  # most labels stay whole
        groups = list(_groups(table.rows))
        self._joined = _with_headings(table.rows)
        self._sums = [sum(self._heights[part.start : part.stop]) for part in self._joined]
        self._groups = [groups[part.stop - 1] for part in self._joined]

    def divide(self, room: Room) -> list[Page]:
        """Fill the pages; where labels stretch one beyond its room, try with less."""
        pages, excess, tried = list[Page](), 1.0, room
        while excess > _ROUNDING:
            parts = paginate(self._sums, self._groups, tried)
            pages = [self._page(self._rows(part)) for part in parts]
            rooms = [room.first, *[room.later] * (len(pages) - 1)]
            excess = max(page.height - own for page, own in zip(pages, rooms, strict=True))
            tried = Room(tried.first - excess, tried.later - excess, tried.tail)
        return pages

    def _rows(self, part: range) -> range:
        """Give the rows of some joined ones."""
        return range(self._joined[part.start].start, self._joined[part.stop - 1].stop)

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


def _groups(rows: Iterable[Row]) -> Iterable[str]:
    """Name the group of each row: its outermost block, or the heading above it."""
    heading = ""
    for at, row in enumerate(rows):
        if row.kind is RowKind.HEAD:
            heading = f"\n{at}"  # unlike every block
        yield row.cells[0].block or heading


def _with_headings(rows: Sequence[Row]) -> list[range]:
    """Join each heading with the row below it."""
    joined, start = [], 0
    for at, row in enumerate(rows):
        if row.kind is not RowKind.HEAD or at == len(rows) - 1:
            joined.append(range(start, at + 1))
            start = at + 1
    return joined


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
