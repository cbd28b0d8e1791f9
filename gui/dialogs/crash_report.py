"""`CrashReport`: says that the program met a bug, and offers the details to whoever helps."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from gui.widgets import parts

WORDS = (
    "规绩遇到了没有预料到的问题，刚才的操作没有完成。已经保存的数据不受影响，可以继续使用。\n"
    "如果再次出现，请复制详情，交给负责维护的人。"
)


class CrashReport(QDialog):
    """Shows the traceback as it went into the log."""

    def __init__(self, details: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("程序出错")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._details = QPlainTextEdit(details)
        self._log = parts.label(f"日志：{log}", "small")
        self._copy = parts.button("复制详情(&Y)", "把经过复制到剪贴板")
        self._close = parts.button("关闭(&C)", "回到窗口", "primary")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = parts.label(WORDS)
        words.setWordWrap(True)
        self._log.setWordWrap(True)
        self._details.setReadOnly(True)
        self._details.setAccessibleName("详情")
        self._details.setTabChangesFocus(True)
        row = parts.answers(self._copy, self._close)
        column = parts.dialog_column(self)
        for each in (words, self._details, self._log):
            column.addWidget(each)
        column.addLayout(row)
        self.resize(640, 420)

    def _connect(self) -> None:
        self._copy.clicked.connect(self._copy_details)
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
        self._copy.setText("已复制(&Y)")
