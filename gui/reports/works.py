"""`Works`: what takes its time on the page 报告, one at a time: writing, printing, letters."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.progress import Job
from gui.journeys.report_letters import ReportLetterJourneys
from gui.journeys.reports import ReportJourneys
from gui.reports.posting import ReportPost
from gui.reports.printing import Printing
from gui.reports.writing import Writing
from gui.task import Task


class Works(QObject):
    """Emits `began`, `advanced` with steps and `ended`; `noticed` and `failed` as a page."""

    began = Signal()
    advanced = Signal(object)
    ended = Signal()
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        journeys: ReportJourneys,
        letters: ReportLetterJourneys,
        start: Callable[[Job[Any]], Task],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self.writing = Writing(journeys, start, page)
        self.printing = Printing(start, page)
        self.posting = ReportPost(letters, start, page)
        self._busy = False
        for each in (self.writing, self.printing, self.posting):
            each.began.connect(self._begin)
            each.advanced.connect(self.advanced)
            each.ended.connect(self._end)
            each.noticed.connect(self.noticed)
            each.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._busy

    def cancel(self) -> None:
        """Stop at the next step."""
        for each in (self.writing, self.printing, self.posting):
            each.cancel()

    def _begin(self) -> None:
        self._busy = True
        self.began.emit()

    def _end(self) -> None:
        self._busy = False
        self.ended.emit()
