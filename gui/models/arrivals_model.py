"""`ArrivalsModel`: the files of a batch, a line each: whose, for when, what came of reading it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.domain.incoming import Incoming
from core.services.inbox.arrivals import Skipped
from gui.inbox.desk import Desk, Where
from gui.inbox.tally import Tally

Index = QModelIndex | QPersistentModelIndex
SORT, VERDICT, ASKS = (Qt.ItemDataRole.UserRole + number for number in range(3))
SKIPPED = "跳过"
_NOWHERE = QModelIndex()
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(NamedTuple):
    """A column: its title, what it shows of a file, and whether that is a number."""

    title: str
    text: Callable[[Incoming, Tally], str]
    is_number: bool = False


def _quarter(file: Incoming, _: Tally) -> str:
    return file.slip.quarter.label if file.slip else ""


def _conflicts(_: Incoming, tally: Tally) -> str:
    if not tally.conflicts:
        return ""
    return f"{tally.conflicts}，未定{tally.open}" if tally.open else f"{tally.conflicts}，已定"


def _number(count: int) -> str:
    return str(count or "")


def standing(file: Incoming, tally: Tally) -> str:
    """Say in a few words what a person has to know of a file."""
    if file.locked:
        return "有密码，请输入"
    if file.refusal:
        return file.refusal
    if file.known:
        return file.known
    doubts = "；".join(each.label for each in file.doubts)
    if doubts:
        return f"{doubts}，{'勾选了仍入库' if tally.goes_in else '不入库'}"
    return "" if tally.goes_in or file.slip is None else "不入库"


COLUMNS = (
    Column("文件", lambda file, _: file.name),
    Column("单位", lambda file, _: file.department),
    Column("报告期", _quarter),
    Column("结论", lambda file, _: file.verdict.label),
    Column("采用", lambda _, tally: _number(tally.taken), is_number=True),
    Column("未变", lambda _, tally: _number(tally.unchanged), is_number=True),
    Column("冲突", _conflicts),
    Column("问题", lambda _, tally: _number(tally.grave), is_number=True),
    Column("情况", standing),
)
NAME, VERDICTS = 0, 3


class ArrivalsModel(QAbstractTableModel):
    """Files first, then those that were skipped; a tick says that a file is taken in."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._files: list[Incoming] = []
        self._skipped: tuple[Skipped, ...] = ()
        desk.heard.connect(self._add)
        desk.listed.connect(self._list)
        desk.decided.connect(self._tell)

    def file(self, row: int) -> Incoming | None:
        """Give the file of a row, nothing for one that was skipped."""
        return self._files[row] if 0 <= row < len(self._files) else None

    def skipped(self, row: int) -> Skipped:
        """Give what was skipped."""
        return self._skipped[row - len(self._files)]

    def row(self, place: Where) -> int:
        """Give the row of a file, -1 where it is not listed."""
        return next((n for n, each in enumerate(self._files) if each.place == place), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the files."""
        return 0 if parent.isValid() else len(self._files) + len(self._skipped)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let those files be ticked that can be taken in."""
        flags, file = super().flags(index), self.file(index.row())
        can = file and file.slip and not file.refusal and index.column() == NAME
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and can else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows."""
        if not index.isValid():
            return None
        file = self.file(index.row())
        if file is None:
            return self._of_skipped(self.skipped(index.row()), index.column(), role)
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return column.text(file, self._desk.tally(file))
            case Qt.ItemDataRole.CheckStateRole if index.column() == NAME and file.slip:
                return _CHECKED if self._desk.tally(file).goes_in else _UNCHECKED
            case Qt.ItemDataRole.TextAlignmentRole if column.is_number:
                return int(_RIGHT)
        return self._own(file, column, role)

    def _own(self, file: Incoming, column: Column, role: int) -> object:
        """Give what only this page's tables ask for."""
        if role == VERDICT:
            return file.verdict
        if role == ASKS:
            return self._desk.tally(file).asks or bool(file.doubts) or file.slip is None
        if role == SORT:
            text = column.text(file, self._desk.tally(file))
            return int(text or 0) if column.is_number else text
        return None

    def _of_skipped(self, each: Skipped, column: int, role: int) -> object:
        """Give what a line shows of a file that nobody has to read."""
        texts = {NAME: each.name, VERDICTS: SKIPPED, len(COLUMNS) - 1: each.reason}
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts.get(column, "")
        if role == SORT:
            return 0 if COLUMNS[column].is_number else texts.get(column, "")
        return False if role == ASKS else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick."""
        file = self.file(index.row()) if index.isValid() else None
        if file is None or role != Qt.ItemDataRole.CheckStateRole or index.column() != NAME:
            return False
        self._desk.admit(file, goes_in=Qt.CheckState(value) is _CHECKED)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name a column."""
        across = orientation is Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS)
        return COLUMNS[section].title if across and role == Qt.ItemDataRole.DisplayRole else None

    def _add(self, file: Incoming) -> None:
        """Add a file while others are still read."""
        last = len(self._files)
        self.beginInsertRows(_NOWHERE, last, last)
        self._files.append(file)
        self.endInsertRows()

    def _list(self) -> None:
        self.beginResetModel()
        self._files = list(self._desk.batch.files)
        self._skipped = self._desk.batch.skipped
        self.endResetModel()

    def _tell(self, places: set[Where]) -> None:
        """Show files anew about which something else is decided."""
        for row in map(self.row, places):
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
