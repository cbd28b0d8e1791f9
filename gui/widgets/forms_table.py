"""`FormsTable`: a table of forms that opens, sorts, leaves out and copies them."""

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from gui.models.form_order import FormOrder
from gui.models.standings import Role
from gui.theme import scaled
from gui.widgets.cells import dress
from gui.widgets.marked_header import MarkedHeader

ROW, NAMES = 32, 176  # pixels of a row, and of the names beside it at most, in usual text
PLAN_ORDER = -1
_UP = Qt.SortOrder.AscendingOrder
_TEXT = Qt.ItemDataRole.DisplayRole


class FormsTable(QTableView):
    """Emits `opened` with a Standing by Enter or a double click, `copied` with a number of rows."""

    opened = Signal(object)
    copied = Signal(int)

    def __init__(self, source: QAbstractItemModel, name: str) -> None:
        super().__init__()
        self._shown = FormOrder(self)
        self._shown.setSourceModel(source)
        self.setModel(self._shown)
        dress(self, name)
        self._dress_headers()
        self.fit()
        self.doubleClicked.connect(self._open)

    def _dress_headers(self) -> None:
        """Sort by a click on a column; a third one brings the plan's order back."""
        across = MarkedHeader(Qt.Orientation.Horizontal, self)
        down = MarkedHeader(Qt.Orientation.Vertical, self)
        self.setHorizontalHeader(across)
        self.setVerticalHeader(down)
        across.setSortIndicatorClearable(True)
        across.setSortIndicator(PLAN_ORDER, _UP)
        self.setSortingEnabled(True)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def fit(self) -> None:
        """Give rows and names the room that the size of text asks for."""
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        self.verticalHeader().setMaximumWidth(scaled(NAMES))

    def show_owed(self, *, only: bool) -> None:
        """Show all rows, or those in which something is owed."""
        self._shown.show_owed(only=only)

    def choose(self, row: int, column: int) -> None:
        """Put the cursor on a cell of the source, and bring it into sight."""
        source = self._shown.sourceModel().index(row, column)
        index = self._shown.mapFromSource(source)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    @property
    def text(self) -> str:
        """The table as it is shown, for Excel: lines of cells parted by tabs, the header first."""
        model, across = self._shown, range(self._shown.columnCount())
        names = [str(model.headerData(each, Qt.Orientation.Horizontal, _TEXT)) for each in across]
        lines = [["", *(name.replace("\n", "") for name in names)]]
        for row in range(model.rowCount()):
            cells = [str(model.index(row, each).data(_TEXT)) for each in across]
            lines.append([str(model.headerData(row, Qt.Orientation.Vertical, _TEXT)), *cells])
        return "".join("\t".join(line) + "\r\n" for line in lines)

    def copy(self) -> None:
        """Put the table on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)
        self.copied.emit(self._shown.rowCount())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a form by Enter, copy by Ctrl+C; the rest moves the cursor."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here, to those without a mouse too."""
        index, across = self.currentIndex(), self.horizontalHeader()
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("打开报表(&O)", partial(self._open, index)).setEnabled(index.isValid())
        menu.addAction("按本列排序(&S)", partial(across.setSortIndicator, index.column(), _UP))
        menu.addAction("恢复原来的次序(&R)", partial(across.setSortIndicator, PLAN_ORDER, _UP))
        menu.addAction("复制整表(&C)", self.copy)
        menu.popup(event.globalPos())

    def _open(self, index: QModelIndex) -> None:
        """Tell which form is to be opened."""
        if index.isValid():
            self.opened.emit(index.data(Role.FORM))
