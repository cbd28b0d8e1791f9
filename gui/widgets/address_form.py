"""`AddressForm`: where the departments of the plan get their mail."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui.models.addresses_model import AddressesModel, Part
from gui.theme import scaled
from gui.widgets import parts
from gui.widgets.column_table import ColumnTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.services.mail.addresses import Addressed

HELP = "按回车输入，几个地址用逗号隔开；可以从Excel粘贴一列。"
NO_DEPARTMENTS = "规划没有列出部门。"
# pixels at the usual size of text, and so is the height
WIDTHS: Mapping[int, int] = {Part.CODE: 60, Part.NAME: 116, Part.ADDRESS: 190}
HEIGHT = 300


class AddressForm(QWidget):
    """Emits `typed` with a department's code and its addresses, once they are some."""

    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._model = AddressesModel(self)
        self._table = ColumnTable(self._model, Part.ADDRESS, "单位邮箱", WIDTHS)
        self._search = QLineEdit()
        self._told = parts.label(HELP, "muted")
        self._shown: tuple[Addressed, ...] | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._search.setPlaceholderText("按编码、名称、邮箱查找")
        self._search.setClearButtonEnabled(True)
        self._told.setWordWrap(True)
        self._table.setMinimumHeight(scaled(HEIGHT))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(parts.label("查找单位(&G)", buddy=self._search))
        row.addWidget(self._search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self._table, 1)
        column.addWidget(self._told)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._table.look_for)
        self._model.typed.connect(self.typed)

    def show_addresses(self, rows: "Sequence[Addressed]") -> None:
        """Show what is kept, unless it is shown already."""
        if tuple(rows) != self._shown:
            self._shown = tuple(rows)
            self._model.show_addresses(rows)
            self._told.setText(HELP if rows else NO_DEPARTMENTS)
