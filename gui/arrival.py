"""`Arrival`: what follows once a database is open, beside the pages."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from core.domain.profile import Profile
    from core.services.profiles import Choices

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
        self._met = False
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
            self._meet(opened.profile)

    def _meet(self, profile: "Profile") -> None:
        """Ask once per start who uses the program, until somebody says so."""
        scope = self._window.header.scope
        if profile.role or self._met or scope is None:
            return
        self._met = True
        task = self._start(self._journeys.choices(scope.plan.code))
        task.succeeded.connect(partial(self._ask, profile))
        task.failed.connect(self._session.tell)

    def _ask(self, profile: "Profile", choices: "Choices") -> None:
        from gui.dialogs.welcome import Welcome

        dialog = Welcome(profile, choices.region, choices.departments, self._window)
        dialog.answered.connect(self._keep)
        dialog.open()

    def _keep(self, profile: "Profile") -> None:
        """Keep what was answered, and have every page know."""
        task = self._start(self._journeys.save_profile(profile))
        task.succeeded.connect(self._session.look_again)
        task.failed.connect(self._session.tell)

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
