"""The page 报告 over a plan of two departments, in 2023."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from core.domain.indicator import Duty
from core.domain.profile import Profile, Role
from core.domain.submission import Entry, Origin
from core.progress import finish
from core.services import profiles
from core.services.planning import plans
from gui.journeys.database import Database
from gui.journeys.report_letters import ReportLetterJourneys
from gui.journeys.reports import ReportJourneys
from gui.pages.reports import Reports
from gui.scope import Scope
from tests import factory as the
from tests.core.memory import MemoryStore
from tests.forms import OWN

NOW = the.quarter("2023Q4")
ITEMS = (
    the.level("750", "521.94"),
    the.binding(the.keep("60", "60", code="B-02", name="森林覆盖率", duty=Duty(OWN.code))),
)
FIGURES = (("B-01", "560"), ("B-02", "59.5"))
ORIGIN = Origin("填报", "张三")


def stored():
    """A store with the plan and its figures."""
    made = MemoryStore()
    with made.writing() as work:
        plan = the.plan(*ITEMS, departments=(OWN, the.STATISTICS))
        work.plans.add(plan)
        work.plans.add(replace(plan, code="q", title="又一个规划", departments=(the.STATISTICS,)))
        entries = [Entry(code, NOW, the.figure(text)) for code, text in FIGURES]
        work.entries.save("p", entries, ORIGIN, "2024-01-20T09:00:00+08:00")
    profiles.save(made, Profile(Role.OFFICE, "李明"))
    return made


class Desk:
    """The page on an open database, and what it told the window."""

    def __init__(self, qtbot, start):
        self.qtbot, self.store = qtbot, stored()
        database = Database(lambda _: self.store)
        self.opened = finish(database.open(""))
        reports, letters = ReportJourneys(database), ReportLetterJourneys(database)
        self.page = Reports(reports, letters, start)
        self.panel, self.view = self.page._panel, self.page._preview.view
        self.notices: list[str] = []
        self.errors: list[Exception] = []
        self.page.noticed.connect(lambda notice: self.notices.append(notice.text))
        self.page.failed.connect(self.errors.append)
        qtbot.addWidget(self.page)
        self.page.resize(1060, 760)
        self.page.welcome(self.opened)
        self.page.show()
        self.scope, self.other = (Scope(each, NOW) for each in plans.summaries(self.store))
        self.show(self.scope)

    def show(self, scope):
        """Show a scope, and wait until it is drawn."""
        self.page.show_scope(scope)
        self.settle()

    def settle(self):
        """Wait until nothing is drawn or read any more."""
        page = self.page
        self.wait(lambda: page._drawn or bool(page._refusal))
        self.wait(lambda: page._choosing._looking is None and not page._unread)

    def wait(self, until):
        self.qtbot.waitUntil(until)

    def choose(self, kind):
        """Choose a kind of report."""
        kinds = self.panel.kinds
        lines = [kinds.item(row) for row in range(kinds.count())]
        kinds.setCurrentItem(next(each for each in lines if each.data(0x0100) == kind))
        self.settle()

    def pick(self, combo, words):
        """Choose a line of a combo box by its words."""
        combo.setCurrentIndex(
            [combo.itemText(n).strip() for n in range(combo.count())].index(words)
        )

    def write(self, folder):
        """Write what is chosen."""
        self.panel.form.set_folder(str(folder))
        self.panel.write._write.click()
        self.wait(lambda: not self.panel.write.at_work)
        self.settle()

    def dialog(self, sort):
        """The dialog that opens."""
        self.wait(lambda: any(each.isVisible() for each in self.page.findChildren(sort)))
        return next(each for each in self.page.findChildren(sort) if each.isVisible())

    def report(self, code, text):
        """Store a figure as a department would."""
        with self.store.writing() as work:
            entry = Entry(code, NOW, the.figure(text))
            work.entries.save("p", [entry], ORIGIN, "2024-01-21T09:00:00+08:00")


@pytest.fixture(autouse=True)
def swept(qapp):
    """Without a running event loop Qt keeps what is to be deleted later, and styles it anew."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def desk(swept, qtbot, theme, background):
    """The page on its database."""
    made = Desk(qtbot, background.start)
    yield made
    assert made.errors == []
