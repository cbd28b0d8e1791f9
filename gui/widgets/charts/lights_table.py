"""`LightsTable`: 晴雨表, every item's light in every quarter."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QTableView

from gui.delegates.light_delegate import LightDelegate
from gui.models.lights_model import Index, LightsModel
from gui.theme import scaled
from gui.widgets.cells import dress
from gui.widgets.charts.lights_heads import ROW, NamesHeader, YearsHeader, column_width

if TYPE_CHECKING:
    from core.domain.lights import Lights


class LightsTable(QTableView):
    """Emits `moved` when the cursor does, `opened` with an item's code, `copied` with its rows."""

    moved = Signal()
    opened = Signal(str)
    copied = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._lights = LightsModel(self)
        self.setModel(self._lights)
        self.setItemDelegate(LightDelegate(self))
        self.setHorizontalHeader(YearsHeader(self))
        self.setVerticalHeader(NamesHeader(self))
        dress(self, "晴雨表")
        self._fit()
        self.doubleClicked.connect(self._open)
        self.verticalHeader().sectionClicked.connect(self._choose_row)

    @property
    def shown(self) -> LightsModel:
        """The model in sight."""
        return self._lights

    @property
    def code(self) -> str:
        """The code of the item under the cursor, empty for none."""
        row = self.currentIndex().row()
        return self._lights.rows[row].item.code if row >= 0 else ""

    def show_lights(self, lights: "Lights | None") -> None:
        """Show another history; the cursor stays on its item, in the last quarter."""
        kept = self.code
        self._lights.show_lights(lights)
        self._fit()
        codes = [row.item.code for row in self._lights.rows]
        if codes:
            self.choose(kept if kept in codes else codes[0])
        else:
            self.moved.emit()

    def choose(self, code: str, column: int = -1) -> None:
        """Put the cursor on an item, in the quarter of a column or in the last one."""
        codes = [row.item.code for row in self._lights.rows]
        if code in codes:
            last = self._lights.columnCount() - 1
            index = self._lights.index(codes.index(code), last if column < 0 else column)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    @property
    def text(self) -> str:
        """The whole table for Excel: lines of cells parted by tabs, the quarters first."""
        model = self._lights
        lines = [["指标", *(quarter.label for quarter in model.quarters)]]
        for row in range(model.rowCount()):
            cells = (model.index(row, column).data() for column in range(model.columnCount()))
            lines.append([str(model.headerData(row, Qt.Orientation.Vertical)), *cells])
        return "".join("\t".join(line) + "\r\n" for line in lines)

    def copy(self) -> None:
        """Put the table on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)
        self.copied.emit(self._lights.rowCount())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open an item by Enter, copy by Ctrl+C; the rest moves the cursor."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that the cursor moved, and set its name off."""
        super().currentChanged(current, previous)
        self.verticalHeader().viewport().update()
        self.moved.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here, to those without a mouse too."""
        index = self.currentIndex()
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("打开这项指标(&O)", partial(self._open, index)).setEnabled(index.isValid())
        menu.addAction("复制整表(&C)", self.copy)
        menu.popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Give rows and columns the room that the size of text asks for."""
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        self.horizontalHeader().setDefaultSectionSize(column_width())

    def _choose_row(self, row: int) -> None:
        self.choose(self._lights.rows[row].item.code)

    def _open(self, index: QModelIndex) -> None:
        """Tell which item is to be opened."""
        if index.isValid():
            self.opened.emit(self._lights.rows[index.row()].item.code)
