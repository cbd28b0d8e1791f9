"""The sheet of data beside a report: plain, complete, and read back to the character."""

from io import BytesIO

import openpyxl
import pytest

from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.submission import Entry, Missing
from core.domain.vintage import Vintage
from core.reports import data
from core.reports.columns import figure_at
from core.reports.kinds import progress, quarterly
from core.reports.pdf.typeset import typeset
from core.reports.xlsx import book
from tests import filled

MIDDLE = Quarter(2023, 4)


@pytest.fixture(scope="module")
def facts():
    return filled.facts(as_of=MIDDLE)


def records(sheet):
    """The rows of a table or a workbook's sheet by heading."""
    names, *rows = sheet
    return [dict(zip(names, row, strict=True)) for row in rows]


def texts(table):
    """A table as rows of texts, headings first."""
    names = [each.text for each in table.headings]
    return [names, *([cell.text for cell in row.cells] for row in table.rows)]


def entry(record):
    """What a row says was reported."""
    vintages = {each.label: each for each in Vintage}
    kinds = {each.label: each for each in Missing}
    return Entry(
        record["编码"],
        Quarter.parse(record["报告期"]),
        Figure.parse(record["数值"]) if record["数值"] else None,
        kinds.get(record["缺数原因"]),
        record["说明"],
        vintages.get(record["数据性质"], Vintage.PRELIMINARY),
    )


def reported(facts, codes):
    """What was reported of some items, as far as the sheet tells of it, without empty entries."""
    return [
        Entry(each.code, each.quarter, each.figure, each.missing, each.explanation, each.vintage)
        for code in codes
        for at, each in sorted(facts.entries.get(code, {}).items())
        if at.ends_year
    ]


def test_every_figure_of_every_year_reads_back(facts):
    rows = records(texts(progress.build(facts).data))
    found = [entry(each) for each in rows]
    codes = [each.code for each in facts.main()]
    assert [each for each in found if not each.empty] == reported(facts, codes)
    assert len(found) == 33 * 3


def test_a_workbook_keeps_the_sheet_to_the_last_digit(facts):
    report = quarterly.build(facts)
    made = openpyxl.load_workbook(BytesIO(book.write(report, typeset(report))))
    sheet = made["数据"]
    rows = records([[cell.value for cell in row] for row in sheet.iter_rows()])
    wanted = records(texts(report.data))
    assert [each["编码"] for each in rows] == [each["编码"] for each in wanted]
    for row, want in zip(rows, wanted, strict=True):
        figure = Figure.parse(want["数值"]).value if want["数值"] else None
        bare = isinstance(row["数值"], int | float)
        assert str(row["数值"] or "") == want["数值"] or (
            bare and figure is not None and float(figure) == row["数值"]
        )
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.merged_cells.ranges == set()


def test_what_is_judged_stands_beside_the_reports_own_quarter_alone(facts):
    first, *_ = records(texts(progress.build(facts).data))
    last = records(texts(progress.build(facts).data))[2]
    assert (first["报告期"], first["增量进度"], first["状态"]) == ("2021Q4", "", "")
    assert (last["报告期"], last["增量进度"], last["状态"]) == ("2023Q4", "66.3%", "快于预期")
    assert (last["责任单位"], last["单位"], last["规划目标"]) == ("区统计局", "亿元", "750")


def test_nothing_reported_is_an_empty_row(facts):
    empty = records(texts(data.sheet(facts, [facts.plan.find("B-31")], [Quarter(2021, 1)])))[0]
    assert empty["数值"] == empty["数据性质"] == empty["缺数原因"] == ""
    assert figure_at(facts, Quarter(2021, 1))(facts.plan.find("B-31")).text == "未到时点"


def test_a_milestone_has_no_unit_and_a_node_as_its_figure(facts):
    item = facts.plan.milestones[0]
    row = records(texts(data.sheet(facts, [item], [MIDDLE])))[0]
    assert (row["单位"], row["年度目标"]) == ("", "—")
    assert row["数值"] in {"开工", "未开工", "完工"}


def test_a_department_that_the_plan_does_not_list_is_named_by_its_code():
    bare = filled.facts(as_of=MIDDLE, departments=())
    row = records(texts(data.sheet(bare, [bare.plan.find("B-01")], [MIDDLE])))[0]
    assert row["责任单位"] == "D02"
