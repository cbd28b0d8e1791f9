"""`ChooseCodes`: a list in which several things are ticked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.widgets import parts

_CODE = Qt.ItemDataRole.UserRole


class ChooseCodes(QDialog):
    """Emits `chosen` with the codes of what was ticked, in the order of the list."""

    chosen = Signal(tuple)

    def __init__(
        self,
        title: str,
        choices: Sequence[tuple[str, str]],
        codes: Sequence[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._find = QLineEdit()
        self._list = QListWidget()
        self._take = parts.button("确定(&O)", "采用勾选的", "primary")
        self._leave = parts.button("取消(&C)", "保持原样")
        self._lay_out()
        self._fill(choices, codes)
        self._connect()

    def _lay_out(self) -> None:
        self._find.setPlaceholderText("输入几个字查找")
        self._find.setAccessibleName("查找")
        self._find.setClearButtonEnabled(True)
        self._list.setProperty("role", "choice")
        self._list.setAccessibleName(self.windowTitle())
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self._take)
        row.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for each in (self._find, self._list):
            column.addWidget(each)
        column.addLayout(row)
        self.resize(420, 480)

    def _fill(self, choices: Sequence[tuple[str, str]], codes: Sequence[str]) -> None:
        for code, words in choices:
            line = QListWidgetItem(words, self._list)
            line.setData(_CODE, code)
            line.setCheckState(Qt.CheckState.Checked if code in codes else Qt.CheckState.Unchecked)

    def _connect(self) -> None:
        self._find.textChanged.connect(self._seek)
        self._list.itemActivated.connect(_turn)
        self._take.clicked.connect(self._tell)
        self._leave.clicked.connect(self.reject)
        self._take.setDefault(True)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of what is ticked."""
        lines = map(self._list.item, range(self._list.count()))
        ticked = (line for line in lines if line.checkState() is Qt.CheckState.Checked)
        return tuple(str(line.data(_CODE)) for line in ticked)

    def _seek(self, words: str) -> None:
        """Show the lines that have the words; what is ticked stays ticked."""
        for line in map(self._list.item, range(self._list.count())):
            line.setHidden(words.lower() not in line.text().lower())

    def _tell(self) -> None:
        self.chosen.emit(self.codes)
        self.accept()


def _turn(line: QListWidgetItem) -> None:
    """Tick a line, or no longer."""
    ticked = line.checkState() is Qt.CheckState.Checked
    line.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
