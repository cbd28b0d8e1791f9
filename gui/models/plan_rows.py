"""`PlanRows`: rows that belong to a thing of a plan, each cell typed as a text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core.plans.cards import Field
from core.plans.contents import Cells
from core.plans.proposed import Proposal

Index = QModelIndex | QPersistentModelIndex
SOURCE, GIVEN = "来历", "给定"
_NOWHERE = QModelIndex()
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row; one that is only proposed has a note that says where its number comes from."""

    cells: Cells
    note: str = ""


class PlanRows(QAbstractTableModel):
    """Emits `typed` when a person changed a cell, added a row or took one away.

    Rows may be proposed in between, in the order of their first cells: they are nobody's until
    somebody types into one. Where they can be, a last column says which are given.
    """

    typed = Signal()

    def __init__(
        self, fields: Sequence[Field], parent: QObject | None = None, *, proposing: bool = False
    ) -> None:
        super().__init__(parent)
        self.fields = tuple(fields)
        self._proposing = proposing
        self._lines: list[_Line] = []
        self._flaws: dict[tuple[int, str], str] = {}
        self._editable = True

    @property
    def rows(self) -> tuple[Cells, ...]:
        """The texts of all rows that are given."""
        return tuple(dict(each.cells) for each in self._lines if not each.note)

    def show(self, rows: Sequence[Cells], proposals: Sequence[Proposal] = ()) -> None:
        """Show other rows, and proposals between them."""
        lines = list(_mixed(rows, proposals, self.fields[0].name))
        if lines == self._lines:
            return
        if len(lines) == len(self._lines):
            self._lines = lines
            self._flaws = {}
            self._tell_all()
            return
        self.beginResetModel()
        self._lines, self._flaws = lines, {}
        self.endResetModel()

    def mark(self, flaws: dict[tuple[int, str], str]) -> None:
        """Show what is wrong, by row and field."""
        if flaws != self._flaws:
            self._flaws = flaws
            self._tell_all()

    def allow(self, *, editing: bool) -> None:
        """Let the rows be changed, or only read."""
        self._editable = editing

    def add(self) -> None:
        """Add an empty row; words that are fixed begin with the first one where one is needed."""
        row = len(self._lines)
        self.beginInsertRows(QModelIndex(), row, row)
        firsts = {
            each.name: each.choices[0] if each.required and each.choices else ""
            for each in self.fields
        }
        self._lines.append(_Line(firsts))
        self.endInsertRows()
        self.typed.emit()

    def take(self, row: int) -> None:
        """Take a row away; one that is only proposed stays."""
        if self._lines[row].note:
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._lines[row]
        self._flaws = {}
        self.endRemoveRows()
        self.typed.emit()

    def is_proposed(self, index: Index) -> bool:
        """Tell whether a row is nobody's yet."""
        return bool(self._lines[index.row()].note)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the fields, and the column that tells the proposed ones."""
        return 0 if parent.isValid() else len(self.fields) + self._proposing

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a text, and what is wrong with it."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if index.column() == len(self.fields):
            return (line.note or GIVEN) if role == Qt.ItemDataRole.DisplayRole else None
        if role in _SHOWN:
            return line.cells[self._name(index)]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.flaw(index) or self._tip(line, index)
        return None

    def flaw(self, index: Index) -> str:
        """Say what is wrong with a cell, empty for nothing."""
        if index.column() == len(self.fields) or self.is_proposed(index):
            return ""
        given = sum(not each.note for each in self._lines[: index.row()])
        return self._flaws.get((given, self._name(index)), "")

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a typed text; a proposed row is given from then on."""
        line, name = self._lines[index.row()], self._name(index)
        if role != Qt.ItemDataRole.EditRole or line.cells[name] == value:
            return False
        cells = {**line.cells, name: str(value)}
        self._lines[index.row()] = replace(line, cells=cells, note="")
        self.dataChanged.emit(index, index)
        self.typed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be typed into where the plan can be edited; a proposed period is what it is."""
        flags = super().flags(index)
        if not (self._editable and index.isValid()) or index.column() == len(self.fields):
            return flags
        fixed = index.column() == 0 and self.is_proposed(index)
        return flags if fixed else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give the name of a field, and number the rows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is not Qt.Orientation.Horizontal:
            return section + 1
        return SOURCE if section == len(self.fields) else self.fields[section].name

    def _name(self, index: Index) -> str:
        """Give the name of the field in which a cell stands."""
        return self.fields[index.column()].name

    def _tip(self, line: _Line, index: Index) -> str:
        """Say what a cell may hold, of a proposed one that it may be given."""
        expected = self.fields[index.column()].expected
        return f"{line.note}；填上就以填的为准（{expected}）" if line.note else expected

    def _tell_all(self) -> None:
        """Have the view draw everything again."""
        if self._lines:
            last = self.index(len(self._lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _mixed(rows: Iterable[Cells], proposals: Sequence[Proposal], name: str) -> Iterator[_Line]:
    """Put proposals between rows by their first field; without any the rows keep their order."""
    lines = [_Line(dict(each)) for each in rows]
    taken = {each.cells[name] for each in lines}
    lines += [_Line(each.cells, each.note) for each in proposals if each.cells[name] not in taken]
    if not proposals:
        yield from lines
    else:
        yield from sorted(lines, key=lambda each: (not each.cells[name], each.cells[name]))
