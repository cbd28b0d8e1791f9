"""Print set-up of a report's sheets, so that Excel prints the pages of the PDF."""

from collections.abc import Iterable, Sequence

from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from core.domain.printed import Edition
from core.reports.content import Report

LINE = 29.0  # points, a line of the 22 that GB/T 9704 puts on a page
NOTE_LINE = 12.6
_A4 = 9
_TALLEST_ROW = 409.0  # points
_INCH = 25.4  # millimetres
POINTS = 72 / _INCH  # of a millimetre
_WIDTH, _HEIGHT = 210.0, 297.0  # millimetres
_SLACK = 3.0  # millimetres left and right, for fonts of other widths
_NUMBER = '&"宋体,常规"&14— &P —'
_FOOT = '&"宋体,常规"&8'
_LONGEST_GENRE = 40  # a footer takes 255 characters in all


def row_height(wanted: float) -> float:
    """Give the height of a row, at most the greatest that Excel takes."""
    return min(wanted, _TALLEST_ROW)


def note_height(lines: Sequence[str]) -> float:
    """Give the height of a note's row."""
    return row_height(len(lines) * NOTE_LINE + 1)


def room(*, landscape: bool) -> float:
    """Give the height of a page between its margins, in points."""
    head, foot, *_ = _margins(landscape=landscape)
    return ((_WIDTH if landscape else _HEIGHT) - head - foot) * POINTS


def set_up(sheet: Worksheet, *, landscape: bool = False) -> None:
    """Set paper, margins and the width of one page."""
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.sheet_view.showGridLines = False
    _set_margins(sheet, landscape=landscape)


def break_after(sheet: Worksheet, rows: Iterable[int]) -> None:
    """End pages after rows."""
    for row in rows:
        sheet.row_breaks.append(Break(id=row))


def number(sheet: Worksheet, report: Report, code: str, first: int) -> None:
    """Write page numbers outside, from `first` on, and 校验码 at the binding side."""
    footer, foot = sheet.HeaderFooter, _foot(report, code)
    footer.differentOddEven = True
    page = _HeaderFooterPart(_NUMBER)
    footer.oddFooter = HeaderFooterItem(left=foot, right=page)
    footer.evenFooter = HeaderFooterItem(left=page, right=foot)
    if first > 1:
        sheet.page_setup.firstPageNumber = first
        sheet.page_setup.useFirstPageNumber = True


def _foot(report: Report, code: str) -> _HeaderFooterPart | None:
    """Write what stands at the foot of all editions but the clean one."""
    if report.edition is Edition.FINAL:
        return None
    edition = report.edition.label + ("（公开版）" if report.public else "")
    genre = (report.genre or report.heading)[:_LONGEST_GENRE]
    as_of = f"　数据截至{report.as_of}" if report.as_of else ""
    said = f"{edition}　{genre}{as_of}　校验码：{code}".replace("&", "&&")
    return _HeaderFooterPart(_FOOT + said)


def _set_margins(sheet: Worksheet, *, landscape: bool) -> None:
    """Set the margins of GB/T 9704, narrowed by some slack."""
    head, foot, left, right = _margins(landscape=landscape)
    margins = sheet.page_margins
    margins.top, margins.bottom = head / _INCH, foot / _INCH
    margins.left, margins.right = left / _INCH, right / _INCH
    margins.header, margins.footer = head / 2 / _INCH, (foot - 10) / _INCH


def _margins(*, landscape: bool) -> tuple[float, float, float, float]:
    """Give the margins above, below, left and right, in millimetres."""
    head, foot, left, right = (28.0, 26.0, 37.0, 35.0) if landscape else (37.0, 35.0, 28.0, 26.0)
    return head, foot - _SLACK, left - _SLACK, right - _SLACK
