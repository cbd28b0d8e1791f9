"""What could not be judged is named with why, as far as that is known."""

from dataclasses import replace

import pytest

from core.domain.submission import Entry, Missing
from core.reports.narrative import lacking
from core.reports.narrative.account import Account
from tests import factory
from tests.core.reports.narrative.told import NOW, facts, lines, plan

ON = "基本符合预期"


def told(known):
    return lines(lacking.lacking(Account(known, known.plan.indicators)))


def missing(kind, said=""):
    """Facts of one indicator whose figure is missing."""
    return facts([""], entries={"B-00": {NOW: Entry("B-00", NOW, None, kind, said)}})


def test_where_all_is_judged_nothing_is_said():
    assert told(facts([ON])) == []


def test_what_has_no_figure_is_named():
    assert told(facts([ON, "", ""])) == ["尚不能判断的指标2个，均为缺数，是乙和丙。"]


@pytest.mark.parametrize(
    ("kind", "said", "told_of"),
    [
        (Missing.UNPUBLISHED, "待公布。", "，为未到发布期，是甲（待公布）。"),
        (Missing.UNPUBLISHED, "", "，为未到发布期，是甲。"),
        (Missing.UNVERIFIED, "正在 核对", "，为缺数，是甲（待核实，正在核对）。"),
    ],
)
def test_why_a_figure_is_missing_stands_behind_the_name(kind, said, told_of):
    assert told(missing(kind, said)) == [f"尚不能判断的指标1个{told_of}"]


def test_several_whys_are_counted_apart_and_a_reason_for_a_figure_is_none_for_them():
    pending = replace(plan(3).indicators[2], target=factory.pending())
    whole = factory.plan(*plan(3).indicators[:2], pending)
    entries = {"B-02": {NOW: Entry("B-02", NOW, factory.figure("101"), explanation="受减产影响")}}
    assert told(facts([ON, "", ""], of=whole, entries=entries)) == [
        "尚不能判断的指标2个：缺数1个，是乙；待下达1个，是丙。"
    ]


def test_of_many_only_the_names_are_told():
    entries = {
        f"B-{at:02}": {NOW: Entry(f"B-{at:02}", NOW, None, Missing.UNCOUNTED, "未设统计")}
        for at in range(9)
    }
    (said,) = told(facts([""] * 9, entries=entries))
    assert said == "尚不能判断的指标9个，均为缺数，是甲、乙、丙、丁、戊、己、庚、辛等。"


def test_at_the_plans_end_it_waits_for_a_person():
    (said,) = told(facts([""], at=factory.quarter("2025Q4")))
    assert said == "待定的指标1个，为缺数，是甲。"
