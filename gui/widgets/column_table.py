"""`ColumnTable`: types texts one below the other into one column, or pastes a column of them."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QEvent, QSortFilterProxyModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from gui.delegates.base_delegate import BaseDelegate
from gui.theme import scaled

ROW = 32  # pixels, as all widths here, at the usual size of text
_DONE = QAbstractItemDelegate.EndEditHint.SubmitModelCache
_TRIGGER = QAbstractItemView.EditTrigger


class ColumnTable(QTableView):
    """A model with one `column` to be typed into; `look_for` leaves the rows with some words."""

    def __init__(
        self, model: QAbstractTableModel, column: int, name: str, widths: Mapping[int, int]
    ) -> None:
        """Be called by a name; columns without a width take the room that is left."""
        super().__init__()
        self._column, self._widths = column, widths
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(model)
        self._shown.setFilterKeyColumn(-1)
        self.setAccessibleName(name)
        self.setModel(self._shown)
        self.setItemDelegate(BaseDelegate(self))
        self._dress()
        self._fit()
        self.setCurrentIndex(self._shown.index(0, column))

    def _dress(self) -> None:
        self.setProperty("role", "lines")
        self.setEditTriggers(
            _TRIGGER.AnyKeyPressed | _TRIGGER.EditKeyPressed | _TRIGGER.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setStretchLastSection(True)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def look_for(self, words: str) -> None:
        """Show the lines in which some words occur."""
        self._shown.setFilterFixedString(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste by Ctrl+V, clear by Delete, type by Enter as well; an open editor has its own."""
        index = self.currentIndex()
        typed = self._shown.index(index.row(), self._column)
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._shown.setData(typed, "")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and typed.isValid():
            self.setCurrentIndex(typed)
            self.edit(typed)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Step down after what was typed, as Excel does."""
        super().closeEditor(editor, hint)
        below = self._shown.index(self.currentIndex().row() + 1, self._column)
        if hint is _DONE and below.isValid():
            self.setCurrentIndex(below)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        for column, width in self._widths.items():
            self.setColumnWidth(column, scaled(width))

    def _paste(self) -> None:
        """Put a column of texts below each other, from the chosen line on."""
        row = max(0, self.currentIndex().row())
        for line in QGuiApplication.clipboard().text().splitlines():
            self._shown.setData(self._shown.index(row, self._column), line.split("\t")[0])
            row += 1
