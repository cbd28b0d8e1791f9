"""`RowList`: the rows that belong to a thing, with buttons to add one and to take one away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.plans.cards import Field
from core.plans.contents import Cells
from core.plans.proposed import Proposal
from gui.delegates.row_delegate import RowDelegate
from gui.models.plan_rows import PlanRows
from gui.widgets import parts

HEIGHT, LINE = 128, 30  # pixels


class RowList(QWidget):
    """Emits `typed` when a person changed the rows."""

    typed = Signal()

    def __init__(
        self, title: str, fields: Sequence[Field], hint: str = "", *, proposing: bool = False
    ) -> None:
        super().__init__()
        self._title, self._hint = title, parts.label(hint, "small")
        self.model = PlanRows(fields, self, proposing=proposing)
        self._view = QTableView()
        self._add = parts.button("加一行", f"在{title}里加一行", "small")
        self._take = parts.button("删一行", f"从{title}里删去选中的一行", "small")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        view = self._view
        view.setModel(self.model)
        view.setItemDelegate(RowDelegate(view))
        view.setAccessibleName(self._title)
        view.setMinimumHeight(HEIGHT)
        view.setTabKeyNavigation(False)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().setDefaultSectionSize(LINE)
        view.verticalHeader().hide()
        view.setProperty("role", "lines")
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(parts.label(self._title, "group"))
        row.addWidget(self._hint, 1)
        row.addWidget(self._add)
        row.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(view, 1)

    def _connect(self) -> None:
        self.model.typed.connect(self.typed)
        self._add.clicked.connect(self._add_row)
        self._take.clicked.connect(self._take_row)

    def show_rows(self, rows: Sequence[Cells], proposals: Sequence[Proposal] = ()) -> None:
        """Show other rows, and between them what could be given."""
        self.model.show(rows, proposals)

    def tell(self, hint: str, tip: str) -> None:
        """Say something else beside the title, and more of it in its tip."""
        self._hint.setText(hint)
        self._hint.setToolTip(tip)

    def allow(self, *, editing: bool) -> None:
        """Let the rows be changed, or only read."""
        self.model.allow(editing=editing)
        for each in (self._add, self._take):
            each.setEnabled(editing)

    def keyPressEvent(self, event: object) -> None:
        """Empty the chosen cell with Delete."""
        index = self._view.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid() and self._add.isEnabled():  # type: ignore[attr-defined]
            self.model.setData(index, "")
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def _add_row(self) -> None:
        self.model.add()
        index = self.model.index(self.model.rowCount() - 1, 0)
        self._view.setCurrentIndex(index)
        self._view.setFocus()
        self._view.edit(index)

    def _take_row(self) -> None:
        row = self._view.currentIndex().row()
        if row >= 0:
            self.model.take(row)
