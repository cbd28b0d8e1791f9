"""`ReceiptsModel`: the files that were taken in, a line each, the latest first."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.domain.changes import Way
from gui.models.backups_model import when

if TYPE_CHECKING:
    from core.domain.period import Quarter
    from core.domain.receipt import Receipt

Index = QModelIndex | QPersistentModelIndex
Names = Mapping[str, str]  # of departments, by their codes
_NOWHERE = QModelIndex()


class Column(NamedTuple):
    """A column: its title, and what it shows of a receipt."""

    title: str
    text: Callable[["Receipt", Names], str]


def _counted(receipt: "Receipt", *, kept: bool) -> str:
    """Count the parts that were kept as they stood, or that were taken."""
    ways = [each.choice.way for each in receipt.cells if each.choice]
    return str(sum((way is Way.KEEP) is kept for way in ways) or "")


COLUMNS = (
    Column("入库时间", lambda each, _: when(each.at)),
    Column("经办人", lambda each, _: each.by),
    Column("文件", lambda each, _: each.name),
    Column("单位", lambda each, names: names.get(each.slip.department, each.slip.department)),
    Column("报告期", lambda each, _: each.slip.quarter.label),
    Column("结论", lambda each, _: each.verdict.label),
    Column("采用", lambda each, _: _counted(each, kept=False)),
    Column("保留", lambda each, _: _counted(each, kept=True)),
    Column("未定", lambda each, _: str(len(each.open) or "")),
    Column("扫描件", lambda each, _: str(len(each.scans) or "")),
)


class ReceiptsModel(QAbstractTableModel):
    """Each line leads to the file and to what was decided about it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._receipts: tuple[Receipt, ...] = ()
        self._names: Names = {}

    def show_receipts(self, receipts: "tuple[Receipt, ...]", names: Names) -> None:
        """Show other receipts."""
        self.beginResetModel()
        self._receipts, self._names = receipts, names
        self.endResetModel()

    def receipt(self, row: int) -> "Receipt | None":
        """Give the receipt of a row, nothing where there is none."""
        return self._receipts[row] if 0 <= row < len(self._receipts) else None

    def quarter(self, row: int) -> "Quarter":
        """Give the quarter of a row's form."""
        return self._receipts[row].slip.quarter

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the receipts."""
        return 0 if parent.isValid() else len(self._receipts)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's text; the file's digest where the mouse rests."""
        if not index.isValid():
            return None
        receipt = self._receipts[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return COLUMNS[index.column()].text(receipt, self._names)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(receipt)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name a column."""
        across = orientation is Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS)
        return COLUMNS[section].title if across and role == Qt.ItemDataRole.DisplayRole else None


def _tip(receipt: "Receipt") -> str:
    """Say what tells a file from all others, and what somebody set aside about it."""
    doubts = "、".join(each.label for each in receipt.doubts)
    lines = [receipt.name, f"SHA-256：{receipt.sha256}", f"第{receipt.slip.number}次分发"]
    return "\n".join([*lines, f"核对后仍入库：{doubts}"] if doubts else lines)
