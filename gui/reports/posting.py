"""`ReportPost`: letters with the reports that were written, drafted or sent at once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.progress import Job
from gui.feedback import Notice
from gui.journeys.reports import ReportJourneys
from gui.scope import Scope
from gui.task import Task

if TYPE_CHECKING:
    from core.services.mail.addresses import Addressed
    from core.services.mail.mail import Drafted
    from core.services.mail.sending import Sent
    from core.services.reports.recording import Made

STOPPED = "已停止，没有写完的信没有写，已发出的有记录。"


@dataclass(frozen=True, slots=True)
class Parcel:
    """The reports of a plan and quarter that go out, and the folder for drafts."""

    reports: "tuple[Made, ...]"
    scope: Scope
    folder: Path


class ReportPost(QObject):
    """Emits `began`, `advanced` with steps, `ended`; `noticed` and `failed` as a page."""

    began = Signal()
    advanced = Signal(object)
    ended = Signal()
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, journeys: ReportJourneys, start: Callable[[Job[Any]], Task], page: QWidget
    ) -> None:
        super().__init__(page)
        self._journeys, self._start, self._page = journeys, start, page
        self._task: Task | None = None

    def ask(self, parcel: Parcel) -> None:
        """Ask to whom reports go."""
        task = self._start(self._journeys.addresses(parcel.scope))
        task.succeeded.connect(partial(self._open, parcel))
        task.failed.connect(self.failed)

    def cancel(self) -> None:
        """Stop before the next letter."""
        if self._task:
            self._task.cancel()

    def _open(self, parcel: Parcel, addressed: "tuple[Addressed, ...]") -> None:
        from gui.dialogs.recipients import Recipients

        dialog = Recipients(parcel.reports, addressed, self._page)
        dialog.wanted.connect(partial(self._write, parcel))
        dialog.open()

    def _write(
        self,
        parcel: Parcel,
        departments: tuple[str, ...],
        others: str,
        send: bool,  # noqa: FBT001 - from a signal
    ) -> None:
        """Draft the letters, or send them."""
        from core.services.mail.report_letters import Addressees

        to, given = Addressees(departments, others), (parcel.reports, parcel.scope)
        job: Job[Any] = (
            self._journeys.send(*given, to)
            if send
            else self._journeys.drafts(*given, to, parcel.folder)
        )
        task = self._task = self._start(job)
        self.began.emit()
        task.progressed.connect(self.advanced)
        task.succeeded.connect(self._tell_sent if send else self._tell_drafted)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._stop)

    def _tell_drafted(self, done: "Drafted") -> None:
        place = f"，在“{done.files[0].parent}”，用邮件程序打开后发出" if done.files else ""
        self._tell(f"已写{len(done.files)}封邮件草稿{place}。", done.left_out)

    def _tell_sent(self, done: "Sent") -> None:
        self._tell(f"已发给{len(done.departments)}个收件人。", done.left_out)

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
