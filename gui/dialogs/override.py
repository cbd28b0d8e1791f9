"""`Override`: 改判, the status that a person gives, with its grounds, a name and a day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from core.domain.period import Quarter
from core.domain.submission import Decision
from core.domain.tracked import Tracked
from gui.models.completion_columns import UNDECIDED
from gui.widgets import parts
from gui.widgets.combo import Combo

WIDTH, GROUNDS = 520, 96  # pixels
CHOOSE = "请选择完成情况"
WHY = "必填，例如：区委常委会会议纪要〔2025〕12号"
PENDING = "目标待下达：请写明下达文件的名称或发文字号，例如：市府办发〔2023〕5号"
NO_DAY = "日期请写成2025-01-20的样子。"


class Override(QDialog):
    """Emits `wanted` with a Decision, and stays open until it is stored."""

    wanted = Signal(object)

    def __init__(
        self, row: Tracked, quarter: Quarter, words: Sequence[str], name: str, parent: QWidget
    ) -> None:
        """`words` are those of the phase; `name` is who uses the program."""
        super().__init__(parent)
        self.setWindowTitle(f"改判：{row.item.name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._row, self._quarter = row, quarter
        self._status = Combo("完成情况用词随规划和阶段而定", 12)
        self._grounds = QPlainTextEdit()
        self._by = QLineEdit(name)
        self._on = QLineEdit()
        self._flaw = parts.label("", "wrong")
        self._save = parts.button("改判(&S)", "存入数据库，并留下记录", "primary", "Ctrl+S")
        self._cancel = parts.button("取消(&C)", "不改判，关闭")
        self._fill(words)
        self._lay_out()
        self._connect()
        self._judge()

    def _fill(self, words: Sequence[str]) -> None:
        """Begin with what was decided before, else with the program's own status."""
        before = self._row.assessment.decision
        self._status.setPlaceholderText(CHOOSE)
        self._status.addItems(list(words))
        self._status.setCurrentIndex(self._status.findText(self._row.assessment.status))
        self._grounds.setPlaceholderText(PENDING if self._row.pending else WHY)
        self._on.setText(date.today().isoformat())  # noqa: DTZ011 - the day on the wall
        if before:
            self._grounds.setPlainText(before.grounds)
            self._by.setText(before.by)
            self._on.setText(before.on or self._on.text())

    def _lay_out(self) -> None:
        self._grounds.setTabChangesFocus(True)
        self._grounds.setFixedHeight(GROUNDS)
        for each in (self._flaw, said := parts.label(self._said(), "muted")):
            each.setWordWrap(True)
            each.setTextFormat(Qt.TextFormat.PlainText)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        for words, field in (
            ("完成情况(&T)", self._status),
            ("依据(&R)", self._grounds),
            ("姓名(&N)", self._by),
            ("日期(&D)", self._on),
        ):
            form.addRow(parts.label(words, buddy=field), field)
        column = parts.dialog_column(self)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(self._flaw)
        column.addLayout(parts.answers(self._save, self._cancel))
        self.setMinimumWidth(WIDTH)

    def _connect(self) -> None:
        self._status.currentIndexChanged.connect(self._judge)
        self._grounds.textChanged.connect(self._judge)
        for field in (self._by, self._on):
            field.textChanged.connect(self._judge)
        self._save.clicked.connect(self._tell)
        self._cancel.clicked.connect(self.reject)
        self._save.setDefault(True)
        self._status.setFocus()

    @property
    def decision(self) -> Decision:
        """What is chosen and typed now."""
        return Decision(
            self._row.code,
            self._quarter,
            self._status.currentText(),
            self._grounds.toPlainText().strip(),
            self._by.text().strip(),
            self._on.text().strip(),
        )

    def say(self, words: str) -> None:
        """Say why it was not stored; everything that was typed stays."""
        self._flaw.setText(words)

    def _said(self) -> str:
        """Say what the program judged, so that the person knows what is replaced."""
        suggested = self._row.assessment.suggested or UNDECIDED
        return (
            f"{self._quarter.label}，软件的判断是“{suggested}”。改判以后两者都留着，报告用改判的。"
        )

    def _judge(self) -> None:
        """Say what is still lacking; nothing is stored before."""
        self._flaw.setText(self._obstacle())
        self._save.setEnabled(not self._flaw.text())

    def _obstacle(self) -> str:
        decided = self.decision
        asked = (
            ("完成情况", decided.status),
            ("依据", decided.grounds),
            ("姓名", decided.by),
            ("日期", decided.on),
        )
        if absent := [name for name, text in asked if not text]:
            return f"还要填写{'、'.join(absent)}。"
        return "" if _is_day(decided.on) else NO_DAY

    def _tell(self) -> None:
        self.wanted.emit(self.decision)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
