"""`Posting`: letters to departments, drafted into the folder of their forms or sent at once."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.progress import Job
from gui.feedback import Notice
from gui.journeys.letters import FORMS, LetterJourneys
from gui.scope import Scope
from gui.task import Task

if TYPE_CHECKING:
    from core.services.mail.mail import Drafted
    from core.services.mail.sending import Sent

NO_FILES = "请先写出填报表，再写信：信里附的是刚写出的文件。"
STOPPED = "已停止，没有写完的信没有写，已发出的有记录。"


@dataclass(frozen=True, slots=True)
class Order:
    """To whom is written: which departments of a scope, with which files, into which folder."""

    occasion: str
    scope: Scope
    departments: tuple[str, ...]
    paths: tuple[Path, ...]
    folder: Path


class Posting(QObject):
    """Emits `begun`, `advanced` with steps, `ended`; `noticed` and `failed` as a page."""

    begun = Signal()
    advanced = Signal(object)
    ended = Signal()
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, journeys: LetterJourneys, start: Callable[[Job[Any]], Task], page: QWidget
    ) -> None:
        super().__init__(page)
        self._journeys, self._start = journeys, start
        self._task: Task | None = None

    def write(self, order: Order, *, send: bool) -> None:
        """Draft the letters, or send them."""
        if order.occasion == FORMS and not order.paths:
            self.noticed.emit(Notice(NO_FILES))
            return
        to = (order.occasion, order.scope, order.departments, order.paths)
        job: Job[Any] = (
            self._journeys.send(*to) if send else self._journeys.drafts(*to, order.folder)
        )
        task = self._task = self._start(job)
        self.begun.emit()
        task.progressed.connect(self.advanced)
        task.succeeded.connect(self._tell_sent if send else self._tell_drafted)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._stop)

    def cancel(self) -> None:
        """Stop before the next letter."""
        if self._task:
            self._task.cancel()

    def _tell_drafted(self, done: "Drafted") -> None:
        place = f"，在“{done.files[0].parent}”" if done.files else ""
        self._tell(f"已写{len(done.files)}封邮件草稿{place}。", done.left_out)

    def _tell_sent(self, done: "Sent") -> None:
        self._tell(f"已发给{len(done.departments)}个单位。", done.left_out)

    def _tell(self, words: str, left_out: tuple[str, ...]) -> None:
        self._end()
        left = "".join(f"\n{each}" for each in left_out)
        self.noticed.emit(Notice(words + left, grave=bool(left_out)))

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _stop(self) -> None:
        self._end()
        self.noticed.emit(Notice(STOPPED))

    def _end(self) -> None:
        self._task = None
        self.ended.emit()
