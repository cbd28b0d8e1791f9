"""`ReportPost`: letters with the reports that were written, drafted or sent at once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from core.progress import Job
from gui.journeys.report_letters import ReportLetterJourneys
from gui.posting import Posting
from gui.scope import Scope
from gui.task import Task

if TYPE_CHECKING:
    from core.services.mail.addresses import Addressed
    from core.services.reports.recording import Made

HINT = "，用邮件程序打开后发出"


@dataclass(frozen=True, slots=True)
class Parcel:
    """The reports of a plan and quarter that go out, and the folder for drafts."""

    reports: "tuple[Made, ...]"
    scope: Scope
    folder: Path


class ReportPost(Posting):
    """Asks to whom reports go, departments and others."""

    def __init__(
        self, journeys: ReportLetterJourneys, start: Callable[[Job[Any]], Task], page: QWidget
    ) -> None:
        super().__init__(start, page, "收件人", HINT)
        self._journeys, self._page = journeys, page

    def ask(self, parcel: Parcel) -> None:
        """Ask to whom reports go."""
        task = self._start(self._journeys.addresses(parcel.scope))
        task.succeeded.connect(partial(self._open, parcel))
        task.failed.connect(self.failed)

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
        if send:
            self.send(self._journeys.send(*given, to))
        else:
            self.draft(self._journeys.drafts(*given, to, parcel.folder))
