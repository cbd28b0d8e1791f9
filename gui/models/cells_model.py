"""`CellsModel`: what differs in a returned file, part by part, and what becomes of it."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core.domain.changes import Spot
from gui.models.cell_lines import CellLine, Mark

Index = QModelIndex | QPersistentModelIndex
MARK = Qt.ItemDataRole.UserRole
TITLES = ("指标", "列", "发出时", "现在", "退回来的", "处理")
DEED = len(TITLES) - 1
_NOWHERE = QModelIndex()


class CellsModel(QAbstractTableModel):
    """Emits `written` with a line and the text that somebody typed for it."""

    written = Signal(object, str)

    def __init__(self, parent: QObject | None = None, *, writable: bool = True) -> None:
        super().__init__(parent)
        self._writable = writable
        self._lines: list[CellLine] = []

    def line(self, row: int) -> CellLine | None:
        """Give the line of a row, nothing where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row(self, spot: Spot) -> int:
        """Give the row of a part, -1 where it does not differ."""
        return next((row for row, each in enumerate(self._lines) if each.spot == spot), -1)

    def next_open(self, row: int) -> int:
        """Give the first row after another one about which a person has to decide, else -1."""
        order = [*range(row + 1, len(self._lines)), *range(max(row, 0))]
        return next((each for each in order if self._lines[each].mark is Mark.OPEN), -1)

    def show_lines(self, lines: Sequence[CellLine]) -> None:
        """Show other lines; where the same parts stand as before, the view keeps its place."""
        if [each.spot for each in lines] != [each.spot for each in self._lines]:
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()
        elif lines:
            self._lines = list(lines)
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, DEED))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what becomes of a part be written."""
        line = self.line(index.row())
        open_ = self._writable and line and line.mark is not Mark.BARRED
        can = open_ and index.isValid() and index.column() == DEED
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if can else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(line, index.column()).replace("\n", " ")
            case Qt.ItemDataRole.ToolTipRole:
                return _text(line, index.column()) or None
            case Qt.ItemDataRole.EditRole if index.column() == DEED:
                return line.written
            case _ if role == MARK:
                return line.mark
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed."""
        line = self.line(index.row()) if index.isValid() and index.column() == DEED else None
        if line is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.written.emit(line, str(value))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name a column."""
        across = orientation is Qt.Orientation.Horizontal and 0 <= section < len(TITLES)
        return TITLES[section] if across and role == Qt.ItemDataRole.DisplayRole else None


def _text(line: CellLine, column: int) -> str:
    """Give the text of a cell."""
    return (line.name, line.column.label, *line.texts, line.words)[column]
