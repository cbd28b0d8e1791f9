"""`PlanRows`: rows that belong to a thing of a plan, each cell typed as a text."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core.plans.cards import Field
from core.plans.contents import Cells

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class PlanRows(QAbstractTableModel):
    """Emits `typed` when a person changed a cell, added a row or took one away."""

    typed = Signal()

    def __init__(self, fields: Sequence[Field], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fields = tuple(fields)
        self._rows: list[dict[str, str]] = []
        self._flaws: dict[tuple[int, str], str] = {}
        self._editable = True

    @property
    def rows(self) -> tuple[Cells, ...]:
        """The texts of all rows."""
        return tuple(dict(each) for each in self._rows)

    def show(self, rows: Sequence[Cells]) -> None:
        """Show other rows."""
        if self.rows == tuple(rows):
            return
        self.beginResetModel()
        self._rows = [dict(each) for each in rows]
        self._flaws = {}
        self.endResetModel()

    def mark(self, flaws: dict[tuple[int, str], str]) -> None:
        """Show what is wrong, by row and field."""
        if flaws != self._flaws:
            self._flaws = flaws
            self._tell_all()

    def allow(self, *, editing: bool) -> None:
        """Let the rows be changed, or only read."""
        self._editable = editing

    def add(self) -> None:
        """Add an empty row; words that are fixed begin with the first one where one is needed."""
        row = len(self._rows)
        self.beginInsertRows(QModelIndex(), row, row)
        firsts = {
            each.name: each.choices[0] if each.required and each.choices else ""
            for each in self.fields
        }
        self._rows.append(firsts)
        self.endInsertRows()
        self.typed.emit()

    def take(self, row: int) -> None:
        """Take a row away."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self._flaws = {}
        self.endRemoveRows()
        self.typed.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the fields."""
        return 0 if parent.isValid() else len(self.fields)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a text, and what is wrong with it."""
        if not index.isValid():
            return None
        name = self.fields[index.column()].name
        if role in _SHOWN:
            return self._rows[index.row()][name]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._flaws.get((index.row(), name)) or self.fields[index.column()].expected
        return None

    def flaw(self, index: Index) -> str:
        """Say what is wrong with a cell, empty for nothing."""
        return self._flaws.get((index.row(), self.fields[index.column()].name), "")

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a typed text."""
        name = self.fields[index.column()].name
        if role != Qt.ItemDataRole.EditRole or self._rows[index.row()][name] == value:
            return False
        self._rows[index.row()][name] = str(value)
        self.dataChanged.emit(index, index)
        self.typed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be typed into where the plan can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._editable and index.isValid() else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give the name of a field, and number the rows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.fields[section].name if orientation is Qt.Orientation.Horizontal else section + 1
        )

    def _tell_all(self) -> None:
        """Have the view draw everything again."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.fields) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
