"""Every item of a plan beside its judgement, and what the page says has to be done."""

import pytest

from core.domain.completion import assess
from core.domain.indicator import Binding, Duty, Frequency
from core.domain.plan import Section, SectionKind
from core.domain.tracked import LOOK, NOTHING, advice, tracked
from tests import factory as the

TASK = Section("K", "", SectionKind.TASK, "任务目标")
INDUSTRY = Section("K1", "K", SectionKind.TASK, "推进新型工业化")
PLAN = the.plan(
    the.level("750", "521.94"),
    the.binding(the.keep("60", "60", code="B-02", name="森林覆盖率")),
    the.control(the.pending(), code="B-03", name="优良天数"),
    the.level("750", code="K-01", section="K1", same_source="B-01", duty=Duty("D99")),
    milestones=(the.milestone(),),
    sections=(the.TABLE, the.CATEGORY, the.BOX, TASK, INDUSTRY),
    departments=(the.STATISTICS,),
)


def rows(figures, at="2023Q4", risks=None, plan=PLAN):
    quarter, entries = the.quarter(at), {"B-01": the.reported(figures)}
    judged = {each.code: each for each in assess(plan, quarter, entries, {})}
    return tracked(plan, quarter, judged, entries, risks or {})


def test_items_stand_in_printed_order_under_their_category_and_department():
    found = rows({2023: "631.2"})
    assert [(each.code, each.category, each.main, each.lead) for each in found] == [
        ("B-01", "综合质效", True, "区统计局"),
        ("B-02", "综合质效", True, "区统计局"),
        ("B-03", "综合质效", True, "区统计局"),
        ("K-01", "推进新型工业化", False, "D99"),
        ("P01-01", "专栏1", False, "区统计局"),
    ]
    assert [each.binding for each in found[1::3]] == [Binding.BINDING, None]


def test_a_figure_entered_elsewhere_is_the_items_own():
    found = {each.code: each for each in rows({2023: "631.2"})}
    assert [found[code].entry.text for code in ("B-01", "K-01")] == ["631.2", "631.2"]
    assert found["B-02"].entry is None


def test_the_figure_is_that_of_the_datas_own_time_and_the_explanation_that_of_now():
    yearly = the.plan(the.level("750", "521.94", frequency=Frequency.ANNUAL))
    entries = the.reported({2023: "631.2"})
    now = the.quarter("2024Q2")
    entries[now] = the.entry("", "2024Q2", explanation="停产检修")
    judged = {each.code: each for each in assess(yearly, now, {"B-01": entries}, {})}
    (found,) = tracked(yearly, now, judged, {"B-01": entries}, {})
    assert found.entry is entries[the.quarter("2023Q4")]
    assert found.explanation == "停产检修"


def test_only_a_person_judges_what_waits_for_a_document():
    assert [each.code for each in rows({}) if each.pending] == ["B-03"]


@pytest.mark.parametrize(
    ("found", "counted", "final", "said"),
    [
        ((), "", False, NOTHING),
        (rows({2023: "631.2"}), "", False, LOOK),
        (
            rows({2023: "631.2"}, risks={"B-02": "少"}),
            "民生实事10件，已完成3件",
            False,
            f"1项约束性指标可能完不成，表里已标红；民生实事10件，已完成3件；{LOOK}",
        ),
        (
            rows({2025: "750"}, "2025Q4"),
            "",
            True,
            f"2项缺数，请先补报；1项待定，要由人来定；{LOOK}",
        ),
    ],
)
def test_what_is_most_pressing_is_said_first(found, counted, final, said):
    assert advice(found, counted, final=final) == said
