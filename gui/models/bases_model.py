"""`BasesModel`: indicators without a base, and what is typed to fill the gaps."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.domain import bases
from core.domain.bases import Gap
from core.errors import FigureError

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CENTRE = Qt.AlignmentFlag.AlignCenter


class Part(IntEnum):
    """The columns, in their order."""

    CODE = 0
    NAME = 1
    UNIT = 2
    TARGET = 3
    BASE = 4
    NOTE = 5


TITLES = {
    Part.CODE: "编码",
    Part.NAME: "指标",
    Part.UNIT: "单位",
    Part.TARGET: "规划目标",
    Part.BASE: "基期",
    Part.NOTE: "说明",
}
WrongRole = Qt.ItemDataRole.UserRole


class BasesModel(QAbstractTableModel):
    """Only the base can be typed into; a text that cannot be read stays, with what is wrong."""

    def __init__(self, gaps: Sequence[Gap], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gaps = gaps
        self._texts: dict[int, str] = {}
        self._notes: dict[int, str] = {}
        self._wrong: set[int] = set()

    @property
    def texts(self) -> dict[str, str]:
        """What was typed, by the code of its indicator."""
        return {self._gaps[row].indicator.code: text for row, text in self._texts.items()}

    @property
    def wrong(self) -> int:
        """How many texts cannot be read."""
        return len(self._wrong)

    def put(self, row: int, text: str) -> None:
        """Take what was typed in a row; an empty text takes it away."""
        self._texts.pop(row, None)
        self._notes.pop(row, None)
        self._wrong.discard(row)
        if text.strip():
            self._read(row, text)
        self.dataChanged.emit(self.index(row, Part.BASE), self.index(row, Part.NOTE))

    def _read(self, row: int, text: str) -> None:
        """Show a base as it was read, or as it was typed with what is wrong about it."""
        try:
            figure, self._notes[row] = bases.read_base(self._gaps[row].indicator, text)
        except FigureError as error:
            self._texts[row], self._notes[row] = text, str(error)
            self._wrong.add(row)
        else:
            self._texts[row] = str(figure)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the indicators."""
        return 0 if parent.isValid() else len(self._gaps)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only the base be typed into."""
        flags = super().flags(index)
        editable = index.isValid() and index.column() == Part.BASE
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Give what a cell shows."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(index.row(), Part(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(index.row())
            case Qt.ItemDataRole.TextAlignmentRole if index.column() in {Part.UNIT, Part.TARGET}:
                return _CENTRE
            case _ if role == WrongRole:
                return index.row() in self._wrong
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - as Qt has it
        """Take what was typed."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        self.put(index.row(), str(value))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        """Name a column."""
        across = orientation is Qt.Orientation.Horizontal
        named = across and role == Qt.ItemDataRole.DisplayRole and section in TITLES
        return TITLES[Part(section)] if named else None

    def _text(self, row: int, part: Part) -> str:
        """Give the text of a cell."""
        gap = self._gaps[row]
        match part:
            case Part.CODE:
                return gap.indicator.code
            case Part.NAME:
                return gap.indicator.name
            case Part.UNIT:
                return gap.indicator.unit
            case Part.TARGET:
                return str(gap.indicator.aim.printed or gap.indicator.aim.state.label)
            case Part.BASE:
                return self._texts.get(row, "")
        return self._notes.get(row) or gap.why

    def _tip(self, row: int) -> str:
        """Say what is known of an indicator."""
        indicator = self._gaps[row].indicator
        lines = (indicator.name, self._text(row, Part.NOTE), indicator.definition, indicator.remark)
        return "\n".join(line for line in lines if line)
