"""审定后改数: with a reason only, under its vintage, what was reported before staying on record."""

from pathlib import Path

import pytest

from core.domain.cell import Column
from core.domain.submission import Missing, Origin, State
from core.domain.vintage import Vintage
from core.errors import FigureError, NotFoundError, UserError
from core.services import entry, figures, forms, handing_in
from core.services.figures import FixedError
from core.services.review import amending, approval, review_steps, vintages
from core.services.review.amending import Amendment
from core.services.review.review_steps import Chosen
from tests import forms as the_forms
from tests.forms import HALF
from tests.forms import entry as told
from tests.reviews import BOSS, BY, MEETING, approved, events, handed_in, opened, put, reviewed

PLAN = the_forms.plan()


def amend(desk, text="13", **rest):
    given = {"code": "B-02", "column": Column.FIGURE, "reason": "统计局核实", "text": text}
    wanted = Amendment(**(given | rest))
    return amending.amend(desk, "p", HALF, wanted, BOSS)


def stored(desk, code="B-02"):
    with desk.reading() as work:
        return figures.stored(work, PLAN, HALF, [code])[code]


def listed(desk, code="B-02"):
    with desk.reading() as work:
        return vintages.vintages(work, PLAN, code, HALF)


def test_a_figure_of_an_approved_form_is_changed_with_its_reason_on_record(desk):
    approved(desk)
    done = amend(desk)

    assert (stored(desk).text, done.entry.text, done.issues) == ("13", "13", ())
    assert opened(desk).state is State.APPROVED
    (event,) = events(desk, figures.ALTERED)
    assert (event.code, event.quarter, event.before, event.after) == (
        "B-02",
        "2024Q2",
        "12",
        "统计局核实",
    )
    with desk.reading() as work:
        assert work.changes.of("p", "B-02", HALF)[-1].origin == Origin("改数", BOSS)


def test_a_final_figure_keeps_what_was_reported_before(desk):
    made = approved(desk)
    amend(desk, "12.8", vintage=Vintage.FINAL)
    first, last = listed(desk)

    assert (first.entry.text, first.entry.vintage) == ("12", Vintage.PRELIMINARY)
    assert first.approvals == (made,)
    assert (last.entry.text, last.entry.vintage) == ("12.8", Vintage.FINAL)
    assert (last.approvals, last.change.origin.by) == ((), BOSS)


def test_the_same_figure_can_become_final(desk):
    handed_in(desk)
    amend(desk, "12", vintage=Vintage.FINAL)

    assert [(each.entry.text, each.entry.vintage) for each in listed(desk)] == [
        ("12", Vintage.PRELIMINARY),
        ("12", Vintage.FINAL),
    ]


def test_an_explanation_is_no_figure_that_was_reported(desk):
    handed_in(desk)
    amend(desk, "按月核实", column=Column.EXPLANATION)

    assert (stored(desk).explanation, len(listed(desk))) == ("按月核实", 1)


def test_a_figure_is_changed_where_it_is_entered_and_listed_under_both_codes(desk):
    approved(desk)
    amend(desk, "310", code="B-05")

    assert stored(desk, "B-01").text == "310"
    assert listed(desk, "B-05") == listed(desk, "B-01")


def test_what_reading_changed_and_what_the_checks_find_is_told(desk):
    put(desk, told("B-02", "10", "2024Q1"))
    handed_in(desk)
    done = amend(desk, "９亿元")

    assert (done.entry.text, done.note != "") == ("9", True)
    assert [each.check for each in done.issues] == ["shrunk"]


def test_a_figure_can_give_way_to_the_reason_why_there_is_none(desk):
    approved(desk)
    amend(desk, "", missing=Missing.UNVERIFIED)

    assert (stored(desk).figure, stored(desk).missing) == (None, Missing.UNVERIFIED)


@pytest.mark.parametrize(
    ("given", "error", "why"),
    [
        ({"reason": "  "}, UserError, "理由应为1至200个可以打印的字"),
        ({"text": "12"}, UserError, "“研发经费”和现在的一样，没有改动"),
        ({"text": "1.2.3"}, FigureError, r"1\.2\.3"),
        ({"text": "稳步增长"}, UserError, "“研发经费”仍是原来的数，没有改动"),
        ({"text": ""}, UserError, "没有数也没有缺数原因，没有改动；请选择缺数原因"),
        ({"code": "B-99"}, NotFoundError, "没有指标“B-99”，没有改数"),
        ({"column": Column.TARGET}, UserError, "规划目标不是填报的数，没有改数"),
    ],
)
def test_what_cannot_be_taken_changes_nothing(desk, given, error, why):
    approved(desk)
    with pytest.raises(error, match=why):
        amend(desk, **given)

    assert (stored(desk).text, events(desk, figures.ALTERED)) == ("12", ())


@pytest.mark.parametrize("prepare", [reviewed, approved])
def test_nothing_is_entered_into_what_was_reviewed(desk, prepare):
    prepare(desk)
    done = entry.enter(desk, "p", HALF, {"B-02": "13", "B-03": "5"}, Origin("命令行", BOSS))

    assert done.saved == ("B-03",)
    assert done.refused
    (issue,) = done.issues
    assert issue.message.startswith("“研发经费”所在的报表已审")
    assert (stored(desk).text, stored(desk, "B-03").text) == ("12", "5")


def test_entering_what_stands_there_already_is_no_change(desk):
    approved(desk)
    done = entry.enter(desk, "p", HALF, {"B-02": "12"}, Origin("命令行", BOSS))

    assert (done.saved, done.issues) == (("B-02",), ())


def test_there_is_one_way_to_the_stored_figures():
    core = Path(amending.__file__).parents[1]
    ways = ("entries.save(", "entries.take(")
    found = [path for path in core.rglob("*.py") if any(way in path.read_text() for way in ways)]

    assert found == [Path(figures.__file__)]


def test_typing_into_a_form_that_was_approved_meanwhile_is_refused(desk):
    put(desk, told("B-02", "12"))
    seen = opened(desk)
    approved(desk)
    number = seen.row("B-02")
    with pytest.raises(forms.ChangedError, match="本表刚在别处改为“已审定”"):
        forms.save(desk, seen, {number: told("B-02", "13")}, Origin(forms.THROUGH, "张三"))


def test_what_belongs_to_an_approved_form_is_refused_whichever_way_it_comes(desk):
    approved(desk)
    with pytest.raises(FixedError, match=r"“研发经费”所在的报表已审定.*没有保存"):
        save(desk, told("B-02", "13"))
    with pytest.raises(FixedError):
        save(desk, told("B-02", "12", explanation="补充"))
    save(desk, told("B-02", "12"))
    save(desk, told("B-03", "5", explanation="由统计局填"))

    assert (stored(desk).text, stored(desk, "B-03").text) == ("12", "5")


def save(desk, *entries):
    with desk.writing() as work:
        figures.save(work, PLAN, entries, Origin(forms.THROUGH, "张三"))


def test_who_answers_for_an_item_explains_it_after_its_provider_was_approved(desk):
    theirs = Chosen("p", HALF, ("D02",))
    put(desk, told("B-03", "5"))
    handing_in.hand_in(desk, opened(desk, "D02"), the_forms.SIGNED, BY)
    review_steps.review(desk, theirs, BOSS)
    approval.approve(desk, theirs, MEETING, BOSS)

    save(desk, told("B-03", "5", explanation="推迟一月"))
    assert stored(desk, "B-03").explanation == "推迟一月"
    with pytest.raises(FixedError):
        save(desk, told("B-03", "6"))
