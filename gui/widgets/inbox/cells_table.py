"""`CellsTable`: decides part by part with the keyboard: ↑↓ move, B 保留, C 采用, G 改为."""

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from core.domain.changes import Choice, Way
from gui.delegates.deed_delegate import DeedDelegate
from gui.models.cell_lines import CellLine, Mark
from gui.models.cells_model import DEED, CellsModel
from gui.theme import scaled
from gui.widgets.lines import dress

ROW = 30  # pixels, as all lengths here, at the usual size of text
WIDTHS = (130, 50, 76, 76, 76, 110)
_WAYS = {
    Qt.Key.Key_B: Way.KEEP,
    Qt.Key.Key_1: Way.KEEP,
    Qt.Key.Key_C: Way.TAKE,
    Qt.Key.Key_2: Way.TAKE,
}
_WRITE = (Qt.Key.Key_G, Qt.Key.Key_3, Qt.Key.Key_F2)
_BACK = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class CellsTable(QTableView):
    """Emits `decided` with a line and a Choice, or nothing to take it back; `turned` on the way."""

    decided = Signal(object, object)
    turned = Signal()

    def __init__(self, model: CellsModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegateForColumn(DEED, DeedDelegate(self))
        self._dress()
        self._fit()
        self.selectionModel().currentRowChanged.connect(self.turned)
        model.modelReset.connect(self.turned)

    def _dress(self) -> None:
        dress(self, "与库里不同的格")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @property
    def line(self) -> CellLine | None:
        """The line that is chosen."""
        return self._model.line(self.currentIndex().row())

    def go_to(self, row: int) -> None:
        """Choose a row."""
        index, flags = self._model.index(row, 0), QItemSelectionModel.SelectionFlag
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def decide(self, way: Way) -> None:
        """Choose what becomes of the line, and go on to the next one that is open."""
        line = self.line
        if line is None or line.mark is Mark.BARRED:
            return
        if way is Way.WRITE:
            self.write()
            return
        self.decided.emit(line, Choice(way))
        self.go_on()

    def write(self, text: str | None = None) -> None:
        """Let another text be typed for the line; begin with one that was refused, if any."""
        index = self._model.index(self.currentIndex().row(), DEED)
        if self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            QTimer.singleShot(0, self, lambda: self._edit(text))

    def go_on(self) -> None:
        """Go to the next line about which a person has to decide, if there is one."""
        self.go_to(self._model.next_open(self.currentIndex().row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by a key; the rest moves the cursor."""
        line, plain = self.line, event.modifiers() in _PLAIN
        if plain and event.key() in _WAYS:
            self.decide(_WAYS[Qt.Key(event.key())])
        elif plain and event.key() in _WRITE:
            self.write()
        elif plain and line and event.key() in _BACK:
            self.decided.emit(line, None)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _edit(self, text: str | None) -> None:
        index = self._model.index(self.currentIndex().row(), DEED)
        self.setCurrentIndex(index)
        self.edit(index)
        editor = self.indexWidget(index) or self.focusWidget()
        if text is not None and hasattr(editor, "setText"):
            editor.setText(text)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, scaled(width))


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
