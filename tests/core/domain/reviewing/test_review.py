"""An approval stands in the chain of changes by a seal over all that it says."""

from dataclasses import replace
from datetime import date

from core.domain.reviewing.review import Approval
from tests import factory as the

APPROVAL = Approval(
    "D05", the.quarter("2024Q2"), "", "区政府常务会议", "", date(2024, 8, 1), "李四",
    "2024-08-01T09:00:00+08:00", "0" * 64, 2,
)  # fmt: skip


def test_the_seal_is_another_when_anything_is():
    changes = ({"meeting": "区委常委会"}, {"quarter": the.quarter("2024Q1")}, {"number": 3})
    others = {replace(APPROVAL, **change).seal for change in changes}
    assert len({APPROVAL.seal, *others}) == 4


def test_the_event_names_the_form_and_ends_with_the_seal():
    event = APPROVAL.event
    assert (event.code, event.quarter, event.origin.by) == ("D05", "2024Q2", "李四")
    assert event.after == f"第2次，{APPROVAL.seal}"
