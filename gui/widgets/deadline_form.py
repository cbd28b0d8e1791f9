"""`DeadlineForm`: until which day a quarter is to be reported, and which days do not count."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain.calendar import Calendar
from core.domain.period import Quarter
from gui.widgets import parts
from gui.widgets.day_list import WEEK, DayList
from gui.widgets.number_field import NumberField

LAST = 30  # the last day that every month after a quarter has


class DeadlineForm(QWidget):
    """Emits `changed` when something became another, `told` with a label that must be seen."""

    changed = Signal()
    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._day = NumberField(1, LAST, "日")
        self._holidays = DayList("放假的工作日(&H)", "添加(&A)", "移除(&X)")
        self._workdays = DayList("上班的周末(&W)", "添加(&E)", "移除(&V)")
        self._next = parts.label("", "muted")
        self._quarter: Quarter | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._next.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(parts.label("季后首月(&1)", buddy=self._day))
        line.addWidget(self._day)
        line.addWidget(parts.label("前报送，遇周末和节假日顺延"))
        line.addStretch(1)
        lists = QHBoxLayout()
        lists.setSpacing(20)
        for each in (self._holidays, self._workdays):
            lists.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(line)
        column.addWidget(self._next)
        column.addLayout(lists)

    def _connect(self) -> None:
        self._day.editingFinished.connect(self.changed)
        self._day.valueChanged.connect(self._tell)
        for each in (self._holidays, self._workdays):
            each.changed.connect(self._tell)
            each.changed.connect(self.changed)
            each.told.connect(self.told)

    @property
    def calendar(self) -> Calendar:
        """What is set now."""
        return Calendar(self._day.value(), self._holidays.days, self._workdays.days)

    def show_calendar(self, calendar: Calendar) -> None:
        """Show what is kept."""
        self._day.setValue(calendar.day)
        self._holidays.show_days(calendar.holidays)
        self._workdays.show_days(calendar.workdays)
        self._tell()

    def show_quarter(self, quarter: Quarter | None) -> None:
        """Say what it means for a quarter."""
        self._quarter = quarter
        self._tell()

    def _tell(self) -> None:
        if self._quarter:
            day = self.calendar.deadline(self._quarter)
            self._next.setText(f"{self._quarter.label}的报送截止日期：{_worded(day)}。")
        self._next.setVisible(bool(self._quarter))


def _worded(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日（星期{WEEK[day.weekday()]}）"
