"""`Rescue`: a database that does not open is brought back to a copy."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from core.errors import StorageError
from core.progress import Job
from gui.feedback import Notice
from gui.journeys.settings import SettingsJourneys
from gui.main_window import MainWindow
from gui.restoring import Restoring, restored
from gui.session import Session
from gui.task import Task

if TYPE_CHECKING:
    from core.domain.backup import Restored


class Rescue(QObject):
    """Follows the page that stands in for all others while there is no database."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        journeys: SettingsJourneys,
        start: Callable[[Job[Any]], Task],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._journeys = window, session, journeys
        self._restoring = Restoring(journeys, start, window)
        self._restoring.done.connect(self._reopen)
        self._restoring.failed.connect(session.tell)
        session.failure.copy_chosen.connect(self._begin)

    def _begin(self, source: Path) -> None:
        """Restore the database that the window could not open."""
        try:
            self._journeys.database.leave_unread(self._session.address)
        except StorageError as error:
            self._session.tell(error)
        else:
            self._restoring.begin(source)

    def _reopen(self, done: "Restored") -> None:
        """Open what was restored, and say where the rest is."""
        self._window.show_notice(Notice(restored(done)))
        self._session.open(str(done.path))
