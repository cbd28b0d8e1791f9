"""What single periods are asked for, and what holds from a day on, in files of their own."""

from datetime import date

import pytest

from core.domain.dated import BaseRevision, Definition
from core.domain.department import Reform, Reorganisation
from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.target import AnnualTarget, QuarterlyTarget
from core.domain.vintage import Vintage
from core.plans.folder import load, write
from tests.core.plans.factory import contents, dated, only_fault, put, rewritten, with_cell


def first(tmp_path):
    return load(put(dated(), tmp_path / "p")).plan.indicators[0]


def test_targets_of_single_periods_stand_in_the_order_of_time(tmp_path):
    item = first(tmp_path)
    assert item.annual_targets == (
        AnnualTarget(2021, Figure.parse("550")),
        AnnualTarget(2022, Figure.parse("580"), "某府发〔2022〕1号"),
    )
    assert item.quarterly_targets == (
        QuarterlyTarget(Quarter(2022, 1), Figure.parse("130以上")),
        QuarterlyTarget(Quarter(2022, 2), Figure.parse("280")),
    )


def test_definitions_and_bases_stand_in_the_order_of_their_days(tmp_path):
    item = first(tmp_path)
    assert item.definition == "现价"
    assert item.definitions == (
        Definition("按普查修订", date(2023, 1, 1), "统计公报"),
        Definition("含研发支出", date(2024, 6, 1), "统计年鉴", "国统字〔2024〕2号"),
    )
    base = BaseRevision(Figure.parse("530.12"), "第五次经济普查", date(2024, 12, 1), Vintage.CENSUS)
    assert item.base_revisions == (base,)


def test_departments_are_renamed_split_and_merged_in_the_order_of_their_days(tmp_path):
    reforms = load(put(dated(), tmp_path / "p")).plan.reorganisations
    assert [each.kind for each in reforms] == [Reform.RENAMED, Reform.SPLIT, Reform.MERGED]
    assert reforms[1] == Reorganisation(
        Reform.SPLIT, date(2024, 1, 1), "D01", "D02", ("A-3", "B-2")
    )


def test_all_of_these_files_may_be_left_out(tmp_path):
    plan = load(put(contents(), tmp_path / "p")).plan
    assert plan.indicators[0].annual_targets == ()
    assert plan.reorganisations == ()


def with_delay(days):
    def change(rows):
        return [
            [*row, text] for row, text in zip(rows, ("晚报天数", days, "", "", ""), strict=True)
        ]

    return rewritten("indicators.csv", change)


def test_a_folder_may_say_how_many_days_a_figure_comes_later_or_not(tmp_path):
    assert first(tmp_path).delay == 0
    loaded = load(put(with_delay("15"), tmp_path / "late"))
    assert [each.delay for each in loaded.plan.indicators] == [15, 0, 0, 0]
    write(loaded, tmp_path / "new")
    assert load(tmp_path / "new").plan == loaded.plan
    assert b"\xe6\x99\x9a\xe6\x8a\xa5" in (tmp_path / "new" / "indicators.csv").read_bytes()


def test_days_that_are_no_number_are_refused(tmp_path):
    fault = only_fault(with_delay("两周"), tmp_path / "p")
    assert (fault.column, fault.expected) == ("晚报天数", "0到999的整数")


def test_a_year_has_one_target(tmp_path):
    fault = only_fault(with_cell("annual_targets.csv", 3, "年份", "2022", dated), tmp_path / "p")
    assert (fault.line, fault.found) == (3, "A-1，2022")
    assert fault.expected == "不重复的编码和年份（第2行已有）"


@pytest.mark.parametrize(
    ("place", "found", "expected"),
    [
        (("annual_targets.csv", 2, "编码"), "A-9", "indicators.csv里的编码"),
        (("annual_targets.csv", 2, "年份"), "2026", "规划年份内的年份"),
        (("annual_targets.csv", 2, "年份"), "二〇二二", "年份，如2024"),
        (("annual_targets.csv", 2, "年度目标"), "", "规划印出的数"),
        (("quarterly_targets.csv", 2, "报告期"), "2026Q1", "规划年份内的报告期"),
        (("quarterly_targets.csv", 2, "年初至期末目标"), "280亿元", "规划印出的数"),
        (("definitions.csv", 2, "日期"), "", "日期，如2020-05-08"),
        (("definitions.csv", 2, "日期"), "0024-06-01", "日期，如2020-05-08"),
        (("definitions.csv", 2, "口径"), "", "文字"),
        (("bases.csv", 2, "基期"), "", "规划印出的数"),
        (("bases.csv", 2, "数据性质"), "定数", "预计数、快报数"),
        (("bases.csv", 2, "原因"), "", "文字"),
        (("reorganisations.csv", 2, "部门"), "D09", "departments.csv里的编码"),
        (("reorganisations.csv", 2, "变动"), "撤销", "更名、并入、分出之一"),
        (("reorganisations.csv", 2, "日期"), "2024-13-01", "日期，如2020-05-08"),
        (("reorganisations.csv", 2, "接收部门"), "D03", "另一个部门：不能并入或分给自己"),
        (("reorganisations.csv", 2, "接收部门"), "", "接收部门：变动为“并入”"),
        (("reorganisations.csv", 2, "新简称"), "区工科局", "空格：变动为“并入”"),
        (("reorganisations.csv", 3, "新全称"), "", "新全称：变动为“更名”"),
        (("reorganisations.csv", 3, "接收部门"), "D01", "空格：变动为“更名”"),
        (("reorganisations.csv", 4, "划转事项"), "", "划转事项：变动为“分出”"),
        (("reorganisations.csv", 4, "划转事项"), "A-9", "indicators.csv或milestones.csv里的编码"),
    ],
)
def test_a_cell_that_does_not_fit_is_a_fault_at_its_place(tmp_path, place, found, expected):
    file, line, column = place
    fault = only_fault(with_cell(file, line, column, found, dated), tmp_path / "p")
    assert (fault.file, fault.line, fault.column) == place
    assert fault.expected.startswith(expected)
