"""A plan of three departments and twenty quarters, seen on a day in October 2024."""

from datetime import date

from core.domain.department import Department
from core.domain.indicator import Duty
from core.domain.profile import Profile, Role
from core.domain.submission import Entry, Origin, Signature, State, Submission
from core.progress import Progress
from core.services import history, overview, profiles
from core.services.planning import bases, plans
from gui.scope import Scope
from tests import factory as the
from tests.core.memory import MemoryStore

TODAY = date(2024, 10, 16)
Q3 = the.quarter("2024Q3")
SCIENCE = Department("D05", "区科技局", "区科学技术局")
MONEY = Department("D03", "区财政局", "区财政局")
DEPARTMENTS = (the.STATISTICS, SCIENCE, MONEY)


class Office:
    """A store, and the journeys of 首页 over it."""

    def __init__(self, departments=DEPARTMENTS, role=Role.OFFICE, own="", **rest):
        self.store, self.today = MemoryStore(), TODAY
        items = (
            the.level("750", "521.94"),
            the.level("10", "5", code="B-02", duty=Duty("D05")),
            the.level("10", code="B-03", name="专利", unit="件", duty=Duty("D05")),
        )
        with self.store.writing() as work:
            work.plans.add(the.plan(*items, departments=departments, **rest))
        profiles.save(self.store, Profile(role, "张三", "", {"章贡区": own}))
        (self.summary,) = plans.summaries(self.store)
        self.scope = Scope(self.summary, Q3)

    def report(self, code, text="7", at=Q3):
        entry = Entry(code, at, the.figure(text))
        with self.store.writing() as work:
            work.entries.save("p", [entry], Origin("填报", "张三"), "2024-10-16T09:00:00+08:00")

    def hand_in(self, department, on=TODAY, at=Q3, state=State.SUBMITTED):
        signature = Signature("张三", "李四", "王五", "8320", on)
        with self.store.writing() as work:
            work.submissions.save("p", Submission(department, at, state, signature, "", 1))

    def overview(self, at=Q3):
        return overview.collect(self.store, "p", at, self.today)

    def look(self, scope):
        yield Progress(0, 1, "")
        return overview.collect(self.store, scope.plan.code, scope.quarter, self.today)

    def follow(self, scope):
        return (yield from history.follow(self.store, scope.plan.code, scope.quarter))

    def fill_bases(self, scope, texts, reason, document):
        yield Progress(0, 1, "")
        bases.fill(self.store, scope.plan.code, texts, reason, document)
        return len(texts)
