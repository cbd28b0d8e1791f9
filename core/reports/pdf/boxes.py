"""The boxes of one page, headings and cells, and the lines of the grid around them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from core.reports.content import Align, RowKind, Table
from core.reports.layout import Box, Page, TableLayout
from core.reports.pdf.measure import stands_by_point

Line = tuple[float, float, float, float]


def boxes(table: Table, layout: TableLayout, page: Page, top: float) -> Iterator[Box]:
    """Give every box of the table's part on a page as it is read, its head beginning at `top`."""
    yield from _head(table, layout, top)
    down = top + sum(layout.head)
    edges = [down]
    for height in page.heights:
        edges.append(edges[-1] + height)
    body = (*_merged(layout, page, edges), *_plain(table, layout, page, edges))
    yield from sorted(body, key=lambda box: (box.y, box.x))


def grid(drawn: Iterable[Box]) -> list[Line]:
    """Give the edges of boxes as few lines (x1, y1, x2, y2), each stretch once."""
    across: dict[float, list[tuple[float, float]]] = defaultdict(list)
    down: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for box in drawn:
        left, top = round(box.x, 2), round(box.y, 2)
        right, bottom = round(box.x + box.width, 2), round(box.y + box.height, 2)
        for y in (top, bottom):
            across[y].append((left, right))
        for x in (left, right):
            down[x].append((top, bottom))
    rows = [(begin, y, end, y) for y, parts in across.items() for begin, end in _joined(parts)]
    columns = [(x, begin, x, end) for x, parts in down.items() for begin, end in _joined(parts)]
    return [*rows, *columns]


def _head(table: Table, layout: TableLayout, top: float) -> Iterator[Box]:
    """Give the boxes of the headings."""
    edges = [top + sum(layout.head[:line]) for line in range(len(layout.head) + 1)]
    for (line, at, covered, heading), text in zip(table.header(), layout.head_texts, strict=True):
        width = layout.across(at, heading.breadth)
        height = edges[line + covered] - edges[line]
        yield Box(layout.left(at), edges[line], width, height, text, Align.CENTRE)


def _merged(layout: TableLayout, page: Page, edges: list[float]) -> Iterator[Box]:
    """Give the boxes of merged cells."""
    for part in page.segments:
        first, last = part.rows.start - page.rows.start, part.rows.stop - page.rows.start
        width = layout.across(part.column, part.cell.columns)
        height = edges[last] - edges[first]
        yield Box(layout.left(part.column), edges[first], width, height, part.text, Align.CENTRE)


def _plain(table: Table, layout: TableLayout, page: Page, edges: list[float]) -> Iterator[Box]:
    """Give the boxes of the cells that stand alone."""
    lefts = [layout.left(column) for column in range(len(layout.widths) + 1)]
    for index, at in enumerate(page.rows):
        height = edges[index + 1] - edges[index]
        row = table.rows[at]
        for (column, cell), text in zip(row.placed(), layout.cells[at], strict=True):
            if not cell.block:
                width = lefts[column + cell.columns] - lefts[column]
                align = table.columns[column + cell.columns - 1].align
                if row.kind is RowKind.HEAD:
                    align = Align.LEFT
                point = layout.points[column] if stands_by_point(cell, text) else None
                yield Box(lefts[column], edges[index], width, height, text, align, point)


def _joined(parts: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Join stretches of one line that touch or overlap."""
    parts.sort()
    begin, end = parts[0]
    for left, right in parts[1:]:
        if left > end:
            yield begin, end
            begin = left
        end = max(end, right)
    yield begin, end
