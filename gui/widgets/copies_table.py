"""`CopiesTable`: the copies of the database, one of which can be restored."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from core.domain.backup import Backup
from gui.models.backups_model import BackupsModel


class CopiesTable(QTableView):
    """Emits `chosen` with the path of the copy that somebody wants back, `turned` on the way."""

    chosen = Signal(object)
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = BackupsModel(self)
        self.setModel(self._model)
        self.setProperty("role", "lines")
        self.setAccessibleName("备份")
        self._lay_out()
        self.activated.connect(self._tell)
        self.selectionModel().currentRowChanged.connect(self.turned)

    def _lay_out(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setStretchLastSection(True)
        across.setHighlightSections(False)

    @property
    def copy(self) -> Path | None:
        """The path of the copy that is marked, if one is."""
        index = self.currentIndex()
        return self._model.copy(index.row()).path if index.isValid() else None

    def show_copies(self, copies: Sequence[Backup]) -> None:
        """Show other copies, the newest marked."""
        self._model.show_copies(copies)
        self.selectRow(0)
        self.turned.emit()

    def _tell(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.copy(index.row()).path)
