"""`Printing`: the system's print dialog, and the pages on their way to the printer."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from core.progress import Job
from gui.feedback import Notice
from gui.task import Task

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from core.services.reports.printing import Paper

STOPPED = "已停止打印；已经送到打印机的页可能还会印出。"


class Printing(QObject):
    """Emits `began`, `advanced` with steps, `ended`; `noticed` and `failed` as a page."""

    began = Signal()
    advanced = Signal(object)
    ended = Signal()
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(self, start: Callable[[Job[Any]], Task], page: QWidget) -> None:
        super().__init__(page)
        self._start, self._page = start, page
        self._task: Task | None = None

    def ask(self, job: "Job[Paper]", title: str, pages: int) -> None:
        """Ask on which printer, how many and which of `pages`; then draw and print them.

        Without a number of pages all are printed.
        """
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from gui.widgets.print_pages import prepared

        printer = prepared(QPrinter(QPrinter.PrinterMode.HighResolution), title)
        dialog = QPrintDialog(printer, self._page)
        dialog.setWindowTitle(f"打印：{title}")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=bool(pages))
        dialog.setMinMax(1, max(1, pages))
        dialog.accepted.connect(lambda _: self.print(job, printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own `open` asks for a slot by name

    def print(self, job: "Job[Paper]", printer: "QPrinter") -> None:
        """Print what a job draws."""
        task = self._task = self._start(_printed(job, printer))
        self.began.emit()
        task.progressed.connect(self.advanced)
        task.succeeded.connect(self._tell)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._stop)

    def cancel(self) -> None:
        """Print no more."""
        if self._task:
            self._task.cancel()

    def _tell(self, told: tuple[str, ...]) -> None:
        self._end()
        self.noticed.emit(Notice("\n".join(told), grave=len(told) > 1))

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _stop(self) -> None:
        self._end()
        self.noticed.emit(Notice(STOPPED))

    def _end(self) -> None:
        self._task = None
        self.ended.emit()


def _printed(job: "Job[Paper]", printer: "QPrinter") -> Job[tuple[str, ...]]:
    """Draw and print; say what was printed, and what is to be known of it."""
    from gui.widgets.print_pages import put_on_paper

    paper = yield from job
    count = yield from put_on_paper(paper.pdf, printer)
    to = printer.outputFileName() or printer.printerName()
    return f"《{paper.title}》已送去打印，{count}页，在“{to}”。", *paper.notices
