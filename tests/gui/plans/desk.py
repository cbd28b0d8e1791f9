"""The page over a store with two small plans, led about as the window would do it."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from core.domain.profile import Profile, Role
from core.plans.cards import Thing
from core.plans.folder import load
from core.services import profiles
from core.services.planning import planning
from gui.journeys.database import Database
from gui.journeys.plans import PlanJourneys
from gui.pages.plans import Plans
from gui.scope import Scope, sensible
from tests.core.memory import MemoryStore
from tests.core.plans.factory import dated, put
from tests.gui.home.office import TODAY

SMALL, OTHER = "small-2021-2025", "other-2016-2020"


def small():
    """The plan of `tests.core.plans.factory`."""
    with TemporaryDirectory() as folder:
        return load(put(dated(), Path(folder) / "p")).plan


class Desk:
    """Somebody at the page 规划与指标; `notices` and `failures` are what the strip would say."""

    def __init__(self, qtbot, start, role=Role.OFFICE, plans=None, holder=None):
        self.qtbot, self.store = qtbot, MemoryStore(holder=holder)
        first = small()
        other = replace(first, code=OTHER, title="上一个规划", name="“十三五”规划")
        with self.store.writing() as work:
            for each in (first, other) if plans is None else plans:
                work.plans.add(each)
        profiles.save(self.store, Profile(role, "李四"))
        self.database = Database(lambda _: self.store)
        for _ in self.database.open("memory"):
            pass
        self.notices, self.failures, self.ways = [], [], []
        self.scope: Any = None
        self.window = QWidget()
        self.page = Plans(PlanJourneys(self.database), start)
        QVBoxLayout(self.window).addWidget(self.page)
        qtbot.addWidget(self.window)
        self._listen()
        self.opened = self.database.look()
        self.page.welcome(self.opened)
        self.turn(SMALL if self.opened.plans else "")

    def _listen(self):
        self.page.noticed.connect(lambda notice: self.notices.append(notice.text))
        self.page.failed.connect(lambda error: self.failures.append(str(error)))
        self.page.altered.connect(self.look_again)
        self.page.led.connect(self._lead)

    def _lead(self, way):
        self.ways.append(way)
        if way.plan:
            self.turn(way.plan)

    def look_again(self):
        """What the window does after something changed for all."""
        self.opened = self.database.look()
        self.page.welcome(self.opened)
        codes = [each.code for each in self.opened.plans]
        kept = self.scope.plan.code if self.scope else ""
        self.turn(kept if kept in codes else (codes or [""])[0])

    def turn(self, code):
        """Choose a plan in the header."""
        plan = next((each for each in self.opened.plans if each.code == code), None)
        self.scope = Scope(plan, sensible(plan, TODAY)) if plan else None
        self.page.show_scope(self.scope)

    def show(self):
        """Bring the page onto the screen."""
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()

    @property
    def items(self):
        return self.page._panels["指标"]

    @property
    def plan(self):
        """The plan as it is on the page."""
        return self.page._bench.plan

    @property
    def stored(self):
        """The plan as it is in the store."""
        return planning.load(self.store, self.scope.plan.code)

    def panel(self, title):
        """Turn to a part of the page."""
        self.page._bar.tabs.setCurrentIndex(list(self.page._panels).index(title))
        return self.page._panels[title]

    def choose(self, thing, place, panel=None):
        """Click on a line."""
        (panel or self.items)._table.choose((thing, place))

    def type(self, name, text, panel=None):
        """Type into a field of the card and leave it, or choose in it."""
        fill((panel or self.items).editor.form._fields[name], text)

    def field(self, name, panel=None):
        """Read a field of the card."""
        return (panel or self.items).editor.form._fields[name].text

    def revise(self, text):
        """Type another target for the first indicator."""
        self.choose(Thing.INDICATOR, 0)
        self.type("目标", text)


def fill(field, text):
    """Type a text into a field and leave it."""
    editor = field._editor
    match editor:
        case QComboBox():
            row = editor.findData(text)
            assert row >= 0, text
            editor.setCurrentIndex(row)
            editor.activated.emit(row)
        case QPlainTextEdit():
            editor.setPlainText(text)
            field._finish()
        case QLineEdit():
            editor.setText(text)
            editor.editingFinished.emit()
        case _:
            editor._take(tuple(each for each in text.split("、") if each))
