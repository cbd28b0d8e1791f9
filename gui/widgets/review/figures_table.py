"""`FiguresTable`: a form figure by figure: Enter 写意见, 空格 处理意见, F4 下一处."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from core.domain.reviewing.docket import Reviewed
from gui.delegates.figure_delegate import FigureDelegate
from gui.models.figures_columns import COLUMNS
from gui.models.figures_model import FiguresModel, Role
from gui.models.figures_order import FiguresOrder, Look
from gui.theme import scaled
from gui.widgets import parts
from gui.widgets.lines import dress, let_sort
from gui.widgets.names import Names

ROW = 44  # pixels: two lines of a name
_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FiguresTable(QTableView):
    """Emits `turned` when another figure is chosen, `commented` and `settled` by a key on it.

    `copied` tells a number of lines.
    """

    turned = Signal()
    commented = Signal()
    settled = Signal()
    copied = Signal(int)

    def __init__(self, model: FiguresModel) -> None:
        super().__init__()
        self.order = FiguresOrder(model, self)
        self._corner = parts.label("指标", "corner")
        self._dress()
        self.setModel(self.order)
        let_sort(self)
        self.setShowGrid(True)
        self._fit()
        self.selectionModel().currentRowChanged.connect(self._turn)

    def _dress(self) -> None:
        dress(self, "报表的各项指标")
        self.setVerticalHeader(Names(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(FigureDelegate(self))
        self.setWordWrap(True)
        self._corner.setParent(self)

    @property
    def figure(self) -> Reviewed | None:
        """The figure that is chosen."""
        index = self.currentIndex()
        found: Reviewed | None = index.data(Role.FIGURE) if index.isValid() else None
        return found

    def show_look(self, look: Look) -> None:
        """Show the figures of a kind; the chosen one stays chosen where it is among them."""
        code = self.figure.row.item.code if self.figure else ""
        self.order.show_look(look)
        self.go_to(code)

    def go_to(self, code: str) -> bool:
        """Choose a figure, else the first; tell whether it is there."""
        rows = range(self.order.rowCount())
        shown = (self.order.index(row, 0).data(Role.FIGURE) for row in rows)
        found = next((row for row, each in enumerate(shown) if each.row.item.code == code), -1)
        self.setCurrentIndex(self.order.index(max(found, 0), max(self.currentIndex().column(), 0)))
        self.scrollTo(self.currentIndex())
        self.turned.emit()
        return found >= 0

    def go_on(self) -> None:
        """Go to the next figure with an issue, a change or an open remark."""
        count, at = self.order.rowCount(), self.currentIndex().row()
        for step in range(1, count + 1):
            index = self.order.index((at + step) % count, 0)
            each: Reviewed = index.data(Role.FIGURE)
            if each.issues or each.altered or each.open:
                self.setCurrentIndex(index)
                self.setFocus()
                return

    def copy(self) -> None:
        """Put the table on the clipboard, for Excel and WPS."""
        model = self.order
        heads = ["指标", *(each.title for each in COLUMNS)]
        lines = ["\t".join(heads)]
        for row in range(model.rowCount()):
            cells = (str(model.index(row, each).data()) for each in range(len(COLUMNS)))
            lines.append("\t".join([str(model.headerData(row, _DOWN)), *cells]))
        QGuiApplication.clipboard().setText("".join(f"{line}\r\n" for line in lines))
        self.copied.emit(model.rowCount())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Speak of a figure by Enter, settle by the space bar, copy by Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commented.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.settled.emit()
        else:
            super().keyPressEvent(event)

    def updateGeometries(self) -> None:
        """Keep the word of the corner over the names."""
        super().updateGeometries()
        width, height = self.verticalHeader().width(), self.horizontalHeader().height()
        self._corner.setGeometry(1, 1, width, height)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _turn(self, _: QModelIndex) -> None:
        self.verticalHeader().viewport().update()
        self.turned.emit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        for column, each in enumerate(COLUMNS):
            self.setColumnWidth(column, scaled(each.width))
