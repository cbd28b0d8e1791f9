"""`DueTable`: departments that can be sought, sorted and ticked."""

from PySide6.QtCore import QEvent, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from gui.models.due_model import SORT, DueModel
from gui.theme import scaled
from gui.widgets.lines import dress, let_sort

ROW = 32  # pixels, as all lengths here, at the usual size of text
WIDTHS = (130, 76, 48, 66, 84, 88, 56)


class DueTable(QTableView):
    """A blank turns the tick of the row in which the cursor is, whatever its column."""

    def __init__(self, model: DueModel) -> None:
        super().__init__()
        self._model, self._shown = model, QSortFilterProxyModel(self)
        self._shown.setSourceModel(model)
        self._shown.setSortRole(SORT)
        self.setModel(self._shown)
        self._dress()
        self._fit()

    def _dress(self) -> None:
        dress(self, "有填报任务的单位")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        let_sort(self)

    def seek(self, words: str) -> None:
        """Show only the departments whose names have the words."""
        self._shown.setFilterFixedString(words.strip())

    def tick_all(self, *, chosen: bool) -> None:
        """Choose all departments that are shown, or none of them."""
        rows = range(self._shown.rowCount())
        sources = (self._shown.mapToSource(self._shown.index(row, 0)) for row in rows)
        self._model.tick([each.row() for each in sources], chosen=chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn ticks by the space bar; the rest moves the cursor."""
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
            return
        rows = self.selectionModel().selectedRows()
        ticked = [
            each.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked for each in rows
        ]
        sources = [self._shown.mapToSource(each).row() for each in rows]
        self._model.tick(sources, chosen=not all(ticked))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, scaled(width))
