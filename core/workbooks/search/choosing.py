"""Which of the rows found are the form's, and what is to be said of those that are not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.domain.returned import Finding, Place
from core.workbooks.layout import STAMP, Field, Sheet, foot_at, heading, letters
from core.workbooks.manifest import Sent
from core.workbooks.search.arrived import Cell, Found, grave, hint
from core.workbooks.search.rows import Page

_ROW_LOST = "找不到“{}”（{}）这一行，可能被删了或改了名；没有读这一行，请对方补上"
_ROW_TWICE = "“{}”有{}行，填得不一样，不知以哪行为准；没有读，请对方删去多余的行"
_STRAYED = "这一行的指标名与隐藏的编码不是同一个指标，可能只排了一部分列；没有读这一行，请核对"
_COLUMN_LOST = "工作表“{}”里找不到“{}”这一列（标题改了、删了或有两列）；这一列没有读"
_LONGEST_LABEL = 20  # characters, with the spaces that stretch it
_COPY = "工作表“{}”也是这张表，没有读；读的是“{}”"


def chosen(
    pages: Sequence[Page], lines: Sequence[Sent]
) -> tuple[Mapping[str, Found], tuple[Finding, ...]]:
    """Choose a row for every item, and say what is lost, or there twice and not the same.

    Sheets that have the name under which they were sent come first.
    """
    ranked = sorted(pages, key=lambda page: page.cells.name != page.kind.label)
    found: defaultdict[str, list[Found]] = defaultdict(list)
    for page in ranked:
        for row, code in page.rows.items():
            found[code].append(page.found(row))
    alike = {line.code: found[line.code] for line in lines if _alike(line, found[line.code])}
    strayed = {code for page in pages for code in page.strayed.values()}
    lost = [line for line in lines if line.open and line.code not in {*alike, *strayed}]
    findings = [_lost(line, found[line.code]) for line in lost]
    first: dict[Sheet, Page] = {}
    for page in ranked:
        read = first.setdefault(page.kind, page)
        findings += _remarks(page) if read is page else [_copy(page, read)]
    return {code: rows[0] for code, rows in alike.items()}, tuple(findings)


def foot(pages: Iterable[Page]) -> Mapping[str, Cell]:
    """Find what is filled in below the rows; the first sheet on which it is counts."""
    found: dict[str, Cell] = {}
    for page in pages:
        cells = page.cells.cells
        below = {at: stored for at, stored in cells.items() if at[0] > page.last}
        labels = {at: name for at, each in below.items() if (name := _label(each.text))}
        for (row, column), name in labels.items():
            beside = next((each for each in below if each[0] == row and each[1] > column), None)
            if beside and beside not in labels and cells[beside].text != STAMP:
                place = Place(page.cells.name, f"{letters(beside[1])}{row}")
                found.setdefault(name, Cell(place, cells[beside]))
    return found


def _label(text: str) -> str | None:
    """Tell which field of the foot a text names."""
    return foot_at(text) if len(text) <= _LONGEST_LABEL else None


def _alike(line: Sent, rows: Sequence[Found]) -> bool:
    """Tell whether an item was found, and everywhere with the same in what can be filled in."""
    fields = [line.field(column) for column in line.open]
    return len({tuple(map(row.text, fields)) for row in rows}) == 1


def _lost(line: Sent, rows: Sequence[Found]) -> Finding:
    """Say why the row of an item is not read."""
    name = line.locked.get(Field.NAME, line.code)
    if not rows:
        return grave(_ROW_LOST.format(name, line.category))
    place = rows[0].place(next(iter(rows[0].columns)))
    return grave(_ROW_TWICE.format(name, len(rows)), name, place)


def _copy(page: Page, read: Page) -> Finding:
    """Say that a sheet is a copy of another one."""
    return hint(_COPY.format(page.cells.name, read.cells.name), page.cells.name)


def _remarks(page: Page) -> Iterator[Finding]:
    """Say which columns and rows of a sheet are not read."""
    for field in page.columns.lost:
        named = heading(page.kind, field)
        yield grave(_COLUMN_LOST.format(page.cells.name, named), page.cells.name)
    for row in page.strayed:
        yield grave(_STRAYED, page.cells.text((row, 1)), Place(page.cells.name, f"A{row}"))
