"""`ReceiptsTable`: what was taken in, to be sought, or of one quarter only."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

from core.domain.period import Quarter
from core.domain.receipt import Receipt
from gui.models.receipts_model import ReceiptsModel
from gui.theme import scaled
from gui.widgets.lines import dress, let_sort

ROW = 30  # pixels, as all lengths here, at the usual size of text
WIDTHS = (136, 64, 190, 104, 98, 58, 44, 44, 44, 52)
_ALL_COLUMNS = -1


class _Order(QSortFilterProxyModel):
    """Leaves out the receipts of other quarters, if one is wanted."""

    quarter: Quarter | None = None

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Tell whether a receipt is shown."""
        model = self.sourceModel()
        assert isinstance(model, ReceiptsModel)  # noqa: S101 - no other model has receipts
        wanted = self.quarter in (None, model.quarter(row))
        return wanted and super().filterAcceptsRow(row, parent)


class ReceiptsTable(QTableView):
    """Emits `turned` when another receipt is chosen, `opened` by Enter or a double click."""

    turned = Signal()
    opened = Signal()

    def __init__(self, model: ReceiptsModel) -> None:
        super().__init__()
        self._model, self._shown = model, _Order(self)
        self._shown.setSourceModel(model)
        self._shown.setFilterKeyColumn(_ALL_COLUMNS)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._shown)
        self._dress()
        self._fit()
        self.selectionModel().currentRowChanged.connect(self.turned)
        self.activated.connect(self.opened)

    def _dress(self) -> None:
        dress(self, "回执")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        let_sort(self)

    @property
    def receipt(self) -> Receipt | None:
        """The receipt that is chosen."""
        return self._model.receipt(self._shown.mapToSource(self.currentIndex()).row())

    def seek(self, words: str) -> None:
        """Show only the receipts in which the words occur."""
        self._shown.setFilterFixedString(words.strip())
        self.turned.emit()

    def show_quarter(self, quarter: Quarter | None) -> None:
        """Show the receipts of a quarter, or of all."""
        self._shown.quarter = quarter
        self._shown.invalidateRowsFilter()
        if not self.currentIndex().isValid():
            self.selectRow(0)
        self.turned.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, scaled(width))
