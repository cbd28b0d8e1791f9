"""`AddressesModel`: departments, and the addresses that are typed beside them."""

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core.errors import MailError
from core.mail.addresses import addresses
from gui.models.bases_model import WrongRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.services.mail.addresses import Addressed

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Part(IntEnum):
    """The columns, in their order."""

    CODE = 0
    NAME = 1
    ADDRESS = 2
    NOTE = 3


TITLES = {Part.CODE: "编码", Part.NAME: "单位", Part.ADDRESS: "电子邮箱", Part.NOTE: "说明"}


class AddressesModel(QAbstractTableModel):
    """Emits `typed` with a code and its addresses; what is none stays with what is wrong."""

    typed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Addressed] = []
        self._wrong: dict[int, str] = {}

    def show_addresses(self, rows: "Sequence[Addressed]") -> None:
        """Show other departments, or the same ones as they are kept now."""
        self.beginResetModel()
        self._rows, self._wrong = list(rows), {}
        self.endResetModel()

    def put(self, row: int, text: str) -> None:
        """Take what was typed in a row."""
        before = self._rows[row].address
        try:
            text = ", ".join(addresses(text))
            self._wrong.pop(row, None)
        except MailError as error:
            self._wrong[row] = str(error)
        self._rows[row] = replace(self._rows[row], address=text)
        self.dataChanged.emit(self.index(row, Part.ADDRESS), self.index(row, Part.NOTE))
        if row not in self._wrong and text != before:
            self.typed.emit(self._rows[row].department.code, text)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the departments."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only the addresses be typed into."""
        flags = super().flags(index)
        editable = index.isValid() and index.column() == Part.ADDRESS
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Give what a cell shows."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(index.row(), Part(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return self._wrong.get(index.row()) or self._rows[index.row()].address
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
        found = self._rows[row]
        match part:
            case Part.CODE:
                return found.department.code
            case Part.NAME:
                return found.department.short_name
            case Part.ADDRESS:
                return found.address
        return self._wrong.get(row, "")
