"""`RemarksBox`: 审核意见 on one figure: those that were made, and a line for another one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.domain.reviewing.review import Remark
from gui.models.remark_lines import worded
from gui.theme import scaled
from gui.widgets import parts
from gui.widgets.notes import Notes

TITLE, HINT = "审核意见", "写意见，按Enter保存"
LEAST = 32  # pixels of the list in a low window
SETTLE, OPEN = "标为已处理(&H)", "改为未处理(&H)"


class RemarksBox(QWidget):
    """Emits `said` with a text, `settled` with a remark, `left` when the keyboard goes back."""

    said = Signal(str)
    settled = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._remarks: Sequence[Remark] = ()
        self._head = parts.label(TITLE, "group")
        self._list, self._line = Notes(TITLE), QLineEdit()
        self._settle = parts.button(SETTLE, "选中的意见已经处理，或者还没有（空格）", "small")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._line.setPlaceholderText(HINT)
        self._line.setAccessibleName("新的审核意见")
        self._list.setMinimumHeight(scaled(LEAST))
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self._settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(self._line)

    def _connect(self) -> None:
        self._line.returnPressed.connect(self._say)
        self._settle.clicked.connect(self._tell)
        self._list.currentRowChanged.connect(self._judge)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._line, self.left.emit)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)

    @property
    def typed(self) -> str:
        """What stands in the line and is not kept yet."""
        return self._line.text().strip()

    def show_remarks(self, remarks: Sequence[Remark], *, writable: bool) -> None:
        """Show the remarks on another figure."""
        self._remarks = tuple(remarks)
        self._list.fill([worded(each) for each in remarks])
        open_ = [row for row, each in enumerate(remarks) if not each.settled]
        self._list.setCurrentRow(open_[0] if open_ else len(remarks) - 1)
        self._head.setText(f"{TITLE}（{len(remarks)}）" if remarks else TITLE)
        self._line.setVisible(writable)
        self._settle.setVisible(writable and bool(remarks))
        self._judge()

    def clear(self) -> None:
        """Forget what was typed."""
        self._line.clear()

    def focus(self) -> None:
        """Take the keyboard to the line."""
        self._line.setFocus()

    def _judge(self) -> None:
        """Word what can be done with the chosen remark."""
        chosen = self._chosen
        self._settle.setText(OPEN if chosen and chosen.settled else SETTLE)
        self._settle.setEnabled(chosen is not None)

    @property
    def _chosen(self) -> Remark | None:
        row = self._list.currentRow()
        return self._remarks[row] if 0 <= row < len(self._remarks) else None

    def _say(self) -> None:
        if self.typed:
            self.said.emit(self.typed)

    def _tell(self) -> None:
        if self._chosen:
            self.settled.emit(self._chosen)
