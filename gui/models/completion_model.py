"""`CompletionModel`: every item of a plan with its judgement, a line each, in printed order."""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.domain.tracked import Tracked
from gui.models.completion_columns import COLUMNS, NAME

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Role(IntEnum):
    """What cells give besides their text."""

    ROW = Qt.ItemDataRole.UserRole  # the Tracked of the line
    ORDER = Qt.ItemDataRole.UserRole + 1  # what the column is sorted by
    RISK = Qt.ItemDataRole.UserRole + 2  # of the head of a line: why it stands out, else ""


class CompletionModel(QAbstractTableModel):
    """Words nothing before it is asked for it: hundreds of lines are there, a screenful is read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Tracked] = ()

    @property
    def rows(self) -> Sequence[Tracked]:
        """The items, in printed order."""
        return self._rows

    def show_rows(self, rows: Sequence[Tracked]) -> None:
        """Show other items."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the items."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's text, the whole of it where the mouse rests, and its item."""
        if not index.isValid():
            return None
        asked = _ANSWERS.get(role)
        return asked(self._rows[index.row()], index.column()) if asked else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name a column or a line, and say what it means."""
        if orientation is Qt.Orientation.Vertical:
            asked = _HEADS.get(role) if 0 <= section < len(self._rows) else None
            return asked(self._rows[section]) if asked else None
        if not 0 <= section < len(COLUMNS):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return COLUMNS[section].title
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if COLUMNS[section].number else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return COLUMNS[section].tip or "按一下排序，再按倒序，第三下恢复规划的次序"
        return None


def _side(_row: Tracked, column: int) -> Qt.AlignmentFlag:
    return _RIGHT if COLUMNS[column].number else _LEFT


def _told(row: Tracked, column: int) -> str:
    """Give the whole of a text; beside a name, why it stands out."""
    text = COLUMNS[column].text(row)
    if column != NAME:
        return text
    return "\n".join(each for each in (f"{row.code} {text}", row.risk) if each)


_ANSWERS: Mapping[int, Callable[[Tracked, int], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda row, column: COLUMNS[column].text(row),
    Qt.ItemDataRole.ToolTipRole: _told,
    Qt.ItemDataRole.AccessibleTextRole: _told,
    Qt.ItemDataRole.TextAlignmentRole: _side,
    Role.ROW: lambda row, _: row,
    Role.ORDER: lambda row, column: COLUMNS[column].order(row),
}
_HEADS: Mapping[int, Callable[[Tracked], str]] = {
    Qt.ItemDataRole.DisplayRole: lambda row: row.item.name,
    Qt.ItemDataRole.ToolTipRole: lambda row: _told(row, NAME),
    Role.RISK: lambda row: row.risk,
}
