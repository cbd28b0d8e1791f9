"""`PlanTexts`: things of a plan as lines of texts, each with a key that tells which it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole
_NUMBERS = re.compile(r"(\d+(?:\.\d+)?)")
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table; `key` tells which thing it shows."""

    key: object
    texts: tuple[str, ...]


class PlanTexts(QAbstractTableModel):
    """For reading only; the role SORT orders B-2 before B-10."""

    def __init__(self, headers: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; where as many stand as before, the view keeps its place."""
        if len(lines) != len(self._lines):
            self.beginResetModel()
            self._lines = tuple(lines)
            self.endResetModel()
        elif lines:
            self._lines = tuple(lines)
            last = self.index(len(lines) - 1, len(self._headers) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def key(self, row: int) -> object:
        """Give which thing a row shows."""
        return self._lines[row].key

    def row(self, key: object) -> int:
        """Give the row of a thing, -1 where it is not shown."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a text, whole in the tooltip, and how it is sorted."""
        if not index.isValid():
            return None
        text = self._lines[index.row()].texts[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text.replace("\n", " ")
            case Qt.ItemDataRole.ToolTipRole:
                return text or None
            case _ if role == SORT:
                return _natural(text)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give the name of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headers[section]
        return None


def _natural(text: str) -> str:
    """Write a text so that its numbers sort as numbers: B-2 before B-10."""
    return _NUMBERS.sub(lambda found: found[0].partition(".")[0].zfill(15) + found[0], text)
