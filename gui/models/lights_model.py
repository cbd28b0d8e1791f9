"""`LightsModel`: 晴雨表 as a table, items down and quarters across."""

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.domain.indicator import Indicator, Item
from core.domain.lights import UNDECIDED, Row, words
from core.domain.period import Quarter

if TYPE_CHECKING:
    from core.domain.lights import Lights

Index = QModelIndex | QPersistentModelIndex
SPANS = ("一季", "半年", "三季", "全年")  # 一季度, 上半年, 前三季度, 全年
_NOWHERE = QModelIndex()
_ACROSS = Qt.Orientation.Horizontal


class Role(IntEnum):
    """The roles of 晴雨表."""

    LIGHT = Qt.ItemDataRole.UserRole
    TURN = Qt.ItemDataRole.UserRole + 1  # the change of light since the quarter before, if any
    BINDING = Qt.ItemDataRole.UserRole + 2  # whether a row's item is 约束性
    QUARTER = Qt.ItemDataRole.UserRole + 3  # the quarter of a column


def name(item: Item) -> str:
    """Name an item with its unit: 地区生产总值（亿元）."""
    unit = f"（{item.unit}）" if isinstance(item, Indicator) and item.unit else ""
    return item.name + unit


class LightsModel(QAbstractTableModel):
    """Shows one history of lights."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lights: Lights | None = None

    def show_lights(self, lights: "Lights | None") -> None:
        """Show another history, or none."""
        self.beginResetModel()
        self._lights = lights
        self.endResetModel()

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters, a column each."""
        return self._lights.quarters if self._lights else ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The items, a row each."""
        return self._lights.rows if self._lights else ()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the items."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the quarters."""
        return 0 if parent.isValid() else len(self.quarters)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Give what a cell shows; its sentence is made only when somebody asks."""
        return self._cell(index.row(), index.column(), role) if index.isValid() else None

    def _cell(self, number: int, column: int, role: int) -> object:
        row = self.rows[number]
        assessment = row.assessments[column]
        match role:
            case Role.LIGHT:
                return assessment.light
            case Role.TURN:
                return row.turn(column)
            case Qt.ItemDataRole.DisplayRole:
                return f"{assessment.light.label} {assessment.status or UNDECIDED}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.item.name}，{self.told(number, column)}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, column)
        return None

    def told(self, row: int, column: int) -> str:
        """Say all about a cell in one line: quarter, light, status and the sentence."""
        shown = self.rows[row]
        assessment, turn = shown.assessments[column], shown.turn(column)
        plain = f"{self.quarters[column].label}{words(assessment)}：{assessment.sentence}"
        return turn.sentence if turn else plain

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        """Name a quarter or an item."""
        across = orientation is _ACROSS
        if not 0 <= section < len(self.quarters if across else self.rows):
            return None
        return self._quarter(section, role) if across else self._item(section, role)

    def _quarter(self, section: int, role: int) -> object:
        quarter = self.quarters[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return SPANS[quarter.number - 1]
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return quarter.label
            case Role.QUARTER:
                return quarter
        return None

    def _item(self, section: int, role: int) -> object:
        row = self.rows[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name(row.item)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{row.item.code}　{name(row.item)}" + ("　约束性" if row.binding else "")
            case Role.BINDING:
                return row.binding
        return None

    def _tip(self, row: Row, column: int) -> str:
        """Say all about a cell, the item first."""
        assessment, turn = row.assessments[column], row.turn(column)
        lines = [
            f"{name(row.item)}　{self.quarters[column].label}",
            words(assessment),
            turn.sentence if turn else assessment.sentence,
        ]
        return "\n".join(lines)
