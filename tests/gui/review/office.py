"""The page 审核 over a store with one small plan, as the window would use it."""

from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.domain.profile import Profile, Role
from core.domain.submission import State
from core.services import profiles
from core.services.planning import plans
from gui.journeys.database import Database
from gui.journeys.review import ReviewJourneys
from gui.pages.review import Review
from gui.scope import Scope
from tests import forms
from tests.core.memory import MemoryStore
from tests.forms import HALF, OWN
from tests.reviews import BOSS

PATIENCE = 20_000  # milliseconds


class Office:
    """Somebody at the page; `notices`, `failures` and `ways` are what the window hears."""

    def __init__(self, qtbot, start, *prepare, role=Role.OFFICE, holder=None):
        """`prepare` are steps of `tests.reviews` that were done before the page is opened."""
        self.qtbot, self.store = qtbot, MemoryStore()
        with self.store.writing() as work:
            work.plans.add(forms.plan())
        profiles.save(self.store, Profile(role, BOSS, departments={"章贡区": OWN.code}))
        for step in prepare:
            step(self.store)
        self.store.holder = holder
        self.database = Database(lambda _: self.store)
        for _ in self.database.open("memory"):
            pass
        self.notices: list[Any] = []
        self.failures: list[Any] = []
        self.ways: list[Any] = []
        self.page = Review(ReviewJourneys(self.database), start)
        self.window = QWidget()
        QVBoxLayout(self.window).addWidget(self.page)
        self.window.resize(1100, 760)
        qtbot.addWidget(self.window)
        self.page.noticed.connect(lambda notice: self.notices.append(notice.text))
        self.page.failed.connect(lambda error: self.failures.append(str(error)))
        self.page.led.connect(self.ways.append)
        self.page.welcome(self.database.look())
        (self.summary,) = plans.summaries(self.store)
        self.turn(HALF)

    def turn(self, quarter):
        """Choose a quarter in the header, or no plan at all."""
        self.page.show_scope(Scope(self.summary, quarter) if quarter else None)
        self.settle()

    def settle(self):
        """Wait until everything is stored and read again."""
        page = self.page
        idle = lambda: not (page._reading.at_work or page._deeds.at_work)  # noqa: E731
        self.qtbot.waitUntil(idle, timeout=PATIENCE)
        page._follow()

    def press(self, name):
        """Press a button of the bar, and wait for what comes of it."""
        getattr(self.page._bar, name).click()
        self.settle()

    def go(self, code):
        """Go to a figure."""
        assert self.page._table.go_to(code)
        self.page._follow()

    def key(self, key):
        """Press a key on the figures."""
        QTest.keyClick(self.page._table, key)
        self.settle()

    def dialog(self, kind):
        """The open dialog of a kind."""
        return self.page.findChildren(kind)[-1]

    @property
    def state(self) -> State:
        """How far the chosen form has come."""
        case = self.page._case
        assert case is not None
        return case.form.state

    @property
    def shown(self):
        """The codes of the figures that are shown."""
        order = self.page._table.order
        rows = range(order.rowCount())
        return [order.index(row, 0).data(256).row.item.code for row in rows]

    @property
    def facts(self):
        """What is said of the figure below."""
        return dict(self.page._view._facts.lines)

    @property
    def offered(self):
        """The buttons that can be pressed."""
        bar = self.page._bar
        names = ("review", "approve", "back", "undo", "revoke", "amend")
        buttons = {name: getattr(bar, name) for name in names}
        return [n for n, each in buttons.items() if not each.isHidden() and each.isEnabled()]
