"""`Background`: the one thread beside the window's; one worker, so one writer."""

from queue import SimpleQueue
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject

from core.progress import Job
from gui.task import Task


class Background(QObject):
    """Runs tasks one after the other, in the order in which they were started.

    The thread is Python's own: it needs no event loop, and a QThread that is forgotten aborts the
    program.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[Task | None] = SimpleQueue()
        self._thread = Thread(target=_work, args=(self._queue,), name="background", daemon=True)

    def start(self, job: Job[Any]) -> Task:
        """Queue a job; connect to the task before the event loop turns.

        After the end it is left where it is: a window that goes may still be told what it opened.
        """
        task = Task(job, self)
        if self._thread.ident is None:
            self._thread.start()
        self._queue.put(task)
        return task

    def stop(self) -> None:
        """Cancel what is unfinished and wait for the thread; nothing can be started afterwards."""
        for task in self.findChildren(Task):
            task.cancel()
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join()


def _work(queue: SimpleQueue[Task | None]) -> None:
    """Perform what the queue holds, up to the first nothing."""
    while task := queue.get():
        task.perform()
