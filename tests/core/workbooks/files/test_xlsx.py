"""Workbooks of other programs than ours, in what the standard allows."""

import struct
from io import BytesIO
from zlib import crc32

import openpyxl
import pytest

from core.workbooks.files import package, parts, xlsx
from core.workbooks.files.book import BookError, Kind, Look, Show, Stored
from core.workbooks.files.package import Package
from tests.core.workbooks import returned as the

RELATIONS = "xl/_rels/workbook.xml.rels"


def sheet(inside, **rest):
    """The cells of a workbook with one sheet."""
    found = {
        the.BOOK: f'<workbook xmlns:r="{the.RELATED}">'
        '<sheets><sheet name="表" r:id="a"/></sheets></workbook>',
        RELATIONS: f'<Relationships><Relationship Id="a" Type="{the.RELATED}/worksheet"'
        ' Target="worksheets/sheet1.xml"/></Relationships>',
        the.SHEET1: f"<worksheet><sheetData>{inside}</sheetData></worksheet>",
    }
    changed = {name.replace("__", "/") + ".xml": content for name, content in rest.items()}
    (only,) = xlsx.read(the.packed(found | changed)).sheets
    return only


def test_rows_and_cells_without_a_place_follow_one_another():
    cells = sheet("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>").cells
    assert {at: stored.text for at, stored in cells.items()} == {
        (1, 1): "1",
        (1, 3): "3",
        (2, 1): "4",
    }


def test_prefixes_mean_nothing():
    found = sheet("").cells
    assert not found
    content = '<x:worksheet xmlns:x="y"><x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row>'
    cells = sheet("", xl__worksheets__sheet1=f"{content}</x:worksheet>").cells
    assert cells[2, 2].text == "7"


def test_runs_of_a_text_are_joined_and_how_it_is_pronounced_left_out():
    rich = "<r><t>产</t></r><r><t xml:space='preserve'> 值</t></r><rPh><t>chan</t></rPh>"
    texts = f"<sst><si>{rich}</si><si><t>a_x000D_b</t></si></sst>"
    row = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c>'
    inline = f'<c t="inlineStr"><is>{rich}</is></c></row>'
    cells = sheet(row + inline, xl__sharedStrings=texts).cells
    assert [each.text for each in cells.values()] == ["产 值", "a\rb", "产 值"]


def test_texts_that_are_fewer_than_was_said_are_believed_in_none():
    texts = '<sst uniqueCount="2"><si><t>a</t></si></sst>'
    cells = sheet('<row><c t="s"><v>0</v></c></row>', xl__sharedStrings=texts).cells
    assert cells[1, 1].kind is Kind.LOST


@pytest.mark.parametrize("number", ["1", "9" * 5000, "-1", "x", "²"])
def test_a_text_that_is_not_there_is_lost(number):
    cells = sheet(
        f'<row><c t="s"><v>{number}</v></c></row>', xl__sharedStrings="<sst><si><t>a</t></si></sst>"
    ).cells
    assert cells[1, 1] == Stored("", Kind.LOST)


@pytest.mark.parametrize(
    ("stored", "digits"),
    [
        ("1186.6070000000001", "1186.607"),
        ("1E-3", "0.001"),
        ("-0", "-0"),
        ("123456789012345678", "123456789012346000"),
        (".5", "0.5"),
        (" 7 ", "7"),
    ],
)
def test_a_number_has_fifteen_digits(stored, digits):
    assert sheet(f"<row><c><v>{stored}</v></c></row>").text((1, 1)) == digits


@pytest.mark.parametrize("value", ["gestern", "2024-13-01"])
def test_a_day_that_is_none_is_lost(value):
    cells = sheet(f'<row><c t="d"><v>{value}</v></c></row>').cells
    assert cells[1, 1].kind is Kind.LOST


def test_days_may_count_from_1904():
    book = f'<workbook xmlns:r="{the.RELATED}"><workbookPr date1904="1"/>'
    styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    cells = sheet(
        '<row><c s="0"><v>45</v></c></row>',
        xl__workbook=f'{book}<sheets><sheet name="表" r:id="a"/></sheets></workbook>',
        xl__styles=styles,
    ).cells
    assert cells[1, 1] == Stored("45", Kind.NUMBER, Look(Show.DATE), shown="1904-02-15")


