"""`FormModel`: a form as a table; rows are its items, columns those that it has."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from core.domain import cell
from core.domain.cell import Column
from core.domain.form import Form, Row
from gui.models.cell_state import state_of

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WORDS = (Column.MISSING, Column.EXPLANATION)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
OWN = "不用填；另填一个数的以填的为准，要写说明。"
AWAITING = "公式里的数齐了就算出来，不用填。"
CLEAR = "现在用的是填的数；清空就用算得的数。"
_TIP_LINE = 6  # characters that fit into the narrowest column


class FormModel(QAbstractTableModel):
    """Shows one form; another value of it is shown by telling which rows are others."""

    StateRole = Qt.ItemDataRole.UserRole
    RowRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form: Form | None = None
        self._forbidden = ""
        self._columns: tuple[Column, ...] = ()

    @property
    def form(self) -> Form | None:
        """The form that is shown."""
        return self._form

    @property
    def forbidden(self) -> str:
        """Why nothing at all can be typed, empty where it can."""
        return self._forbidden

    def forbid(self, reason: str) -> None:
        """Lock every cell for a reason, or none where it is empty."""
        self._forbidden = reason

    def show_form(self, form: Form | None) -> None:
        """Show another form, or none."""
        self.beginResetModel()
        self._form = form
        self._columns = form.columns if form else ()
        self.endResetModel()

    def renew(self, form: Form, rows: Iterable[int]) -> None:
        """Show another value of the same form, in which some rows are others."""
        self._form = form
        numbers = sorted(rows)
        if numbers:
            last = self.index(numbers[-1], len(self._columns) - 1)
            self.dataChanged.emit(self.index(numbers[0], 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, numbers[0], numbers[-1])

    def row(self, number: int) -> Row:
        """Give a row of the form."""
        assert self._form is not None  # noqa: S101 - there is no row without a form
        return self._form.rows[number]

    def column(self, number: int) -> Column:
        """Give the column that a number stands for."""
        return self._columns[number]

    def place(self, code: str, column: Column) -> QModelIndex:
        """Give the cell of an item; none where the form has no such cell."""
        if self._form is None or column not in self._columns or code not in self._form.places:
            return QModelIndex()
        return self.index(self._form.row(code), self._columns.index(column))

    def choices(self, index: Index) -> tuple[str, ...]:
        """Give the words that a cell offers."""
        return cell.choices(self.row(index.row()).item, self.column(index.column()))

    def lock(self, index: Index) -> str:
        """Say why a cell cannot be typed into; empty where it can."""
        assert self._form is not None  # noqa: S101 - there is no cell without a form
        return self._forbidden or self._form.lock(
            self.row(index.row()), self.column(index.column())
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the items."""
        return 0 if parent.isValid() or self._form is None else len(self._form.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.lock(index) else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Give what a cell shows."""
        give = _GIVES.get(role)
        if give is None or self._form is None or not index.isValid():
            return None
        return give(self._form, self._form.rows[index.row()], self._columns[index.column()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        """Give a column's title or an item's name with its unit."""
        if role != Qt.ItemDataRole.DisplayRole or self._form is None:
            return self.row(section) if self._is_row(section, orientation, role) else None
        if orientation is Qt.Orientation.Horizontal:
            return self._columns[section].label if section < len(self._columns) else None
        return name(self._form.rows[section]) if section < len(self._form.rows) else None

    def _is_row(self, section: int, orientation: Qt.Orientation, role: int) -> bool:
        """Tell whether a row itself is asked for."""
        vertical = orientation is Qt.Orientation.Vertical and role == self.RowRole
        return vertical and self._form is not None and section < len(self._form.rows)


def name(row: Row) -> str:
    """Give an item's name with its unit, as the plan prints it."""
    unit = getattr(row.item, "unit", "")
    return f"{row.item.name}（{unit}）" if unit else row.item.name


def _text(_: Form, row: Row, column: Column) -> str:
    """Give what stands in a cell."""
    return row.text(column)


def _typed(_: Form, row: Row, column: Column) -> str:
    """Give what somebody typed into a cell; what a formula gave nobody did."""
    computed = row.computed and column is Column.FIGURE
    return "" if computed else row.text(column)


def _alignment(_: Form, __: Row, column: Column) -> Qt.AlignmentFlag:
    """Put words at the left and figures at the right."""
    return _LEFT if column in _WORDS else _RIGHT


def _tip(form: Form, row: Row, column: Column) -> str:
    """Give what is to be said of a cell: what is wrong, why it is locked, its long text."""
    messages = [issue.message for issue in row.issues if issue.column == column]
    messages += [_computed(row)] if row.calculation and column is Column.FIGURE else []
    messages += [form.lock(row, column)]
    messages += [row.text(column)] if len(row.text(column)) > _TIP_LINE else []
    return "\n".join(message for message in messages if message)


def _computed(row: Row) -> str:
    """Say how a formula gives the figure, and what typing one means."""
    said = f"由公式计算：{row.calculation.sentence}" if row.calculation else ""
    return f"{said}\n{OWN if row.computed else AWAITING if not row.filled else CLEAR}"


def _state_words(form: Form, row: Row, column: Column) -> str:
    """Word the state for whoever listens instead of looking."""
    return state_of(form, row, column).value


_GIVES: dict[int, Callable[[Form, Row, Column], object]] = {
    Qt.ItemDataRole.DisplayRole: _text,
    Qt.ItemDataRole.EditRole: _typed,
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.AccessibleDescriptionRole: _state_words,
    FormModel.StateRole: state_of,
}
