"""Opening a form and storing what is typed into it, one cell at a time."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.calendar import Calendar
from core.domain.cell import Column
from core.domain.duties import lines
from core.domain.indicator import Duty
from core.domain.profile import Profile
from core.domain.submission import Evidence, Missing, Origin, State, Submission
from core.errors import NotFoundError, StorageError, UsageError
from core.services import calendars
from core.services import forms as service
from core.services.forms import THROUGH, ChangedError
from tests import factory as the
from tests import forms
from tests.core.memory import MemoryStore
from tests.forms import HALF, entry

BY = Origin(THROUGH, "张三")
COLLEAGUE = Origin(THROUGH, "李四")
NOON = "2024-07-02T12:00:00+08:00"


def opened(desk, department="D05", at=HALF):
    return service.load(desk, "p", department, at)


def put(desk, *entries, by=BY):
    """What stands in the database before the form is opened."""
    with desk.writing() as work:
        work.entries.save("p", entries, by, NOON)


def typed(desk, form, code, text, **rest):
    number = form.row(code)
    return service.save(desk, form, {number: entry(code, text, **rest)}, BY)


def stored(desk, code, at=HALF):
    with desk.reading() as work:
        return next(iter(work.entries.of("p", [at], [code])), None)


def texts(form, column=Column.FIGURE):
    return {row.item.code: row.text(column) for row in form.rows if row.text(column)}


def test_a_form_opens_with_what_stands_in_the_database(desk):
    put(desk, entry("B-01", "300", growth=the.figure("6.1")), entry("B-01", "190", "2024Q1"))
    put(desk, entry("B-02", missing=Missing.UNCOUNTED), entry("B-01", "260", "2023Q2"))
    form = opened(desk)

    assert texts(form) == {"B-01": "300", "B-05": "300"}
    assert texts(form, Column.MISSING) == {"B-02": "未统计"}
    assert (texts(form, Column.LAST)["B-01"], texts(form, Column.LAST_YEAR)["B-01"]) == (
        "190",
        "260",
    )
    assert form.deadline == date(2024, 7, 22)


def test_the_form_of_each_department_has_its_own_rows(desk):
    assert [row.item.code for row in opened(desk, "D02").rows] == ["B-03"]
    assert [each.code for each in service.departments(desk, "p", HALF)] == ["D05", "D02"]


def test_a_department_without_items_has_an_empty_form(desk):
    assert opened(desk, "D99").rows == ()


def test_what_is_asked_for_must_be_there(desk):
    with pytest.raises(NotFoundError):
        service.load(desk, "q", "D05", HALF)
    with pytest.raises(NotFoundError):
        service.departments(desk, "q", HALF)
    with pytest.raises(UsageError):
        opened(desk, at=the.quarter("2031Q1"))
    with pytest.raises(UsageError):
        service.departments(desk, "p", the.quarter("2020Q4"))


def test_only_twelve_quarters_are_looked_back_upon(desk):
    put(desk, entry("B-01", "90", "2021Q1"), entry("B-01", "91", "2021Q2"))

    assert [str(at) for at in opened(desk).rows[0].past] == ["2021Q2"]


def test_the_deadline_is_that_of_the_calendar(desk):
    calendars.save(desk, Calendar(25))

    assert opened(desk).deadline == date(2024, 7, 25)


def test_a_typed_cell_is_stored_checked_and_on_record(desk):
    saved = typed(desk, opened(desk), "B-02", "-5")

    assert stored(desk, "B-02") == entry("B-02", "-5")
    assert [issue.check for issue in saved.rows[saved.row("B-02")].issues] == ["negative"]
    with desk.reading() as work:
        (change,) = work.changes.of("p", "B-02", HALF)
    assert (change.after, change.origin) == ("-5", BY)


def test_several_rows_are_stored_in_one_go(desk):
    form = opened(desk)
    rows = {form.row("B-01"): entry("B-01", "300"), form.row("B-02"): entry("B-02", "12")}
    saved = service.save(desk, form, rows, BY)

    assert texts(saved) == texts(opened(desk)) == {"B-01": "300", "B-02": "12", "B-05": "300"}


def test_a_form_that_was_saved_is_the_form_that_would_be_opened(desk):
    saved = typed(desk, typed(desk, opened(desk), "B-01", "300"), "B-02", "312")

    assert saved.rows == opened(desk).rows
    assert [issue.check for issue in saved.issues] == ["R-01"]


def test_what_a_colleague_changed_in_between_is_not_written_over(desk):
    form = opened(desk)
    put(desk, entry("B-01", "301"), by=COLLEAGUE)

    with pytest.raises(ChangedError) as refused:
        typed(desk, form, "B-01", "300")

    assert str(refused.value).startswith("“高新产业产值”刚被别处改为“301”，没有保存；")
    assert stored(desk, "B-01").text == "301"


def test_of_several_rows_none_is_stored_where_one_was_changed_in_between(desk):
    put(desk, entry("B-01", "300"))
    form = opened(desk)
    put(desk, entry("B-01"), by=COLLEAGUE)
    rows = {form.row("B-02"): entry("B-02", "12"), form.row("B-01"): entry("B-01", "299")}

    with pytest.raises(ChangedError) as refused:
        service.save(desk, form, rows, BY)

    assert "刚被别处改为“空”" in str(refused.value)
    assert stored(desk, "B-02") is None


def test_a_change_of_another_row_disturbs_nobody(desk):
    form = opened(desk)
    put(desk, entry("B-01", "301"), by=COLLEAGUE)

    assert texts(typed(desk, form, "B-02", "12"))["B-02"] == "12"


@pytest.mark.parametrize("state", [State.SUBMITTED, State.REVIEWED, State.APPROVED])
def test_a_form_that_was_handed_in_elsewhere_takes_no_more(desk, state):
    form = opened(desk)
    with desk.writing() as work:
        work.submissions.save("p", Submission("D05", HALF, state, forms.SIGNED, NOON, 1))

    with pytest.raises(ChangedError) as refused:
        typed(desk, form, "B-01", "300")

    assert f"本表刚在别处改为“{state.label}”" in str(refused.value)
    assert stored(desk, "B-01") is None


def test_a_figure_that_its_provider_hands_in_meanwhile_is_not_written_over(desk):
    put(desk, entry("B-03", "5"))
    form = opened(desk)
    with desk.writing() as work:
        work.submissions.save("p", Submission("D02", HALF, State.SUBMITTED, forms.SIGNED, NOON, 1))

    with pytest.raises(ChangedError) as refused:
        typed(desk, form, "B-03", "6")

    assert "“技术合同额”已由区统计局核定，不能改" in str(refused.value)
    assert typed(desk, form, "B-03", "5", explanation="季末集中登记").rows
    assert stored(desk, "B-03").explanation == "季末集中登记"


def test_what_its_provider_has_handed_in_is_locked_for_the_others(desk):
    with desk.writing() as work:
        work.submissions.save("p", Submission("D02", HALF, State.SUBMITTED, forms.SIGNED, NOON, 1))
        work.submissions.save("p", Submission("D05", HALF, State.FILLING, forms.SIGNED, NOON, 1))
    form = opened(desk)

    assert form.lock(form.rows[form.row("B-03")], Column.FIGURE) == "已由区统计局核定，不能改"
    assert form.lock(form.rows[form.row("B-01")], Column.FIGURE) == ""
    assert form.state is State.FILLING


def test_a_milestone_that_was_reached_earlier_rests(desk):
    put(desk, entry("P01-01", "投用", "2024Q1"))

    assert opened(desk).rows[-2].idle == "2024年一季度已报告完成，不再填报"


def test_figures_of_other_forms_count_for_the_rules(desk):
    put(desk, entry("B-01", "10"))
    with desk.writing() as work:
        theirs = replace(forms.INDUSTRY, duty=Duty("D02"))
        rest = (
            forms.RESEARCH,
            forms.SHARED,
            forms.YEARLY,
            replace(forms.SAME, duty=Duty("D02")),
        )
        work.plans.replace(forms.plan(theirs, *rest))
    form = opened(desk)

    assert form.others == {"B-01": entry("B-01", "10")}
    assert [each.check for each in typed(desk, form, "B-02", "12").issues] == ["R-01"]


def test_what_did_not_come_by_typing_is_marked_until_somebody_types(desk):
    put(desk, entry("B-01", "300"), by=Origin("来件", "李四", "回表.xlsx"))
    put(desk, entry("B-02", "12"))
    form = opened(desk)

    assert {row.item.code for row in form.rows if row.taken} == {"B-01", "B-05"}
    assert not any(row.taken for row in typed(desk, form, "B-01", "301").rows)
    assert not any(row.taken for row in opened(desk).rows)


def test_evidence_is_counted_beside_its_row(desk):
    form = opened(desk)
    with desk.writing() as work:
        for number in ("区科字〔2024〕1号", "区科字〔2024〕2号"):
            work.evidences.add("p", Evidence("B-01", HALF, number, number))

    assert [row.evidences for row in form.rows][:2] == [0, 0]
    assert [row.evidences for row in opened(desk).rows][:2] == [2, 0]


def test_who_types_is_the_person_of_the_profile_else_the_user_of_the_system(monkeypatch):
    monkeypatch.setattr(service, "getuser", lambda: "clerk")

    assert service.origin(Profile(name="张三")) == BY
    assert service.origin(Profile()) == Origin(THROUGH, "clerk")


def test_a_form_reads_what_is_stored_within_a_transaction(desk):
    form = opened(desk)
    with desk.writing() as work:
        work.entries.save("p", [entry("B-02", "12")], BY, NOON)
        assert texts(service.read(work, form)) == {"B-02": "12"}


def test_a_store_that_refuses_changes_nothing(desk, monkeypatch):
    def busy():
        raise StorageError("数据库正被占用")

    form = opened(desk)
    monkeypatch.setattr(type(desk), "writing", lambda _: busy())

    with pytest.raises(StorageError):
        typed(desk, form, "B-02", "12")
    assert stored(desk, "B-02") is None


def test_the_lines_of_a_form_are_those_that_the_quarter_asks_for(desk):
    form = opened(desk)

    assert tuple(row.line for row in form.rows) == lines(form.plan, "D05", HALF)


def test_a_figure_is_computed_from_those_of_other_forms_now_and_before():
    theirs = replace(forms.INDUSTRY, duty=Duty("D02"), growth_kind=None)
    ratio = forms.own("B-06", "研发强度", "3", unit="%", formula="[B-02] / [B-01] * 100")
    desk = MemoryStore()
    with desk.writing() as work:
        work.plans.add(forms.plan(theirs, forms.RESEARCH, ratio))
    put(desk, entry("B-01", "200"), entry("B-02", "5"))
    put(desk, entry("B-01", "100", "2024Q1"), entry("B-02", "3", "2024Q1"))
    form = opened(desk)
    row = form.rows[form.row("B-06")]
    assert (row.text(Column.FIGURE), row.text(Column.LAST)) == ("2.50", "3.00")

    saved = typed(desk, form, "B-02", "6")
    assert saved.rows[saved.row("B-06")].text(Column.FIGURE) == "3.00"
    assert stored(desk, "B-06") is None
