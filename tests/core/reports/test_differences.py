"""Two editions of a report are compared place by place; where it stands is no matter."""

from dataclasses import replace
from decimal import Decimal

from core.domain.judging.judgement import Light
from core.reports.chart import Chart, ChartKind, Series
from core.reports.content import Cell, Column, Heading, Row, Table
from core.reports.differences import Difference, differences, rows
from core.reports.prose import Paragraph, Prose, Signing
from tests.core.reports import sample

HEADS = (Heading("指标"), Heading("2025年", (Heading("目标\n值"), Heading("实际值"))))


def table(*lines, notes=("共2个指标",), **rest):
    """A table of names and two numbers."""
    made = tuple(
        Row(tuple(each if isinstance(each, Cell) else Cell(each) for each in line))
        for line in lines
    )
    return Table((Column(20),) * 3, HEADS, made, notes, title="主要指标", **rest)


def report(*parts):
    """A report of some parts."""
    return replace(sample.report(), title="完成情况", parts=parts)


GDP, JOBS = ("产值", "750", "631.2"), ("就业", "5", "4")


def test_the_same_content_differs_nowhere_however_wide_it_is_drawn():
    wide = replace(table(GDP, JOBS), columns=(Column(30),) * 3, fresh=False)
    assert differences(report(table(GDP, JOBS)), report(wide)) == ()


def test_a_changed_figure_is_named_by_table_row_and_column():
    (found,) = differences(report(table(GDP)), report(table(("产值", "750", "640"))))
    assert found == Difference("主要指标", "产值", "2025年实际值", "631.2", "640")
    assert found.sentence == "主要指标　产值　2025年实际值：印出的是“631.2”，现在是“640”"


def test_rows_go_together_by_name_and_what_came_or_went_is_told():
    found = differences(report(table(GDP, JOBS)), report(table(("新项", "1", ""), GDP)))
    assert rows(found) == {"就业", "新项"}
    assert found[0].after is None
    assert found[0].sentence.endswith("现在是没有这一处")
    assert found[-1] == Difference("主要指标", "新项", "2025年实际值", None, "")
    assert found[-1].sentence.endswith("印出的是没有这一处，现在是空白")


def test_a_chart_is_the_same_one_where_another_comes_before_it():
    series = (Series("实际", (Decimal(1), Decimal(2))),)
    one, two = (Chart(ChartKind.TREND, name, ("一", "二"), series) for name in ("产值", "就业"))
    alone, second = (replace(two, title=f"图{number}　就业") for number in (1, 2))
    found = differences(report(alone), report(replace(one, title="图1　产值"), second))
    assert {each.part for each in found} == {"图　产值"}


def test_rows_tables_and_columns_of_one_name_are_told_apart():
    heads = (Heading("指标"), Heading("值"), Heading("值"))
    one = replace(table(("合计", "1", "2"), ("合计", "3", "4")), headings=heads)
    two = replace(table(("合计", "1", "2"), ("合计", "3", "5")), headings=heads)
    (found,) = differences(report(one, one), report(one, two))
    assert (found.part, found.row, found.column) == ("主要指标（2）", "合计（2）", "值（2）")


def test_a_row_is_called_by_words_that_are_its_own():
    line = (Cell("综合质效", block="T1"), Cell("1"), Cell("产值"))
    other = (Cell("综合质效", block="T1"), Cell("2"), Cell("产值"))
    (found,) = differences(report(table(line)), report(table(other)))
    assert found.row == "产值"
    (found,) = differences(report(table(("", "", ""))), report(table(("", "", "1"))))[:1]
    assert found.row == ""


def test_lights_notes_titles_charts_and_signatures_count_too():
    chart = Chart(ChartKind.TREND, "走势", ("一", "二"), (Series("实际", (Decimal("1.50"), None)),))
    before = report(table((Cell("产值", light=Light.RED), "1", "2")), chart, Signing(("填表人：",)))
    later = replace(chart, series=(Series("实际", (Decimal("1.50"), Decimal(2))),))
    after = replace(
        report(
            table((Cell("产值", light=Light.GREEN), "1", "2"), notes=("共3个指标",)),
            later,
            Signing(("填表人：张三",), "区政府", "2024年7月1日"),
        ),
        title="进展",
    )
    told = [(each.part, each.before, each.after) for each in differences(before, after)]
    assert ("主要指标", "红灯产值", "绿灯产值") in told
    assert ("主要指标", "共2个指标", "共3个指标") in told
    assert ("走势", "", "2") in told
    assert ("落款", "填表人：", "填表人：张三　区政府　2024年7月1日") in told
    assert told[0][0] == "标题"


def test_paragraphs_are_compared_side_by_side():
    before = report(Prose((Paragraph("甲"), Paragraph("乙", lead="（一）"), Paragraph("丙"))))
    after = report(Prose((Paragraph("甲"), Paragraph("丁"), Paragraph("戊"), Paragraph("丙"))))
    told = [(each.before, each.after) for each in differences(before, after)]
    assert told == [("（一）乙", "丁"), (None, "戊")]
