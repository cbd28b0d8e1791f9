"""`Transfers`: whole plans that come and go: new, brought in, handed out, deleted, restored."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.domain.plan import Plan
from core.errors import UserError
from core.progress import Job
from gui.dialogs.new_plan import NewPlan
from gui.dialogs.question import Question
from gui.feedback import Notice
from gui.journeys.plans import PlanJourneys
from gui.task import Task

if TYPE_CHECKING:
    from core.ports import LoadedPlan

ASK = "要删除“{title}”吗？删除后可以马上按“撤销”恢复。"
REMOVED = "{name}已删除；要恢复，请按“撤销”。"
IMPORTED = "规划已导入。"
MADE = "规划已新建。"
RESTORED = "{name}已恢复。"


class Transfers(QObject):
    """Emits `came` with the code of a plan that is there now, `gone` when one was deleted.

    Also `noticed` with what happened and `failed` with what prevented it.
    """

    came = Signal(str)
    gone = Signal()
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, journeys: PlanJourneys, start: Callable[[Job[Any]], Task], page: QWidget
    ) -> None:
        super().__init__(page)
        self._journeys, self._start, self._page = journeys, start, page
        self.removed: LoadedPlan | None = None

    def begin(self, plan: Plan | None) -> None:
        """Ask from what a new plan begins; the one that is shown may be it."""
        dialog = NewPlan(self._journeys, plan, self._page)
        dialog.made.connect(lambda code: self._welcome(code, MADE))
        dialog.open()

    def ask_source(self) -> None:
        """Ask for a plan folder and bring it in."""
        self._ask_folder("选择要导入的规划文件夹", self.bring_in)

    def ask_target(self, code: str) -> None:
        """Ask where a plan is written, and write it."""
        self._ask_folder("选择导出到哪个文件夹", lambda folder: self.hand_out(code, folder))

    def bring_in(self, folder: str) -> None:
        """Load a plan folder."""
        task = self._start(self._journeys.bring_in(Path(folder)))
        task.succeeded.connect(lambda code: self._welcome(code, IMPORTED))
        task.failed.connect(self.failed)

    def hand_out(self, code: str, folder: str) -> None:
        """Write a plan into a new folder."""
        task = self._start(self._journeys.hand_out(code, Path(folder)))
        task.succeeded.connect(lambda path: self.noticed.emit(Notice(f"已导出到“{path}”。")))
        task.failed.connect(self.failed)

    def ask_removal(self, plan: Plan) -> None:
        """Ask once before a plan is deleted."""
        words = ASK.format(title=plan.title)
        dialog = Question("删除规划", words, ("不删除(&N)", "删除(&D)"), self._page)
        dialog.answered.connect(lambda number: self._remove(plan) if number else None)
        dialog.open()

    def restore(self) -> None:
        """Bring back the plan that was deleted last."""
        if self.removed is None:
            return
        plan = self.removed.plan
        try:
            self._journeys.restore(self.removed)
        except UserError as error:
            self.failed.emit(error)
            return
        self.removed = None
        self._welcome(plan.code, RESTORED.format(name=plan.name))

    def _remove(self, plan: Plan) -> None:
        try:
            self.removed = self._journeys.remove(plan.code)
        except UserError as error:
            self.failed.emit(error)
            return
        self.noticed.emit(Notice(REMOVED.format(name=plan.name)))
        self.gone.emit()

    def _welcome(self, code: str, words: str) -> None:
        self.noticed.emit(Notice(words))
        self.came.emit(code)

    def _ask_folder(self, title: str, take: Callable[[str], None]) -> None:
        dialog = QFileDialog(self._page, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
