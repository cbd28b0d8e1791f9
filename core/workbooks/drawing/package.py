"""Saving a workbook so that the same content always gives the same bytes."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_BEGIN = (1980, 1, 1, 0, 0, 0)  # of time in a zip file


class _Timeless(ZipFile):
    """A zip file whose parts bear no time of their own."""

    def writestr(self, name: str | ZipInfo, data: str | bytes, *_: object, **__: object) -> None:  # type: ignore[override]
        """Write a part."""
        made = ZipInfo(str(name), _BEGIN)
        made.compress_type = ZIP_DEFLATED
        super().writestr(made, data)

    def write(self, filename: str, arcname: str, *_: object, **__: object) -> None:  # type: ignore[override]
        """Write a part that lies in a file."""
        self.writestr(arcname, Path(filename).read_bytes())


def saved(book: Workbook, at: str) -> bytes:
    """Save a workbook as made at a time in ISO 8601 with offset."""
    made = datetime.fromisoformat(at).astimezone(UTC).replace(tzinfo=None)
    book.properties.created = book.properties.modified = made
    kept = BytesIO()
    ExcelWriter(book, _Timeless(kept, "w", ZIP_DEFLATED)).save()
    return kept.getvalue()
