"""`Restore`: what is in a copy, before the database is brought back to it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QWidget

from core.domain.backup import Contents
from gui.models.backups_model import when
from gui.widgets import parts

WORDS = "恢复以后，数据库就是这份备份里的样子。现在的数据库先另存到备份文件夹，随时可以换回来。"
NEVER, EMPTY, WHOLE = "没有修改记录", "没有规划", "完好"
SHOWN = 3  # faults that are listed


class Restore(QDialog):
    """Emits `wanted` once somebody decided for it."""

    wanted = Signal()

    def __init__(self, source: Path, contents: Contents, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("恢复备份")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lines = (("备份文件", str(source)), *_lines(contents))
        self._restore = parts.button("恢复(&R)", "用这份备份替换现在的数据", "primary")
        self._cancel = parts.button("取消(&C)", "不恢复，关闭")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        for name, line in self._lines:
            title = parts.label(name, "muted")
            title.setAlignment(Qt.AlignmentFlag.AlignTop)
            form.addRow(title, _copyable(line))
        words = parts.label(WORDS)
        words.setWordWrap(True)
        row = parts.answers(self._restore, self._cancel)
        column = parts.dialog_column(self)
        column.addWidget(words)
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(row)
        self.resize(620, self.sizeHint().height())

    def _connect(self) -> None:
        self._restore.clicked.connect(self._decide)
        self._cancel.clicked.connect(self.reject)
        self._cancel.setDefault(True)
        self._cancel.setFocus()

    def _decide(self) -> None:
        self.wanted.emit()
        self.accept()


def _lines(contents: Contents) -> tuple[tuple[str, str], ...]:
    """Say what a copy holds, a line each."""
    plans = "\n".join(f"{title}：{count}条填报值" for title, count in contents.entries)
    last = f"{when(contents.last_at)}，{contents.last_by}" if contents.last_at else NEVER
    head = f"共{contents.head.links}条，末条校验值{contents.head.digest}"
    return (
        ("规划", plans or EMPTY),
        ("最后修改", last),
        ("修改记录", head if contents.head.links else NEVER),
        ("检查结果", _judged(contents.problems)),
    )


def _judged(problems: tuple[str, ...]) -> str:
    """Say whether a copy is whole."""
    more = f"\n此外还有{len(problems) - SHOWN}处" if len(problems) > SHOWN else ""
    return "\n".join(problems[:SHOWN]) + more if problems else WHOLE


def _copyable(words: str) -> QLabel:
    line = QLabel(words)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setWordWrap(True)
    line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return line
