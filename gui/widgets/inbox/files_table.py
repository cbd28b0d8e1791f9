"""`FilesTable`: the files of a batch; those that ask for somebody can be shown alone."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from core.domain.incoming import Incoming
from gui.delegates.verdict_delegate import VerdictDelegate
from gui.inbox.desk import Where
from gui.models.arrivals_model import ASKS, NAME, SORT, VERDICTS, ArrivalsModel
from gui.theme import scaled
from gui.widgets.lines import dress, let_sort

ROW = 30  # pixels, as all lengths here, at the usual size of text
WIDTHS = (184, 104, 98, 80, 46, 46, 80, 46, 90)


class _Order(QSortFilterProxyModel):
    """Leaves out the files about which nothing is to be decided, if that is wanted."""

    asking = False

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Tell whether a file is shown."""
        return not self.asking or bool(self.sourceModel().index(row, 0, parent).data(ASKS))


class FilesTable(QTableView):
    """Emits `turned` when another file is chosen."""

    turned = Signal()

    def __init__(self, model: ArrivalsModel) -> None:
        super().__init__()
        self._model, self._shown = model, _Order(self)
        self._shown.setSourceModel(model)
        self._shown.setSortRole(SORT)
        self.setModel(self._shown)
        self.setItemDelegateForColumn(VERDICTS, VerdictDelegate(self))
        self._dress()
        self._fit()
        self.selectionModel().currentRowChanged.connect(self.turned)

    def _dress(self) -> None:
        dress(self, "来件")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        let_sort(self)

    @property
    def row(self) -> int:
        """The row of the model that is chosen, -1 for none."""
        return self._shown.mapToSource(self.currentIndex()).row()

    @property
    def file(self) -> Incoming | None:
        """The file that is chosen, nothing for one that was skipped."""
        return self._model.file(self.row)

    def choose(self, place: Where | None) -> None:
        """Go to a file, to the first one where it is not shown."""
        source = self._model.index(self._model.row(place) if place else -1, NAME)
        index = self._shown.mapFromSource(source)
        index = index if index.isValid() else self._shown.index(0, NAME)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def show_asking(self, only: bool) -> None:  # noqa: FBT001 - as Qt has it
        """Show the files that ask for somebody, or all."""
        self._shown.asking = only
        self._shown.invalidateRowsFilter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn a file's tick by the space bar; the rest moves the cursor."""
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
            return
        index = self._shown.index(self.currentIndex().row(), NAME)
        if self._shown.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
            value = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self._shown.setData(index, value, Qt.ItemDataRole.CheckStateRole)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, scaled(width))
