"""`Taking`: 入库, after it was said how much goes in and what stays out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.progress import Job
from gui.dialogs.question import Question
from gui.feedback import Notice
from gui.inbox import steps
from gui.inbox.desk import Desk
from gui.journeys.intake import IntakeJourneys, Settled
from gui.task import Task

ANSWERS = ("入库(&R)", "再核对(&L)")
SAFE = "入库前先自动备份；全部一次写入，不成就一个也不写。"
CANCELLED = "已取消入库，一个数也没有写入。"
SAME = "没有改动：这{count}个文件以前已经入库，与库里一致。"


class Taking(QObject):
    """Emits `began`, `advanced` with steps, `settled` with what came of it, `ended` in any case.

    `stale` names files that have to be compared anew; also `noticed` and `failed`.
    """

    settled = Signal(object)
    advanced = Signal(object)
    began = Signal()
    ended = Signal()
    stale = Signal(object)
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        journeys: IntakeJourneys,
        start: Callable[[Job[Any]], Task],
        desk: Desk,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._journeys, self._start, self._desk, self._page = journeys, start, desk, page
        self._task: Task | None = None

    @property
    def at_work(self) -> bool:
        """Whether something is being taken in."""
        return self._task is not None

    def ask(self) -> None:
        """Say how much goes in; where nothing can change any more, that is said at once."""
        going = steps.going(self._desk)
        if not going or self._task:
            return
        if all(each.known and not self._desk.tally(each).taken for each in going):
            self.begin()
            return
        dialog = Question("入库", self._words(), ANSWERS, self._page)
        dialog.answered.connect(lambda number: None if number else self.begin())
        dialog.open()

    def begin(self) -> None:
        """Take in all that goes in."""
        job = self._journeys.take(self._desk.batch, dict(self._desk.rulings))
        task = self._task = self._start(job)
        self.began.emit()
        task.progressed.connect(self.advanced)
        task.succeeded.connect(self._succeed)
        task.cancelled.connect(self._stop)
        task.failed.connect(self._fail)

    def cancel(self) -> None:
        """Stop; nothing is taken in then."""
        if self._task:
            self._task.cancel()

    def _words(self) -> str:
        """Say how much goes in from how many files, and what stays out."""
        tallies = [self._desk.tally(each) for each in steps.going(self._desk)]
        said = [f"从{len(tallies)}个文件入库，数和说明共{sum(each.taken for each in tallies)}格。"]
        if open_ := sum(each.open for each in tallies):
            said.append(f"还有{open_}处冲突没有选定，这些格暂不入库，以后可以接着选。")
        if left := len(self._desk.batch.files) - len(tallies):
            said.append(f"另有{left}个文件不入库。")
        return "\n".join([*said, SAFE])

    def _succeed(self, done: Settled) -> None:
        self._end()
        self.settled.emit(done)
        self.noticed.emit(Notice(_summary(done)))

    def _stop(self) -> None:
        self._end()
        self.noticed.emit(Notice(CANCELLED))

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)
        if self._journeys.is_overtaken(error):
            self.stale.emit([each.path for each in self._desk.batch.files])

    def _end(self) -> None:
        self._task = None
        self.ended.emit()


def _summary(done: Settled) -> str:
    """Say what was taken in."""
    files = done.taken.files
    codes = sum(len(each.taken) for each in files)
    if not codes and done.taken.backup is None:
        return SAME.format(count=len(files))
    handed = sum(bool(each.state and each.state.closed) for each in files)
    said = [f"已从{len(files)}个文件入库{codes}项，未变{sum(len(e.unchanged) for e in files)}项"]
    said += [f"{handed}个单位的报表已报送"] if handed else []
    if open_ := sum(len(each.open) for each in files):
        said.append(f"还有{open_}处冲突待选定")
    kept = f"入库前的数据已备份到“{done.taken.backup.name}”。" if done.taken.backup else ""
    return f"{'；'.join(said)}。{kept}"
