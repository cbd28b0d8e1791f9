"""`FormBar`: above the form: whose it is, how far it has come, what is done by one key."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from core.domain.department import Department
from core.domain.form import Form
from core.domain.submission import State
from gui.theme import scaled
from gui.widgets import parts
from gui.widgets.combo import Combo


class FormBar(QWidget):
    """Emits `chosen` with the code of another department.

    Emits `sought` with the words to look for as they are typed, `sought_on` for the next match;
    `brought` where a form that came as a workbook is to be opened, `returned` where one is to be
    written back.
    """

    chosen = Signal(str)
    sought = Signal(str)
    sought_on = Signal(str)
    brought = Signal()
    returned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._department = Combo("选择填报部门", 12)
        self._progress = parts.label("")
        self._progress.setObjectName("progress")
        self._progress.setWordWrap(True)
        self._find = QLineEdit()
        self.zero = parts.button("零报告(&0)", "本格填0", shortcut="Ctrl+0")
        self.same = parts.button("与上期相同(&L)", "本格填上期的数", shortcut="Ctrl+L")
        self.workbook = parts.button("填报表(&E)", "打开收到的Excel填报表，或写回一份")
        self.hand_in = parts.button("报送(&B)", "核对后报送本表", "primary")
        self.take_back = parts.button("撤回(&T)", "审核前可以撤回修改")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._find.setPlaceholderText("查找（Ctrl+F）")
        self._find.setAccessibleName("查找指标")
        self._find.setMaximumWidth(scaled(220))
        self._find.setClearButtonEnabled(True)
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(parts.label("部门(&D)", buddy=self._department))
        above.addWidget(self._department, 1)
        above.addWidget(self._find)
        above.addWidget(self.take_back)
        above.addWidget(self.hand_in)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self._progress, 1)
        below.addWidget(self.zero)
        below.addWidget(self.same)
        below.addWidget(self.workbook)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(above)
        column.addLayout(below)

    def _connect(self) -> None:
        self._department.currentIndexChanged.connect(self._tell)
        self._find.textEdited.connect(self.sought)
        self._find.returnPressed.connect(lambda: self.sought_on.emit(self._find.text()))
        self.workbook.clicked.connect(self._offer_workbook)
        QShortcut(QKeySequence.StandardKey.Find, self, self._seek)

    @property
    def department(self) -> str:
        """The code of the chosen department, empty where there is none."""
        return str(self._department.currentData() or "")

    def offer(self, departments: Sequence[Department], chosen: str) -> None:
        """Offer departments and choose one, the first where it is not among them."""
        with QSignalBlocker(self._department):
            self._department.clear()
            for each in departments:
                self._department.addItem(f"{each.code} {each.short_name}", each.code)
            codes = [each.code for each in departments]
            self._department.setCurrentIndex(codes.index(chosen) if chosen in codes else 0)
        self._department.setEnabled(bool(departments))

    def show_form(self, form: Form | None, *, writable: bool) -> None:
        """Show how far a form has come."""
        self._progress.setText(progress(form) if form else "")
        self._progress.setTextFormat(Qt.TextFormat.PlainText)
        open_ = bool(form and not form.state.closed) and writable
        for each in (self.zero, self.same, self.hand_in):
            each.setEnabled(open_ and bool(form and form.rows))
        self.workbook.setEnabled(writable)
        handed = bool(form and form.state is State.SUBMITTED) and writable
        self.take_back.setVisible(handed)
        self.hand_in.setVisible(not handed)

    def focus(self) -> None:
        """Take the keyboard to the first field."""
        self._department.setFocus()

    def _seek(self) -> None:
        self._find.setFocus()
        self._find.selectAll()

    def _offer_workbook(self) -> None:
        """Open the menu of what can be done with a received form, below its button."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("打开收到的填报表(&O)…", self.brought.emit)
        menu.addAction("写回填报表(&W)…", self.returned.emit)
        menu.popup(self.workbook.mapToGlobal(QPoint(0, self.workbook.height())))

    def _tell(self) -> None:
        self.chosen.emit(self.department)


def progress(form: Form) -> str:
    """Word how far a form has come: 填报中，已填12/18，须说明2，强制1，截止2026年1月20日."""
    day = form.deadline
    clauses = [form.state.label, f"已填{form.filled}/{form.asked}"]
    clauses += [f"须说明{form.unexplained}"] if form.unexplained else []
    clauses += [f"强制{len(form.blocking)}"] if form.blocking else []
    clauses += [f"截止{day.year}年{day.month}月{day.day}日"]
    signature = form.submission.signature if form.submission else None
    if form.state.closed and signature:
        on = signature.on
        clauses += [f"{signature.filled_by}于{on.year}年{on.month}月{on.day}日报出"]
    return "，".join(clauses)
