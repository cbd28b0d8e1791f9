"""The annotated copy of a returned form: a fresh workbook with its values in its own addresses.

Nothing but values is taken from the sender's file: no macro, link, formula or name of it goes on.
The copy carries what was sent with the form, so that it can be corrected and come back itself.
"""

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from core.domain.return_slip import ReturnSlip
from core.workbooks.drawing import copied, foreign, hidden, package, remarks
from core.workbooks.drawing.looks import Looks
from core.workbooks.files.book import Book
from core.workbooks.layout import HIDDEN
from core.workbooks.manifest import Manifest
from core.workbooks.search.rows import Search

_UNNAMED, _LONGEST_NAME = "工作表", 31  # of a sheet, for Excel
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def annotated(read: Book, sent: Manifest, slip: ReturnSlip, at: str) -> bytes:
    """Write the copy of a file; `sent` is what stands on its hidden sheet, `at` in ISO 8601."""
    search = Search(read, sent)
    book = Workbook()
    book.remove(book.worksheets[0])
    made, titles = Looks(book), dict[str, str]()
    for page in filter(None, map(search.page, read.sheets)):
        sheet = _added(book, page.cells.name)
        copied.fill(sheet, page, sent, made)
        titles[page.cells.name] = sheet.title
    remarks.add(book, slip, made, titles)
    hidden.add(book, sent)
    book.properties.title, book.properties.language = remarks.TITLE, "zh-CN"
    book.properties.creator = slip.office or "规绩"
    return package.saved(book, at)


def _added(book: Workbook, name: str) -> Worksheet:
    """Add a sheet with the name that its sender gave it, as far as that is one."""
    plain = foreign.readable(name).translate(_NOT_IN_NAMES)[:_LONGEST_NAME].strip(" '")
    sheet: Worksheet = book.create_sheet(_UNNAMED if plain in ("", HIDDEN) else plain)
    return sheet
