"""`QuartersModel`: the forms of one department as a table, a quarter per row, the newest first."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.domain.standing import Standing
from gui.models import standings
from gui.models.standings import Role

if TYPE_CHECKING:
    from core.services.overview import Overview

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DOWN = Qt.Orientation.Vertical


class Column(NamedTuple):
    """A column: its title, what it shows of a form, and the number that it is sorted by."""

    title: str
    text: Callable[[Standing], str]
    order: Callable[[Standing], int]


def _share(form: Standing) -> str:
    return "" if form.idle else f"{form.filled}/{form.required}"


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def _handed_in(form: Standing) -> int:
    return form.on.toordinal() if form.on else 0


def _deadline(form: Standing) -> str:
    return "" if form.idle else _day(form.deadline)


def _timing(form: Standing) -> str:
    return form.timing if form.over or form.on else ""


COLUMNS = (
    Column("状态", lambda form: form.word, standings.order),
    Column("已填项数", _share, lambda form: form.filled),
    Column("截止日期", _deadline, lambda form: form.deadline.toordinal()),
    Column("报出日期", lambda form: _day(form.on), _handed_in),
    Column("报送时限", _timing, lambda form: form.late),
)


class QuartersModel(QAbstractTableModel):
    """Shows the forms of the department that uses the program."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forms: tuple[Standing, ...] = ()
        self._chosen = -1

    def show_overview(self, overview: "Overview | None") -> None:
        """Show the user's own forms in another overview, or none."""
        self.beginResetModel()
        self._forms = tuple(reversed(overview.mine)) if overview else ()
        quarters = [form.quarter for form in self._forms]
        self._chosen = quarters.index(overview.quarter) if overview and quarters else -1
        self.endResetModel()

    @property
    def chosen(self) -> int:
        """The row of the chosen quarter; -1 without an overview."""
        return self._chosen

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the quarters."""
        return 0 if parent.isValid() else len(self._forms)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Give what a cell shows, and the form of its row."""
        if not index.isValid():
            return None
        form, column = self._forms[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.text(form)
            case Role.ORDER:
                return column.order(form)
            case Role.WHOLE:
                return False
            case Role.OWED:
                return form.owed
        return standings.shown(form, role, "本单位")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        """Name a column or a quarter."""
        down = orientation is _DOWN
        if not 0 <= section < (len(self._forms) if down else len(COLUMNS)):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._forms[section].quarter.label if down else COLUMNS[section].title
        return down and section == self._chosen if role == Role.MARKED else None
