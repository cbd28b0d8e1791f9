"""`Reading`: lists the forms and opens one of them beside the window."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.progress import Job
from gui.journeys.review import ReviewJourneys
from gui.scope import Scope
from gui.task import Task


class Reading(QObject):
    """Emits `listed` with forms, `opened` with a case, `failed` with an error.

    Only the answer to the last question counts.
    """

    listed = Signal(object)
    opened = Signal(object)
    failed = Signal(object)

    def __init__(
        self, journeys: ReviewJourneys, start: Callable[[Job[Any]], Task], page: QObject
    ) -> None:
        super().__init__(page)
        self._journeys, self._start = journeys, start
        self._listing: Task | None = None
        self._opening: Task | None = None

    @property
    def is_listing(self) -> bool:
        """Whether the forms are still being listed."""
        return self._listing is not None

    @property
    def at_work(self) -> bool:
        """Whether anything is still being read."""
        return bool(self._listing or self._opening)

    def list_forms(self, scope: Scope) -> None:
        """List the forms of a quarter."""
        self.forget()
        task = self._listing = self._start(self._journeys.docket(scope))
        task.succeeded.connect(partial(self._end_listing, task))
        task.failed.connect(partial(self._fail, task))

    def open_form(self, scope: Scope, department: str) -> None:
        """Open the form of a department."""
        if self._opening:
            self._opening.cancel()
        task = self._opening = self._start(self._journeys.case(scope, department))
        task.succeeded.connect(partial(self._end_opening, task))
        task.failed.connect(partial(self._fail, task))

    def forget(self) -> None:
        """Do without what is still being read."""
        for task in filter(None, (self._listing, self._opening)):
            task.cancel()
        self._listing = self._opening = None

    def _end_listing(self, task: Task, forms: object) -> None:
        if task is self._listing:
            self._listing = None
            self.listed.emit(forms)

    def _end_opening(self, task: Task, case: object) -> None:
        if task is self._opening:
            self._opening = None
            self.opened.emit(case)

    def _fail(self, task: Task, error: Exception) -> None:
        if task in (self._listing, self._opening):
            self._listing = self._opening = None
            self.failed.emit(error)
