"""审定后改动: what belongs to a form, and what others may still report."""

from dataclasses import replace

from core.domain.indicator import Duty
from core.domain.reviewing.alterations import alterations, restored
from core.domain.reviewing.review import Alteration, Snapshot
from tests.forms import HALF, entry

OWN, SHARED = entry("B-01", "300"), entry("B-03", "5", explanation="按时")
DUTIES = {"B-01": Duty("D05"), "B-03": Duty("D05", provider="D02")}


def changes(department, *present, frozen=(OWN, SHARED)):
    snapshot = Snapshot("p", department, HALF, frozen, ())
    return alterations(snapshot, {each.code: each for each in present}, DUTIES)


def test_what_stands_as_it_was_frozen_is_no_alteration():
    assert changes("D05", OWN, SHARED) == ()


def test_another_figure_is_told_with_both_states():
    other = entry("B-01", "301")

    assert changes("D05", other, SHARED) == (Alteration("B-01", OWN, other),)


def test_12_and_12_00_are_two_figures():
    assert len(changes("D05", entry("B-01", "300.00"), SHARED)) == 1


def test_a_figure_that_is_gone_and_one_that_came_are_told():
    assert changes("D05", SHARED) == (Alteration("B-01", OWN, None),)
    assert changes("D05", OWN, SHARED, frozen=(SHARED,)) == (Alteration("B-01", None, OWN),)


def test_the_figure_of_a_provider_alters_its_own_form_only():
    other = replace(SHARED, figure=entry("B-03", "6").figure)

    assert changes("D05", OWN, other) == ()
    assert [each.code for each in changes("D02", OWN, other)] == ["B-03"]


def test_the_words_of_whom_answers_for_an_item_alter_its_own_form_only():
    other = replace(SHARED, explanation="推迟一月")

    assert [each.code for each in changes("D05", OWN, other)] == ["B-03"]
    assert changes("D02", OWN, other) == ()


def test_what_the_plan_no_longer_has_is_not_compared():
    assert changes("D05", OWN, SHARED, entry("B-99", "1")) == ()


def test_what_belongs_to_a_form_comes_back_as_it_was_frozen():
    now = {
        each.code: each
        for each in (
            entry("B-01", "310"),
            entry("B-03", "6", explanation="推迟"),
            entry("B-99", "1"),
        )
    }
    back = restored(Snapshot("p", "D05", HALF, (OWN, SHARED), ()), now, DUTIES)
    assert back == {**now, "B-01": OWN, "B-03": replace(now["B-03"], explanation="按时")}
    back = restored(Snapshot("p", "D02", HALF, (), ()), now, DUTIES)
    assert back == {**now, "B-03": entry("B-03", explanation="推迟")}
