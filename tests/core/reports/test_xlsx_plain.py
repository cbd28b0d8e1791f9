"""Sheets of data and of charts' numbers: their columns are as wide as what they hold."""

from io import BytesIO

import openpyxl
import pytest

from core.reports.content import Cell, Column, Heading, Row, Table
from tests.core.reports import sample
from tests.core.reports.paper import workbook

NAME = "区级及二级以上医疗机构健康教育机构覆盖率"
POINTS = 5.25  # a unit of column width


def sheet(name, *texts, width=20.0):
    """The sheet of data with these cells in one row, or another sheet of the same workbook."""
    columns = (Column(width),) * len(texts)
    headings = tuple(Heading(f"第{at}列") for at in range(len(texts)))
    data = Table(columns, headings, (Row(tuple(map(Cell, texts))),), filters=True)
    return openpyxl.load_workbook(BytesIO(workbook(sample.report(data=data))))[name]


def width(sheet, letter):
    """The width of a column in points."""
    return sheet.column_dimensions[letter].width * POINTS


def test_a_column_of_data_is_as_wide_as_its_longest_text():
    data = sheet("数据", "甲", NAME)
    assert width(data, "A") == pytest.approx(20 * 72 / 25.4, abs=4)
    assert width(data, "B") >= len(NAME) * 10.5
    assert not data["B2"].alignment.wrap_text


def test_a_very_long_text_is_broken_and_widens_its_column_no_further():
    data = sheet("数据", NAME * 3)
    assert data["A2"].alignment.wrap_text
    assert width(data, "A") < 20 * len(NAME)


@pytest.mark.parametrize(
    ("texts", "orientation"), [(["甲"], "portrait"), ([NAME] * 3, "landscape")]
)
def test_data_that_an_upright_page_cannot_hold_lie(texts, orientation):
    assert sheet("数据", *texts).page_setup.orientation == orientation


def test_the_numbers_of_charts_have_room_for_the_names_of_series_and_labels():
    numbers = sheet("图表数据", "甲")
    names = {cell.column_letter: cell.value for cell in numbers[11] if cell.value}
    assert "基本符合预期" in names.values()
    assert all(width(numbers, at) >= len(name) * 10.5 for at, name in names.items())
    assert width(numbers, "A") >= max(len(each) for each in sample.NAMES) * 10.5
