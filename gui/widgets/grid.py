"""`Grid`: a table that behaves under the fingers as Excel does."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from core.domain.cell import Column
from gui.delegates.form_delegate import FormDelegate, Take
from gui.models.form_model import FormModel
from gui.theme import scaled
from gui.widgets import parts
from gui.widgets.row_header import RowHeader

ROW = 42  # pixels: two lines of a name
NARROW = 64
WIDTHS = {
    Column.TARGET: 92,
    Column.ANNUAL: 76,
    Column.FIGURE: 96,
    Column.PROGRESS: 76,
    Column.MISSING: 92,
    Column.EXPLANATION: 160,
}
_TRIGGER = QAbstractItemView.EditTrigger
_ONWARD = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
Index = QModelIndex | QPersistentModelIndex


class Grid(QTableView):
    """The keys of Excel on a protected sheet.

    Enter goes down and Tab right to the next cell that can be typed into; after some Tabs Enter
    returns to the column where they began. Emits `locked` with the reason when somebody types
    into a cell that is, and `typed` with a cell and its half-typed text.
    """

    locked = Signal(str)
    typed = Signal(object, object)

    def __init__(self, model: FormModel, take: Take) -> None:
        super().__init__()
        self.setObjectName("grid")
        self.setAccessibleName("报表")
        self._delegate = FormDelegate(take, self)
        self._began: int | None = None  # the column where a run of Tabs began
        self._corner = parts.label("类别　　指标", "corner")
        self.setVerticalHeader(RowHeader(self))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._corner.setParent(self)
        self._behave()
        self._connect()
        self.fit()

    def _behave(self) -> None:
        self.setEditTriggers(
            _TRIGGER.AnyKeyPressed | _TRIGGER.EditKeyPressed | _TRIGGER.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setSectionsMovable(False)
        self.horizontalHeader().setHighlightSections(False)

    def _connect(self) -> None:
        self._delegate.moved.connect(self._leave)
        self._delegate.typed.connect(self.typed)
        for head in (self.verticalHeader(), self.horizontalHeader()):
            head.viewport().installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words of the corner over the names of the rows."""
        super().resizeEvent(event)
        width, height = self.verticalHeader().width(), self.horizontalHeader().height()
        self._corner.setGeometry(1, 1, width, height)

    @property
    def shortcut_context(self) -> Qt.ShortcutContext:
        """Where the grid's keys are heard: in it, and not in the editor of a cell."""
        return Qt.ShortcutContext.WidgetShortcut

    def fit(self) -> None:
        """Give rows and columns their usual size; the last column takes what is left."""
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        for number in range(self.form_model.columnCount()):
            width = WIDTHS.get(self.form_model.column(number), NARROW)
            self.setColumnWidth(number, scaled(width))
        self.horizontalHeader().setStretchLastSection(True)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the size of text that a person chose."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.fit()

    @property
    def form_model(self) -> FormModel:
        """The model, as what it is."""
        model = self.model()
        assert isinstance(model, FormModel)  # noqa: S101 - given at construction
        return model

    def finish(self) -> bool:
        """Take what is being typed; tell whether the cell can be left."""
        return self._delegate.finish(self.currentIndex())

    @property
    def text(self) -> str | None:
        """The text that is being typed, if any."""
        editor = self._delegate.editor
        return None if editor is None else editor.text()

    @property
    def unfinished(self) -> str:
        """The text that is being typed and cannot be taken, empty where there is none."""
        text = self.text
        return "" if text is None or self.finish() else text

    def offer(self, index: QModelIndex, text: str) -> bool:
        """Open the editor of a cell again with what stood half-typed in it, if it opens."""
        self.setCurrentIndex(index)
        self.edit(index, _TRIGGER.EditKeyPressed, QEvent(QEvent.Type.None_))
        editor = self._delegate.editor
        if editor is not None:
            editor.setText(text)
            editor.setModified(True)
        return editor is not None

    def chosen(self) -> list[QModelIndex]:
        """Give the selected cells, row by row."""
        return sorted(self.selectedIndexes(), key=lambda each: (each.row(), each.column()))

    def edit(self, index: Index, trigger: _TRIGGER, event: QEvent) -> bool:  # type: ignore[override]
        """Open the editor; note whether its first key replaces what stands in the cell."""
        self._delegate.quick = trigger is _TRIGGER.AnyKeyPressed
        return bool(super().edit(index, trigger, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what Excel does with a key outside of an editor."""
        if event.key() in _ONWARD and self.currentIndex().isValid():
            self._go_on(event)
            return
        types = self._types(event)
        if types and (reason := self._lock()):
            self.locked.emit(reason)
            return
        if not types:
            self._began = None
        super().keyPressEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:  # noqa: FBT001 - as Qt has it
        """Keep Tab in the table; F6 leaves it."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the cell that is typed into first, if it can be left."""
        if self.finish():
            self._began = None
            super().mousePressEvent(event)

    def eventFilter(self, head: QObject, event: QEvent) -> bool:
        """Let the heads choose rows and columns only once the cell can be left."""
        presses = event.type() is QEvent.Type.MouseButtonPress
        return (presses and not self.finish()) or bool(super().eventFilter(head, event))

    def _types(self, event: QKeyEvent) -> bool:
        """Tell whether a key would change a cell."""
        modified = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        writes = bool(event.text()) and event.text().isprintable() and not modified
        return writes or event.key() == Qt.Key.Key_F2

    def _lock(self) -> str:
        index = self.currentIndex()
        return self.form_model.lock(index) if index.isValid() else ""

    def _go_on(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        tab = event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        back = back or event.key() == Qt.Key.Key_Backtab
        step = -1 if back else 1
        self._move(0, step) if tab else self._move(step, 0)

    def _leave(self, down: int, right: int) -> None:
        """Leave a cell once its text was taken."""
        if self.finish():
            self.setFocus()
            self._move(down, right)

    def _move(self, down: int, right: int) -> None:
        """Move the cursor to the next cell in a direction that can be typed into."""
        index = self.currentIndex()
        if right and self._began is None:
            self._began = index.column()
        if down and self._began is not None:
            index = index.siblingAtColumn(self._began)
            self._began = None
        found = self._next(index, down, right)
        if found.isValid():
            self.setCurrentIndex(found)

    def _next(self, index: QModelIndex, down: int, right: int) -> QModelIndex:
        """Find the next open cell; where a column or the table ends, stay."""
        walk = _down(index, down) if down else _along(index, right)
        while (cell := walk()).isValid():
            if not self.form_model.lock(cell):
                return cell
        return QModelIndex()


def _down(index: QModelIndex, step: int) -> Callable[[], QModelIndex]:
    """Walk down or up a column."""
    row = index.row()

    def walk() -> QModelIndex:
        nonlocal row
        row += step
        return index.siblingAtRow(row)

    return walk


def _along(index: QModelIndex, step: int) -> Callable[[], QModelIndex]:
    """Walk along a row, and on into the next one."""
    width = index.model().columnCount()
    place = index.row() * width + index.column()

    def walk() -> QModelIndex:
        nonlocal place
        place += step
        return index.sibling(place // width, place % width)

    return walk
