"""`Recipients`: to whom the reports that were written go, and whether at once or as drafts."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from gui.widgets import parts

if TYPE_CHECKING:
    from core.services.mail.addresses import Addressed
    from core.services.reports.recording import Made

WIDTH, LINES = 520, 240  # pixels
WHAT = "附上刚写出的{count}份报告。单位自己的报告只发给该单位，全区的报告发给每一个选定的收件人。"
NOBODY = "请勾选单位，或者填写其他收件人的邮箱。"
NO_ADDRESS = "（没有邮箱）"
_CODE = Qt.ItemDataRole.UserRole


class Recipients(QDialog):
    """Emits `wanted` with codes of departments, other addresses and whether to send at once."""

    wanted = Signal(object, str, bool)

    def __init__(
        self, reports: "Sequence[Made]", addressed: "Sequence[Addressed]", parent: QWidget
    ) -> None:
        """Tick the departments of which there are reports."""
        super().__init__(parent)
        self.setWindowTitle("发邮件")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list, self._others = QListWidget(), QLineEdit()
        self._what = parts.label(WHAT.format(count=len(reports)))
        self._status = parts.label("", "muted")
        self._all = parts.button("全选(&A)", "勾选有邮箱的全部单位", "small")
        self._none = parts.button("全不选(&N)", "取消全部勾选", "small")
        self._draft = parts.button(
            "写邮件草稿(&E)", "写在输出文件夹里，用邮件程序打开后发出", "primary"
        )
        self._send = parts.button("直接发出(&T)", "用“设置与数据”里的发信账号发出")
        self._cancel = parts.button("取消(&C)", "不发，关闭")
        self._list.setProperty("role", "choice")
        self._list.ensurePolished()  # lines are as high as the style sheet says when they are added
        own = {each.department for each in reports if each.department}
        for each in addressed:
            self._add(each, ticked=each.department.code in own)
        self._lay_out()
        self._connect()
        self._judge()

    def _add(self, each: "Addressed", *, ticked: bool) -> None:
        """List a department; one without an address cannot be ticked."""
        department, known = each.department, bool(each.address)
        line = QListWidgetItem(department.short_name + ("" if known else NO_ADDRESS), self._list)
        line.setData(_CODE, department.code)
        line.setToolTip(f"{department.full_name}\n{each.address}".strip())
        if known:
            line.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        else:
            line.setFlags(Qt.ItemFlag.NoItemFlags)

    def _lay_out(self) -> None:
        self._list.setMinimumHeight(LINES)
        self._others.setPlaceholderText("可以不填，几个邮箱用逗号隔开")
        for each in (self._what, self._status):
            each.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(parts.label("收件单位(&D)", "group", self._list))
        head.addStretch(1)
        head.addWidget(self._all)
        head.addWidget(self._none)
        column = parts.dialog_column(self)
        column.addWidget(self._what)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(parts.label("其他收件人(&O)", "group", self._others))
        column.addWidget(self._others)
        column.addWidget(self._status)
        column.addLayout(parts.answers(self._draft, self._send, self._cancel))
        self.setMinimumWidth(WIDTH)
        self._list.setFocus()

    def _connect(self) -> None:
        self._all.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self._none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self._list.itemChanged.connect(self._judge)
        self._others.textChanged.connect(self._judge)
        self._draft.clicked.connect(lambda: self._tell(send=False))
        self._send.clicked.connect(lambda: self._tell(send=True))
        self._cancel.clicked.connect(self.reject)

    @property
    def departments(self) -> tuple[str, ...]:
        """The codes of the departments that are ticked."""
        ticked = (each for each in self._open() if each.checkState() is Qt.CheckState.Checked)
        return tuple(each.data(_CODE) for each in ticked)

    def _open(self) -> Iterator[QListWidgetItem]:
        """Give the lines that can be ticked."""
        lines = (self._list.item(row) for row in range(self._list.count()))
        return (each for each in lines if each.flags() & Qt.ItemFlag.ItemIsUserCheckable)

    def _tick(self, state: Qt.CheckState) -> None:
        for each in self._open():
            each.setCheckState(state)

    def _judge(self) -> None:
        """Let be written what has somebody to go to."""
        count = len(self.departments)
        somebody = bool(count or self._others.text().strip())
        self._status.setText(f"已选{count}个单位。" if somebody else NOBODY)
        for each in (self._draft, self._send):
            each.setEnabled(somebody)

    def _tell(self, *, send: bool) -> None:
        self.accept()
        self.wanted.emit(self.departments, self._others.text().strip(), send)
