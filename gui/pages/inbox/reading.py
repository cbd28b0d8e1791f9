"""`Reading`: files are read one batch after the other, the locked ones with their passwords."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.progress import Job, Progress
from gui.dialogs.password import Password
from gui.journeys.intake import IntakeJourneys
from gui.task import Task

if TYPE_CHECKING:
    from core.domain.incoming import Incoming
    from core.services.inbox.intake import Batch


class Reading(QObject):
    """Emits `judged` with each file, `read` with each batch, `advanced` with steps on the way.

    `began` comes before the first, `ended` after the last batch, `failed` with what prevented one.
    """

    judged = Signal(object)
    read = Signal(object)
    advanced = Signal(object)
    began = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(
        self, journeys: IntakeJourneys, start: Callable[[Job[Any]], Task], page: QWidget
    ) -> None:
        super().__init__(page)
        self._journeys, self._start, self._page = journeys, start, page
        self._waiting: list[tuple[tuple[Path, ...], str]] = []
        self._passwords: dict[Path, str] = {}
        self._task: Task | None = None
        self._password = ""

    @property
    def at_work(self) -> bool:
        """Whether files are being read."""
        return self._task is not None

    def begin(self, paths: Sequence[Path]) -> None:
        """Read files, folders and mails after those that are being read."""
        by_password: dict[str, list[Path]] = {}
        for path in dict.fromkeys(paths):
            by_password.setdefault(self._passwords.get(path, ""), []).append(path)
        self._waiting += [(tuple(each), password) for password, each in by_password.items()]
        if self._task is None:
            self._go_on()
            self.began.emit()

    def ask_password(self, files: "Sequence[Incoming]", *, again: bool = False) -> None:
        """Ask for what opens locked files, and read them."""
        paths = tuple(dict.fromkeys(each.path for each in files))
        dialog = Password([each.name for each in files], self._page, again=again)
        dialog.given.connect(lambda text: self._unlock(paths, text))
        dialog.open()

    def cancel(self) -> None:
        """Stop reading; what was read stays."""
        self._waiting.clear()
        if self._task:
            self._task.cancel()

    def _unlock(self, paths: tuple[Path, ...], password: str) -> None:
        self._passwords |= dict.fromkeys(paths, password)
        self.begin(paths)

    def _go_on(self) -> None:
        """Read what waits next."""
        if not self._waiting:
            self._task = None
            self.ended.emit()
            return
        paths, self._password = self._waiting.pop(0)
        task = self._task = self._start(self._journeys.read(paths, self._password))
        task.progressed.connect(self._advance)
        task.succeeded.connect(self._end)
        task.cancelled.connect(self._go_on)
        task.failed.connect(self._fail)

    def _advance(self, progress: Progress) -> None:
        from core.services.inbox.intake import Judged

        if isinstance(progress, Judged):
            self.judged.emit(progress.file)
        self.advanced.emit(progress)

    def _end(self, batch: "Batch") -> None:
        tried = bool(self._password)
        self.read.emit(batch)
        self._go_on()
        locked = [each for each in batch.files if each.locked]
        if locked:
            self.ask_password(locked, again=tried)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        self._go_on()
