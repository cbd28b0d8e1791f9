"""`LivePreview`: a preview that draws itself in the background and shows the latest only."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal

from core.errors import UserError
from core.progress import Job
from gui.task import Task
from gui.widgets.preview import Preview

if TYPE_CHECKING:
    from core.services.reports.printing import Paper
    from gui.journeys.reports import Drawn

PAUSE = 150  # milliseconds in which nothing more was chosen
DRAWING = "正在生成预览…"
NOTHING = "没有可以预览的内容"


class LivePreview(Preview):
    """Runs jobs that give a PDF; emits `drawn` with what one gave, or how the latest failed.

    What a person can put right stands in place of the pages and is `refused` in words; anything
    else is `failed` with the error.
    """

    drawn = Signal(object)
    refused = Signal(str)
    failed = Signal(object)

    def __init__(self, start: Callable[[Job[Any]], Task]) -> None:
        super().__init__()
        self._start = start
        self._task: Task | None = None
        self._job: Job[Drawn] | Job[Paper] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE)
        self._rest.timeout.connect(self._begin)

    def draw(self, job: "Job[Drawn] | Job[Paper]") -> None:
        """Draw a PDF in place of the one that is shown or still being drawn.

        The first one begins at once, others after a pause in which nothing else is wanted.
        """
        self.forget()
        self._job = job
        if self.view.count:
            self.view.pale()
            self._rest.start()
        else:
            self.view.show_words(DRAWING)
            self._begin()

    def forget(self) -> None:
        """Do without what is being drawn."""
        self._rest.stop()
        if self._task:
            self._task.cancel()
        self._task = self._job = None

    def _begin(self) -> None:
        if self._job:
            task = self._task = self._start(self._job)
            task.succeeded.connect(partial(self._show, task))
            task.failed.connect(partial(self._fail, task))

    def _show(self, task: Task, made: "Drawn | Paper") -> None:
        if task is self._task:
            self._task = None
            self.view.show_pdf(made.pdf)
            self.drawn.emit(made)

    def _fail(self, task: Task, error: Exception) -> None:
        if task is not self._task:
            return
        self._task = None
        if isinstance(error, UserError):
            self.view.show_words(str(error))
            self.refused.emit(str(error))
        else:
            self.view.show_words(NOTHING)
            self.failed.emit(error)
