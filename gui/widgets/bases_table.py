"""`BasesTable`: types bases one below the other, or pastes a column of them."""

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from gui.delegates.base_delegate import BaseDelegate
from gui.models.bases_model import BasesModel, Part
from gui.theme import scaled

ROW = 32  # pixels, as all widths here, at the usual size of text
WIDTHS = {Part.CODE: 96, Part.NAME: 250, Part.UNIT: 84, Part.TARGET: 100, Part.BASE: 110}
_DONE = QAbstractItemDelegate.EndEditHint.SubmitModelCache
_TRIGGER = QAbstractItemView.EditTrigger


class BasesTable(QTableView):
    """The indicators without a base; `look_for` leaves those in which a word occurs."""

    def __init__(self, model: BasesModel) -> None:
        super().__init__()
        self.setAccessibleName("没有基期的指标")
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(model)
        self._shown.setFilterKeyColumn(-1)
        self.setModel(self._shown)
        self.setItemDelegate(BaseDelegate(self))
        self._dress()
        self.setCurrentIndex(self._shown.index(0, Part.BASE))

    def _dress(self) -> None:
        self.setProperty("role", "lines")
        self.setEditTriggers(
            _TRIGGER.AnyKeyPressed | _TRIGGER.EditKeyPressed | _TRIGGER.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setStretchLastSection(True)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for part, width in WIDTHS.items():
            self.setColumnWidth(part, scaled(width))

    def look_for(self, words: str) -> None:
        """Show the lines in which some words occur."""
        self._shown.setFilterFixedString(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste by Ctrl+V, clear by Delete, type by Enter as well; an open editor has its own."""
        index = self.currentIndex()
        base = self._shown.index(index.row(), Part.BASE)
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._shown.setData(base, "")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and base.isValid():
            self.setCurrentIndex(base)
            self.edit(base)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Step down after what was typed, as Excel does."""
        super().closeEditor(editor, hint)
        below = self._shown.index(self.currentIndex().row() + 1, Part.BASE)
        if hint is _DONE and below.isValid():
            self.setCurrentIndex(below)

    def _paste(self) -> None:
        """Put a column of texts below each other, from the chosen line on."""
        row = max(0, self.currentIndex().row())
        for line in QGuiApplication.clipboard().text().splitlines():
            self._shown.setData(self._shown.index(row, Part.BASE), line.split("\t")[0])
            row += 1
