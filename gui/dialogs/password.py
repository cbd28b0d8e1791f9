"""`Password`: asks for what opens files that are locked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from gui.widgets import parts

WIDTH, SHOWN = 440, 5
WRONG = "这个密码打不开，请向对方核实后再输入。"


class Password(QDialog):
    """Emits `given` with what was typed; `again` says that another one did not open them."""

    given = Signal(str)

    def __init__(self, names: Sequence[str], parent: QWidget, *, again: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle("打开加密的文件")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self._line = QLineEdit()
        self._open = parts.button("打开(&O)", "用这个密码读文件", "primary")
        self._cancel = parts.button("暂不读(&L)", "文件留在列表里，以后再输入")
        self._lay_out(names, again=again)
        self._connect()

    def _lay_out(self, names: Sequence[str], *, again: bool) -> None:
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        column = parts.dialog_column(self)
        more = f"\n等{len(names)}个文件" if len(names) > SHOWN else ""
        said = parts.label("下列文件有密码，输入后才能读：\n" + "\n".join(names[:SHOWN]) + more)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        column.addWidget(said)
        if again:
            column.addWidget(parts.label(WRONG, "wrong"))
        column.addWidget(parts.label("密码(&P)", buddy=self._line))
        column.addWidget(self._line)
        column.addLayout(parts.answers(self._open, self._cancel))

    def _connect(self) -> None:
        self._line.textChanged.connect(lambda text: self._open.setEnabled(bool(text)))
        self._open.clicked.connect(self._give)
        self._cancel.clicked.connect(self.reject)
        self._open.setDefault(True)
        self._open.setEnabled(False)
        self._line.setFocus()

    def _give(self) -> None:
        text = self._line.text()
        self.accept()
        self.given.emit(text)
