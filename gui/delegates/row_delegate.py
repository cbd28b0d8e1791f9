"""`RowDelegate`: a cell of a thing's rows, typed or chosen; what is wrong with it is framed."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.models.plan_rows import PlanRows
from gui.theme import colours_of

Index = QModelIndex | QPersistentModelIndex
_LONGEST = 2**31 - 1  # characters: a long text is refused in a sentence, never cut


class RowDelegate(QStyledItemDelegate):
    """Offers fixed words in a list, everything else as a line."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt gives it
        index: Index,
    ) -> QWidget:
        """Make what a cell is typed with."""
        model = index.model()
        assert isinstance(model, PlanRows)  # noqa: S101 - no other model has rows of texts
        field = model.fields[index.column()]
        if not field.choices:
            line = QLineEdit(parent)
            line.setObjectName("cell")
            line.setMaxLength(_LONGEST)
            return line
        combo = QComboBox(parent)
        combo.addItems([*([] if field.required else [""]), *field.choices])
        combo.activated.connect(lambda: self.commitData.emit(combo))
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the cell holds."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take what was typed or chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Write what nobody gave paler, and leaning."""
        super().initStyleOption(option, index)
        model = index.model()
        if isinstance(model, PlanRows) and model.is_proposed(index):
            palette, font = option.palette, option.font  # type: ignore[attr-defined]
            muted = QColor(colours_of(palette).muted)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                palette.setColor(role, muted)
            font.setItalic(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell, framed where something is wrong with it."""
        super().paint(painter, option, index)
        model = index.model()
        if isinstance(model, PlanRows) and model.flaw(index):
            place: QRect = option.rect  # type: ignore[attr-defined]
            palette = option.palette  # type: ignore[attr-defined]
            painter.save()
            painter.setPen(QPen(QColor(colours_of(palette).error), 2))
            painter.drawRect(place.adjusted(1, 1, -2, -2))
            painter.restore()
