"""Print set-up of a report's sheet, so that Excel prints the pages of the PDF."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from core.reports.content import Report
from core.reports.layout import Layout

LINE = 29.0  # points, a line of the 22 that GB/T 9704 puts on a page
NOTE_LINE = 12.6
_A4 = 9
_TALLEST_ROW = 409.0  # points
_INCH = 25.4  # millimetres
_SLACK = 3.0  # millimetres left and right, for fonts of other widths
_FOOT = '&"宋体,常规"&14— &P —'


def heading_heights(report: Report, layout: Layout) -> list[float]:
    """Give the heights of the rows above the table: label, empty, title, gap or unit line."""
    title = len(layout.title) * LINE
    return [LINE, LINE, title, 18.0 if report.tables[0].unit_line else LINE / 2]


def head_row(report: Report, layout: Layout) -> int:
    """Give the sheet's row on which the table's headings begin."""
    return len(heading_heights(report, layout)) + 1


def note_height(lines: Sequence[str]) -> float:
    """Give the height of a note's row."""
    return row_height(len(lines) * NOTE_LINE + 1)


def row_height(wanted: float) -> float:
    """Give the height of a row, at most the greatest that Excel takes."""
    return min(wanted, _TALLEST_ROW)


def set_up(sheet: Worksheet, report: Report, layout: Layout, last: int) -> None:
    """Set paper, margins, repeated and frozen headings, page ends and numbers."""
    top = head_row(report, layout)
    body = top + len(layout.head)
    right = get_column_letter(len(layout.widths))
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if layout.landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = f"{top}:{body - 1}"
    sheet.print_area = f"A1:{right}{last}"
    sheet.freeze_panes = f"A{body}"
    sheet.sheet_view.showGridLines = False
    for page in layout.pages[1:]:
        if page.rows:
            sheet.row_breaks.append(Break(id=body + page.rows.start - 1))
    _set_margins(sheet, landscape=layout.landscape)
    _number_pages(sheet)


def _set_margins(sheet: Worksheet, *, landscape: bool) -> None:
    """Set the margins of GB/T 9704, narrowed by some slack left and right."""
    head, foot, left, right = (28.0, 26.0, 37.0, 35.0) if landscape else (37.0, 35.0, 28.0, 26.0)
    margins = sheet.page_margins
    margins.top, margins.bottom = head / _INCH, (foot - _SLACK) / _INCH
    margins.left, margins.right = (left - _SLACK) / _INCH, (right - _SLACK) / _INCH
    margins.header, margins.footer = head / 2 / _INCH, (foot - 13) / _INCH


def _number_pages(sheet: Worksheet) -> None:
    """Write page numbers: at the right of odd pages, at the left of even ones."""
    footer = sheet.HeaderFooter
    footer.differentOddEven = True
    footer.oddFooter = HeaderFooterItem(right=_HeaderFooterPart(_FOOT))
    footer.evenFooter = HeaderFooterItem(left=_HeaderFooterPart(_FOOT))
