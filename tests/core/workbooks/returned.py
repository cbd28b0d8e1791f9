"""Forms as they come back: written by the program, filled in, and done to what people do."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from core.domain.returned import Slip
from core.workbooks import reader, writer
from core.workbooks.layout import Sheet, field_of, letters
from core.workbooks.lines import compose
from core.workbooks.manifest import Contact
from tests import forms

KEY = b"of this database"
SLIP = Slip("p", "D05", forms.HALF, 1, "database-1", "revision-1", "2024-07-01T09:00:00+08:00")
FORM, PROJECTS = Sheet.FORM.label, Sheet.PROJECTS.label
SENT = forms.form(
    forms.entry("B-01", "12.50"),
    past=(forms.entry("B-01", "10.5", "2024Q1"), forms.entry("B-01", "11.5", "2023Q2")),
)
MANIFEST = compose(SENT, SLIP, Contact())
ITEMS = {row.item.code: row.item for row in SENT.rows}


def workbook(form=SENT, slip=SLIP, key=KEY):
    """A form as it is sent out."""
    return writer.write(form, slip, key)


def at(code, column, manifest=MANIFEST):
    """The sheet and the address of a cell as it was sent."""
    (line,) = [line for line in manifest.lines if line.code == code]
    fields = manifest.sheets[line.sheet]
    column_number = fields.index(field_of(ITEMS[code], column)) + 1
    return line.sheet.label, f"{letters(column_number)}{line.row}"


def edited(act, content=None, **rest):
    """A workbook after somebody did something to it in a program: `act` gets openpyxl's book."""
    book = openpyxl.load_workbook(BytesIO(content or workbook()), **rest)
    act(book)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def filled(values, content=None):
    """A workbook with values in some cells, by code and column."""

    def fill(book):
        for (code, column), value in values.items():
            sheet, address = at(code, column)
            book[sheet][address].value = value

    return edited(fill, content)


def parts(content):
    """The parts of a package."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(found):
    """A package of parts."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return kept.getvalue()


def with_xml(part, pattern, text, content=None):
    """A workbook with the first match in a part replaced; there must be one."""
    found = parts(content or workbook())
    new, count = re.subn(pattern, text, found[part].decode(), count=1, flags=re.DOTALL)
    assert count == 1
    return packed(found | {part: new.encode()})


def read(content, name="填报表.xlsx", key=KEY, items=None, password=""):
    """What the program reads in a file."""
    return reader.read(name, content, key, lambda _: ITEMS if items is None else items, password)


def texts(returned):
    """The figures that came back, by code."""
    return {code: entry.text for code, entry in returned.entries.items() if entry.text}


def told(returned):
    """All messages as one text."""
    return "\n".join(each.message for each in returned.findings)
