"""How the sheets of a form are printed, and what their protection lets people do."""

from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from core.workbooks.layout import HEAD_ROW, letters

_A4 = 9
_MARGIN, _WIDE, _FOOT = 12 / 25.4, 20 / 25.4, 6 / 25.4  # inches


def set_up(sheet: Worksheet, columns: int, last: int, *, landscape: bool) -> None:
    """Print so many columns and rows on A4, as wide as the paper, with numbered pages."""
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.print_area = f"A1:{letters(columns)}{last}"
    sheet.sheet_view.showGridLines = False
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = _MARGIN if landscape else _WIDE
    margins.bottom, margins.footer = _MARGIN + _FOOT, _FOOT
    page = _HeaderFooterPart('&"宋体,常规"&9第&P页，共&N页')
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=page)


def keep_headings(sheet: Worksheet, beside: int) -> None:
    """Let the headings stay on the screen, with so many columns, and come again on each page."""
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.freeze_panes = f"{letters(beside + 1)}{HEAD_ROW + 1}"


def protect(sheet: Worksheet) -> None:
    """Lock what is not open, without a password; rows and columns may be made larger."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatRows = protection.formatColumns = False  # False lets people do it
