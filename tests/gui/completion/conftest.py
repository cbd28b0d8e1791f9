"""The page 完成情况 over a plan of four indicators and a milestone, seen in 2023."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from core.domain.profile import Profile, Role
from core.domain.submission import Entry, Origin
from core.progress import finish
from core.services import completing, profiles
from core.services.planning import plans
from gui.journeys.completion import CompletionJourneys
from gui.journeys.database import Database
from gui.pages.completion import CompletionPage
from gui.scope import Scope
from tests import factory as the
from tests.core.memory import MemoryStore

NOW = the.quarter("2023Q4")
ITEMS = (
    the.level("750", "521.94"),
    the.binding(the.keep("60", "60", code="B-02", name="森林覆盖率")),
    the.control(the.pending(), code="B-03", name="优良天数比例"),
    the.level("10", "5", code="X-01", section="X1", name="新增床位", unit="张", decimals=0),
)
FIGURES = (("B-01", "560"), ("B-02", "59.5"), ("X-01", "8"))


def stored():
    """A store with the plan and its figures."""
    made = MemoryStore()
    with made.writing() as work:
        work.plans.add(
            the.plan(*ITEMS, milestones=(the.milestone(),), departments=(the.STATISTICS,))
        )
        entries = [Entry(code, NOW, the.figure(text)) for code, text in FIGURES]
        work.entries.save("p", entries, Origin("填报", "张三"), "2024-01-20T09:00:00+08:00")
    profiles.save(made, Profile(Role.OFFICE, "李明"))
    return made


def rows(store, quarter=NOW):
    """Every item beside its judgement."""
    return completing.look(store, "p", quarter).rows


class Desk:
    """The page, and what it told the window."""

    def __init__(self, qtbot, start, role=Role.OFFICE):
        self.qtbot, self.store = qtbot, stored()
        profiles.save(self.store, Profile(role, "李明"))
        self.database = Database(lambda _: self.store)
        opened = finish(self.database.open(""))
        self.page = CompletionPage(CompletionJourneys(self.database), start)
        self.notices: list[str] = []
        self.errors: list[Exception] = []
        self.page.noticed.connect(lambda notice: self.notices.append(notice.text))
        self.page.failed.connect(self.errors.append)
        qtbot.addWidget(self.page)
        self.page.resize(1060, 760)
        self.page.welcome(opened)
        self.page.show()
        (summary,) = plans.summaries(self.store)
        self.scope = Scope(summary, NOW)
        self.show(self.scope)

    def report(self, code, text, at=NOW):
        """Store a figure as a department would."""
        with self.store.writing() as work:
            entry = Entry(code, at, the.figure(text))
            work.entries.save("p", [entry], Origin("填报", "张三"), "2024-01-21T09:00:00+08:00")

    def show(self, scope):
        """Show a scope, and wait until it is read."""
        self.page.show_scope(scope)
        self.wait(lambda: self.page._task is None)

    def wait(self, until):
        """Wait until something holds."""
        self.qtbot.waitUntil(until)

    @property
    def codes(self):
        """The lines in sight."""
        order = self.page._table.order
        return [order.index(row, 0).data(0x0100).code for row in range(order.rowCount())]

    def choose(self, code):
        """Put the cursor on a line, and wait until the panel has followed."""
        self.page._table.go_to(code)
        self.wait(lambda: not self.page._panel._rest.isActive())
        assert code in self.page._panel.title

    @property
    def evidence(self):
        return self.page._panel.evidence


@pytest.fixture(autouse=True)
def swept(qapp):
    """Without a running event loop Qt keeps what is to be deleted later, and styles it anew."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def desk(swept, qtbot, theme, background):
    """Make a desk."""

    def make(**rest):
        return Desk(qtbot, background.start, **rest)

    return make
