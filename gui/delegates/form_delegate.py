"""`FormDelegate`: paints a cell's state in colour and sign, and types into it as Excel does."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.delegates import cell_paint
from gui.delegates.cell_editor import CellEditor
from gui.models.form_model import FormModel
from gui.theme import colours_of

Index = QModelIndex | QPersistentModelIndex


class Verdict(NamedTuple):
    """What came of a typed text: taken, or words that say what to do; `asks` where Enter agrees."""

    taken: bool
    words: str = ""
    asks: bool = False


Take = Callable[[QModelIndex, str, bool], Verdict]  # cell, text, confirmed


class FormDelegate(QStyledItemDelegate):
    """Emits `moved` with the steps down and to the right once a text was taken.

    Emits `typed` with a cell and its half-typed text, None once that was given up.
    `take` stores a text; only when it has, the editor closes.
    """

    moved = Signal(int, int)
    typed = Signal(object, object)

    def __init__(self, take: Take, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take = take
        self._editor: CellEditor | None = None
        self._place = QModelIndex()
        self.quick = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, text and sign."""
        colours = colours_of(option.palette)  # type: ignore[attr-defined]
        cell_paint.paint(painter, option, index, index.data(FormModel.StateRole), colours)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,
    ) -> QWidget:
        """Open a line over the cell."""
        model = index.model()
        assert isinstance(model, FormModel)  # noqa: S101 - it is the grid's only model
        self._editor = editor = CellEditor(parent, model.choices(index))
        self._place = place = model.index(index.row(), index.column())
        editor.textEdited.connect(lambda text: self.typed.emit(place, text))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what stands in the cell; a refused text stays."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the text where the view itself closes an editor, as on a click elsewhere."""
        if isinstance(editor, CellEditor):
            self._settle(editor, model.index(index.row(), index.column()))

    @property
    def editor(self) -> CellEditor | None:
        """The open editor, if any."""
        return self._editor

    def finish(self, index: QModelIndex) -> bool:
        """Take what is being typed, if anything; tell whether the cell can be left."""
        return self._editor is None or self._settle(self._editor, index)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the editor."""
        self._editor = None
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Handle the keys that leave a cell; everything else is typing."""
        if not isinstance(editor, CellEditor):
            return super().eventFilter(editor, event)
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(editor, event)
        if event.type() is QEvent.Type.FocusOut:
            return False
        return super().eventFilter(editor, event)

    def _press(self, editor: CellEditor, event: QKeyEvent) -> bool:
        """Leave the cell by a key that does so."""
        if event.key() == Qt.Key.Key_Escape:
            self.typed.emit(self._place, None)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            return True
        step = _step(event, quick=self.quick)
        if step is None or editor.chooses:
            return False
        self.moved.emit(*step)
        return True

    def _settle(self, editor: CellEditor, index: QModelIndex) -> bool:
        """Take the text of an editor, close it where that went well, else say why not."""
        verdict = self._take(index, editor.text(), editor.confirming)
        editor.say(verdict.words, taken=verdict.taken, asks=verdict.asks)
        if verdict.taken:
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        return verdict.taken


def _step(event: QKeyEvent, *, quick: bool) -> tuple[int, int] | None:
    """Give the steps down and to the right that a key leads to.

    In a line that is edited by F2 the arrows move in the text instead.
    """
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    match event.key():
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            return (-1 if back else 1), 0
        case Qt.Key.Key_Backtab:
            return 0, -1
        case Qt.Key.Key_Tab:
            return 0, (-1 if back else 1)
    if not quick or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    return {
        Qt.Key.Key_Up: (-1, 0),
        Qt.Key.Key_Down: (1, 0),
        Qt.Key.Key_Left: (0, -1),
        Qt.Key.Key_Right: (0, 1),
    }.get(Qt.Key(event.key()))
