"""What a department has to report in a quarter."""

from dataclasses import replace

import pytest

from core.domain.department import Department
from core.domain.duties import departments_due, first_reached, is_reached, items, lines
from core.domain.indicator import Duty, Frequency, Node
from core.domain.plan import Section, SectionKind
from core.domain.submission import Entry
from tests import factory

OWN, OTHER = Department("D05", "区科技局", "区科学技术局"), factory.STATISTICS
HALF, YEAR = Frequency.HALF_YEARLY, Frequency.ANNUAL


def given(code, giver="D05", **rest):
    return factory.level("10", code=code, duty=Duty("D05", (), giver), **rest)


def plan(*indicators, **rest):
    return factory.plan(*indicators, departments=(OWN, OTHER), **rest)


def form(a_plan, at="2023Q1", reached=None):
    return lines(a_plan, "D05", factory.quarter(at), reached or {})


def codes(found):
    return [each.item.code for each in found]


def node(text, at="2023Q2", code="P01-01", **rest):
    return Entry(code, factory.quarter(at), factory.figure(text), **rest)


def milestone(node=Node.OPENED, giver="D05", **rest):
    return replace(factory.milestone(), node=node, duty=Duty(giver), **rest)


def test_a_department_gives_its_own_figures():
    (line,) = form(plan(given("B-01")))

    assert (line.gives, line.due, line.reason, line.required) == (True, True, "", True)


def test_a_lead_explains_the_figure_that_another_gives_and_is_told_who():
    (line,) = form(plan(given("B-01", giver="D02")))

    assert (line.gives, line.due, line.required) == (False, True, False)
    assert line.reason == "由区统计局填数，这里只作说明"


def test_an_unknown_giver_is_named_by_its_code():
    (line,) = form(plan(given("B-01", giver="D99")))

    assert line.reason == "由D99填数，这里只作说明"


def test_the_provider_finds_in_its_form_what_it_gives_for_others():
    a_plan = plan(given("B-01", giver="D02"))

    (line,) = lines(a_plan, "D02", factory.quarter("2023Q1"))

    assert line.required


def test_supporting_departments_report_nothing():
    supported = factory.level("10", duty=Duty("D02", ("D05",)))

    assert form(plan(supported)) == ()


@pytest.mark.parametrize(
    ("frequency", "at", "due", "reason"),
    [
        (Frequency.QUARTERLY, "2023Q1", True, ""),
        (HALF, "2023Q1", False, "半年指标，上半年和全年时填报"),
        (HALF, "2023Q2", True, ""),
        (HALF, "2023Q3", False, "半年指标，上半年和全年时填报"),
        (YEAR, "2023Q2", False, "年度指标，全年时填报"),
        (YEAR, "2023Q4", True, ""),
    ],
)
def test_what_a_quarter_does_not_ask_for_says_when_it_will(frequency, at, due, reason):
    (line,) = form(plan(given("B-01", frequency=frequency)), at)

    assert (line.due, line.reason, line.required) == (due, reason, due)


def test_a_figure_of_the_same_source_is_entered_there_whatever_its_frequency():
    a_plan = plan(given("B-08"), given("P02-01", same_source="B-08", frequency=YEAR))

    _, line = form(a_plan)

    assert (line.due, line.reason) == (False, "与B-08同源，在那里填报")


def test_a_target_that_waits_for_its_number_is_still_due():
    (line,) = form(plan(replace(given("B-01"), target=factory.pending())))

    assert line.required


def test_a_milestone_is_due_every_quarter_even_past_its_planned_one():
    late = plan(milestones=(milestone(planned="2022Q4"),))

    assert [form(late, at)[0].required for at in ("2021Q1", "2022Q4", "2025Q3")] == [True] * 3


