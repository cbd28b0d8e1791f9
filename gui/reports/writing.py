"""`Writing`: reports written as files, beside the window, and cancelled where somebody wants it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.progress import Job
from gui.choice import Choice
from gui.feedback import Notice
from gui.journeys.reports import ReportJourneys
from gui.scope import Scope
from gui.task import Task

if TYPE_CHECKING:
    from core.services.reports.printing import Written

CANCELLED = "已取消写出。取消前写完的文件保留在输出文件夹里，没有留下不完整的文件。"


@dataclass(frozen=True, slots=True)
class Order:
    """Which reports of a plan and quarter are written, in which formats, into which folder."""

    choices: tuple[Choice, ...]
    scope: Scope
    formats: tuple[str, ...]
    folder: Path


class Writing(QObject):
    """Emits `began`, `advanced` with steps, `ended`, `done` with what was written.

    `noticed` and `failed` are those of a page.
    """

    began = Signal()
    advanced = Signal(object)
    ended = Signal()
    done = Signal(object)
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, journeys: ReportJourneys, start: Callable[[Job[Any]], Task], page: QWidget
    ) -> None:
        super().__init__(page)
        self._journeys, self._start = journeys, start
        self._task: Task | None = None

    def write(self, order: Order) -> None:
        """Write reports."""
        job = self._journeys.produce(order.choices, order.scope, order.formats, order.folder)
        task = self._task = self._start(job)
        self.began.emit()
        task.progressed.connect(self.advanced)
        task.succeeded.connect(self._succeed)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._stop)

    def cancel(self) -> None:
        """Stop before the next report."""
        if self._task:
            self._task.cancel()

    def _succeed(self, written: "Written") -> None:
        self._end()
        self.done.emit(written)
        files, place = written.files, ""
        if files:
            place = f"，在“{files[0].parent}”"
        words = f"已写出{len(files)}个文件{place}。"
        self.noticed.emit(Notice("\n".join([words, *written.notices]), grave=bool(written.notices)))

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _stop(self) -> None:
        self._end()
        self.noticed.emit(Notice(CANCELLED))

    def _end(self) -> None:
        self._task = None
        self.ended.emit()
