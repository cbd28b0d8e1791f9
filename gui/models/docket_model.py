"""`DocketModel`: the forms of a quarter, a line each, those of one kind at a time."""

from collections.abc import Sequence
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.domain.reviewing.docket import Docketed
from core.domain.submission import State

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What a line gives besides its text."""

    FORM = Qt.ItemDataRole.UserRole


class Kind(StrEnum):
    """Which forms are listed; the value is what the choice is called."""

    ALL = "全部报表"
    SUBMITTED = "待审核"
    REVIEWED = "待审定"
    APPROVED = "已审定"
    OPEN = "未报送"
    ASKING = "有意见或改动"

    def takes(self, form: Docketed) -> bool:
        """Tell whether a form is of this kind."""
        match self:
            case Kind.ALL:
                return True
            case Kind.OPEN:
                return not form.state.closed
            case Kind.ASKING:
                return bool(form.remarks or form.altered)
        return form.state is State[self.name]


class DocketModel(QAbstractListModel):
    """Keeps all forms, and shows those of a kind in the plan's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forms: Sequence[Docketed] = ()
        self._shown: Sequence[Docketed] = ()
        self._kind = Kind.ALL

    @property
    def forms(self) -> Sequence[Docketed]:
        """All forms, of whatever kind."""
        return self._forms

    def show_forms(self, forms: Sequence[Docketed]) -> None:
        """Show other forms, or the same ones as they are now."""
        self._forms = forms
        self._list()

    def show_kind(self, kind: Kind) -> None:
        """Show the forms of a kind."""
        self._kind = kind
        self._list()

    def count(self, kind: Kind) -> int:
        """Count the forms of a kind."""
        return sum(kind.takes(form) for form in self._forms)

    def form(self, row: int) -> Docketed | None:
        """Give the form of a row, nothing where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row(self, department: str) -> int:
        """Give the row of a department's form, -1 where it is not shown."""
        codes = [form.department for form in self._shown]
        return codes.index(department) if department in codes else -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the forms that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a form, or what is said of it in one line."""
        form = self.form(index.row()) if index.isValid() else None
        if form is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{form.name}　{form.state.label}　{detail(form)}"
            case Role.FORM:
                return form
        return None

    def _list(self) -> None:
        """List anew; where the same forms stand as before, the view keeps its place."""
        shown = [form for form in self._forms if self._kind.takes(form)]
        if [form.department for form in shown] == [form.department for form in self._shown]:
            self._shown = shown
            self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()


def detail(form: Docketed) -> str:
    """Count what is in a form: 12/12项，须说明2，意见1，改动1."""
    counts = (("须说明", form.explained), ("意见", form.remarks), ("改动", form.altered))
    told = [f"{form.filled}/{form.asked}项"] if form.asked else ["只作说明"]
    told += [f"{label}{count}" for label, count in counts if count]
    return "，".join(told)
