"""`Sending`: 分发, where the quarter's forms are written for the departments that are ticked."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from core.progress import Job
from gui.feedback import Notice
from gui.journeys.intake import IntakeJourneys
from gui.journeys.letters import LetterJourneys
from gui.models.due_model import DueModel
from gui.pages.inbox.part import Part
from gui.pages.inbox.posting import FormsPost, Order
from gui.scope import Scope
from gui.task import Task
from gui.theme import scaled
from gui.widgets import parts
from gui.widgets.due_table import DueTable
from gui.widgets.folder_field import FolderField
from gui.widgets.inbox.letters_bar import LettersBar
from gui.widgets.write_bar import WriteBar
from gui.widgets.written_files import WrittenFiles

if TYPE_CHECKING:
    from core.services.distribution import Distributed
    from core.services.due import Due

WIDTH, FIND = 280, 150  # pixels: of the panel at the right, of the field that seeks
FOLDER = "规绩填报表"
NO_PLAN = "还没有规划。请先在“规划与指标”导入或新建规划。"
NOBODY = "本季没有要填报的单位。请在窗口上方换规划或报告期。"
NOT_READ = "各单位没有列出来，原因见窗口下方。请稍候再试。"
NONE_CHOSEN = "请勾选要分发的单位；已经报送的单位不再分发。"
NO_FOLDER = "请选择输出文件夹，或填写完整的路径，才能写出。"
CHOOSE = "勾选单位，写出填报表，一个单位一个文件，发给各单位填写。"
WRITING = "正在写出填报表，可以随时取消。"
WRITTEN = "填报表已经写出，请发给各单位；填好交回的，在“收件”里读入。"
CANCELLED = "已取消写出。取消前写完的文件保留在输出文件夹里，并已记为分发。"
STOPPING = "停止写出，已写完的文件保留"


class Sending(Part):
    """The departments at the left, the folder and what was written at the right."""

    def __init__(
        self,
        journeys: IntakeJourneys,
        letters: LetterJourneys,
        start: Callable[[Job[Any]], Task],
    ) -> None:
        super().__init__()
        self._journeys, self._start = journeys, start
        self.posting = FormsPost(letters, start, self)
        self._letters = LettersBar()
        self._scope: Scope | None = None
        self._looking: Task | None = None
        self._writing: Task | None = None
        self._forbidden = self._said = ""
        self._model = DueModel(self)
        self._table = DueTable(self._model)
        self._find = QLineEdit()
        self._count = parts.label("", "muted")
        self._all = parts.button("全选(&A)", "勾选列出的全部单位", "small")
        self._none = parts.button("全不选(&U)", "取消列出的全部勾选", "small")
        self._folder = FolderField(FOLDER)
        self._write = WriteBar("写出填报表(&W)", "给勾选的单位各写一个工作簿", STOPPING)
        self._files = WrittenFiles()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._find.setPlaceholderText("查找单位")
        self._find.setAccessibleName("查找单位")
        self._find.setClearButtonEnabled(True)
        self._find.setMaximumWidth(scaled(FIND))
        self._find.setMinimumWidth(scaled(FIND) // 2)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for each in (self._find, self._all, self._none):
            bar.addWidget(each)
        bar.addStretch(1)
        bar.addWidget(self._count)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(bar)
        left.addWidget(self._table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self._side())

    def _side(self) -> QFrame:
        """Put what is to be chosen at the right, in the order of the work."""
        panel, column = parts.card()
        panel.setFixedWidth(scaled(WIDTH))
        column.addWidget(self._folder)
        column.addSpacing(14)
        column.addWidget(self._write)
        column.addSpacing(14)
        column.addWidget(self._files)
        column.addSpacing(14)
        column.addWidget(self._letters)
        column.addStretch(1)
        return panel

    def _connect(self) -> None:
        self._find.textChanged.connect(self._table.seek)
        self._all.clicked.connect(lambda: self._table.tick_all(chosen=True))
        self._none.clicked.connect(lambda: self._table.tick_all(chosen=False))
        self._model.ticked.connect(self._judge)
        self._folder.changed.connect(self._judge)
        self._write.wanted.connect(self._send_out)
        self._write.unwanted.connect(self._cancel)
        self._files.noticed.connect(self.noticed)
        self._letters.wanted.connect(self._post)
        posting = self.posting
        posting.began.connect(self._write.begin)
        posting.advanced.connect(self._write.advance)
        posting.ended.connect(self._end)
        posting.noticed.connect(self.noticed)
        posting.failed.connect(self.failed)

    @property
    def advice(self) -> str:
        """What the person in front of this part should do now."""
        if self._writing:
            return WRITING
        return self._obstacle() or self._said or CHOOSE

    def forbid(self, why: str) -> None:
        """Let nothing be written as long as there is a reason."""
        self._forbidden = why
        self._judge()

    def show_scope(self, scope: Scope | None) -> None:
        """List the departments of another plan or quarter, or the same ones as they are now."""
        if scope != self._scope:
            self._said = ""
            self._files.list_files(())
        self._scope = scope
        self._look()

    def _look(self) -> None:
        """Read who has something to report; only the answer to the last question counts."""
        if self._looking:
            self._looking.cancel()
            self._looking = None
        if self._scope is None:
            self._model.show_due(())
            return
        task = self._looking = self._start(self._journeys.due(self._scope))
        task.succeeded.connect(partial(self._show, task))
        task.failed.connect(partial(self._miss, task))

    def _show(self, task: Task, due: "tuple[Due, ...]") -> None:
        if task is self._looking:
            self._looking = None
            self._model.show_due(due)

    def _miss(self, task: Task, error: Exception) -> None:
        if task is self._looking:
            self._looking = None
            self._said = NOT_READ
            self._model.show_due(())
            self.failed.emit(error)

    def _judge(self) -> None:
        """Count, and let the button be pressed only where it can do its work."""
        chosen, all_ = len(self._model.chosen), self._model.rowCount()
        self._count.setText(f"已选{chosen}个，共{all_}个单位" if all_ else "")
        allowed = not self._obstacle()
        self._write.allow(allowed=allowed)
        self._letters.allow(allowed=allowed)
        self.advised.emit()

    def _obstacle(self) -> str:
        """Say why nothing can be written, if so."""
        if self._scope is None:
            return NO_PLAN
        if self._forbidden:
            return self._forbidden
        if not self._model.rowCount():
            return self._said or NOBODY
        if not self._model.chosen:
            return NONE_CHOSEN
        return "" if self._folder.folder else NO_FOLDER

    def _send_out(self) -> None:
        scope, folder = self._scope, self._folder.folder
        if not (scope and folder):
            return
        job = self._journeys.send_out(scope, self._model.chosen, folder)
        task = self._writing = self._start(job)
        self._write.begin()
        self._judge()
        task.progressed.connect(self._write.advance)
        task.succeeded.connect(self._succeed)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._stop)

    def _post(self, send: bool) -> None:  # noqa: FBT001 - from a signal
        """Write to the departments that are ticked."""
        scope, folder = self._scope, self._folder.folder
        if scope and folder:
            occasion, paths = self._letters.occasion, self._files.paths
            order = Order(occasion, scope, self._model.chosen, paths, folder)
            self.posting.write(order, send=send)

    def _cancel(self) -> None:
        self.posting.cancel()
        if self._writing:
            self._writing.cancel()
        self._write.halt()

    def _succeed(self, done: "Distributed") -> None:
        self._said = WRITTEN
        self._end()
        self._files.list_files(done.files)
        place = f"，在“{done.files[0].parent}”" if done.files else ""
        left = "".join(f"{each}。" for each in done.left_out)
        self.noticed.emit(Notice(f"已写出{len(done.files)}个填报表{place}。{left}"))

    def _stop(self) -> None:
        self._end()
        self.noticed.emit(Notice(CANCELLED))

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        """Show the button again, and count anew how often each form was sent."""
        self._writing = None
        self._write.end()
        self._look()
