"""`Checking`: what a 校验码 stands for, seen, printed and saved as it was once written."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import UserError
from core.progress import Job
from gui.feedback import Notice
from gui.journeys.reports import ReportJourneys
from gui.task import Task
from gui.widgets.reports.code_box import CodeBox

if TYPE_CHECKING:
    from core.services.verifying import Verified

LOOKING = "正在核对…"
SAVED = "已存为“{path}”。"


class Checking(QObject):
    """Asks for what a CodeBox wants; `noticed` and `failed` as a page."""

    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        journeys: ReportJourneys,
        start: Callable[[Job[Any]], Task],
        box: CodeBox,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._journeys, self._start, self._box, self._page = journeys, start, box, page
        self._task: Task | None = None
        box.asked.connect(self._ask)
        box.saved.connect(self._ask_file)

    def _ask(self, code: str) -> None:
        """Look a code up; only the answer to the last question counts."""
        if self._task:
            self._task.cancel()
        task = self._task = self._start(self._journeys.verify(code))
        self._box.show_nothing(LOOKING)
        task.succeeded.connect(partial(self._answer, task))
        task.failed.connect(partial(self._fail, task))

    def _answer(self, task: Task, verified: "Verified") -> None:
        if task is self._task:
            self._task = None
            self._box.show_answer(verified)

    def _fail(self, task: Task, error: Exception) -> None:
        """Say what is wrong with the code beside it."""
        if task is not self._task:
            return
        self._task = None
        if isinstance(error, UserError):
            self._box.show_nothing(f"{error}。")
        else:
            self._box.show_nothing()
            self.failed.emit(error)

    def _ask_file(self, code: str) -> None:
        """Ask where a report is to be saved."""
        dialog = QFileDialog(self._page, "另存报告")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{code}.pdf")
        dialog.fileSelected.connect(lambda name: self.save(code, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, code: str, path: Path) -> None:
        """Write a report as it was once written."""
        task = self._start(self._journeys.save(code, path))
        task.succeeded.connect(self._tell)
        task.failed.connect(self.failed)

    def _tell(self, path: Path) -> None:
        self.noticed.emit(Notice(SAVED.format(path=path)))
