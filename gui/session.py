"""`Session`: fills the window; the header's choice goes down to the page, its news come up."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from core.errors import UserError
from gui import feedback
from gui.feedback import Notice
from gui.journeys.database import OPENING, Database, Opened
from gui.main_window import MainWindow
from gui.pages.failure import Failure
from gui.pages.page import Page
from gui.places import Place, Start
from gui.scope import Scope, Way

if TYPE_CHECKING:
    from core.domain.submission import Draft

CLOSED = "没有打开数据库"
FORM = "填报"
RESUMED = "上次没有正常退出，正在填的内容已放回原来的格里；按Enter采用，按Esc放弃。"
UNEXPECTED = "打开时出了程序没有预料到的错误，经过已记入日志。"


class Session(QObject):
    """One database, open in one window; emits `opened` with what is in it, each time anew.

    `address` is the one that is open or shall be, `failure` the page that says why it is not.
    """

    opened = Signal(object)

    def __init__(
        self, window: MainWindow, places: Sequence[Place], database: Database, start: Start
    ) -> None:
        super().__init__(window)
        self._window, self._places = window, places
        self._database, self._start = database, start
        self._pages: dict[int, Page] = {}
        self.failure = Failure()
        self.address = self._last = ""
        self._opened: Opened | None = None
        self._connect()

    def _connect(self) -> None:
        window = self._window
        window.header.chosen.connect(self._show_scope)
        window.navigation.turned.connect(self.show_page)
        window.navigation.manual_wanted.connect(self.open_manual)
        window.navigation.about_wanted.connect(self.open_about)
        window.closed.connect(self._leave)
        window.reopening.connect(lambda: self.open(self.address))
        self.failure.again.connect(lambda: self.open(self.address))
        self.failure.other.connect(self.open)
        QShortcut(QKeySequence("F1"), window, self.open_manual)
        for number in range(len(self._places)):
            turn = partial(window.navigation.turn_to, number)
            QShortcut(QKeySequence(f"Ctrl+{number + 1}"), window, turn)

    def open(self, address: str) -> None:
        """Open a database in the background; the window can be used meanwhile."""
        self.address, self._opened = address, None
        self._window.header.wait(OPENING)
        self.failure.wait()
        task = self._start(self._database.open(address))
        task.succeeded.connect(self._welcome)
        task.failed.connect(self._fail)

    def show_page(self) -> None:
        """Show the page that the navigation chose, built now if it never was."""
        number = self._window.navigation.number
        page = self._pages.get(number) or self._build(number)
        self._window.show_page(page)
        if self._opened:
            page.show_scope(self._window.header.scope)

    def _build(self, number: int) -> Page:
        page = self._pages[number] = self._places[number].build(self._database, self._start)
        page.noticed.connect(self._window.show_notice)
        page.failed.connect(self.tell)
        page.led.connect(self._lead)
        page.altered.connect(self.look_again)
        page.moved.connect(self.open)
        if self._opened:
            page.welcome(self._opened)
        return page

    def _welcome(self, opened: Opened) -> None:
        self._opened = opened
        self.address = self._last = opened.address
        for page in self._pages.values():
            page.welcome(opened)
        self._window.header.fill(opened.plans)
        self._window.navigation.allow(turning=True)
        if opened.draft:
            self._resume(opened.draft)
        else:
            self.show_page()
        self.opened.emit(opened)

    def _resume(self, draft: "Draft") -> None:
        """Open at the cell where somebody typed when the program was ended from outside."""
        header = self._window.header
        if not header.choose(draft.quarter, draft.plan):
            self.show_page()
            return
        way = Way(FORM, None, draft.department, draft.code, draft.column, draft.text)
        self._lead(way)
        if draft.text is not None:
            self._window.show_notice(Notice(RESUMED))

    def look_again(self) -> None:
        """Take in what a page changed for all: plans, who uses the program."""
        opened = self._database.look()
        self._opened = opened
        for page in self._pages.values():
            page.welcome(opened)
        self._window.header.fill(opened.plans)
        self.show_page()

    def _lead(self, way: Way) -> None:
        """Turn to another page at what a page points to."""
        if way.quarter or way.plan:
            self._window.header.choose(way.quarter, way.plan)
        titles = [each.title for each in self._places]
        self._window.navigation.turn_to(titles.index(way.page))
        self._pages[self._window.navigation.number].arrive(way)

    def _leave(self) -> None:
        """Let every page put its things in order."""
        for page in self._pages.values():
            page.leave()

    def _show_scope(self, scope: Scope | None) -> None:
        if page := self._pages.get(self._window.navigation.number):
            page.show_scope(scope)

    def _fail(self, error: Exception) -> None:
        """Say in the middle of the window why there is nothing to be seen."""
        known = isinstance(error, UserError)
        self._window.header.wait(CLOSED)
        self._window.navigation.allow(turning=False)
        self._window.show_page(self.failure)
        before = "" if self.address == self._last else self._last
        self.failure.explain(str(error) if known else UNEXPECTED, before)
        if not known:
            self.tell(error)

    def tell(self, error: Exception) -> None:
        """Show an error in the strip; a bug has its own dialog."""
        notice = feedback.known(error)
        if notice:
            self._window.show_notice(notice)

    def open_manual(self) -> None:
        """Open the manual at the chapter of the page."""
        from gui.dialogs.manual import Manual

        Manual(self._places[self._window.navigation.number].chapter, self._window).show()

    def open_about(self) -> None:
        """Say what program this is, and which database it has open."""
        from gui.dialogs.about import About

        About(self.address, self._window).open()
