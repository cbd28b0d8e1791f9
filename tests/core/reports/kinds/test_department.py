"""部门完成情况: indicators, works and milestones of one department, and who signs."""

from dataclasses import replace
from functools import cache

import pytest

from core.domain.period import Quarter
from core.errors import NotFoundError
from core.reports import catalogue
from core.reports.content import RowKind
from core.reports.kinds import department
from core.reports.pdf.typeset import typeset
from core.reports.prose import Signing
from core.reports.selection import Selection
from tests import filled
from tests.core.reports.read_rows import by_name, heads, lines

HALF = Quarter(2024, 2)


@cache
def known(plan, at):
    """The facts of a whole plan, judged once."""
    return filled.facts(plan, at)


def built(code, plan=filled.DISTRICT, at=HALF, **chosen):
    """The report of a department, or of a part of it."""
    return department.build(replace(known(plan, at), selection=Selection(code, **chosen)))


@pytest.fixture(scope="module")
def report():
    return built("D04")


def leads(plan):
    """The departments that lead something."""
    every = (*plan.indicators, *plan.milestones)
    return sorted({each.duty.lead for each in every})


def test_main_indicators_come_first_and_works_go_on_below(report):
    main, works = report.tables
    assert list(by_name(main)) == ["规模以上工业增加值增速（%）", "数字经济增加值占GDP比重（%）"]
    assert heads(works) == [
        "工程（任务）",
        "项目",
        "目标",
        "累计完成（进展）",
        "进度",
        "状态",
        "说明",
    ]
    assert (works.title, works.fresh) == ("重点工程和任务", False)


def test_works_stand_box_by_box_under_their_box(report):
    boxes = [row.cells[0].text for row in report.tables[1].rows if row.kind is RowKind.HEAD]
    assert boxes == [
        "专栏1 人才引进和培育重点工程", "专栏5 生物医药强链工程", "专栏6 电子信息倍增升级计划",
        "专栏8 数字经济重大工程", "专栏21 新基建重大工程", "专栏25 生态保护重大工程",
        "专栏26 绿色低碳发展行动计划",
    ]  # fmt: skip


def test_targets_bear_their_units_and_milestones_their_node(report):
    rows = by_name(report.tables[1])
    assert rows["规上电子信息企业"][0] == "50家以上"
    assert rows["威高南方制造基地骨科与血透项目达产"] == [
        "2025年达产", "开工", "60.0%", "略有滞后", "项目用地报批较慢，正在加快办理",
    ]  # fmt: skip


@pytest.mark.parametrize(("code", "at"), [(filled.DISTRICT, HALF), (filled.CITY, Quarter(2024, 3))])
def test_all_that_a_plan_asks_for_stands_once_in_the_report_of_some_department(code, at):
    plan, printed = filled.plan(code), []
    for lead in leads(plan):
        printed += [row.cells[0].text for row in built(lead, code, at).data.rows]
    assert sorted(printed) == sorted(each.code for each in (*plan.indicators, *plan.milestones))


@pytest.mark.parametrize(("lead", "tables"), [("D02", 1), ("D16", 1), ("D04", 2)])
def test_tables_without_rows_are_left_out_and_one_alone_has_no_caption(lead, tables):
    made = built(lead)
    assert len(made.tables) == tables
    first = made.tables[0]
    assert first.title == (made.title if tables == 1 else "主要指标")


def test_those_who_answer_for_it_sign_below_the_last_table(report):
    at = report.parts.index(report.tables[-1])
    assert report.parts[at + 1] == Signing(
        ("填表人：", "审核人：", "负责人：", "单位（盖章）：", "日期：　　年　月　日")
    )


def test_title_and_file_name_bear_the_department(report):
    assert report.title == "区工业和信息化局“十四五”规划完成情况\n（2024年上半年）"
    assert report.name == "赣州市章贡区工信局“十四五”规划完成情况(2024年上半年)"


def test_a_long_name_has_a_line_of_its_own():
    made = built("M12", filled.CITY)
    assert made.title == "赣州市住房和城乡建设局\n2024年政府工作报告完成情况\n（2024年上半年）"
    assert made.name == "赣州市住建局2024年政府工作报告完成情况(2024年上半年)"


def test_part_of_a_department_is_named():
    assert "“十四五”规划专栏8 数字经济重大工程完成情况" in built("D04", section="P08").title


def test_the_notes_of_works_count_them_and_explain_their_columns(report):
    notes = report.tables[1].notes
    assert notes[0].startswith("共48个项目（任务），其中提前实现")
    assert built("D09").tables[1].notes[0].startswith("共29个项目（任务），其中")
    assert any(note.startswith("电子信息企业IPO上市滞后") for note in notes)


def test_a_department_that_leads_nothing_of_it_is_refused():
    with pytest.raises(NotFoundError, match="没有写出报告"):
        built("D02", section="P01")


def test_the_kind_is_always_about_one_department():
    kind = catalogue.kind("department")
    assert (kind.title, kind.for_department) == ("部门完成情况", True)


@pytest.mark.slow
def test_every_department_of_every_plan_can_be_laid_out():
    for code in filled.PLANS:
        for lead in leads(filled.plan(code)):
            made = built(lead, code, Quarter(filled.plan(code).last_year, 3))
            assert typeset(made).sheets
            assert len(made.data.rows) >= sum(len(lines(each)) for each in made.tables)
