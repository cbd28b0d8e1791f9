"""The page 首页 in one read: who has reported, who is late, what is to be done."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.department import Department, Reform, Reorganisation
from core.domain.indicator import Duty, Frequency
from core.domain.profile import Profile, Role
from core.domain.submission import Entry, Event, Origin, Signature, State, Submission
from core.errors import NotFoundError, UsageError
from core.services import overview, profiles
from tests import factory as the
from tests.core.memory import MemoryStore

SCIENCE = Department("D05", "区科技局", "区科学技术局")
MONEY = Department("D03", "区财政局", "区财政局")
TODAY = date(2024, 10, 16)
Q3 = the.quarter("2024Q3")


def science(code, **rest):
    return the.level("10", "5", code=code, duty=Duty("D05"), **rest)


def a_plan(**rest):
    """区统计局 gives one figure a quarter, 区科技局 two and one a year, 区财政局 none."""
    items = (
        the.level("750", "521.94"),
        science("B-02"),
        science("B-03"),
        science("B-04", frequency=Frequency.ANNUAL),
    )
    given = {"departments": (the.STATISTICS, SCIENCE, MONEY)}
    return the.plan(*items, **(given | rest))


@pytest.fixture(params=["memory", "sqlite"])
def office(request, store):
    """A store with the plan, in memory and in SQLite."""
    chosen = MemoryStore() if request.param == "memory" else store
    with chosen.writing() as work:
        work.plans.add(a_plan())
    return chosen


def report(store, *codes, at=Q3, text="7"):
    entries = [Entry(code, at, the.figure(text)) for code in codes]
    with store.writing() as work:
        work.entries.save("p", entries, Origin("填报", "张三"), "2024-10-16T09:00:00+08:00")


def hand_in(store, department, on, at=Q3, state=State.SUBMITTED):
    signature = Signature("张三", "李四", "王五", "8320", on)
    with store.writing() as work:
        work.submissions.save("p", Submission(department, at, state, signature, "", 1))


def be(store, role, department=""):
    profiles.save(store, Profile(role, "张三", "", {"章贡区": department}))


def seen(store, at=Q3, today=TODAY):
    return overview.collect(store, "p", at, today)


def words(found):
    return {each.department: (each.word, each.filled, each.required) for each in found.now}


def actions(found):
    return [step.action for step in found.steps]


def test_every_department_has_a_row_and_every_quarter_a_column(office):
    found = seen(office)

    assert [row[0].department for row in found.rows] == ["D02", "D05", "D03"]
    assert all([each.quarter for each in row] == list(found.plan.quarters) for row in found.rows)


def test_a_form_is_as_far_as_its_figures(office):
    report(office, "B-01", "B-02")

    assert words(seen(office)) == {
        "D02": ("填报中", 1, 1),
        "D05": ("填报中", 1, 2),
        "D03": ("无需填报", 0, 0),
    }


def test_a_form_that_was_handed_in_says_whether_in_time(office):
    hand_in(office, "D02", date(2024, 10, 24))

    (form, *_) = seen(office).now
    assert (form.word, form.timing) == ("已报送", "迟报3天")


def test_the_forms_of_a_quarter_are_grouped_by_their_state(office):
    hand_in(office, "D02", date(2024, 10, 10))

    groups = [(group[0].word, len(group)) for group in seen(office).groups]
    assert groups == [("待填", 1), ("已报送", 1), ("无需填报", 1)]


def test_a_form_has_lines_where_a_department_gives_or_explains(office):
    found = seen(office)

    assert [found.has_lines(form) for form in found.now] == [True, True, False]


def test_what_was_never_collected_is_late_for_nobody(office):
    found = seen(office, today=date(2024, 12, 1))
    late = {each.quarter: each.late for each in found.rows[0]}
    assert (late[Q3], late[the.quarter("2024Q2")]) == (41, 0)

    hand_in(office, "D05", date(2024, 7, 10), the.quarter("2024Q2"))
    found = seen(office, today=date(2024, 12, 1))
    assert found.rows[0][13].late > 0


def test_a_plan_that_ended_long_ago_is_collected_no_more(office):
    end = the.quarter("2025Q4")

    assert seen(office, end, date(2026, 11, 28)).rows[0][-1].late == 312
    assert seen(office, end, date(2027, 1, 2)).rows[0][-1].late == 0


def test_before_the_first_quarter_is_over_nothing_is_owed(office):
    found = seen(office, the.quarter("2021Q1"), date(2021, 1, 5))

    assert not any(form.owed for row in found.rows for form in row)


def test_the_department_reads_its_next_steps(office):
    be(office, Role.DEPARTMENT, "D05")
    report(office, "B-02")

    found = seen(office)
    assert found.advice == "2024年前三季度已填1/2项，10月21日截止，还剩5天。"
    (step,) = found.steps
    assert (step.action, step.detail, step.code) == ("继续填报", "还有1项未填", "B-03")
    assert [each.department for each in found.mine] == ["D05"] * 20


def test_the_department_reads_what_must_be_explained_before_it_can_report(office):
    be(office, Role.DEPARTMENT, "D05")
    report(office, "B-02", at=the.quarter("2024Q2"), text="9")
    report(office, "B-02", "B-03")

    (first, *_) = seen(office).steps
    assert (first.action, first.code) == ("补写说明", "B-02")


def test_a_department_without_duties_reads_that_there_is_nothing_to_do(office):
    be(office, Role.DEPARTMENT, "D03")

    found = seen(office)
    assert found.advice.startswith("2024年前三季度没有要填的数")
    assert found.steps == ()


@pytest.mark.parametrize("code", ["", "D99"])
def test_a_department_that_the_plan_does_not_know_is_asked_for(office, code):
    be(office, Role.DEPARTMENT, code)

    found = seen(office)
    assert (found.own, found.mine, actions(found)) == ("", (), ["选择部门"])
    assert found.advice == "请先选定本单位是哪个部门，选定后这里列出要填的报表。"


def test_the_office_reads_who_owes_and_what_is_missing(office):
    be(office, Role.OFFICE)
    hand_in(office, "D02", date(2024, 10, 10))

    found = seen(office)
    assert found.advice == "2024年前三季度应报2个部门，已报送1个，10月21日截止，还剩5天。"
    assert [step.detail for step in found.steps] == [
        "待审核1份：区统计局",
        "1个部门还没有报送：区科技局，还剩5天",
    ]


def test_an_office_that_is_a_department_too_has_a_form_to_fill(office):
    be(office, Role.OFFICE, "D02")

    assert actions(seen(office)) == ["开始填报", "只看未报"]


def test_before_anybody_has_said_who_uses_the_program_it_is_asked(office):
    assert actions(seen(office)) == ["选择角色", "只看未报"]


def test_bases_that_are_missing_are_counted():
    store = MemoryStore()
    with store.writing() as work:
        work.plans.add(replace(a_plan(), indicators=(the.level("750"),)))

    found = seen(store)
    assert [gap.indicator.code for gap in found.gaps] == ["B-01"]
    assert actions(found)[-1] == "补录基期…"


def test_what_a_formula_computes_counts_as_filled_and_what_waits_is_not_asked_for():
    share = science("B-05", formula="[B-02] / [B-01]")
    store = MemoryStore()
    with store.writing() as work:
        work.plans.add(the.plan(*a_plan().indicators, share, departments=(the.STATISTICS, SCIENCE)))
    report(store, "B-03")
    assert counted(store) == (1, 2)
    report(store, "B-01", "B-02")
    assert counted(store) == (3, 3)
    report(store, "B-05")
    assert counted(store) == (3, 3)


def test_a_form_is_not_begun_by_what_others_let_be_computed():
    share = science("B-05", formula="[B-01] * 2")
    store = MemoryStore()
    with store.writing() as work:
        work.plans.add(the.plan(*a_plan().indicators, share, departments=(the.STATISTICS, SCIENCE)))
    report(store, "B-01")
    form = overview.collect(store, "p", Q3, TODAY).now[1]
    assert (form.state, form.filled, form.required) == (State.PENDING, 1, 3)


def counted(store):
    """How many items of the science department are filled, and how many are required."""
    form = overview.collect(store, "p", Q3, TODAY).now[1]
    return form.filled, form.required


def test_a_plan_without_departments_says_so():
    store = MemoryStore()
    with store.writing() as work:
        work.plans.add(a_plan(departments=()))

    found = seen(store)
    assert (found.rows, found.now, found.groups) == ((), (), ())
    assert found.advice == "这个规划没有列出部门，补上部门以后才有报送一览。"
    assert actions(found) == ["补上部门"]


def test_a_plan_of_one_year_has_four_quarters():
    store = MemoryStore()
    with store.writing() as work:
        work.plans.add(a_plan(first=2024, last=2024))

    assert {len(row) for row in seen(store).rows} == {4}


def test_after_a_merger_the_other_department_owes_what_comes_later():
    merged = Reorganisation(Reform.MERGED, date(2024, 4, 1), "D05", "D03")
    store = MemoryStore()
    with store.writing() as work:
        work.plans.add(a_plan(reorganisations=(merged,)))

    required = {row[0].department: (row[12].required, row[13].required) for row in seen(store).rows}
    assert required == {"D02": (1, 1), "D05": (2, 0), "D03": (0, 2)}


def test_a_milestone_that_was_reached_is_required_no_more(office):
    with office.writing() as work:
        plan = replace(a_plan(milestones=(the.milestone(),)), code="q")
        work.plans.add(plan)
        reached = Entry("P01-01", the.quarter("2024Q1"), the.figure("投用"))
        work.entries.save("q", [reached], Origin("填报", "张三"), "2024-04-16T09:00:00+08:00")

    (row, *_) = overview.collect(office, "q", Q3, TODAY).rows
    assert [each.required for each in row[11:15]] == [2, 2, 1, 1]


def test_unknown_plans_and_quarters_are_refused(office):
    with pytest.raises(NotFoundError, match="没有规划“x”"):
        overview.collect(office, "x", Q3, TODAY)
    with pytest.raises(UsageError, match="不在"):
        seen(office, the.quarter("2030Q1"))


def test_forms_until_a_quarter_tell_how_often_they_went_back(office):
    with office.writing() as work:
        for number in (1, 2):
            event = Event(
                "退回", "D05", "2024Q2", "已报送", f"第{number}次", Origin("退回", "李四"), ""
            )
            work.changes.note("p", event)
    with office.reading() as work:
        found = overview.standings(work, "p", Q3, TODAY)
    assert {each.department for each in found} == {"D02", "D05", "D03"}
    assert max(each.quarter for each in found) == Q3
    back = {(each.department, str(each.quarter)): each.returned for each in found if each.returned}
    assert back == {("D05", "2024Q2"): 2}
