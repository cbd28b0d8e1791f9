"""`Exporting`: the table of 完成情况, written as an Excel workbook where somebody wants it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.progress import Job
from gui.feedback import Notice
from gui.journeys.completion import CompletionJourneys
from gui.task import Task

EXPORTED = "已导出到“{path}”。"

Table = tuple[tuple[str, ...], ...]


class Exporting(QObject):
    """Emits `noticed` and `failed` as a page."""

    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, journeys: CompletionJourneys, start: Callable[[Job[Any]], Task], window: QWidget
    ) -> None:
        super().__init__(window)
        self._journeys, self._start, self._window = journeys, start, window

    def ask(self, title: str, table: Table) -> None:
        """Ask for the file."""
        dialog = QFileDialog(self._window, "导出完成情况")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Excel工作簿 (*.xlsx)")
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{title}.xlsx")
        dialog.fileSelected.connect(lambda name: self.write(Path(name), title, table))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path, title: str, table: Table) -> None:
        """Write a table, its heads first."""
        task = self._start(self._journeys.export(path, title, table))
        task.succeeded.connect(self._tell)
        task.failed.connect(self.failed)

    def _tell(self, path: Path) -> None:
        self.noticed.emit(Notice(EXPORTED.format(path=path)))
