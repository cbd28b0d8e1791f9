"""`FiguresModel`: the figures of a form under review, a line each, their names beside them."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.domain.reviewing.docket import Reviewed
from gui.models.figures_columns import COLUMNS
from gui.models.form_model import name

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
SORTING = "按一下排序，再按倒序，第三下恢复报表的次序"


class Role(IntEnum):
    """What cells give besides their text."""

    FIGURE = Qt.ItemDataRole.UserRole  # the Reviewed of the line
    ORDER = Qt.ItemDataRole.UserRole + 1  # what the column is sorted by


class FiguresModel(QAbstractTableModel):
    """In the order of the form."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures: Sequence[Reviewed] = ()

    @property
    def figures(self) -> Sequence[Reviewed]:
        """The figures, in the order of the form."""
        return self._figures

    def show_figures(self, figures: Sequence[Reviewed]) -> None:
        """Show other figures; where the same items stand as before, the view keeps its place."""
        same = [each.row.item for each in figures] == [each.row.item for each in self._figures]
        if same and figures:
            self._figures = figures
            self.dataChanged.emit(self.index(0, 0), self.index(len(figures) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._figures = figures
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the figures."""
        return 0 if parent.isValid() else len(self._figures)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's text, and its figure."""
        if not index.isValid():
            return None
        each, column = self._figures[index.row()], COLUMNS[index.column()]
        match role:
            case _ if role in _TEXTS:
                return column.text(each)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.number else _LEFT
            case Role.FIGURE:
                return each
            case Role.ORDER:
                return column.order(each)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name a column or a figure."""
        if orientation is Qt.Orientation.Vertical:
            known = 0 <= section < len(self._figures) and role in _TEXTS
            return name(self._figures[section].row) if known else None
        if not 0 <= section < len(COLUMNS):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return COLUMNS[section].title
            case Qt.ItemDataRole.ToolTipRole:
                return SORTING
        return None
