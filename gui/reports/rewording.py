"""`Rewording`: the paragraphs of a report, fetched, edited in a dialog and stored."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.progress import Job
from gui import feedback
from gui.choice import Choice
from gui.feedback import Notice
from gui.journeys.reports import ReportJourneys
from gui.scope import Scope
from gui.task import Task

if TYPE_CHECKING:
    from core.services.reports.narratives import Narrative
    from gui.dialogs.narrative import NarrativeEditor

KEPT = "文字已保存，预览和以后的打印用修改过的文字。"
CLEARED = "已恢复由数据生成的文字。"
BUG = "出了程序没有预料到的错误，没有保存，写的还在这里。"


class Rewording(QObject):
    """Emits `changed` when a text was stored; `noticed` and `failed` as a page."""

    changed = Signal()
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, journeys: ReportJourneys, start: Callable[[Job[Any]], Task], page: QWidget
    ) -> None:
        super().__init__(page)
        self._journeys, self._start, self._page = journeys, start, page
        self.forbidden = ""

    def ask(self, title: str, choice: Choice, scope: Scope) -> None:
        """Fetch the paragraphs and let them be edited; say where nothing can be stored."""
        if self.forbidden:
            self.noticed.emit(Notice(self.forbidden))
            return
        task = self._start(self._journeys.narrative(choice, scope))
        task.succeeded.connect(partial(self._open, title, choice, scope))
        task.failed.connect(self.failed)

    def _open(self, title: str, choice: Choice, scope: Scope, narrative: "Narrative") -> None:
        from gui.dialogs.narrative import NarrativeEditor

        dialog = NarrativeEditor(title, narrative, self._page)
        dialog.wanted.connect(partial(self._store, dialog, choice, scope))
        dialog.open()

    def _store(self, dialog: "NarrativeEditor", choice: Choice, scope: Scope, text: str) -> None:
        """Store a text; the dialog stays until it is stored."""
        task = self._start(self._journeys.reword(choice, scope, text))
        task.succeeded.connect(partial(self._close, dialog))
        task.failed.connect(partial(self._refuse, dialog))

    def _close(self, dialog: "NarrativeEditor", narrative: "Narrative") -> None:
        dialog.accept()
        self.noticed.emit(Notice(KEPT if narrative.edited else CLEARED))
        self.changed.emit()

    def _refuse(self, dialog: "NarrativeEditor", error: Exception) -> None:
        dialog.say(feedback.words(error, BUG))