def test_a_milestone_rests_after_the_quarter_that_reached_it():
    a_plan = plan(milestones=(milestone(),))
    reached = first_reached(a_plan, [node("开工", "2022Q1"), node("投用"), node("投用", "2023Q3")])

    assert reached == {"P01-01": factory.quarter("2023Q2")}
    assert form(a_plan, "2023Q2", reached)[0].required
    (line,) = form(a_plan, "2023Q3", reached)
    assert (line.due, line.reason) == (False, "2023年上半年已报告完成，不再填报")


def test_reached_is_told_by_the_earliest_entry_whatever_their_order():
    a_plan = plan(given("B-01"), milestones=(milestone(),))
    entries = [node("投用", "2023Q3"), node("投用", "2023Q1"), node("投用", code="B-01")]

    assert first_reached(a_plan, entries) == {"P01-01": factory.quarter("2023Q1")}


@pytest.mark.parametrize(
    ("asked", "text", "enough"),
    [
        (Node.STARTED, "开工", True),
        (Node.STARTED, "投用", True),
        (Node.COMPLETED, "封顶", False),
        (Node.OPENED, "达产", True),
        (Node.PRODUCING, "投用", False),
        (Node.APPROVED, "获批", True),
        (Node.APPROVED, "完工", False),
        (Node.OPENED, "", False),
        (Node.WORDS, "完成", True),
        (Node.WORDS, "正在推进", False),
        (Node.WORDS, "", False),
    ],
)
def test_a_node_is_reached_by_itself_and_by_what_is_built_later(asked, text, enough):
    assert is_reached(milestone(asked), node(text)) is enough


@pytest.mark.parametrize(("asked", "enough"), [(Node.WORDS, True), (Node.OPENED, False)])
def test_a_progress_of_100_per_cent_reaches_only_a_node_that_words_ask_for(asked, enough):
    whole = node("", progress=factory.figure("100"))

    assert is_reached(milestone(asked), whole) is enough


def test_lines_stand_section_by_section_as_printed():
    box = Section("X1", "", SectionKind.BOX, "专栏1")
    later = Section("X2", "", SectionKind.BOX, "专栏2")
    a_plan = plan(
        given("P02-01", section="X2"),
        given("B-02"),
        given("P01-02", section="X1"),
        milestones=(milestone(), milestone(code="P02-02", section="X2")),
        sections=(factory.TABLE, factory.CATEGORY, box, later),
    )

    assert codes(form(a_plan)) == ["B-02", "P01-01", "P01-02", "P02-01", "P02-02"]


def test_a_subgroup_stands_within_its_category():
    group = Section("T1-1", "T1", SectionKind.SUBGROUP, "主要污染物排放下降")
    a_plan = plan(
        given("B-01"),
        given("B-02", section="T1-1"),
        given("B-03"),
        sections=(factory.TABLE, factory.CATEGORY, group),
    )

    assert [each.code for each in items(a_plan)] == ["B-01", "B-02", "B-03"]


def test_milestones_stand_between_indicators_of_their_section_whatever_other_codes_are():
    first, second = (Section(code, "", SectionKind.BOX, code) for code in ("Z", "A"))
    a_plan = plan(
        given("Z-1", section="Z"),
        given("A-1", section="A"),
        given("A-3", section="A"),
        sections=(first, second),
        milestones=(factory.milestone("A-2", "A"),),
    )

    assert [each.code for each in items(a_plan)] == ["Z-1", "A-1", "A-2", "A-3"]


def test_all_departments_are_asked_in_one_pass_for_what_their_forms_require():
    a_plan = plan(
        given("B-01", giver="D02"),
        given("B-02"),
        given("B-03", frequency=YEAR),
        given("B-04", same_source="B-02"),
        milestones=(milestone(), milestone(code="P01-02")),
    )
    reached = {"P01-02": factory.quarter("2022Q4")}
    at = factory.quarter("2023Q1")

    due = departments_due(a_plan, at, reached)

    assert due == {"D02": ("B-01",), "D05": ("B-02", "P01-01")}
    for department, asked in due.items():
        found = lines(a_plan, department, at, reached)
        assert asked == tuple(each.item.code for each in found if each.required)
