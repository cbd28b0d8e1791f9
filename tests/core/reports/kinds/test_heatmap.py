"""晴雨表: a light for every item and quarter, and one sentence for every change of light."""

from dataclasses import replace
from functools import cache

import pytest

from core.domain.judging.judgement import Light
from core.domain.period import Quarter
from core.errors import NotFoundError
from core.progress import finish
from core.reports.content import RowKind
from core.reports.kinds import heatmap
from core.reports.selection import Selection
from core.services import history
from tests import filled
from tests.core.reports.listed import listed, notes, texts, under
from tests.core.reports.paper import laid_out, pages, pdf

AUTUMN = Quarter(2024, 3)
END = Quarter(2025, 4)


@cache
def facts(code=filled.CITY, at=AUTUMN, section=""):
    """The facts of a filled plan with the lights of all its quarters, or of a section's items."""
    plan = filled.plan(code)
    quarters = [each for each in plan.quarters if each <= at]
    lights = finish(history.judged(plan, quarters, filled.entries(plan, at), {}))
    known = filled.facts(code, at, selection=Selection(section=section))
    codes = {each.code for each in known.items()}
    return replace(known, lights=lights.only(codes))


@pytest.fixture(scope="module")
def city():
    return heatmap.build(facts())


@pytest.fixture(scope="module")
def district():
    return heatmap.build(facts(filled.DISTRICT, END, "B"))


def plain(table):
    return [row for row in table.rows if row.kind is RowKind.PLAIN]


def test_every_item_has_a_row_in_the_order_of_the_plan(city):
    rows = [each for kind in "MTL" for each in listed(filled.CITY, f"W24-{kind}")]
    named = [f"{e['名称']}（{e['单位']}）" if e.get("单位") else e["名称"] for e in rows]
    assert [each[0] for each in texts(city.tables[0])] == named
    assert list(dict.fromkeys(above[-1] for above, _ in under(city.tables[0]))) == [
        "主要目标", "任务目标", "民生实事",
    ]  # fmt: skip


def test_five_years_have_twenty_columns_under_their_years(district):
    table = district.tables[0]
    assert [heading.text for heading in table.headings[1:]] == [f"{y}年" for y in range(2021, 2026)]
    assert [child.text for child in table.headings[1].children] == ["一", "二", "三", "四"]
    assert len(plain(table)) == 33
    assert {len(row.cells) for row in plain(table)} == {21}
    assert laid_out(district).parts[1].landscape


def test_only_quarters_until_the_reports_own_have_a_column(city):
    assert [child.text for child in city.tables[0].headings[1].children] == ["一", "二", "三"]


def test_each_cell_shows_the_light_of_its_item_and_quarter(district):
    known = facts(filled.DISTRICT, END, "B").lights
    shown = [[cell.light for cell in row.cells[1:]] for row in plain(district.tables[0])]
    assert shown == [[each.light for each in row.assessments] for row in known.rows]


@pytest.mark.parametrize("known", [facts(), facts(filled.DISTRICT, END, "B")])
def test_every_change_of_light_but_the_first_has_its_sentence(known):
    every = [(row.item.name, turn) for row in known.lights.rows for turn in row.turns]
    turns = [(name, turn) for name, turn in every if turn.since is not Light.GREY]
    table = heatmap.build(known).tables[1]
    rows = texts(table)
    assert f"首次判断{len(every) - len(turns)}项不列" in notes(table)
    assert sorted(rows) == sorted([n, t.quarter.label, t.change, t.reason] for n, t in turns)
    assert all(change.startswith("由") and why.endswith("。") for _, _, change, why in rows)


def test_a_change_shows_the_light_that_it_led_to(district):
    lights = {row.cells[2].text[-1]: row.cells[2].light for row in plain(district.tables[1])}
    assert all(word == light.label for word, light in lights.items())


def test_changes_are_counted_as_better_and_worse(district):
    rows = len(district.tables[1].rows)
    assert notes(district.tables[1]).startswith(f"灯色变化共{rows}次，其中")


def test_the_legend_tells_the_lights_apart_by_their_shapes(district):
    said = notes(district.tables[0])
    for sign, word in zip(
        "◆●▲■○", ("提前实现", "快于预期", "略有滞后", "明显滞后", "缺数"), strict=True
    ):
        assert f"{sign}" in said
        assert word in said
    assert "◆蓝灯表示提前实现、提前完成" in said


def test_before_the_end_the_words_of_the_end_are_not_explained(city):
    assert "◆蓝灯表示提前实现，" in notes(city.tables[0])


def test_the_lights_are_counted(city):
    counts = facts().lights.counts
    assert f"共104项，其中蓝灯{counts[Light.BLUE]}个" in notes(city.tables[0])


def test_the_page_shows_all_of_it(city):
    said = "".join(pages(pdf(city)))
    assert "灯色变化情况" in said
    assert "◆蓝灯" in said


def test_the_sheet_of_data_has_a_row_for_each_light(city):
    assert len(city.data.rows) == 104 * 3
    assert [cell.text for cell in city.data.rows[0].cells][:3] == [
        "W24-M001", "地区生产总值增速", "2024Q1",
    ]  # fmt: skip


def test_without_a_change_there_is_no_list_of_them():
    first = facts(filled.CITY, Quarter(2024, 1))
    assert len(heatmap.build(first).tables) == 1


@pytest.mark.parametrize("lights", [None, facts().lights.only(())])
def test_without_lights_there_is_no_report(lights):
    with pytest.raises(NotFoundError, match="没有指标和工程"):
        heatmap.build(replace(facts(), lights=lights))
