"""Forms as they come back: written by the program, filled in, and done to what people do."""

import re
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from core.domain.cell import Column
from core.domain.indicator import Nature
from core.domain.returned import Slip
from core.workbooks import reader, writer
from core.workbooks.layout import Sheet, field_of, letters
from core.workbooks.lines import compose
from core.workbooks.manifest import Contact
from tests import forms

KEY = b"of this database"
SLIP = Slip("p", "D05", forms.HALF, 1, "database-1", "revision-1", "2024-07-01T09:00:00+08:00")
FORM, PROJECTS, HIDDEN = Sheet.FORM.label, Sheet.PROJECTS.label, "_guiji"
SHEET1, SHEET2, SHEET4 = (f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 4))
BOOK, STYLES, TEXTS = "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"
SHARE = forms.own(
    "B-06", "研发投入强度", "3", "2.1", unit="%", decimals=1, nature=Nature.RATE
)  # in per cent, beside the figures in 亿元 with two decimals
COUNT = forms.own("B-07", "高新企业数", "300", unit="家", decimals=0, nature=Nature.POINT)
PLAN = forms.plan(forms.INDUSTRY, forms.RESEARCH, forms.SHARED, SHARE, COUNT)
SENT = forms.form(
    forms.entry("B-01", "12.50"),
    past=(forms.entry("B-01", "10.5", "2024Q1"), forms.entry("B-01", "11.5", "2023Q2")),
    a_plan=PLAN,
)
MANIFEST = compose(SENT, SLIP, Contact())
ITEMS = {row.item.code: row.item for row in SENT.rows}
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@cache
def workbook(key=KEY):
    """The form as it is sent out; writing it takes longer than reading it."""
    return written(SENT, key)


def written(form, key=KEY):
    """A form as it is sent out."""
    return writer.write(form, SLIP, key)


def at(code, column=Column.FIGURE, manifest=MANIFEST):
    """The sheet and the address of a cell as it was sent."""
    (line,) = [line for line in manifest.lines if line.code == code]
    number = manifest.sheets[line.sheet].index(field_of(ITEMS[code], column)) + 1
    return line.sheet.label, f"{letters(number)}{line.row}"


def edited(act, content=None):
    """A workbook after somebody did something to it in a program: `act` gets openpyxl's book."""
    book = openpyxl.load_workbook(BytesIO(content or workbook()))
    act(book)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def cell(book, code, column=Column.FIGURE):
    """A cell of openpyxl's book."""
    sheet, address = at(code, column)
    return book[sheet][address]


def filled(values, content=None):
    """A workbook with values in some cells, by code and column or by code alone."""

    def fill(book):
        for place, value in values.items():
            cell(book, *((place,) if isinstance(place, str) else place)).value = value

    return edited(fill, content)


def shown(code, value, pattern):
    """A workbook with a number that is shown in some way."""

    def fill(book):
        cell(book, code).value = value
        cell(book, code).number_format = pattern

    return edited(fill)


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


def with_parts(changed, content=None):
    """A workbook with some parts others, or without those that are None."""
    found = parts(content or workbook()) | changed
    return packed({name: each for name, each in found.items() if each is not None})


def with_xml(part, pattern, text, content=None):
    """A workbook with the first match in a part replaced; there must be one."""
    found = parts(content or workbook())
    new, count = re.subn(pattern, lambda _: text, found[part].decode(), count=1, flags=re.DOTALL)
    assert count == 1, pattern
    return packed(found | {part: new.encode()})


def with_cell(code, attributes, inside, column=Column.FIGURE, content=None):
    """A workbook with the XML of a cell of its first sheet rewritten; `s` is kept where it is."""
    sheet, address = at(code, column)
    assert sheet == FORM
    found = parts(content or workbook())[SHEET1].decode()
    old = re.compile(rf'<c r="{address}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
    ((style, *_),) = [each.groups("") for each in old.finditer(found)]
    style = "" if " s=" in attributes else style
    new = f'<c r="{address}"{style}{attributes}>{inside}</c>'
    return with_parts({SHEET1: old.sub(lambda _: new, found)}, content)


def as_excel(content=None):
    """A workbook whose cells share their texts, as Excel saves it."""
    found = parts(content or workbook())
    texts = []

    def share(each):
        texts.append(each[1])
        return f't="s"><v>{len(texts) - 1}</v></c>'

    inline = re.compile(r't="inlineStr"><is>(.*?)</is></c>', re.DOTALL)
    for name in [name for name in found if name.startswith("xl/worksheets/sheet")]:
        found[name] = inline.sub(share, found[name].decode())
    shared = "".join(f"<si>{each}</si>" for each in texts)
    found[TEXTS] = f'<sst xmlns="{SPREADSHEET}" uniqueCount="{len(texts)}">{shared}</sst>'
    rels = "xl/_rels/workbook.xml.rels"
    found[rels] = (
        found[rels]
        .decode()
        .replace(
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{RELATED}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>",
        )
    )
    types = "[Content_Types].xml"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    found[types] = (
        found[types]
        .decode()
        .replace("</Types>", f'<Override PartName="/{TEXTS}" ContentType="{kind}"/></Types>')
    )
    return packed(found)


def read(content, name="填报表.xlsx", key=KEY, items=None, password=""):
    """What the program reads in a file."""
    return reader.read(name, content, key, lambda _: ITEMS if items is None else items, password)


def texts(returned):
    """The figures that came back, by code."""
    return {code: entry.text for code, entry in returned.entries.items() if entry.text}


def told(returned):
    """All messages as one text."""
    return "\n".join(each.message for each in returned.findings)
