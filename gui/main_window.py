"""`MainWindow`: navigation, header, the pages and the messages below them."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.errors import UserError
from core.progress import Job
from gui import feedback
from gui.journeys import Journeys, Opened
from gui.pages.failure import Failure
from gui.pages.page import OPENING, Page
from gui.scope import Scope
from gui.task import Task
from gui.theme import Look
from gui.widgets.header import Header
from gui.widgets.navigation import Navigation
from gui.widgets.strip import MessageStrip

SMALLEST, USUAL = (960, 640), (1280, 820)
UNEXPECTED = "打开时出了程序没有预料到的错误，经过已记入日志。"


class MainWindow(QWidget):
    """Emits `painted` once, in the turn of the event loop after its first frame."""

    painted = Signal()
    look_chosen = Signal(object)

    def __init__(
        self,
        pages: Sequence[Page],
        journeys: Journeys,
        start: Callable[[Job[Any]], Task],
        look: Look,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("规绩")
        self._pages, self._journeys, self._start = tuple(pages), journeys, start
        self._database = ""
        self._is_open = self._is_painted = False
        self._header = Header()
        self._navigation = Navigation([(page.title, page.picture) for page in pages], look)
        self._middle = QStackedWidget()
        self._failure = Failure()
        self._strip = MessageStrip()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for page in (*self._pages, self._failure):
            self._middle.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addWidget(self._middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(row, 1)
        column.addWidget(self._strip)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._header.wait(OPENING)
        self._navigation.turn_to(0)

    def _connect(self) -> None:
        self._header.chosen.connect(self._show_scope)
        self._navigation.turned.connect(self._turn)
        self._navigation.look_chosen.connect(self.look_chosen)
        self._navigation.manual_wanted.connect(self._open_manual)
        self._navigation.about_wanted.connect(self._open_about)
        self._failure.again.connect(lambda: self.open(self._database))
        self._failure.other.connect(self.open)
        for number, page in enumerate(self._pages):
            page.noticed.connect(self._strip.show_notice)
            page.failed.connect(self._tell)
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self)
            shortcut.activated.connect(lambda number=number: self._navigation.turn_to(number))

    def open(self, database: str) -> None:
        """Open a database in the background; the window can be used meanwhile."""
        self._database, self._is_open = database, False
        self._header.wait(OPENING)
        task = self._start(self._journeys.open(database))
        task.succeeded.connect(self._welcome)
        task.failed.connect(self._fail)

    def _welcome(self, opened: Opened) -> None:
        self._is_open = True
        self._navigation.setEnabled(True)
        self._middle.setCurrentWidget(self._page)
        for page in self._pages:
            page.welcome(opened)
        self._header.fill(opened.plans)

    def _fail(self, error: Exception) -> None:
        """Say in the middle of the window why there is nothing to be seen."""
        known = isinstance(error, UserError)
        self._header.wait("没有打开数据库")
        self._middle.setCurrentWidget(self._failure)
        self._failure.explain(str(error) if known else UNEXPECTED)
        if not known:
            self._tell(error)

    @property
    def _page(self) -> Page:
        return self._pages[self._navigation.number]

    def _turn(self) -> None:
        if self._is_open:
            self._middle.setCurrentWidget(self._page)
            self._show_scope(self._header.scope)

    def _show_scope(self, scope: Scope | None) -> None:
        self._page.show_scope(scope)

    def _tell(self, error: Exception) -> None:
        """Show an error in the strip; a bug has its own dialog."""
        notice = feedback.known(error)
        if notice:
            self._strip.show_notice(notice)

    def _open_manual(self) -> None:
        from gui.dialogs.manual import Manual

        Manual(self._page.chapter, self).show()

    def _open_about(self) -> None:
        from gui.dialogs.about import About

        About(self._database, self).open()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the frame is there."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)
