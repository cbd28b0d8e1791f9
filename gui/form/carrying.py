"""`Carrying`: a form that came as a workbook: brought in here, and written again to go back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.domain.profile import Profile
from core.progress import Job
from gui.feedback import Notice
from gui.journeys.forms import FormJourneys
from gui.task import Task

if TYPE_CHECKING:
    from core.services.inbox.received import TakenUp

BRING, RETURN = "选择收到的填报表", "选择收到的填报表，写回时照它的样子"
FILTER = "填报表 (*.xlsx *.xlsm *.xls *.xlsb *.et *.ods);;所有文件 (*)"
WRITTEN = "已写到“{}”，请把它发回汇总单位。"


class Carrying(QObject):
    """Emits `taken_up` with what came of a file, `noticed` and `failed` as those of a page."""

    taken_up = Signal(object)
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, journeys: FormJourneys, start: Callable[[Job[Any]], Task], page: QWidget
    ) -> None:
        super().__init__(page)
        self._journeys, self._start, self._page = journeys, start, page
        self.profile = Profile()

    def ask_form(self) -> None:
        """Ask for a received form, and take its figures up."""
        self._ask(BRING, self.take_up)

    def ask_return(self) -> None:
        """Ask to which received form an answer is written, and write it."""
        self._ask(RETURN, self.write_back)

    def take_up(self, path: str) -> None:
        """Take the figures of a form up."""
        task = self._start(self._journeys.take_up(Path(path), self.profile))
        task.succeeded.connect(self._tell)
        task.failed.connect(self.failed)

    def write_back(self, path: str) -> None:
        """Write a form beside the one received, as it stands here."""
        task = self._start(self._journeys.write_back(Path(path)))
        task.succeeded.connect(lambda made: self.noticed.emit(Notice(WRITTEN.format(made))))
        task.failed.connect(self.failed)

    def _tell(self, done: "TakenUp") -> None:
        """Say what came of a file, then show it."""
        self.taken_up.emit(done)
        self.noticed.emit(Notice(_words(done), "\n".join(_findings(done))))

    def _ask(self, title: str, take: Callable[[str], None]) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self._page, title, "", FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _words(done: "TakenUp") -> str:
    """Say in one sentence what came with a file."""
    words = f"已打开填报表，带入{done.taken}行" if done.taken else "已打开填报表，没有要带入的数"
    kept = f"，{done.kept}行本机已填了别的，没有改" if done.kept else ""
    odd = f"；有{len(done.findings)}处请核对，见详情" if done.findings else ""
    return f"{words}{kept}{odd}。填完后按“填报表”写回。"


def _findings(done: "TakenUp") -> list[str]:
    """Say what was found, a line each, the place first."""
    return [f"{each.place or ''} {each.message}".strip() for each in done.findings]
