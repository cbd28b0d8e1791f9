"""`DueModel`: the departments that have something to report, each with a tick."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core.domain.advice import day_words

if TYPE_CHECKING:
    from core.services.due import Due

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Column(NamedTuple):
    """A column: its title, what it shows of a department, and what it is sorted by."""

    title: str
    text: Callable[["Due"], str]
    order: Callable[["Due"], object]


COLUMNS = (
    Column("单位", lambda due: due.department.short_name, lambda due: due.department.code),
    Column("应填项数", lambda due: str(due.form.required), lambda due: due.form.required),
    Column("已填", lambda due: str(due.form.filled), lambda due: due.form.filled),
    Column("状态", lambda due: due.form.word, lambda due: due.form.rank),
    Column(
        "截止日期",
        lambda due: day_words(due.form.deadline, due.form.today),
        lambda due: due.form.deadline.toordinal(),
    ),
    Column("时限", lambda due: due.form.timing, lambda due: due.form.late),
    Column("已分发", lambda due: f"{due.issues}次" if due.issues else "", lambda due: due.issues),
)


class DueModel(QAbstractTableModel):
    """Emits `ticked` when other departments are chosen; who has reported cannot be."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._due: tuple[Due, ...] = ()
        self._codes: set[str] = set()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The codes of the chosen departments, in their order."""
        codes = (each.department.code for each in self._due)
        return tuple(code for code in codes if code in self._codes)

    def show_due(self, due: "Sequence[Due]") -> None:
        """List other departments, all of those chosen that can be."""
        self.beginResetModel()
        self._due = tuple(due)
        self._codes = {each.department.code for each in due if not each.obstacle}
        self.endResetModel()
        self.ticked.emit()

    def tick(self, rows: Sequence[int], *, chosen: bool) -> None:
        """Choose the departments of some rows, or not."""
        open_ = (self._due[row] for row in rows if not self._due[row].obstacle)
        codes = {each.department.code for each in open_}
        self._codes = self._codes | codes if chosen else self._codes - codes
        if self._due:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._due) - 1, 0))
        self.ticked.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the departments."""
        return 0 if parent.isValid() else len(self._due)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first column be ticked where a form can be sent; grey the others."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._due[index.row()].obstacle:
            return Qt.ItemFlag.ItemIsSelectable
        flags = super().flags(index)
        return flags if index.column() else flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows."""
        if not index.isValid():
            return None
        due, column = self._due[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(due)
            case Qt.ItemDataRole.CheckStateRole if not index.column():
                return _CHECKED if due.department.code in self._codes else _UNCHECKED
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(due)
            case _ if role == SORT:
                return column.order(due)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick."""
        is_tick = role == Qt.ItemDataRole.CheckStateRole
        if not (index.isValid() and is_tick and not index.column()):
            return False
        self.tick([index.row()], chosen=Qt.CheckState(value) is _CHECKED)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name a column."""
        across = orientation is Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS)
        return COLUMNS[section].title if across and role == Qt.ItemDataRole.DisplayRole else None


def _tip(due: "Due") -> str:
    """Say the whole name, and why no form is sent."""
    name = due.department.full_name
    return f"{name}\n报表{due.obstacle}，不再分发" if due.obstacle else name
