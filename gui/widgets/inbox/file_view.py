"""`FileView`: one returned file: its cells at the left, what is wrong with it at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain.changes import Way
from core.domain.incoming import Incoming
from core.domain.returned import Finding
from core.services.inbox.arrivals import Skipped
from gui.inbox.desk import Desk
from gui.models import cell_lines
from gui.models.cells_model import CellsModel
from gui.widgets import parts
from gui.widgets.inbox.cell_texts import CellTexts
from gui.widgets.inbox.cells_table import CellsTable
from gui.widgets.inbox.issues_list import IssuesList
from gui.widgets.plan.panel import split

CELLS, ISSUES = 620, 290  # pixels
WAYS = (
    (Way.KEEP, "保留(&B)", "库里的不变（B或1）"),
    (Way.TAKE, "采用(&C)", "用退回来的（C或2）"),
    (Way.WRITE, "改为…(&G)", "另填一个（G或3）"),
)
ALL = (
    (Way.KEEP, "全部保留", "这个文件的冲突全部用库里的"),
    (Way.TAKE, "全部采用", "这个文件的冲突全部用退回来的"),
)


class FileView(QWidget):
    """Decides on the desk; emits `written` with a line and a text, `led` with a finding."""

    written = Signal(object, str)
    led = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.file: Incoming | None = None
        self.model = CellsModel(self)
        self.cells = CellsTable(self.model)
        self.texts, self.issues = CellTexts(), IssuesList()
        self._ways = {way: parts.button(words, tip, "small") for way, words, tip in WAYS}
        self._all = {way: parts.button(words, tip, "small") for way, words, tip in ALL}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(6)
        for each in self._ways.values():
            bar.addWidget(each)
        bar.addStretch(1)
        for each in self._all.values():
            bar.addWidget(each)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(bar)
        column.addWidget(self.cells, 1)
        column.addWidget(self.texts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        both = split(Qt.Orientation.Horizontal, (left, CELLS), (self.issues, ISSUES))
        both.setStretchFactor(0, 2)
        row.addWidget(both)

    def _connect(self) -> None:
        self.cells.turned.connect(self._judge)
        self.cells.decided.connect(self._decide)
        self.model.written.connect(self.written)
        self.issues.led.connect(self._lead)
        self._desk.decided.connect(self._show_again)
        for way, button in self._ways.items():
            button.clicked.connect(lambda _=False, way=way: self.cells.decide(way))
        for way, button in self._all.items():
            button.clicked.connect(lambda _=False, way=way: self._decide_all(way))

    def show_file(self, file: Incoming | None, skipped: Skipped | None = None) -> None:
        """Show another file, or why nobody has to read one."""
        self.file = file
        self._show_lines()
        if file is None:
            self.issues.say(skipped.reason if skipped else "")
        else:
            self.issues.show_issues(file.issues)
        if self.cells.line is None:
            self.cells.go_to(0)
        self._judge()

    def _show_again(self, places: object) -> None:
        if self.file and self.file.place in places:  # type: ignore[operator]
            self._show_lines()
            self._judge()

    def _show_lines(self) -> None:
        file = self.file
        own = (
            {e.spot: c for e in file.matches if (c := self._desk.choice(file, e.spot))}
            if file
            else {}
        )
        lines = cell_lines.of_file(file, self._desk.decisions(file), own) if file else []
        self.model.show_lines(lines)

    def _judge(self) -> None:
        """Show the texts of the line, and let be pressed what can be chosen."""
        line = self.cells.line
        self.texts.show_line(line)
        can = bool(line and line.mark is not cell_lines.Mark.BARRED)
        for button in self._ways.values():
            button.setEnabled(can)
        for button in self._all.values():
            button.setEnabled(bool(self.file and self.file.conflicts))

    def _decide(self, line: cell_lines.CellLine, choice: object) -> None:
        if self.file:
            self._desk.choose(self.file, line.spot, choice)  # type: ignore[arg-type]

    def _decide_all(self, way: Way) -> None:
        if self.file:
            self._desk.choose_all(self.file, way)

    def _lead(self, finding: Finding) -> None:
        """Go to the cell of a finding; one that does not differ is shown elsewhere."""
        row = self.model.row((finding.code, finding.column)) if finding.column else -1
        if row >= 0:
            self.cells.go_to(row)
            self.cells.setFocus()
        else:
            self.led.emit(finding)
