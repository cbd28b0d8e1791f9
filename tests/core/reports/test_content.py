"""Content: a tree of headings over columns, rows that cover them, and what is known beside."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.standing import Standing
from core.domain.submission import State
from core.errors import NotFoundError
from core.progress import finish
from core.reports import catalogue
from core.reports.cells import figure_cell
from core.reports.content import Cell, Column, Heading, Row, Table
from core.reports.kinds.appendix import completion, targets
from core.reports.selection import Selection
from core.services import history
from tests import filled
from tests.core.reports.paper import A1, CITY, B, facts, report

START = Quarter(2021, 1)
TREE = (
    Heading("指标", columns=2),
    Heading("2020年", (Heading("目标"), Heading("实际", (Heading("数"), Heading("率"))))),
)


def test_a_heading_is_as_broad_as_what_is_below_it():
    assert [each.breadth for each in TREE] == [2, 3]
    assert [each.depth for each in TREE] == [1, 3]


def test_headings_are_placed_from_the_outside_in_and_leaves_reach_the_rows():
    placed = Table((Column(10.0),) * 5, TREE, ()).header()
    assert [(line, at, covered, heading.text) for line, at, covered, heading in placed] == [
        (0, 0, 3, "指标"),
        (0, 2, 1, "2020年"),
        (1, 2, 2, "目标"),
        (1, 3, 1, "实际"),
        (2, 3, 1, "数"),
        (2, 4, 1, "率"),
    ]


def test_cells_stand_behind_those_that_cover_several_columns():
    row = Row((Cell("甲"), Cell("乙", columns=2), Cell("丙")))
    assert [(at, cell.text) for at, cell in row.placed()] == [(0, "甲"), (1, "乙"), (3, "丙")]


@pytest.mark.parametrize("kind", [completion, targets])
@pytest.mark.parametrize("code", [A1, B, CITY])
def test_headings_and_every_row_cover_all_columns(kind, code):
    table = kind(facts(code)).tables[0]
    assert sum(heading.breadth for heading in table.headings) == len(table.columns)
    assert {sum(cell.columns for cell in row.cells) for row in table.rows} == {len(table.columns)}


@pytest.mark.parametrize(("kind", "code"), [(completion, A1), (targets, B)])
def test_the_tables_of_the_plans_fill_an_upright_sheet(kind, code):
    width = sum(column.width for column in kind(facts(code)).tables[0].columns)
    assert 155 < width <= 156


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("311.64", "311.64"),
        ("23.20", "23.20"),
        ("0", "0"),
        ("-0.17", "-0.17"),
        ("[21.4]", None),
        ("年均8.6", None),
        ("60%", None),
        ("7.8左右", None),
        ("0.7:34.4:64.9", None),
        ("3-5", None),
        ("六", None),
        ("保持稳定", None),
    ],
)
def test_a_figure_s_cell_prints_its_text_and_knows_a_bare_number(text, number):
    cell = figure_cell(Figure.parse(text))
    assert (cell.text, cell.number) == (text, number and Decimal(number))
    assert str(cell.number) == str(number)


def test_no_figure_prints_nothing():
    assert figure_cell(None) == Cell("")


def test_a_title_in_two_parts_is_one_line_in_lists():
    assert report(title="主要指标\n（2023年上半年）").heading == "主要指标（2023年上半年）"


def everything():
    """Facts of which each kind of report has something to say."""
    found, plan = filled.facts(as_of=START), filled.plan(filled.DISTRICT)
    entries = filled.entries(plan, START)
    handed_in = Standing(
        "D02", START, State.SUBMITTED, 1, 1, date(2021, 4, 20), date(2021, 4, 30), date(2021, 4, 9)
    )
    return replace(
        found,
        selection=Selection("D04"),
        lights=finish(history.judged(plan, [START], entries, {})),
        standings=(handed_in,),
    )


@pytest.mark.parametrize("kind", catalogue.KINDS, ids=lambda kind: kind.code)
def test_a_kind_is_found_by_its_code_and_says_so_itself(kind):
    assert catalogue.kind(kind.code) is kind
    assert kind.build(everything()).kind == kind.code


def test_a_kind_that_does_not_exist_is_answered_with_those_that_do():
    with pytest.raises(
        NotFoundError,
        match="没有“年报”这种报告，现有：completion（规划主要指标完成情况）、targets（主要指标）",
    ):
        catalogue.kind("年报")


@pytest.mark.parametrize(
    ("quarter", "share", "final"),
    [("2021Q1", "0.05", False), ("2023Q2", "0.5", False), ("2025Q4", "1", True)],
)
def test_facts_tell_how_much_of_the_plan_has_passed(quarter, share, final):
    known = facts(B, Quarter.parse(quarter))
    assert (known.elapsed, known.final) == (Decimal(share), final)


def test_facts_have_no_entry_where_nothing_was_reported():
    known = facts(B)
    assert {known.entry(each) for each in known.plan.indicators} == {None}
