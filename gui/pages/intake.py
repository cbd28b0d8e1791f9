"""`Intake`: the page 来件, where forms go out to departments and come back from them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar

from core.domain.profile import Role
from core.progress import Job
from gui import dragged
from gui.journeys.database import Opened
from gui.journeys.intake import IntakeJourneys
from gui.journeys.letters import LetterJourneys
from gui.pages.inbox.part import Part
from gui.pages.inbox.receipts import Receipts
from gui.pages.inbox.received import Received
from gui.pages.inbox.receiving import Receiving
from gui.pages.inbox.sending import Sending
from gui.pages.leaving import Leaving, Words
from gui.pages.page import Page
from gui.scope import Scope, Way
from gui.task import Task

TITLE, OWN = "来件", "收到的表"
HELD = "这个数据库现在只能查看，谁在使用见窗口上方。要写入，请等对方关闭窗口后重新打开。"
UNDECIDED = Words(
    "没有入库的来件",
    "来件里已选定的{names}还没有入库，关闭后就没有了。",
    ("先入库(&S)", "继续核对(&C)", "不入库，关闭(&D)"),
)


class Intake(Page):
    """Each part of the page says for itself what is to be done now."""

    def __init__(
        self,
        journeys: IntakeJourneys,
        letters: LetterJourneys,
        start: Callable[[Job[Any]], Task],
    ) -> None:
        super().__init__(TITLE)
        self._address = ""
        self._scope: Scope | None = None
        self._receiving, self._received = Receiving(journeys, start), Received(journeys, start)
        self._parts: Mapping[str, Part] = {
            "分发": Sending(journeys, letters, start),
            "收件": self._receiving,
            "回执": Receipts(journeys, start),
            OWN: self._received,
        }
        self._tabs, self._stack = QTabBar(), QStackedWidget()
        self._leaving = Leaving(self, self._undecided, self._take, self._receiving.clear, UNDECIDED)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for title, part in self._parts.items():
            self._tabs.addTab(title)
            self._stack.addWidget(part)
        self._tabs.setAccessibleName("来件的各部分")
        self._tabs.setExpanding(False)
        self.body.addWidget(self._tabs)
        self.body.addWidget(self._stack, 1)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._turn)
        for part in self._parts.values():
            part.advised.connect(self._advise)
            part.noticed.connect(self.noticed)
            part.failed.connect(self.failed)
            part.led.connect(self.led)
            part.stored.connect(self._look_again)

    @property
    def part(self) -> Part:
        """The part of the page that is shown."""
        return list(self._parts.values())[self._stack.currentIndex()]

    def welcome(self, opened: Opened) -> None:
        """Take in who uses the program, and whether anything can be written."""
        if self._address not in ("", opened.address):
            self._receiving.clear()
        self._address = opened.address
        self._offer(department=opened.profile.role is Role.DEPARTMENT)
        for part in self._parts.values():
            part.forbid(HELD if opened.holder else "")

    def show_scope(self, scope: Scope | None) -> None:
        """Show what belongs to another plan or quarter."""
        self._scope = scope
        for part in self._parts.values():
            part.show_scope(scope)

    def _offer(self, *, department: bool) -> None:
        """Offer the parts of the office, or that of a department."""
        offered = [title for title in self._parts if (title == OWN) is department]
        for number, title in enumerate(self._parts):
            self._tabs.setTabVisible(number, title in offered)
        if list(self._parts)[self._tabs.currentIndex()] not in offered:
            self._tabs.setCurrentIndex(list(self._parts).index(offered[0]))

    def leave(self) -> None:
        """End what runs beside the window."""
        for part in self._parts.values():
            part.leave()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if dragged.paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped, wherever on the page."""
        self.read(dragged.paths(event.mimeData()))

    def read(self, paths: Sequence[Path]) -> None:
        """Read files, folders and mails."""
        if self.part is self._received:
            self._received.read(paths)
            return
        self._tabs.setCurrentIndex(list(self._parts).index("收件"))
        self._receiving.read(paths)

    def _undecided(self) -> str:
        """Count the decisions that are not taken in."""
        count = self._receiving.desk.choices
        return f"{count}处" if count else ""

    def _take(self) -> bool:
        """Begin to take in what was decided; the window stays open."""
        self.led.emit(Way(TITLE))
        self._tabs.setCurrentIndex(list(self._parts).index("收件"))
        self._receiving.taking.ask()
        return False

    def _look_again(self) -> None:
        """Show what was just taken in."""
        for part in self._parts.values():
            part.show_scope(self._scope)

    def _turn(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._advise()

    def _advise(self) -> None:
        self.advise(self.part.advice)
