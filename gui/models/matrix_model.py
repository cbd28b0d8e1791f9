"""`MatrixModel`: 报送一览 as a table, departments down and quarters across."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.domain.period import Quarter
from core.domain.standing import Standing
from gui.models import standings
from gui.models.standings import Role

if TYPE_CHECKING:
    from core.services.overview import Overview

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ACROSS = Qt.Orientation.Horizontal


class MatrixModel(QAbstractTableModel):
    """Shows one overview; every cell is the form of a department in a quarter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None

    def show_overview(self, overview: "Overview | None") -> None:
        """Show another overview, or none."""
        self.beginResetModel()
        self._overview = overview
        self.endResetModel()

    @property
    def chosen(self) -> int:
        """The column of the chosen quarter; -1 without an overview."""
        return self._quarters.index(self._overview.quarter) if self._overview else -1

    @property
    def _quarters(self) -> tuple[Quarter, ...]:
        return self._overview.plan.quarters if self._overview else ()

    @property
    def _rows(self) -> tuple[tuple[Standing, ...], ...]:
        return self._overview.rows if self._overview else ()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the departments."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the quarters."""
        return 0 if parent.isValid() else len(self._quarters)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Give what a cell shows, and the form itself."""
        if not index.isValid():
            return None
        if role == Role.WHOLE:
            return index.column() == self.chosen
        if role == Role.OWED:
            return self._rows[index.row()][self.chosen].owed
        form = self._rows[index.row()][index.column()]
        return standings.shown(form, role, self._name(index.row()))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        """Name a quarter or a department."""
        if not 0 <= section < (len(self._quarters) if orientation is _ACROSS else len(self._rows)):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole if orientation is _ACROSS:
                quarter = self._quarters[section]
                return f"{quarter.year}年\n{quarter.span}"
            case Qt.ItemDataRole.DisplayRole:
                return self._name(section)
            case Qt.ItemDataRole.ToolTipRole:
                return self._header_tip(section, orientation)
            case Role.MARKED:
                return orientation is _ACROSS and section == self.chosen
        return None

    def _header_tip(self, section: int, orientation: Qt.Orientation) -> str:
        """Say what a header shortens."""
        if orientation is _ACROSS:
            return f"{self._quarters[section].label}，点一下按本期进度排序"
        return self._overview.plan.departments[section].full_name if self._overview else ""

    def _name(self, row: int) -> str:
        """Name the department of a row."""
        return self._overview.plan.departments[row].short_name if self._overview else ""
