"""`Received`: 收到的表, which a department opens, fills in 填报 and writes back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from core.progress import Job
from gui.feedback import Notice
from gui.journeys.intake import IntakeJourneys
from gui.pages.inbox.part import Part
from gui.scope import Way
from gui.task import Task
from gui.theme import scaled
from gui.widgets import parts
from gui.widgets.inbox.issues_list import IssuesList
from gui.widgets.written_files import WrittenFiles

if TYPE_CHECKING:
    from core.services.inbox.received import TakenUp

WIDTH = 280  # pixels of the panel at the right
FORM = "填报"
OPEN = "打开汇总单位发来的填报表，在“填报”里填好，再写回成工作簿交回。分发、收件由汇总单位办理。"
FILL = "表已打开。到“填报”里填，填好回到这里按“写回”，把写出的文件发给汇总单位。"
WRITTEN = "已写回，请把写出的文件发给汇总单位。收到的文件没有改动。"
DROP = "把汇总单位发来的填报表拖到这里\n也可以按“打开填报表”"
OPENED = "“{name}”\n{quarter}，带入{taken}项"
KEPT = "；有{kept}项本机已经填了别的数，没有改动，请在“填报”里核对"


class Received(Part):
    """One form at a time; the file itself is never changed."""

    def __init__(self, journeys: IntakeJourneys, start: Callable[[Job[Any]], Task]) -> None:
        super().__init__()
        self._journeys, self._start = journeys, start
        self._path: Path | None = None
        self._taken: TakenUp | None = None
        self._task: Task | None = None
        self._forbidden = self._said = ""
        self._form = parts.label(DROP, "drop")
        self._open = parts.button("打开填报表…(&O)", "读汇总单位发来的工作簿", "", "Ctrl+O")
        self._fill = parts.button("去填报(&G)", "转到这张报表")
        self._write = parts.button(
            "写回(&W)", "写成工作簿，放在收到的文件旁边", "primary", "Ctrl+S"
        )
        self._issues, self._files = IssuesList(), WrittenFiles()
        self._lay_out()
        self._connect()
        self._judge()

    def _lay_out(self) -> None:
        self._form.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._form.setTextFormat(Qt.TextFormat.PlainText)
        self._form.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._form, 1)
        left.addWidget(self._issues, 2)
        panel, column = parts.card()
        panel.setFixedWidth(scaled(WIDTH))
        for each in (self._open, self._fill, self._write):
            column.addWidget(each)
        column.addSpacing(14)
        column.addWidget(self._files)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(panel)

    def _connect(self) -> None:
        self._open.clicked.connect(self._ask_path)
        self._fill.clicked.connect(self._lead)
        self._write.clicked.connect(self._write_back)
        self._issues.led.connect(lambda finding: self._lead(finding.code))
        self._files.noticed.connect(self.noticed)

    @property
    def advice(self) -> str:
        """What the person in front of this part should do now."""
        return self._forbidden or self._said or OPEN

    def forbid(self, why: str) -> None:
        """Let nothing be opened as long as there is a reason."""
        self._forbidden = why
        self._judge()

    def read(self, paths: Sequence[Path]) -> None:
        """Open the first of the files."""
        if paths and not (self._forbidden or self._task):
            self._run(self._journeys.take_up(paths[0]), partial(self._show, paths[0]))

    def _run(self, job: Job[Any], then: Callable[[Any], None]) -> None:
        """Do one thing after the other, the buttons off meanwhile."""
        task = self._task = self._start(job)
        self._judge()
        task.succeeded.connect(then)
        task.failed.connect(self.failed)
        for end in (task.succeeded, task.failed, task.cancelled):
            end.connect(self._end)

    def _end(self) -> None:
        self._task = None
        self._judge()

    def _show(self, path: Path, taken: "TakenUp") -> None:
        """Say which form it is, and what came with it."""
        self._path, self._taken, self._said = path, taken, FILL
        quarter = taken.quarter.label
        words = OPENED.format(name=path.name, quarter=quarter, taken=taken.taken)
        kept = KEPT.format(kept=taken.kept) if taken.kept else ""
        self._form.setText(f"{words}{kept}。")
        self._issues.show_issues(taken.findings)
        self._files.list_files(())

    def _judge(self) -> None:
        """Let be pressed what can be done."""
        free = not (self._forbidden or self._task)
        self._open.setEnabled(free)
        for each in (self._fill, self._write):
            each.setEnabled(free and self._taken is not None)
        self._issues.setVisible(bool(self._taken and self._taken.findings))
        self.advised.emit()

    def _lead(self, code: object = "") -> None:
        """Turn to the form, to an item of it if one is meant."""
        if taken := self._taken:
            at = code if isinstance(code, str) else ""
            way = Way(FORM, taken.quarter, taken.department, at, plan=taken.plan)
            self.led.emit(way)

    def _write_back(self) -> None:
        if self._path:
            self._run(self._journeys.write_back(self._path), self._tell)

    def _tell(self, path: Path) -> None:
        self._said = WRITTEN
        self._files.list_files((path,))
        self.noticed.emit(Notice(f"已写回“{path}”。"))

    def _ask_path(self) -> None:
        dialog = QFileDialog(self, "选择汇总单位发来的填报表")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.read([Path(name)]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
