"""Rows that are written as one text hold what openpyxl itself would write."""

from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

import openpyxl
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Font

from core.workbooks.drawing import package
from tests.core.domain.laws import law

AT = "2024-07-01T09:00:00+08:00"
KINDS = (
    *(None, "", "文字", " 空 ", "两\n行", "<&>\"'", "_x0041_", 0, 12.5, -3, Decimal("12.50")),
    *(True, False, date(2024, 7, 9), datetime(2024, 7, 9, 12, 30), time(8, 15), "#N/A"),  # noqa: DTZ001 - a cell knows no zone
)
texts = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"),
    max_size=20,
)


def book(*values):
    """A workbook with values in its first column, comments and links beside."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for row, value in enumerate(values, 1):
        sheet.cell(row, 1, value)
        sheet.cell(row, 2).font = Font("宋体", 11)
    sheet["C1"].comment = Comment("请核对", "区发改委")
    sheet["C2"].hyperlink = "https://example.cn/a?b=1&c=2"
    sheet.merge_cells("D1:E2")
    sheet.row_dimensions[3].height = 40
    return made


def theirs(made):
    """What openpyxl writes."""
    kept = BytesIO()
    made.save(kept)
    return held(kept.getvalue())


def held(content):
    """What a workbook holds."""
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    cells = {
        cell.coordinate: (cell.value, cell.value and cell.data_type, cell.font.name, cell.style)
        for row in sheet.iter_rows()
        for cell in row
    }
    link, comment = sheet["C2"].hyperlink, sheet["C1"].comment
    merged = [str(each) for each in sheet.merged_cells.ranges]
    heights = {row: each.height for row, each in sheet.row_dimensions.items()}
    return cells, link.target, comment.text, merged, heights


def test_every_kind_of_cell_is_there():
    assert held(package.saved(book(*KINDS), AT)) == theirs(book(*KINDS))


@law
@given(st.lists(texts, max_size=5))
def test_every_text_is_there(listed):
    plain = [each for each in listed if not each.startswith("=")]
    cells, *_ = held(package.saved(book(*plain), AT))
    assert cells == theirs(book(*plain))[0]
    assert [cells[f"A{row}"][0] or "" for row in range(1, len(plain) + 1)] == plain
