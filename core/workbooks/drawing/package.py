"""Saving a workbook so that the same content always gives the same bytes, all of it in memory."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from core.workbooks.drawing.rows import SheetWriter

_BEGIN = (1980, 1, 1, 0, 0, 0)  # of time in a zip file
_UNIX = 3  # whatever the system is


class _Timeless(ZipFile):
    """A zip file whose parts bear no time of their own."""

    def writestr(self, name: str | ZipInfo, data: str | bytes, *_: object, **__: object) -> None:  # type: ignore[override]
        """Write a part."""
        made = ZipInfo(str(name), _BEGIN)
        made.compress_type, made.create_system = ZIP_DEFLATED, _UNIX
        made.external_attr = 0o600 << 16
        super().writestr(made, data)


class _Writer(ExcelWriter):
    """Writes the sheets in memory."""

    def write_worksheet(self, sheet: Worksheet) -> None:
        """Write a sheet without pictures and charts."""
        sheet._drawing = None  # type: ignore[attr-defined]  # noqa: SLF001 - what the caller looks at
        writer = SheetWriter(sheet)
        writer.write()
        sheet._rels = writer._rels  # type: ignore[attr-defined]  # noqa: SLF001 - see above
        self._archive.writestr(sheet.path[1:], writer.read())  # type: ignore[attr-defined]
        self.manifest.append(sheet)


def saved(book: Workbook, at: str) -> bytes:
    """Save a workbook as made at a time in ISO 8601 with offset."""
    made = datetime.fromisoformat(at).astimezone(UTC).replace(tzinfo=None)
    book.properties.created = book.properties.modified = made
    kept = BytesIO()
    _Writer(book, _Timeless(kept, "w", ZIP_DEFLATED)).save()
    return kept.getvalue()
