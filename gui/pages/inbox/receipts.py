"""`Receipts`: 回执, what was taken in, when and by whom, with the files themselves."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from core.progress import Job
from gui.feedback import Notice
from gui.journeys.intake import History, IntakeJourneys
from gui.models import cell_lines
from gui.models.cells_model import CellsModel
from gui.models.receipts_model import ReceiptsModel
from gui.pages.inbox.part import Part
from gui.scope import Scope, Way
from gui.task import Task
from gui.theme import scaled
from gui.widgets import parts
from gui.widgets.inbox.cell_texts import CellTexts
from gui.widgets.inbox.cells_table import CellsTable
from gui.widgets.inbox.receipts_table import ReceiptsTable
from gui.widgets.plan.panel import split

LIST, CELLS, FIND = 250, 270, 190  # pixels
FORM = "填报"
EMPTY = History((), {}, {})
NONE = "还没有入库过的来件。在“收件”里读入、核对、入库以后，这里留下记录和原件。"
LOOK = "选一条，看当时怎么定的。原件按收到时的样子保存着，一个字节不差，可以另存出来。"
NOT_READ = "回执没有读出来，原因见窗口下方。请稍候再试。"
SAVED = "已另存为“{path}”，与收到时一个字节不差。"
SCANNED = "扫描件“{name}”已存在这份回执旁边。"


class Receipts(Part):
    """The receipts above, what was decided about one of them below."""

    def __init__(self, journeys: IntakeJourneys, start: Callable[[Job[Any]], Task]) -> None:
        super().__init__()
        self._journeys, self._start = journeys, start
        self._scope: Scope | None = None
        self._looking: Task | None = None
        self._history, self._forbidden, self._trouble = EMPTY, "", ""
        self._model, self._cells_model = ReceiptsModel(self), CellsModel(self, writable=False)
        self._table, self._cells = ReceiptsTable(self._model), CellsTable(self._cells_model)
        self._texts, self._find = CellTexts(), QLineEdit()
        self._this = QCheckBox("只看本期(&U)")
        self._save = parts.button("另存原件…(&S)", "把收到的文件原样存到一个文件夹", "small")
        self._form = parts.button("打开报表(&O)", "转到这个单位这一期的报表", "small")
        self._scan = parts.button("添加扫描件…(&I)", "签字盖章的扫描件，存在回执旁边", "small")
        self._save_scans = parts.button("另存扫描件…(&K)", "把扫描件原样存到一个文件夹", "small")
        self._lay_out()
        self._connect()
        self._judge()

    def _lay_out(self) -> None:
        self._find.setPlaceholderText("查找文件、单位、经办人")
        self._find.setAccessibleName("查找回执")
        self._find.setClearButtonEnabled(True)
        self._find.setMaximumWidth(scaled(FIND))
        self._find.setMinimumWidth(scaled(FIND) // 2)
        self._this.setChecked(True)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self._find)
        bar.addWidget(self._this)
        bar.addStretch(1)
        for each in (self._form, self._scan, self._save_scans, self._save):
            bar.addWidget(each)
        below = QWidget()
        cells = QVBoxLayout(below)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.addWidget(self._cells, 1)
        cells.addWidget(self._texts)
        both = split(Qt.Orientation.Vertical, (self._table, LIST), (below, CELLS))
        both.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(10)
        column.addLayout(bar)
        column.addWidget(both, 1)

    def _connect(self) -> None:
        self._find.textChanged.connect(self._table.seek)
        self._this.toggled.connect(self._show_quarter)
        self._table.turned.connect(self._show_receipt)
        self._table.opened.connect(self._open_form)
        self._cells.turned.connect(lambda: self._texts.show_line(self._cells.line))
        self._form.clicked.connect(self._open_form)
        self._save.clicked.connect(lambda: self._ask_folder(self._save_original))
        self._save_scans.clicked.connect(lambda: self._ask_folder(self._save_all_scans))
        self._scan.clicked.connect(self._ask_scan)

    @property
    def advice(self) -> str:
        """What the person in front of this part should do now."""
        if self._trouble:
            return self._trouble
        return LOOK if self._history.receipts else NONE

    def forbid(self, why: str) -> None:
        """Let no scan be added as long as there is a reason."""
        self._forbidden = why
        self._judge()

    def show_scope(self, scope: Scope | None) -> None:
        """Read what was taken in of a plan; only the answer to the last question counts."""
        self._scope = scope
        if self._looking:
            self._looking.cancel()
            self._looking = None
        if scope is None:
            self._show(EMPTY)
            return
        task = self._looking = self._start(self._journeys.history(scope))
        task.succeeded.connect(partial(self._end, task))
        task.failed.connect(partial(self._miss, task))

    def _end(self, task: Task, history: History) -> None:
        if task is self._looking:
            self._looking = None
            self._show(history)

    def _miss(self, task: Task, error: Exception) -> None:
        if task is self._looking:
            self._looking = None
            self._show(EMPTY, NOT_READ)
            self.failed.emit(error)

    def _show(self, history: History, trouble: str = "") -> None:
        self._history, self._trouble = history, trouble
        self._model.show_receipts(history.receipts, history.departments)
        self._show_quarter()
        self.advised.emit()

    def _show_quarter(self) -> None:
        chosen = self._scope.quarter if self._scope and self._this.isChecked() else None
        self._table.show_quarter(chosen)

    def _show_receipt(self) -> None:
        receipt = self._table.receipt
        lines = cell_lines.of_receipt(receipt, self._history.items) if receipt else []
        self._cells_model.show_lines(lines)
        self._cells.go_to(0)
        self._texts.show_line(self._cells.line)
        self._judge()

    def _judge(self) -> None:
        """Let be pressed what can be done with the receipt."""
        receipt = self._table.receipt
        for each in (self._save, self._form):
            each.setEnabled(receipt is not None)
        self._scan.setEnabled(receipt is not None and not self._forbidden)
        self._save_scans.setEnabled(bool(receipt and receipt.scans))

    def _open_form(self) -> None:
        if receipt := self._table.receipt:
            slip = receipt.slip
            self.led.emit(Way(FORM, slip.quarter, slip.department, plan=slip.plan))

    def _save_original(self, folder: Path) -> None:
        if receipt := self._table.receipt:
            self._write_out(receipt.name, receipt.sha256, folder)

    def _save_all_scans(self, folder: Path) -> None:
        receipt = self._table.receipt
        for scan in receipt.scans if receipt else ():
            self._write_out(scan.name, scan.sha256, folder)

    def _write_out(self, name: str, digest: str, folder: Path) -> None:
        task = self._start(self._journeys.save_original(name, digest, folder))
        task.succeeded.connect(lambda path: self.noticed.emit(Notice(SAVED.format(path=path))))
        task.failed.connect(self.failed)

    def _keep_scan(self, path: Path) -> None:
        if receipt := self._table.receipt:
            task = self._start(self._journeys.add_scan(receipt, path))
            task.succeeded.connect(lambda: self._tell_scan(path.name))
            task.failed.connect(self.failed)

    def _tell_scan(self, name: str) -> None:
        self.noticed.emit(Notice(SCANNED.format(name=name)))
        self.show_scope(self._scope)

    def _ask_folder(self, act: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, "选择另存到哪个文件夹")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: act(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_scan(self) -> None:
        dialog = QFileDialog(self, "选择扫描件")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._keep_scan(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
