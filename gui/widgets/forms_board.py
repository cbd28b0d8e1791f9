"""`FormsBoard`: 报送一览 of all departments, or the forms of one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QVBoxLayout,
)

from core.domain.profile import Role
from gui.delegates.standing_delegate import StandingDelegate, width
from gui.feedback import Notice
from gui.models.matrix_model import MatrixModel
from gui.models.quarters_model import QuartersModel
from gui.widgets import parts
from gui.widgets.forms_table import FormsTable
from gui.widgets.state_counts import StateCounts

if TYPE_CHECKING:
    from core.services.overview import Overview

ALL, MINE = "报送一览", "本单位各期报表"


class FormsBoard(QFrame):
    """Emits `opened` with a Standing, and `noticed` with a Notice."""

    opened = Signal(object)
    noticed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._matrix, self._quarters = MatrixModel(self), QuartersModel(self)
        self._all = FormsTable(self._matrix, ALL)
        self._mine = FormsTable(self._quarters, MINE)
        self._title = parts.label(ALL, "group")
        self._counts = StateCounts()
        self._owed = QCheckBox("只看未报(&U)")
        self._copy = parts.button("复制整表(&C)", "复制到剪贴板，可以粘贴到Excel或WPS")
        self._tables = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._owed.setToolTip("只列出本期还没有报送的")
        self._all.setItemDelegate(StandingDelegate(self._all))
        self._mine.setItemDelegateForColumn(0, StandingDelegate(self._mine))
        columns = self._mine.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for each in (self._all, self._mine):
            self._tables.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._title, 1)
        row.addWidget(self._owed)
        row.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._counts)
        column.addWidget(self._tables, 1)

    def _connect(self) -> None:
        self._owed.toggled.connect(self._show_owed)
        self._copy.clicked.connect(self._copy_table)
        for each in (self._all, self._mine):
            each.opened.connect(self.opened)
            each.copied.connect(self._tell)

    @property
    def table(self) -> FormsTable:
        """The table in sight."""
        return self._mine if self._tables.currentWidget() is self._mine else self._all

    def show_overview(self, overview: "Overview") -> None:
        """Show the forms that concern whoever uses the program."""
        mine = overview.role is Role.DEPARTMENT
        self._title.setText(MINE if mine else f"{overview.quarter.label}{ALL}")
        self._counts.setVisible(not mine)
        self._counts.show_groups(overview.groups)
        for model in (self._matrix, self._quarters):
            model.show_overview(overview)
        self._tables.setCurrentWidget(self._mine if mine else self._all)
        self._fit()
        self._choose()

    def show_owed(self) -> None:
        """Leave only what is still owed, and give the keyboard to the table."""
        self._owed.setChecked(True)
        self.table.setFocus()

    def _show_owed(self, only: bool) -> None:  # noqa: FBT001 - as Qt has it
        for each in (self._all, self._mine):
            each.show_owed(only=only)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Give the chosen quarter room for its details, the others for their states."""
        for each in (self._all, self._mine):
            each.fit()
        chosen = self._matrix.chosen
        for column in range(self._matrix.columnCount()):
            self._all.setColumnWidth(column, width(self._all.fontMetrics(), whole=column == chosen))

    def _choose(self) -> None:
        """Put the cursor on the chosen quarter."""
        self._mine.choose(self._quarters.chosen, 0)
        self._all.choose(0, self._matrix.chosen)

    def _copy_table(self) -> None:
        self.table.copy()

    def _tell(self, rows: int) -> None:
        self.noticed.emit(Notice(f"已复制{rows}行，可以粘贴到Excel或WPS。"))
