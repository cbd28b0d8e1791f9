"""Plans in every store: whole, listed, edited in place, taken away."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.department import Department, Reform, Reorganisation
from core.domain.figure import Figure
from core.domain.plan import Section, SectionKind
from core.domain.submission import Missing
from core.errors import NotFoundError, StorageError
from core.ports import REMOVAL, PlanSummary
from tests.db.factories import (
    AT,
    END,
    FORM,
    decision,
    entry,
    evidence,
    indicator,
    milestone,
    plan,
    submission,
)
from tests.db.full import full_plan

PLAN = plan().code
NEW = Department("D03", "区数据局", "区数据管理局")
LESS = replace(plan(), indicators=(indicator("B-02"), indicator("P01-02", "X1")))


def replace_by(store, edited):
    with store.writing() as work:
        work.plans.replace(edited)


def stored(store, code=PLAN):
    with store.reading() as work:
        return work.plans.get(code)


def report(store, *entries):
    with store.writing() as work:
        work.entries.save(PLAN, entries, FORM, AT)


def remove(store, code=PLAN):
    with store.writing() as work:
        work.plans.remove(code, FORM, AT)


@pytest.mark.parametrize("given", [plan(), full_plan(), plan(indicators=(), milestones=())])
def test_a_plan_comes_back_as_it_was_added(store, given):
    with store.writing() as work:
        work.plans.add(given)
        assert work.plans.get(given.code) == given
    with store.reading() as work:
        assert work.plans.get(given.code) == given


def test_an_unknown_plan_is_nothing(store):
    with store.reading() as work:
        assert work.plans.get("p") is None


def test_a_plan_is_added_once(planned):
    with pytest.raises(StorageError, match=f"“{PLAN}”已"), planned.writing() as work:
        work.plans.add(plan(title="另一份"))
    with planned.reading() as work:
        assert work.plans.get(PLAN) == plan()


def test_plans_are_listed_by_their_years_with_what_they_count(store):
    deep = (
        Section("T", "", SectionKind.TABLE, "主要指标"),
        Section("T1", "T", SectionKind.CATEGORY, "类别"),
        Section("T11", "T1", SectionKind.SUBGROUP, "指标组"),
        Section("X1", "", SectionKind.BOX, "专栏"),
    )
    inside = (indicator("1", "T"), indicator("2", "T1"), indicator("3", "T11"))
    with store.writing() as work:
        work.plans.add(plan())
        work.plans.add(plan("q", sections=deep, indicators=inside, milestones=()))
        work.plans.add(plan("year", 2024, 2024, indicators=()))
        work.plans.add(plan("before", 2016, 2020))
    title = plan().title
    with store.reading() as work:
        assert work.plans.summaries() == (
            PlanSummary("before", title, 2016, 2020, 2, 1, 1, "章贡区"),
            PlanSummary(PLAN, title, 2021, 2025, 2, 1, 1, "章贡区"),
            PlanSummary("q", title, 2021, 2025, 3, 0, 0, "章贡区"),
            PlanSummary("year", title, 2024, 2024, 0, 0, 1, "章贡区"),
        )


def test_which_plans_were_shipped_is_remembered(store):
    with store.writing() as work:
        work.plans.note_shipped("p", "1")
        work.plans.note_shipped("q", "1")
        work.plans.note_shipped("p", "2")
    with store.reading() as work:
        assert work.plans.shipped() == {"p": "2", "q": "1"}


@pytest.mark.parametrize(
    ("old", "new"), [(plan(), full_plan()), (full_plan(), plan()), (full_plan(), full_plan())]
)
def test_an_edited_plan_comes_back_as_it_was_edited(store, old, new):
    with store.writing() as work:
        work.plans.add(old)
        work.plans.add(plan("q"))
    replace_by(store, new)
    assert stored(store) == new
    assert stored(store, "q") == plan("q")
    assert store.problems() == ()


def test_a_plan_that_is_not_there_cannot_be_edited(planned):
    with pytest.raises(NotFoundError, match="“q”"):
        replace_by(planned, plan("q"))


def test_an_edit_leaves_figures_where_they_are(planned):
    report(planned, entry())
    replace_by(planned, replace(plan(), indicators=plan().indicators[::-1], title="修订"))
    with planned.reading() as work:
        assert work.entries.of(PLAN) == (entry(),)


def test_another_writing_of_a_number_is_an_edit(planned):
    for text in ("311.6", "311.60"):
        base = Figure.parse(text)
        replace_by(planned, replace(plan(), indicators=(indicator(base=base),), milestones=()))
        assert str(stored(planned).indicators[0].base) == text


def test_a_section_may_stand_before_the_one_that_holds_it(planned):
    sections = plan().sections
    under = replace(sections[2], parent="T2"), Section("T2", "T", SectionKind.SUBGROUP, "组")
    replace_by(planned, replace(plan(), sections=(*sections[:2], *under)))
    assert stored(planned).sections == (*sections[:2], *under)


def test_an_item_may_become_one_of_the_other_kind(planned):
    swapped = replace(
        plan(),
        indicators=(indicator("B-01"), indicator("P01-01", "X1")),
        milestones=(milestone("B-02", "T1"), milestone("P01-02")),
    )
    replace_by(planned, swapped)
    assert stored(planned) == swapped


@pytest.mark.parametrize(
    "given",
    [
        entry(),
        entry(text="", missing=Missing.UNCOUNTED),
        entry(text="", explanation="待核实"),
        entry(text="", growth=Figure.parse("5.3")),
        entry(text="", progress=Figure.parse("30")),
    ],
)
def test_an_item_with_a_figure_is_not_lost_to_an_edit(planned, given):
    report(planned, given)
    with pytest.raises(StorageError, match=r"B-01已有填报数，不能删去"):
        replace_by(planned, LESS)
    assert stored(planned) == plan()


@pytest.mark.parametrize("what", ["改判", "佐证材料"])
def test_an_item_with_a_decision_or_evidence_is_not_lost_to_an_edit(planned, what):
    with planned.writing() as work:
        if what == "改判":
            work.decisions.save(PLAN, [decision()])
        else:
            work.evidences.add(PLAN, evidence(None))
    with pytest.raises(StorageError, match="B-01已有"):
        replace_by(planned, LESS)
    assert stored(planned) == plan()


def test_a_department_with_a_form_is_not_lost_to_an_edit(planned):
    with planned.writing() as work:
        work.submissions.save(PLAN, submission("D02"))
    with pytest.raises(StorageError, match="D02已有"):
        replace_by(planned, replace(plan(), departments=plan().departments[:1]))


def test_an_item_whose_figure_was_taken_back_may_go(planned):
    report(planned, entry(), entry("B-02"))
    report(planned, entry(text=""))
    replace_by(planned, LESS)
    assert stored(planned) == LESS
    with planned.reading() as work:
        assert work.entries.of(PLAN) == (entry("B-02"),)
        assert [each.after for each in work.changes.of(PLAN, "B-01", END)] == ["12.50", ""]
    assert planned.problems() == ()


def test_a_department_goes_with_what_became_of_it(planned):
    gone = Reorganisation(Reform.MERGED, date(2024, 1, 1), "D02", "D01")
    replace_by(planned, replace(plan(), reorganisations=(gone,)))
    alone = replace(plan(), departments=plan().departments[:1])
    replace_by(planned, alone)
    assert stored(planned) == alone


def test_a_new_department_of_an_edit_is_one_with_that_of_other_plans(planned):
    replace_by(planned, replace(plan(), departments=(*plan().departments, NEW)))
    with planned.writing() as work:
        work.plans.add(plan("q", departments=(*plan().departments, NEW)))
    assert stored(planned).department("D03") == NEW


def test_a_plan_goes_with_all_that_was_reported_for_it(store):
    with store.writing() as work:
        work.plans.add(full_plan())
        work.plans.add(plan("q"))
        for code in (PLAN, "q"):
            work.entries.save(code, [entry()], FORM, AT)
            work.decisions.save(code, [decision()])
            work.submissions.save(code, submission())
            work.evidences.add(code, evidence(b"1"), b"1")
        work.evidences.add(PLAN, evidence(b"2", "P01-02"), b"2")
    remove(store)
    with store.reading() as work:
        assert [each.code for each in work.plans.summaries()] == ["q"]
        assert (work.entries.of(PLAN), work.decisions.of(PLAN, END)) == ((), ())
        assert (work.submissions.of(PLAN), work.evidences.of(PLAN, END)) == ((), ())
        assert work.entries.of("q") == (entry(),)
        assert work.evidences.of("q", END) == (evidence(b"1"),)
        assert work.evidences.content(evidence(b"1").sha256) == b"1"
        with pytest.raises(NotFoundError):
            work.evidences.content(evidence(b"2").sha256)
    assert store.problems() == ()


def test_a_removal_is_recorded_and_the_changes_stay(planned):
    report(planned, entry())
    remove(planned)
    with planned.reading() as work:
        assert len(work.changes.of(PLAN, "B-01", END)) == 1
        (event,) = work.changes.events(PLAN, REMOVAL)
    assert (event.code, event.before, event.after) == (PLAN, plan().title, "")
    assert (event.origin, event.at) == (FORM, AT)


def test_a_removed_plan_may_come_again(planned):
    report(planned, entry(), entry("B-02"))
    remove(planned)
    with planned.writing() as work:
        work.plans.add(plan())
        work.entries.save(PLAN, [entry(text="9")], FORM, AT)
    with planned.reading() as work:
        assert work.entries.of(PLAN) == (entry(text="9"),)
        changes = work.changes.of(PLAN, "B-01", END)
    assert [(each.before, each.after) for each in changes] == [("", "12.50"), ("", "9")]
    assert planned.problems() == ()


def test_a_plan_that_is_not_there_cannot_be_removed(store):
    with pytest.raises(NotFoundError, match="“p”"):
        remove(store, "p")
