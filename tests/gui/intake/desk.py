"""The page 来件 over a store with one small plan, as the window would use it."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.domain.profile import Profile, Role
from core.services import plans, profiles
from gui.journeys.database import Database
from gui.journeys.intake import IntakeJourneys
from gui.pages.intake import Intake
from gui.scope import Scope
from tests import forms
from tests.core.memory import MemoryStore
from tests.forms import HALF

PATIENCE = 20_000  # milliseconds: a process that opens files is begun


class Desk:
    """Somebody at the page; `notices`, `failures` and `ways` are what the window hears."""

    def __init__(self, qtbot, start, role=Role.OFFICE, holder=None, plan=None):
        self.qtbot, self.store = qtbot, MemoryStore(holder=holder)
        with self.store.writing() as work:
            work.plans.add(plan or forms.plan())
        profiles.save(self.store, Profile(role, "李四"))
        self.database = Database(lambda _: self.store)
        for _ in self.database.open("memory"):
            pass
        self.notices: list[Any] = []
        self.failures: list[Any] = []
        self.ways: list[Any] = []
        self.page = Intake(IntakeJourneys(self.database), start)
        self.window = QWidget()
        QVBoxLayout(self.window).addWidget(self.page)
        qtbot.addWidget(self.window)
        self._listen()
        self.page.welcome(self.database.look())
        (self.summary,) = plans.summaries(self.store)
        self.turn(HALF)

    def _listen(self):
        self.page.noticed.connect(lambda notice: self.notices.append(notice.text))
        self.page.failed.connect(lambda error: self.failures.append(str(error)))
        self.page.led.connect(self.ways.append)

    def turn(self, quarter):
        """Choose a quarter in the header, or no plan at all."""
        self.page.show_scope(Scope(self.summary, quarter) if quarter else None)
        self.wait(lambda: self.sending._looking is None)

    def wait(self, until):
        """Wait until something holds."""
        self.qtbot.waitUntil(until, timeout=PATIENCE)

    def show(self):
        """Bring the page onto the screen."""
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()

    def part(self, title):
        """Turn to a part of the page."""
        self.page._tabs.setCurrentIndex(list(self.page._parts).index(title))
        return self.page.part

    @property
    def sending(self):
        return self.page._parts["分发"]
