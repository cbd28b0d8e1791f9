"""The page 来件 over a store with one small plan, as the window would use it."""

from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.domain.profile import Profile, Role
from core.services import profiles
from core.services.planning import plans
from core.workbooks.search.arrival import arrive
from gui.dialogs.question import Question
from gui.journeys.database import Database
from gui.journeys.intake import IntakeJourneys
from gui.journeys.letters import LetterJourneys
from gui.pages.intake import Intake
from gui.scope import Scope
from tests import forms
from tests.core.memory import MemoryStore
from tests.forms import HALF

PATIENCE = 20_000  # milliseconds: a process that opens files is begun


class InProcess:
    """Opens files where it is asked to; `closed` tells that nobody asks any more."""

    closed = False

    def arrive(self, name, content, password=""):
        return arrive(name, content, password)

    def close(self):
        self.closed = True


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
        self.reader = InProcess()
        intake, letters = IntakeJourneys(self.database, self.reader), LetterJourneys(self.database)
        self.page = Intake(intake, letters, start)
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

    def drop(self, *paths):
        """Drop files onto the page, and wait until all are read."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
        place, button = QPointF(40, 40), Qt.MouseButton.LeftButton
        rest = (Qt.DropAction.CopyAction, data, button, Qt.KeyboardModifier.NoModifier)
        entering = QDragEnterEvent(place.toPoint(), *rest)
        self.page.dragEnterEvent(entering)
        if entering.isAccepted():
            self.page.dropEvent(QDropEvent(place, *rest))
        self.wait(lambda: not self.receiving.reading.at_work)

    def take(self):
        """Take in what was decided, and say yes."""
        self.receiving._bar.take._write.click()
        for dialog in self.page.findChildren(Question):
            dialog.answered.emit(0)
            dialog.accept()
        self.wait(lambda: not self.receiving.taking.at_work)

    def press(self, *keys):
        """Press keys in the table of cells."""
        for key in keys:
            QTest.keyClick(self.view.cells, key)

    def texts(self, row=0):
        """What the list says of a file."""
        model = self.receiving._files.model()
        return [model.index(row, column).data() for column in range(model.columnCount())]

    @property
    def deeds(self):
        """What becomes of each part of the file that is shown."""
        model = self.view.model
        return [
            (model.line(row).spot[0], str(model.line(row).column), model.line(row).words)
            for row in range(model.rowCount())
        ]

    def figures(self):
        """What stands in the store."""
        with self.store.reading() as work:
            return {each.code: each.text for each in work.entries.of("p", [HALF]) if each.text}

    @property
    def sending(self):
        return self.page._parts["分发"]

    @property
    def receiving(self):
        return self.page._receiving

    @property
    def view(self):
        return self.receiving._view
