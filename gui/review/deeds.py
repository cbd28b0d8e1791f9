"""`Deeds`: the steps of a review, asked about where they have to be, run beside the window."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.domain.reviewing.docket import Docketed, Reviewed
from core.domain.reviewing.review import Remark
from core.errors import UserError
from core.progress import Job, finish
from core.services.review.amending import Amended, Amendment
from core.services.review.approval import Authority
from gui import feedback
from gui.dialogs.amend import Amend
from gui.dialogs.approve import Approve
from gui.dialogs.reason import Reason
from gui.feedback import Notice
from gui.journeys.review import ReviewJourneys
from gui.scope import Scope
from gui.task import Task

FOLDER = "退回单和批注过的表写到哪个文件夹"
BUG = "出了程序没有预料到的错误，没有保存，填的还在这里。"
REVOKE = "撤销以后{name}{quarter}的表回到“已审核”，可以退回或者重新审定；已经留存的快照不变。"

Asking = Amend | Approve | Reason  # dialogs that stay open until what they ask for is stored


class Deeds(QObject):
    """Emits `done` when something was stored; `began` and `ended` around it; as a page besides."""

    began = Signal()
    ended = Signal()
    done = Signal()
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, journeys: ReviewJourneys, start: Callable[[Job[Any]], Task], page: QWidget
    ) -> None:
        super().__init__(page)
        self._journeys, self._start, self._page = journeys, start, page
        self._task: Task | None = None
        self.scope: Scope | None = None

    @property
    def at_work(self) -> bool:
        """Whether something is being stored."""
        return self._task is not None

    def review(self, form: Docketed) -> None:
        """Find a form in order."""
        words = f"{form.name}的表已审核。"
        self._run(lambda scope: self._journeys.review(scope, form.department), words)

    def take_back(self, form: Docketed) -> None:
        """Take a review back."""
        words = f"{form.name}的表回到“已报送”。"
        self._run(lambda scope: self._journeys.take_back(scope, form.department), words)

    def say(self, department: str, code: str, text: str) -> None:
        """Keep a remark on a figure; at once where something else is being stored."""
        if self._task:
            self.say_now(department, code, text)
        else:
            self._run(lambda scope: self._journeys.say(scope, department, code, text))

    def say_now(self, department: str, code: str, text: str) -> None:
        """Keep a remark without a task."""
        try:
            if self.scope:
                finish(self._journeys.say(self.scope, department, code, text))
        except UserError as error:
            self.failed.emit(error)

    def settle(self, said: Sequence[Remark], *, done: bool) -> None:
        """Note that remarks were dealt with, or open them again."""
        if said:
            self._run(lambda scope: self._journeys.settle(scope, tuple(said), done=done))

    def ask_approval(self, forms: Sequence[Docketed], chosen: str) -> None:
        """Ask who approves which forms."""
        dialog = Approve(forms, chosen, datetime.now().astimezone().date(), self._page)
        dialog.wanted.connect(partial(self._approve, dialog))
        dialog.open()

    def ask_revocation(self, form: Docketed) -> None:
        """Ask why an approval is taken back."""
        words = REVOKE.format(name=form.name, quarter=form.quarter.label)
        dialog = Reason("撤销审定", words, "撤销审定(&S)", self._page)
        dialog.given.connect(partial(self._revoke, dialog, form))
        dialog.open()

    def ask_amendment(self, each: Reviewed) -> None:
        """Ask what is to stand in a figure's place."""
        dialog = Amend(each.row, self._page)
        dialog.wanted.connect(partial(self._amend, dialog))
        dialog.open()

    def ask_folder(self, form: Docketed) -> None:
        """Ask where what goes back is written."""
        dialog = QFileDialog(self._page, FOLDER)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.give_back(form, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def give_back(self, form: Docketed, folder: Path) -> None:
        """Write what goes back, and open the form."""
        task = self._run(lambda scope: self._journeys.give_back(scope, form.department, folder))
        if task:
            task.succeeded.connect(self._tell_files)

    def _approve(self, dialog: Approve, departments: tuple[str, ...], authority: Authority) -> None:
        words = f"已审定{len(departments)}份报表，数和完成情况已留存。"
        journeys = self._journeys
        self._run(lambda scope: journeys.approve(scope, departments, authority), words, dialog)

    def _revoke(self, dialog: Reason, form: Docketed, reason: str) -> None:
        words = f"{form.name}的表已撤销审定，回到“已审核”。"
        journeys = self._journeys
        self._run(lambda scope: journeys.revoke(scope, form.department, reason), words, dialog)

    def _amend(self, dialog: Amend, amendment: Amendment) -> None:
        task = self._run(lambda scope: self._journeys.amend(scope, amendment), "", dialog)
        if task:
            task.succeeded.connect(self._tell_amended)

    def _run(
        self, job: Callable[[Scope], Job[Any]], words: str = "", dialog: Asking | None = None
    ) -> Task | None:
        """Run a step; say what came of it, in its dialog where it failed."""
        if self.scope is None or self._task:
            return None
        task = self._task = self._start(job(self.scope))
        self.began.emit()
        task.succeeded.connect(partial(self._succeed, words, dialog))
        task.failed.connect(partial(self._fail, dialog))
        task.cancelled.connect(self._end)
        return task

    def _succeed(self, words: str, dialog: Asking | None, _: object) -> None:
        self._end()
        if dialog:
            dialog.accept()
        if words:
            self.noticed.emit(Notice(words))
        self.done.emit()

    def _fail(self, dialog: Asking | None, error: Exception) -> None:
        self._end()
        if dialog is None:
            self.failed.emit(error)
            return
        dialog.say(feedback.words(error, BUG))

    def _end(self) -> None:
        self._task = None
        self.ended.emit()

    def _tell_files(self, paths: tuple[Path, ...]) -> None:
        names = "、".join(path.name for path in paths)
        words = f"已退回，写出{names}，在“{paths[0].parent}”；请发给该单位，改好后再报。"
        self.noticed.emit(Notice(words))

    def _tell_amended(self, done: Amended) -> None:
        told = [done.note, *(issue.message for issue in done.issues)]
        words = "；".join(filter(None, told))
        self.noticed.emit(Notice(f"已改数。{words}" if words else "已改数，理由已记录。"))
