"""`Favouring`: what is chosen, kept as a favourite under a name, or taken from them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.progress import Job
from gui import feedback
from gui.choice import Choice
from gui.feedback import Notice
from gui.journeys.reports import ReportJourneys
from gui.scope import Scope
from gui.task import Task

if TYPE_CHECKING:
    from gui.dialogs.naming import Naming

WORDS = "把选定的种类、范围和稿本存为常用报告，以后在列表最上面一点就是；报告期用当时选定的。"
DROPPED = "“{name}”已从常用里去掉。"
BUG = "出了程序没有预料到的错误，没有保存。"


class Favouring(QObject):
    """Emits `changed` with all favourites and the name of a new one; `noticed`, `failed` as a page.

    Nothing is stored as long as it is `forbidden` for a reason.
    """

    changed = Signal(object, str)
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, journeys: ReportJourneys, start: Callable[[Job[Any]], Task], page: QWidget
    ) -> None:
        super().__init__(page)
        self._journeys, self._start, self._page = journeys, start, page
        self.forbidden = ""

    def ask(self, name: str, choice: Choice, scope: Scope) -> None:
        """Ask under which name a report is kept; say where nothing can be stored."""
        from gui.dialogs.naming import Naming

        if self.forbidden:
            self.noticed.emit(Notice(self.forbidden))
            return
        dialog = Naming("存为常用", WORDS, name, self._page)
        dialog.named.connect(partial(self._keep, dialog, choice, scope))
        dialog.open()

    def drop(self, name: str, scope: Scope) -> None:
        """Take a favourite away."""
        if self.forbidden:
            self.noticed.emit(Notice(self.forbidden))
            return
        task = self._start(self._journeys.drop(name, scope))
        task.succeeded.connect(partial(self._tell_dropped, name))
        task.failed.connect(self.failed)

    def _keep(self, dialog: "Naming", choice: Choice, scope: Scope, name: str) -> None:
        task = self._start(self._journeys.keep(name, choice, scope))
        task.succeeded.connect(partial(self._tell_kept, dialog, name))
        task.failed.connect(partial(self._refuse, dialog))

    def _tell_kept(
        self, dialog: "Naming", name: str, favourites: tuple[tuple[str, Choice], ...]
    ) -> None:
        dialog.accept()
        self.changed.emit(favourites, " ".join(name.split()))

    def _tell_dropped(self, name: str, favourites: tuple[tuple[str, Choice], ...]) -> None:
        self.changed.emit(favourites, "")
        self.noticed.emit(Notice(DROPPED.format(name=name)))

    def _refuse(self, dialog: "Naming", error: Exception) -> None:
        dialog.say(feedback.words(error, BUG))
