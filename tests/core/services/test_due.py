"""Whose forms can be sent out, and that only those of some are written."""

from datetime import date

import pytest

from core.domain.submission import State, Submission
from core.progress import finish
from core.services import distribution, due
from core.services.distribution import Request
from tests import forms
from tests.core.memory import MemoryStore
from tests.forms import HALF, OTHER, OWN

TODAY = date(2024, 7, 2)


@pytest.fixture
def office():
    store = MemoryStore()
    with store.writing() as work:
        work.plans.add(forms.plan())
    return store


def test_each_department_stands_with_what_it_has_to_report(office):
    listed = due.due(office, "p", HALF, TODAY)
    assert [(each.department, each.form.required, each.issues) for each in listed] == [
        (OWN, 4, 0),
        (OTHER, 1, 0),
    ]
    assert not any(each.obstacle for each in listed)


def test_forms_are_written_for_some_only_and_counted(office, tmp_path):
    for _ in range(2):
        request = Request("p", HALF, only=(OTHER.code,))
        done = finish(distribution.distribute(office, request, tmp_path, "李四"))
        assert [OTHER.short_name in each.name for each in done.files] == [True]
    assert [each.issues for each in due.due(office, "p", HALF, TODAY)] == [0, 2]


def test_who_has_reported_gets_none(office):
    with office.writing() as work:
        work.submissions.save("p", Submission(OWN.code, HALF, State.SUBMITTED, revision=1))
    first, second = due.due(office, "p", HALF, TODAY)
    assert (first.obstacle, second.obstacle) == ("已报送", "")
