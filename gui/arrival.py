"""`Arrival`: what follows once a database is open, beside the pages."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from core.errors import UserError
from core.progress import Job
from gui import feedback
from gui.feedback import Notice
from gui.journeys.database import Opened
from gui.journeys.settings import SettingsJourneys
from gui.main_window import MainWindow
from gui.session import Session
from gui.single_instance import Doorbell, ring
from gui.task import Task

NOT_KEPT = "今天的自动备份没有做成，不影响使用。"


class Arrival(QObject):
    """Tells who else has the database, listens for a second start, keeps the copy of the day.

    At the first start it asks who uses the program.
    """

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        journeys: SettingsJourneys,
        start: Callable[[Job[Any]], Task],
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._journeys, self._start = journeys, start
        self._bell = Doorbell(self)
        self._bell.rung.connect(window.come_forward)
        session.opened.connect(self._arrive)

    def _arrive(self, opened: Opened) -> None:
        """Make way for the same person's other window, else do what an open database needs."""
        holder = opened.holder
        if holder and holder.mine and ring(holder.database, holder.pid):
            self._window.close()
            return
        self._window.warn(str(holder or ""))
        if not holder:
            self._bell.hang(opened.address)
            self._keep_copy()

    def _keep_copy(self) -> None:
        """Make the copy of the day; where it fails, say so and go on."""
        task = self._start(self._journeys.keep_daily())
        task.failed.connect(self._tell)

    def _tell(self, error: Exception) -> None:
        """Show why there is no copy; a bug has its own dialog."""
        if isinstance(error, UserError):
            self._window.show_notice(Notice(f"{NOT_KEPT}{error}", feedback.details(error)))
        else:
            feedback.known(error)
