"""What is to be corrected in a workbook: cells filled and commented, a first sheet of links."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import copy

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from core.domain.days import dated
from core.domain.return_slip import ReturnSlip
from core.domain.returned import Finding, Place
from core.workbooks.drawing import looks, paper, sizes
from core.workbooks.drawing.foreign import readable
from core.workbooks.drawing.looks import Look, Looks
from core.workbooks.drawing.page import write
from core.workbooks.layout import letters, position

TITLE = "退回说明"
_NOBODY = "汇总单位"
_WHOLE = "整个文件"
_WIDTHS: Mapping[str, float] = {"序号": 6, "位置": 18, "指标": 24, "现为": 18, "怎么改": 40}
_BETWEEN = 6  # points between paragraphs
_BOX, _LINE, _LETTERS = 260, 20, 18  # pixels of a comment, of its line, characters on one
_CELL, _CELL_LEFT = Look(), Look(horizontal="left")
_RED = PatternFill("solid", fgColor=looks.RED)

Titles = Mapping[str, str]  # of the sheets, by what their sender calls them


def add(book: Workbook, slip: ReturnSlip, made: Looks, titles: Titles) -> None:
    """Mark the cells that findings are about, and list them on a first sheet."""
    for place, findings in _by_place(slip).items():
        if place.sheet in titles:
            _mark(book[titles[place.sheet]], place.cell, slip, findings)
    sheet = book.create_sheet(TITLE, 0)
    book.active = 0
    for at, width in enumerate(_WIDTHS.values(), 1):
        sheet.column_dimensions[letters(at)].width = width
    _List(sheet, slip, made, titles).fill()


def _by_place(slip: ReturnSlip) -> Mapping[Place, Sequence[Finding]]:
    """Put the findings on each cell together."""
    found: defaultdict[Place, list[Finding]] = defaultdict(list)
    for each in slip.findings:
        if each.place:
            found[each.place].append(each)
    return found


def _mark(sheet: Worksheet, address: str, slip: ReturnSlip, findings: Sequence[Finding]) -> None:
    """Fill a cell, and say beside it what to do."""
    cell = sheet.cell(*position(address))
    cell._style = copy(cell._style)  # type: ignore[union-attr]  # noqa: SLF001 - others share it
    cell.fill = _RED
    text = "\n".join(readable(slip.instruction(each)) for each in findings)
    lines = sum(-(-len(line) // _LETTERS) for line in text.split("\n"))
    cell.comment = Comment(text, slip.office or _NOBODY, (lines + 1) * _LINE, _BOX)


class _List:
    """Writes the sheet from the first row down."""

    def __init__(self, sheet: Worksheet, slip: ReturnSlip, made: Looks, titles: Titles) -> None:
        self._sheet, self._slip, self._made, self._titles = sheet, slip, made, titles
        self._row = 0

    def fill(self) -> None:
        """Write who is told, who tells it, and the findings."""
        slip = self._slip
        self._wide(TITLE, looks.TITLE)
        for text in (f"{slip.department}：", f"　　{slip.lead}", f"　　{slip.advice}"):
            self._wide(text, looks.TEXT)
        for text in filter(None, (slip.contact, f"{slip.office}　{dated(slip.on)}")):
            self._wide(text, looks.SLIP_RIGHT)
        self._cells(tuple(_WIDTHS), (looks.HEAD,) * len(_WIDTHS))
        for number, finding in enumerate(slip.findings, 1):
            self._finding(number, finding)
        paper.set_up(self._sheet, len(_WIDTHS), self._row, landscape=False)

    def _finding(self, number: int, finding: Finding) -> None:
        """Write a finding, its place as a link."""
        slip, place = self._slip, finding.place
        where = str(place) if place else "" if finding.code else _WHOLE
        said = (str(number), where, slip.name(finding), finding.found, slip.instruction(finding))
        kinds = (_CELL, _CELL, _CELL_LEFT, _CELL, _CELL_LEFT)
        self._cells(tuple(map(readable, said)), kinds)
        if place and place.sheet in self._titles:
            self._link(self._sheet.cell(self._row, 2), place)

    def _link(self, cell: Cell | MergedCell, place: Place) -> None:
        """Let a cell lead to the place that it names."""
        quoted = self._titles[place.sheet].replace("'", "''")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{place.cell}")

    def _cells(self, texts: Sequence[str], kinds: Sequence[Look]) -> None:
        """Write a row of the table, as high as its texts need."""
        self._row += 1
        for at, (text, look) in enumerate(zip(texts, kinds, strict=True), 1):
            cell = self._sheet.cell(self._row, at)
            write(cell, text)
            self._made.put(cell, look)
        heights = map(sizes.text_height, texts, _WIDTHS.values())
        self._sheet.row_dimensions[self._row].height = max(heights) + _BETWEEN

    def _wide(self, text: str, look: Look) -> None:
        """Write a text across all columns."""
        self._row += 1
        cell = self._sheet.cell(self._row, 1)
        write(cell, readable(text))
        self._made.put(cell, look)
        self._sheet.merge_cells(
            start_row=self._row, end_row=self._row, start_column=1, end_column=len(_WIDTHS)
        )
        high = sizes.text_height(text, sum(_WIDTHS.values()), look.size)
        self._sheet.row_dimensions[self._row].height = high + _BETWEEN
