"""`Restoring`: a look into a copy, the question, and the database brought back to it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.progress import Job
from gui.journeys.settings import SettingsJourneys
from gui.task import Task

if TYPE_CHECKING:
    from core.domain.backup import Contents, Restored


def restored(done: "Restored") -> str:
    """Word what was restored."""
    kept = f"恢复前的数据另存为“{done.kept}”。" if done.kept else ""
    return f"已恢复备份。{kept}"


class Restoring(QObject):
    """Emits `done` with what was Restored, or `failed` with an error; else nothing happened."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self, journeys: SettingsJourneys, start: Callable[[Job[Any]], Task], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._journeys, self._start, self._parent = journeys, start, parent

    def begin(self, source: Path) -> None:
        """Look into a copy before anything is done with it."""
        task = self._start(self._journeys.look(source))
        task.succeeded.connect(partial(self._ask, source))
        task.failed.connect(self.failed)

    def _ask(self, source: Path, contents: "Contents") -> None:
        """Show what is in it, and let somebody decide."""
        from gui.dialogs.restore import Restore

        dialog = Restore(source, contents, self._parent)
        dialog.wanted.connect(partial(self._restore, source))
        dialog.open()

    def _restore(self, source: Path) -> None:
        task = self._start(self._journeys.restore(source))
        task.succeeded.connect(self.done)
        task.failed.connect(self.failed)
