"""`Posting`: letters drafted or sent beside the window, told of at their end, and stopped."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.progress import Job
from gui.feedback import Notice
from gui.task import Task

if TYPE_CHECKING:
    from core.services.mail.mail import Drafted
    from core.services.mail.sending import Sent

STOPPED = "已停止，没有写完的信没有写，已发出的有记录。"


class Posting(QObject):
    """Emits `began`, `advanced` with steps, `ended`; `noticed` and `failed` as a page."""

    began = Signal()
    advanced = Signal(object)
    ended = Signal()
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, start: Callable[[Job[Any]], Task], page: QWidget, whom: str, hint: str = ""
    ) -> None:
        """Call those who are written to by a word; a hint says what to do with drafts."""
        super().__init__(page)
        self._start, self._whom, self._hint = start, whom, hint
        self._task: Task | None = None

    def draft(self, job: "Job[Drafted]") -> None:
        """Write letters as drafts."""
        self._run(job, self._tell_drafted)

    def send(self, job: "Job[Sent]") -> None:
        """Send letters."""
        self._run(job, self._tell_sent)

    def cancel(self) -> None:
        """Stop before the next letter."""
        if self._task:
            self._task.cancel()

    def _run(self, job: Job[Any], tell: Callable[[Any], None]) -> None:
        task = self._task = self._start(job)
        self.began.emit()
        task.progressed.connect(self.advanced)
        task.succeeded.connect(tell)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._stop)

    def _tell_drafted(self, done: "Drafted") -> None:
        place = f"，在“{done.files[0].parent}”{self._hint}" if done.files else ""
        self._tell(f"已写{len(done.files)}封邮件草稿{place}。", done.left_out)

    def _tell_sent(self, done: "Sent") -> None:
        self._tell(f"已发给{len(done.departments)}个{self._whom}。", done.left_out)

    def _tell(self, words: str, left_out: tuple[str, ...]) -> None:
        self._end()
        self.noticed.emit(Notice("\n".join([words, *left_out]), grave=bool(left_out)))

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _stop(self) -> None:
        self._end()
        self.noticed.emit(Notice(STOPPED))

    def _end(self) -> None:
        self._task = None
        self.ended.emit()
