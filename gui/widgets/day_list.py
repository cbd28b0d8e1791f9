"""`DayList`: days that can be added as people write them, and taken away."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.domain import days
from core.errors import UsageError
from gui.widgets import parts

EXAMPLE, HELP = "2027-02-15至23", "也可以写2027年2月15日至23日，几个日期用逗号隔开"
WEEK = "一二三四五六日"
_DAY = Qt.ItemDataRole.UserRole


class DayList(QWidget):
    """Emits `changed` whenever there are other days, `told` with a label that must be seen."""

    changed = Signal()
    told = Signal(object)

    def __init__(self, title: str, add: str, remove: str) -> None:
        """Be called by a title; the buttons' words carry their keys."""
        super().__init__()
        self._list = QListWidget()
        self._field = QLineEdit()
        self._add = parts.button(add, "加入左边的日期，也可以按回车")
        self._remove = parts.button(remove, "去掉选中的日期", shortcut="")
        self._told = parts.label("", "wrong")
        self._title = parts.label(title, "group", self._list)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._list.setObjectName("days")
        self._list.setProperty("role", "choice")
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._field.setPlaceholderText(EXAMPLE)
        self._field.setToolTip(HELP)
        self._field.setAccessibleName(f"{parts.plain(self._title.text())}：新的日期")
        self._told.setWordWrap(True)
        self._told.hide()
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._remove)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._list)
        column.addLayout(row)
        column.addWidget(self._told)

    def _connect(self) -> None:
        self._add.clicked.connect(self._take)
        self._field.returnPressed.connect(self._take)
        self._field.textEdited.connect(self._told.hide)
        self._remove.clicked.connect(self._drop)
        self._list.itemSelectionChanged.connect(self._judge)
        keys = QShortcut(QKeySequence.StandardKey.Delete, self._list, self._drop)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._judge()

    @property
    def days(self) -> frozenset[date]:
        """The days."""
        return frozenset(self._list.item(row).data(_DAY) for row in range(self._list.count()))

    def show_days(self, listed: Iterable[date]) -> None:
        """Show days, the earliest first."""
        self._list.clear()
        for day in sorted(listed):
            words = f"{day.year}年{day.month}月{day.day}日（星期{WEEK[day.weekday()]}）"
            QListWidgetItem(words, self._list).setData(_DAY, day)
        self._judge()

    def _take(self) -> None:
        """Add what was typed; what is no day stays where it is, with a sentence."""
        try:
            added = days.parse(self._field.text())
        except UsageError as error:
            self._told.setText(str(error))
            self._told.show()
            self.told.emit(self._told)
            return
        self._field.clear()
        if added - self.days:
            self._change(self.days | added)

    def _drop(self) -> None:
        chosen = frozenset(each.data(_DAY) for each in self._list.selectedItems())
        if chosen:
            self._change(self.days - chosen)

    def _change(self, listed: frozenset[date]) -> None:
        self.show_days(listed)
        self.changed.emit()

    def _judge(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))
