"""`GivingBack`: 退回 of the file that is shown: a marked copy and a 退回单, into a folder."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.progress import Job
from gui.feedback import Notice
from gui.journeys.intake import IntakeJourneys
from gui.task import Task

if TYPE_CHECKING:
    from core.domain.incoming import Incoming

STOPPED = "已取消退回，没有写出。"


class GivingBack(QObject):
    """Emits `began`, `advanced` with steps, `ended`; `noticed` and `failed` as a page."""

    began = Signal()
    advanced = Signal(object)
    ended = Signal()
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, journeys: IntakeJourneys, start: Callable[[Job[Any]], Task], page: QWidget
    ) -> None:
        super().__init__(page)
        self._journeys, self._start, self._page = journeys, start, page
        self._task: Task | None = None

    @property
    def at_work(self) -> bool:
        """Whether something is being written."""
        return self._task is not None

    def ask(self, file: "Incoming") -> None:
        """Ask for the folder."""
        dialog = QFileDialog(self._page, "退回单和批注过的表写到哪个文件夹")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.write(file, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, file: "Incoming", folder: Path) -> None:
        """Write what goes back."""
        task = self._task = self._start(self._journeys.give_back(file, folder))
        self.began.emit()
        task.progressed.connect(self.advanced)
        task.succeeded.connect(self._tell)
        task.failed.connect(self._fail)
        task.cancelled.connect(partial(self._end, Notice(STOPPED)))

    def cancel(self) -> None:
        """Stop before the next step."""
        if self._task:
            self._task.cancel()

    def _tell(self, paths: tuple[Path, ...]) -> None:
        names = "、".join(path.name for path in paths)
        words = f"已写出{names}，在“{paths[0].parent}”；请发给该单位，改好后再收。"
        self._end(Notice(words))

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self, notice: Notice | None = None) -> None:
        self._task = None
        self.ended.emit()
        if notice:
            self.noticed.emit(notice)
