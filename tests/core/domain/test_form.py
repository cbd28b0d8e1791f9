"""A department's form: what can be typed where, how far it has come, what stands against it."""

from dataclasses import replace

import pytest

from core.domain.cell import TYPED, Column
from core.domain.form import CLOSED, takes_growth
from core.domain.indicator import Duty
from core.domain.issue import Issue, Severity
from core.domain.submission import Entry, Missing, State
from tests import factory as the
from tests import forms
from tests.forms import HALF, entry, form, handed_in, own, plan

GIVEN = [column for column in Column if column not in TYPED]


def row(code, *entries, **rest):
    found = form(*entries, **rest)
    return found.rows[found.row(code)]


def locks(found, code):
    a_row = found.rows[found.row(code)]
    return {column: found.lock(a_row, column) for column in TYPED if found.lock(a_row, column)}


def test_an_own_figure_is_open_but_for_what_it_does_not_take():
    assert locks(form(), "B-01") == {Column.PROGRESS: "只有节点填形象进度"}
    assert locks(form(), "B-02") == {
        Column.GROWTH: "同比由系统计算，不用填",
        Column.PROGRESS: "只有节点填形象进度",
    }
    assert locks(form(), "P01-01") == {Column.GROWTH: "同比由系统计算，不用填"}


@pytest.mark.parametrize("column", GIVEN)
def test_what_the_system_fills_in_is_locked_and_says_so(column):
    assert row("B-01").lock(column) == f"{column.label}由系统填好，不能改"


def test_a_row_that_is_not_due_is_locked_whole_with_the_reason():
    assert set(locks(form(), "B-04").values()) == {"年度指标，全年时填报"}
    assert set(locks(form(), "B-05").values()) == {"与B-01同源，在那里填报"}
    assert len(locks(form(), "B-04")) == len(TYPED)


def test_what_its_provider_has_handed_in_can_only_be_explained():
    settled = locks(form(closed=["D02"]), "B-03")

    assert settled[Column.FIGURE] == settled[Column.MISSING] == "已由区统计局核定，不能改"
    assert Column.EXPLANATION not in settled
    assert Column.FIGURE not in locks(form(), "B-03")


def test_a_provider_without_a_name_is_called_by_its_code():
    nameless = plan(departments=(forms.OWN,))

    assert row("B-03", closed=["D02"], a_plan=nameless).settled == "已由D02核定，不能改"


def test_the_department_s_own_figures_are_not_settled_by_its_own_form():
    assert row("B-01", closed=["D05"]).settled == ""


@pytest.mark.parametrize("state", [State.SUBMITTED, State.REVIEWED, State.APPROVED])
def test_a_form_that_was_handed_in_is_locked_whole(state):
    assert set(locks(handed_in(form(), state), "B-01").values()) == {CLOSED[state]}


def test_a_form_that_was_taken_back_is_open_again():
    assert Column.FIGURE not in locks(handed_in(form(), State.FILLING), "B-01")


def test_columns_that_no_row_takes_are_left_out():
    assert form().columns == tuple(Column)
    bare = form(a_plan=plan(forms.RESEARCH, milestones=()))
    assert set(Column) - set(bare.columns) == {Column.GROWTH, Column.PROGRESS}


def test_only_growth_at_constant_prices_is_typed():
    assert [takes_growth(each) for each in (forms.INDUSTRY, forms.RESEARCH, forms.BRIDGE)] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("entries", "state"),
    [
        ([], State.PENDING),
        ([entry("B-02", explanation="在核")], State.PENDING),
        ([entry("B-02", "12")], State.FILLING),
        ([entry("B-04", "55")], State.PENDING),
    ],
)
def test_before_it_is_handed_in_a_form_is_what_stands_in_it(entries, state):
    assert form(*entries).state is state


def test_once_handed_in_the_state_is_what_was_stored():
    assert handed_in(form(), State.FILLING).state is State.FILLING
    assert handed_in(form(), State.APPROVED).state is State.APPROVED


def test_what_is_asked_counts_own_rows_that_are_due_and_filled_ones_of_them():
    found = form(
        entry("B-01", "300"),
        entry("B-02", missing=Missing.UNCOUNTED),
        entry("B-03", "5"),
        entry("P01-01", explanation="在建"),
    )

    assert (found.asked, found.filled) == (4, 2)


def odd(grade, code="B-01"):
    return Issue(code, grade, "1", "请核对")


def with_issues(*grades, explanation=""):
    found = form(entry("B-01", "300", explanation=explanation))
    changed = replace(found.rows[0], issues=tuple(odd(grade) for grade in grades))
    return found.with_rows({0: changed})


def test_what_must_be_explained_counts_until_it_is():
    assert with_issues(Severity.EXPLAIN, Severity.EXPLAIN).unexplained == 1
    assert with_issues(Severity.EXPLAIN, explanation="新厂投产").unexplained == 0
    assert with_issues(Severity.HINT, Severity.BLOCKING).unexplained == 0


def test_findings_stand_in_the_order_of_the_rows_and_some_of_them_block():
    found = with_issues(Severity.HINT, Severity.BLOCKING)

    assert [each.severity for each in found.issues] == [Severity.HINT, Severity.BLOCKING]
    assert found.blocking == (odd(Severity.BLOCKING),)


def test_a_row_shows_what_was_typed_and_what_is_given():
    found = row("B-01", entry("B-01", "300", growth=the.figure("6.1")))

    assert [found.text(column) for column in (Column.FIGURE, Column.GROWTH, Column.BASE)] == [
        "300",
        "6.1",
        "311.64",
    ]
    assert row("P01-01").text(Column.BASE) == ""


def test_an_entry_is_put_into_one_row_and_the_same_one_changes_nothing():
    found, fresh = form(), entry("B-02", "12")
    changed = found.with_entry(found.row("B-02"), fresh)

    assert changed.rows[changed.row("B-02")].entry == fresh
    assert changed.rows[0] is found.rows[0]
    assert changed.with_entry(changed.row("B-02"), fresh) is changed


def test_rows_are_found_by_their_codes():
    assert form().row("P01-01") == form().places["P01-01"] == 5
    with pytest.raises(KeyError):
        form().row("B-99")


def test_a_row_of_the_same_source_shows_the_figure_of_its_source():
    assert row("B-05", entry("B-01", "300")).text(Column.FIGURE) == "300"
    assert row("B-05").entry == Entry("B-01", HALF, None)


def test_an_empty_form_is_pending_and_asks_for_nothing():
    nobody = form(a_plan=plan(own("B-01", "x", duty=Duty("D02")), milestones=()))

    assert (nobody.rows, nobody.asked, nobody.state) == ((), 0, State.PENDING)
