"""`About`: version, licence, fonts, and which database is open."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from gui.widgets import parts

LICENCE = "Apache-2.0"
FONTS = "思源黑体、思源宋体（SIL OFL 1.1），文鼎楷体（Arphic Public License）"
MADE_WITH = "Python、Qt（PySide6，LGPL-3.0）、SQLite、ReportLab、openpyxl、PDFium"


class About(QDialog):
    """A short dialog; every line can be copied."""

    def __init__(self, database: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("关于")
        self._lines = (
            ("版本", QCoreApplication.applicationVersion()),
            ("数据库", database),
            ("许可", LICENCE),
            ("字体", FONTS),
            ("使用了", MADE_WITH),
        )
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignTop)
        for name, words in self._lines:
            form.addRow(parts.label(name, "muted"), _copyable(words))
        close = QDialogButtonBox()
        close.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(16)
        column.addWidget(parts.label("规绩", "title"))
        column.addWidget(parts.label("区县规划指标的填报、汇总与完成情况报告", "muted"))
        column.addLayout(form)
        column.addWidget(close)
        self.setMinimumWidth(520)


def _copyable(words: str) -> QLabel:
    line = QLabel(words)
    line.setWordWrap(True)
    line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return line
