"""`BackupsModel`: the copies of the database, a line each."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.domain.backup import Backup

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_UNITS = ("字节", "KB", "MB", "GB")
_STEP = 1024


class Column(NamedTuple):
    """A column: its title, and what it shows of a copy."""

    title: str
    text: Callable[[Backup], str]


def when(at: str) -> str:
    """Word a time: 2026-11-23 09:00."""
    return f"{datetime.fromisoformat(at):%Y-%m-%d %H:%M}"


def size(count: int) -> str:
    """Word a number of bytes: 820字节, 4.2 MB."""
    amount, unit = float(count), _UNITS[0]
    for larger in _UNITS[1:]:
        if amount < _STEP:
            break
        amount, unit = amount / _STEP, larger
    return f"{count}{unit}" if unit == _UNITS[0] else f"{amount:.1f} {unit}"


COLUMNS = (
    Column("时间", lambda each: when(each.at)),
    Column("种类", lambda each: each.kind.label),
    Column("大小", lambda each: size(each.size)),
    Column("文件", lambda each: each.path.name),
)


class BackupsModel(QAbstractTableModel):
    """Shows copies, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copies: tuple[Backup, ...] = ()

    def show_copies(self, copies: Sequence[Backup]) -> None:
        """Show other copies."""
        self.beginResetModel()
        self._copies = tuple(copies)
        self.endResetModel()

    def copy(self, row: int) -> Backup:
        """Give the copy of a row."""
        return self._copies[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the copies."""
        return 0 if parent.isValid() else len(self._copies)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Give a cell's text; the whole path of a copy where the mouse rests."""
        copy = self._copies[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[index.column()].text(copy)
        return str(copy.path) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Give a column's title; rows have none."""
        shown = role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal
        return COLUMNS[section].title if shown else None
