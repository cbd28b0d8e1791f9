"""The form of `tests.forms`, handed in, reviewed and approved as the office does it."""

from datetime import date

from core.domain.reviewing.review import Remark
from core.domain.submission import Missing, Origin
from core.services import forms, handing_in
from core.services.review import approval, remarks, review_steps
from core.services.review.approval import Authority
from core.services.review.review_steps import Chosen
from tests import factory as the
from tests.forms import HALF, OWN, SIGNED, entry

BY, BOSS = Origin(forms.THROUGH, "张三"), "王主任"
OURS = Chosen("p", HALF, ("D05",))
MEETING = Authority("", "区长办公会", "章府字〔2024〕8号", date(2024, 8, 1))
COMPLETE = (
    entry("B-01", "300", growth=the.figure("6.1")),
    entry("B-02", "12"),
    entry("P01-01", "开工"),
    entry("P01-02", missing=Missing.UNCOUNTED),
)


def put(desk, *entries, at="2024-07-02T12:00:00+08:00"):
    """Have figures stand in the database."""
    with desk.writing() as work:
        work.entries.save("p", entries, BY, at)


def opened(desk, department=OWN.code):
    """The form as it is stored."""
    return forms.load(desk, "p", department, HALF)


def handed_in(desk, *entries):
    """The form complete and 已报送."""
    put(desk, *(entries or COMPLETE))
    return handing_in.hand_in(desk, opened(desk), SIGNED, BY)


def reviewed(desk):
    """The form 已审核."""
    handed_in(desk)
    review_steps.review(desk, OURS, BOSS)


def approved(desk):
    """The form 已审定; give its approval."""
    reviewed(desk)
    (made,) = approval.approve(desk, OURS, MEETING, BOSS)
    return made


def remark(desk, code="B-02", text="请核对口径"):
    """A remark of the office on a figure."""
    return remarks.add(desk, "p", Remark(OWN.code, HALF, code, text, BOSS, ""))


def events(desk, subject):
    """What stands in the chain under a subject."""
    with desk.reading() as work:
        return work.changes.events("p", subject)


def content(desk, made):
    """The bytes that an approval froze."""
    with desk.reading() as work:
        return work.approvals.content(made.sha256)
