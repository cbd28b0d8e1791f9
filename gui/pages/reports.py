"""`Reports`: choose a kind of report, see the very PDF, write it as PDF and Excel."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout

from core.progress import Job
from gui.feedback import Notice
from gui.journeys.database import OPENING, Opened
from gui.pages.page import Page
from gui.scope import Scope
from gui.task import Task
from gui.widgets import parts
from gui.widgets.kind_list import KindList
from gui.widgets.live_preview import LivePreview
from gui.widgets.output_form import OutputForm
from gui.widgets.write_bar import WriteBar
from gui.widgets.written_files import WrittenFiles

WIDTH = 296  # pixels of the panel: the longest title of a kind fits
NO_PLAN = "还没有规划。请先用命令“plans add 文件夹”导入规划，再打开本窗口。"
CHOOSE = "选定报告种类，核对预览，然后写出。规划和报告期在窗口上方选择。"
NO_FORMAT = "请至少勾选一种格式，才能写出。"
NO_FOLDER = "请选择输出文件夹，或填写完整的路径，才能写出。"
WRITING = "正在写出报告，可以随时取消。"
WRITTEN = "报告已经写出，可以打开查看，也可以换一种报告继续。"
CANCELLED = "已取消写出。取消前写完的文件保留在输出文件夹里，没有留下不完整的文件。"
STOPPING = "停止写出，已写完的文件保留"

PreviewJob = Callable[[str, Scope], Job[bytes]]
ProduceJob = Callable[[str, Scope, tuple[str, ...], Path], Job[tuple[Path, ...]]]


class Reports(Page):
    """The page 报告; `preview` and `produce` are its journeys, `start` runs them."""

    def __init__(
        self, preview: PreviewJob, produce: ProduceJob, start: Callable[[Job[Any]], Task]
    ) -> None:
        super().__init__("报告")
        self._preview_job, self._produce_job, self._start = preview, produce, start
        self._scope: Scope | None = None
        self._writing: Task | None = None
        self._kinds = KindList()
        self._form = OutputForm()
        self._write = WriteBar("写出报告(&W)", "写出选定格式的文件", STOPPING)
        self._files = WrittenFiles()
        self._preview = LivePreview(start)
        self._panel, self._choices = parts.scrolling_card()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._preview.view.show_words(OPENING)
        self._write.allow(allowed=False)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._preview, 1)
        row.addWidget(self._panel)
        self.body.addLayout(row, 1)
        self._fill_panel()

    def _fill_panel(self) -> None:
        """Put what is to be chosen at the right of the preview, in the order of the work."""
        column = self._choices
        self._panel.setFixedWidth(WIDTH)
        column.addWidget(parts.label("报告种类(&K)", "group", self._kinds))
        column.addWidget(self._kinds)
        column.addSpacing(10)
        column.addWidget(self._form)
        column.addSpacing(14)
        column.addWidget(self._write)
        column.addSpacing(14)
        column.addWidget(self._files)
        column.addStretch(1)

    def _connect(self) -> None:
        self._kinds.chosen.connect(self._draw)
        self._preview.failed.connect(self.failed)
        self._form.changed.connect(self._judge)
        self._write.wanted.connect(self._produce)
        self._write.unwanted.connect(self._cancel)
        self._files.noticed.connect(self.noticed)

    def welcome(self, opened: Opened) -> None:
        """Offer the kinds of report."""
        self._kinds.offer(opened.kinds)

    def show_scope(self, scope: Scope | None) -> None:
        """Show the report of another plan or quarter."""
        self._scope = scope
        self._draw()

    def _draw(self) -> None:
        """Draw the preview of what is chosen now."""
        if self._scope and self._kinds.kind:
            self._preview.draw(self._preview_job(self._kinds.kind, self._scope))
        else:
            self._preview.forget()
            self._preview.view.show_words(NO_PLAN)
        self._judge()

    def _judge(self) -> None:
        """Say what to do next, and let the button be pressed only where it can do its work."""
        obstacle = self._obstacle()
        self._write.allow(allowed=not obstacle)
        self.advise(obstacle or (WRITING if self._writing else CHOOSE))

    def _obstacle(self) -> str:
        """Say why nothing can be written yet, if so."""
        if not self._scope:
            return NO_PLAN
        if not self._form.formats:
            return NO_FORMAT
        return "" if self._form.folder else NO_FOLDER

    def _produce(self) -> None:
        scope, folder = self._scope, self._form.folder
        if not (scope and folder):
            return
        job = self._produce_job(self._kinds.kind, scope, self._form.formats, folder)
        task = self._writing = self._start(job)
        self._write.begin()
        self._judge()
        task.progressed.connect(self._write.advance)
        task.succeeded.connect(self._succeed)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._end)
        task.cancelled.connect(lambda: self.noticed.emit(Notice(CANCELLED)))

    def _cancel(self) -> None:
        if self._writing:
            self._writing.cancel()
            self._write.halt()

    def _succeed(self, paths: tuple[Path, ...]) -> None:
        self._end()
        self._files.list_files(paths)
        self.advise(WRITTEN)
        self.noticed.emit(Notice(f"已写出{len(paths)}个文件，在“{paths[0].parent}”。"))
        QTimer.singleShot(0, self, self._show_files)

    def _show_files(self) -> None:
        """Scroll to what was written, once it has its place in the panel."""
        self._panel.ensureWidgetVisible(self._files)

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._writing = None
        self._write.end()
        self._judge()
