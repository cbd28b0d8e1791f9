"""What a reviewer sees of a form: what is open, what was altered, whether it came back."""

from dataclasses import replace

import pytest

from core.domain.reviewing.docket import Case, Docketed, Reviewed
from core.domain.reviewing.review import Alteration, Remark
from core.domain.submission import State
from tests import factory as the
from tests.forms import HALF, entry, form

FORM = form(entry("B-01", "300"))
ROW = FORM.rows[FORM.row("B-01")]
OPEN = Remark("D05", HALF, "B-01", "请核对", "王五", "2024-07-25T09:00:00+08:00")
ALTERED = Alteration("B-01", ROW.entry, None)


@pytest.mark.parametrize(
    ("state", "revision", "returned"),
    [
        (State.FILLING, 0, False),
        (State.FILLING, 1, True),
        (State.SUBMITTED, 1, False),
    ],
)
def test_a_form_came_back_when_it_is_open_though_it_was_handed_in(state, revision, returned):
    listed = Docketed("D05", "区教育局", HALF, state, 4, 3, revision=revision)
    assert listed.returned is returned


def test_only_what_nobody_has_dealt_with_is_open():
    settled = replace(OPEN, settled="2024-07-26T09:00:00+08:00")
    figures = (Reviewed(ROW, remarks=(OPEN, settled)), Reviewed(ROW, remarks=(settled,)))
    assert (figures[0].open, figures[1].open) == ((OPEN,), ())
    assert Case(FORM, figures).remarks == 1


def test_a_figure_is_altered_by_what_was_handed_in_or_approved_before():
    same, changed = Reviewed(ROW), Reviewed(ROW, before=the.entry("299"))
    after = Reviewed(ROW, alteration=ALTERED)
    assert [each.altered for each in (same, changed, after)] == [False, True, True]
    assert Case(FORM, (same, changed, after)).alterations == (ALTERED,)


def test_what_the_checks_find_is_that_of_the_form():
    assert Reviewed(ROW).issues is ROW.issues
