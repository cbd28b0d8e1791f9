"""The mail room of the planning office: three departments, two with an address."""

from datetime import date, datetime, timedelta, timezone

from core.domain.department import Department
from core.domain.indicator import Duty
from core.domain.profile import Profile, Role
from core.domain.submission import Signature, State, Submission
from core.mail.wording import Kind
from core.services import profiles
from core.services.mail import addresses
from core.services.mail.mailing import Mailing
from tests import factory as the

OFFICE = Department("D01", "区发改委", "区发展和改革委员会")
SCIENCE = Department("D05", "区科技局", "区科学技术局")
TRADE = Department("D06", "区商务局", "区商务局")
Q3 = the.quarter("2024Q3")  # to be reported until 2024-10-21
LATE = datetime(2024, 10, 24, 9, tzinfo=timezone(timedelta(hours=8)))
TO = {"D02": "tjj@example.cn", "D05": "kjj@example.cn, kjj2@example.cn"}


def furnish(store):
    """Put into a store a plan that asks each department but the office for one figure."""
    items = (
        the.level("750", "521.94"),
        the.level("10", "5", code="B-02", duty=Duty("D05")),
        the.level("10", "5", code="B-03", duty=Duty("D06")),
    )
    with store.writing() as work:
        work.plans.add(the.plan(*items, departments=(OFFICE, the.STATISTICS, SCIENCE, TRADE)))
    addresses.save(store, "p", TO)
    profiles.save(store, Profile(Role.OFFICE, "张三", "8200000", {"章贡区": "D01"}))
    return store


def mailing(kind=Kind.REMINDER, at=LATE, **rest):
    """An occasion to write about the third quarter."""
    return Mailing(kind, "p", Q3, at, **rest)


def hand_in(store, department):
    """Have a department report."""
    signed = Signature("李四", "王五", "赵六", "8320", date(2024, 10, 18))
    given = Submission(department, Q3, State.SUBMITTED, signed, "", 1)
    with store.writing() as work:
        work.submissions.save("p", given)
