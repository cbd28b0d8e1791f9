"""A form as an .xlsb, which no free program writes: the records of [MS-XLSB] that hold values."""

import struct
from itertools import groupby

from core.workbooks.files import xlsx
from core.workbooks.files.book import Kind
from tests.core.workbooks import returned as the

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = "application/vnd.ms-excel."
_BEGIN_BOOK, _END_BOOK, _BEGIN_SHEETS, _END_SHEETS, _SHEET = 131, 132, 143, 144, 156
_BEGIN_SHEET, _END_SHEET, _SIZE, _BEGIN_DATA, _END_DATA = 129, 130, 148, 145, 146
_ROW, _NUMBER, _TEXT = 0, 5, 6


def _record(kind, data=b""):
    """A record: its kind and its length in groups of seven bits, then its content."""
    return _varied(kind) + _varied(len(data)) + data


def _varied(number):
    """A number in groups of seven bits."""
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _varied(rest) if rest else bytes([low])


def _text(text):
    """A text with its length before it."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _cell(column, stored):
    """The record of a cell."""
    head = struct.pack("<II", column - 1, 0)
    if stored.kind is Kind.NUMBER:
        return _record(_NUMBER, head + struct.pack("<d", float(stored.text)))
    return _record(_TEXT, head + _text(stored.text))


def _sheet(sheet):
    """The part of a sheet."""
    rows = b""
    for row, cells in groupby(sheet.cells.items(), key=lambda cell: cell[0][0]):
        rows += _record(_ROW, struct.pack("<IIHBBBI", row - 1, 0, 300, 0, 0, 0, 0))
        rows += b"".join(_cell(column, stored) for (_, column), stored in cells)
    last_row, last_column = map(max, zip(*sheet.cells, strict=True))
    return (
        _record(_BEGIN_SHEET)
        + _record(_SIZE, struct.pack("<IIII", 0, last_row - 1, 0, last_column - 1))
        + _record(_BEGIN_DATA)
        + rows
        + _record(_END_DATA)
        + _record(_END_SHEET)
    )


def _relations(*related):
    """A part of relations."""
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{the.RELATED}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(related, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def workbook(content=None):
    """A form, saved so."""
    sheets = xlsx.read(content or the.workbook()).sheets
    names = [f"worksheets/sheet{number}.bin" for number in range(1, len(sheets) + 1)]
    listed = b"".join(
        _record(_SHEET, struct.pack("<II", 0, number) + _text(f"rId{number}") + _text(sheet.name))
        for number, sheet in enumerate(sheets, 1)
    )
    listed = _record(_BEGIN_SHEETS) + listed + _record(_END_SHEETS)
    types = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{_KINDS}worksheet"/>' for name in names
    )
    return the.packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default'
            f' Extension="rels" ContentType="application/vnd.openxmlformats-package'
            f'.relationships+xml"/><Override PartName="/xl/workbook.bin"'
            f' ContentType="{_KINDS}sheet.binary.macroEnabled.main"/>{types}</Types>',
            "_rels/.rels": _relations(("officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": _record(_BEGIN_BOOK) + listed + _record(_END_BOOK),
            "xl/_rels/workbook.bin.rels": _relations(*(("worksheet", name) for name in names)),
            **{f"xl/{name}": _sheet(sheet) for name, sheet in zip(names, sheets, strict=True)},
        }
    )