def test_a_chart_is_no_sheet():
    related = f'<Relationships><Relationship Id="a" Type="{the.RELATED}/worksheet"'
    related += ' Target="/xl/worksheets/sheet1.xml"/><Relationship Id="b"'
    related += f' Type="{the.RELATED}/chartsheet" Target="x.xml"/></Relationships>'
    book = f'<workbook xmlns:r="{the.RELATED}"><sheets><sheet name="表" r:id="a"/>'
    content = the.packed(
        {
            the.BOOK: f'{book}<sheet name="图" r:id="b"/></sheets></workbook>',
            RELATIONS: related,
            the.SHEET1: "<worksheet/>",
        }
    )
    assert [each.name for each in xlsx.read(content).sheets] == ["表"]


def test_too_many_sheets_are_refused():
    listed = '<sheet name="表"/>' * 501
    content = the.with_parts({the.BOOK: f"<workbook><sheets>{listed}</sheets></workbook>"})
    with pytest.raises(BookError, match="500张以上"):
        xlsx.read(content)


def test_too_many_texts_are_refused(monkeypatch):
    monkeypatch.setattr(parts, "_MOST_TEXTS", 5)
    with pytest.raises(BookError, match="5条以上"):
        xlsx.read(the.as_excel())


def test_names_are_cut_before_they_grow():
    name = f'<definedName name="n">{"x" * 10_000_000}</definedName>'
    content = the.with_parts(
        {the.BOOK: f"<workbook><definedNames>{name}</definedNames></workbook>"}
    )
    assert len(xlsx.read(content).names["n"]) <= 2000


def test_every_cell_that_openpyxl_sees_is_read_with_its_value():
    content = the.filled({"B-02": 88.5, "P01-01": "封顶"})
    book = openpyxl.load_workbook(BytesIO(content))
    for ours in xlsx.read(content).sheets:
        theirs = {
            (cell.row, cell.column): cell.value
            for row in book[ours.name].iter_rows()
            for cell in row
            if cell.value not in (None, "")
        }
        assert ours.cells.keys() == theirs.keys()
        for at, value in theirs.items():
            text = ours.text(at)
            assert text == value if isinstance(value, str) else float(text) == value


def test_a_directory_that_leads_astray_is_noticed():
    content = bytearray(the.workbook())
    listed = content.index(b"PK\x01\x02")
    content[listed + 42] ^= 1  # where the first part begins
    damaged = Package(bytes(content))
    with pytest.raises(BookError, match="开头不对"):
        b"".join(damaged.unpack(damaged.names[0]))


def test_a_part_that_was_cut_short_is_noticed():
    content = the.workbook()
    second = content.index(b"PK\x03\x04", 4)
    cut = Package(content[: second - 20])
    assert cut.mended
    with pytest.raises(BookError, match="不完整"):
        b"".join(cut.unpack(cut.names[0]))


def test_a_sum_that_does_not_fit_is_noticed():
    content = bytearray(the.workbook())
    content[content.index(b"PK\x01\x02") + 16] ^= 1
    damaged = Package(bytes(content))
    with pytest.raises(BookError, match="校验和不符"):
        b"".join(damaged.unpack(damaged.names[0]))


def test_a_part_that_does_not_end_is_noticed():
    content = bytearray(the.workbook())
    content[content.index(b"PK\x01\x02") + 20] -= 1  # the number of its packed bytes
    damaged = Package(bytes(content))
    with pytest.raises(BookError, match="不完整"):
        b"".join(damaged.unpack(damaged.names[0]))


def test_the_end_of_a_part_is_found_by_its_size_where_only_that_tells():
    sign, sizes = b"PK\x07\x08", struct.Struct("<II")
    inside = b"x" + sign + b"12345678" + b"y"
    head = struct.pack("<4s5HIIIHH", b"PK\x03\x04", 20, 8, 0, 0, 0, 0, 0, 0, 1, 0) + b"a"
    end = sign + sizes.pack(crc32(inside), len(inside))
    assert b"".join(Package(head + inside + end).unpack("a")) == inside
    with pytest.raises(BookError, match="校验和不符"):
        list(Package(head + b"x" + sign * 200 + end).unpack("a"))


def test_what_never_ends_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(package, "LONGEST_PART", 100)
    sound = Package(the.workbook())
    with pytest.raises(BookError, match="不像报表"):
        list(sound.unpack(the.SHEET1))
