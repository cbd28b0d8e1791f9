"""`KindList`: the kinds of report, one of which is always chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gui.widgets import parts

if TYPE_CHECKING:
    from core.reports.catalogue import Kind

LINES = 8  # kinds seen at once


class KindList(QListWidget):
    """Emits `chosen` with the code of another kind."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "choice")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda: self.chosen.emit(self.kind))
        self._fit()

    @property
    def kind(self) -> str:
        """The code of the chosen kind, empty as long as none is offered."""
        line = self.currentItem()
        return str(line.data(Qt.ItemDataRole.UserRole)) if line else ""

    def offer(self, kinds: tuple["Kind", ...]) -> None:
        """List kinds and choose the first."""
        with QSignalBlocker(self):
            self.clear()
            for kind in kinds:
                line = QListWidgetItem(kind.title, self)
                line.setData(Qt.ItemDataRole.UserRole, kind.code)
                line.setToolTip(kind.title)
            self.setCurrentRow(0)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(parts.list_height(self, LINES))
