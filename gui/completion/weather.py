"""`Weather`: the view 晴雨表, judged for all quarters when it is first looked at."""

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from core.progress import Job
from gui.journeys.completion import CompletionJourneys
from gui.scope import Scope
from gui.task import Task

if TYPE_CHECKING:
    from core.domain.lights import Lights
    from gui.widgets.charts.lights_board import LightsBoard


class Weather(QObject):
    """Puts its board into `views`; emits `opened` with a code, `noticed` and `failed` as a page."""

    opened = Signal(str)
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        journeys: CompletionJourneys,
        start: Callable[[Job[Any]], Task],
        views: QStackedWidget,
    ) -> None:
        super().__init__(views)
        self._journeys, self._start, self._views = journeys, start, views
        self._task: Task | None = None
        self._lights: Lights | None = None
        self._board: LightsBoard | None = None
        self._codes: Collection[str] = ()

    @property
    def board(self) -> QWidget | None:
        """What is looked at, once it was looked at."""
        return self._board

    def forget(self) -> None:
        """Do without what was judged: the plan or its figures are others now."""
        if self._task:
            self._task.cancel()
        self._task = self._lights = None
        self._show()

    def look(self, scope: Scope | None) -> None:
        """Show the lights of all quarters; they are judged unless that was done already."""
        self._views.setCurrentWidget(self._board or self._build())
        if scope and not (self._lights or self._task):
            task = self._task = self._start(self._journeys.follow(scope))
            task.succeeded.connect(partial(self._take, task))
            task.failed.connect(partial(self._fail, task))

    def leave_only(self, codes: Collection[str]) -> None:
        """Leave the items that are wanted."""
        self._codes = codes
        self._show()

    def _build(self) -> "LightsBoard":
        from gui.widgets.charts.lights_board import LightsBoard

        board = self._board = LightsBoard()
        board.noticed.connect(self.noticed)
        board.opened.connect(self.opened)
        self._views.addWidget(board)
        return board

    def _take(self, task: Task, lights: "Lights") -> None:
        if task is self._task:
            self._task, self._lights = None, lights
            self._show()

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(error)

    def _show(self) -> None:
        if self._board:
            self._board.show_lights(self._lights.only(self._codes) if self._lights else None)
