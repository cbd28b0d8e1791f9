"""校验码 as a picture at the head of a workbook, for a telephone to read."""

from io import BytesIO

import segno
from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AbsoluteAnchor
from openpyxl.drawing.xdr import XDRPoint2D, XDRPositiveSize2D
from openpyxl.worksheet.worksheet import Worksheet

from core.reports.xlsx import cells
from core.reports.xlsx.paper import LINE

_SIZE = 28.0  # points, on the empty line below the label and the mark of the edition
_AIR = 3.0
_EMU = 12700  # of a point
_MODULE = 8  # pixels


def put(sheet: Worksheet, code: str) -> None:
    """Put the QR code of a code at the right end of the second row."""
    drawn = BytesIO()
    segno.make(code, micro=False).save(drawn, kind="png", scale=_MODULE, border=0)
    picture = Image(drawn)
    x = cells.across(sheet) - _SIZE - _AIR
    picture.anchor = AbsoluteAnchor(
        XDRPoint2D(int(x * _EMU), int(LINE * _EMU)),
        XDRPositiveSize2D(int(_SIZE * _EMU), int(_SIZE * _EMU)),
    )
    sheet.add_image(picture)
