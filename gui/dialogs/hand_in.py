"""`HandIn`: what is still lacking before 报送, or who answers for the form."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from core.domain.form import Form
from core.domain.issue import Issue
from core.domain.profile import Profile
from core.domain.submission import Signature
from gui.widgets import parts
from gui.widgets.notes import Notes

FIELDS = (
    ("filled_by", "填表人(&F)"),
    ("reviewed_by", "审核人(&R)"),
    ("head", "单位负责人(&H)"),
    ("phone", "联系电话(&T)"),
)
FIELD = 380  # pixels
HINTS = 4  # that are seen at once
REVIEWED = "科室审核已完成：审核人逐项核对过本表(&V)"
SAME = "审核人应是另一个人；确实只有一人时，请在单位内部说明。"


class Lacking(QDialog):
    """Lists what is lacking; emits `led` with the issue whose cell somebody wants to see."""

    led = Signal(object)

    def __init__(self, issues: tuple[Issue, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("还不能报送")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._issues = issues
        self._list = QListWidget()
        self._go = parts.button("去处理(&G)", "转到选中的一格", "primary")
        self._close = parts.button("关闭(&C)", "回到报表")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._list.setProperty("role", "choice")
        self._list.setAccessibleName("要处理的格")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for issue in self._issues:
            QListWidgetItem(f"〔{issue.severity.label}〕{issue.message}", self._list)
        self._list.setCurrentRow(0)
        row = parts.answers(self._go, self._close)
        column = parts.dialog_column(self)
        words = f"还有{len(self._issues)}处要处理。选中一处，按“去处理”转到那一格。"
        column.addWidget(parts.label(words))
        column.addWidget(self._list, 1)
        column.addLayout(row)
        self.resize(640, 420)

    def _connect(self) -> None:
        self._list.itemActivated.connect(self._lead)
        self._go.clicked.connect(self._lead)
        self._close.clicked.connect(self.reject)
        self._go.setDefault(True)

    def _lead(self) -> None:
        issue = self._issues[self._list.currentRow()]
        self.accept()
        self.led.emit(issue)


class HandIn(QDialog):
    """Asks who answers for a form; emits `signed` with a Signature."""

    signed = Signal(object)

    def __init__(
        self, form: Form, hints: Sequence[Issue], profile: Profile, today: date, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("报送")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._today = today
        self._fields = {code: QLineEdit(text) for code, text in _known(form, profile).items()}
        self._reviewed = QCheckBox(REVIEWED)
        self._hint = parts.label("", "small")
        self._send = parts.button("报送(&S)", "报送后各格锁定，审核前可以撤回", "primary")
        self._cancel = parts.button("取消(&C)", "先不报送")
        self._hints = Notes("提示", HINTS)
        self._lay_out(form, hints)
        self._connect()
        self._judge()

    def _lay_out(self, form: Form, hints: Sequence[Issue]) -> None:
        lines = QFormLayout()
        lines.setHorizontalSpacing(16)
        lines.setVerticalSpacing(10)
        for code, words in FIELDS:
            self._fields[code].setMinimumWidth(FIELD)
            lines.addRow(parts.label(words, buddy=self._fields[code]), self._fields[code])
        on = f"{self._today.year}年{self._today.month}月{self._today.day}日"
        lines.addRow(parts.label("报出日期"), parts.label(on))
        row = parts.answers(self._send, self._cancel)
        column = parts.dialog_column(self)
        column.addWidget(
            parts.label(f"{form.quarter.label}，已填{form.filled}项，没有待处理的问题。")
        )
        if hints:
            column.addWidget(parts.label(f"报送之前请看一看{len(hints)}处提示：", "small"))
            column.addWidget(self._hints)
            self._hints.fill([issue.message for issue in hints])
        column.addLayout(lines)
        column.addWidget(self._reviewed)
        self._hint.setWordWrap(True)
        column.addWidget(self._hint)
        column.addLayout(row)

    def _connect(self) -> None:
        for each in self._fields.values():
            each.textChanged.connect(self._judge)
        self._reviewed.toggled.connect(self._judge)
        self._send.clicked.connect(self._sign)
        self._cancel.clicked.connect(self.reject)
        self._send.setDefault(True)
        empty = (self._fields[code] for code, _ in FIELDS if not self._text(code))
        next(empty, self._reviewed).setFocus()

    def _text(self, code: str) -> str:
        return self._fields[code].text().strip()

    def _judge(self) -> None:
        """Say what is still to be filled in; nothing is sent before."""
        absent = [parts.plain(words) for code, words in FIELDS if not self._text(code)]
        clauses = [f"请填写{'、'.join(absent)}。"] if absent else []
        clauses += [] if self._reviewed.isChecked() else ["请先完成科室审核并勾选。"]
        same = self._text("filled_by") and self._text("filled_by") == self._text("reviewed_by")
        self._send.setEnabled(not clauses)
        self._hint.setText("".join([*clauses, SAME] if same else clauses))

    def _sign(self) -> None:
        texts = {code: self._text(code) for code, _ in FIELDS}
        self.accept()
        self.signed.emit(Signature(**texts, on=self._today))


def _known(form: Form, profile: Profile) -> dict[str, str]:
    """Fill in what is known: the signature of before, else the user's own name and phone."""
    before = form.submission.signature if form.submission else None
    if before:
        return {code: str(getattr(before, code)) for code, _ in FIELDS}
    own = {"filled_by": profile.name, "phone": profile.phone}
    return {code: own.get(code, "") for code, _ in FIELDS}
