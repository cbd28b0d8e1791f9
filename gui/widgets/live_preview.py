"""`LivePreview`: a preview that draws itself in the background and shows the latest only."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from core.progress import Job
from gui.task import Task
from gui.widgets.preview import Preview

DRAWING = "正在生成预览…"
NOTHING = "没有可以预览的内容"


class LivePreview(Preview):
    """Runs jobs that give a PDF; emits `drawn`, or `failed` with the error of the latest."""

    drawn = Signal()
    failed = Signal(object)

    def __init__(self, start: Callable[[Job[Any]], Task]) -> None:
        super().__init__()
        self._start = start
        self._task: Task | None = None

    def draw(self, job: Job[bytes]) -> None:
        """Draw a PDF in place of the one that is shown or still being drawn."""
        self.forget()
        if self.view.count:
            self.view.pale()
        else:
            self.view.show_words(DRAWING)
        task = self._task = self._start(job)
        task.succeeded.connect(partial(self._show, task))
        task.failed.connect(partial(self._fail, task))

    def forget(self) -> None:
        """Do without what is being drawn."""
        if self._task:
            self._task.cancel()
        self._task = None

    def _show(self, task: Task, pdf: bytes) -> None:
        if task is self._task:
            self._task = None
            self.view.show_pdf(pdf)
            self.drawn.emit()

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self.view.show_words(NOTHING)
            self.failed.emit(error)
