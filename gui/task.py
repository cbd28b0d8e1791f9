"""`Task`: a job of the core that the window runs beside its event loop."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from core.progress import Job


class Task(QObject):
    """Emits `progressed` any number of times, then one of the other three, in its own thread.

    `perform` runs elsewhere. What it has to tell crosses as a queued call, so that the slots of
    pages need not care about threads.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _told = Signal(object)

    def __init__(self, job: Job[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._unwanted = Event()
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Close the job at its next step; one that is already at its end succeeds."""
        self._unwanted.set()

    def perform(self) -> None:
        """Run the job to its end."""
        try:
            end = self._run()
        except Exception as error:  # noqa: BLE001 - every end is told
            end = partial(self.failed.emit, error)
        self._told.emit(partial(self._end, end))

    def _run(self) -> Callable[[], None]:
        """Take step after step; give the signal that tells the end."""
        while not self._unwanted.is_set():
            try:
                progress = next(self._job)
            except StopIteration as end:
                return partial(self.succeeded.emit, end.value)
            self._told.emit(partial(self.progressed.emit, progress))
        self._job.close()
        return self.cancelled.emit

    def _tell(self, telling: Callable[[], None]) -> None:
        telling()

    def _end(self, telling: Callable[[], None]) -> None:
        """Tell the end; nobody needs the task after that."""
        telling()
        self.deleteLater()
