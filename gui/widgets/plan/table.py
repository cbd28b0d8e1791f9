"""`TextTable`: lines of texts that can be sought, sorted and copied; one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QSignalBlocker,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.models.plan_texts import SORT, Line, PlanTexts

HEIGHT = 30  # pixels of a line
_ALL_COLUMNS = -1


class TextTable(QTableView):
    """Emits `chosen` with the key of the line that a person went to, `unwanted` with Delete."""

    chosen = Signal(object)
    unwanted = Signal()

    def __init__(self, name: str, headers: Sequence[str], widths: Sequence[int]) -> None:
        super().__init__()
        self.texts = PlanTexts(headers, self)
        self._order = QSortFilterProxyModel(self)
        self.setAccessibleName(name)
        self.setProperty("role", "lines")
        self._dress(widths)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def _dress(self, widths: Sequence[int]) -> None:
        self._order.setSourceModel(self.texts)
        self._order.setSortRole(SORT)
        self._order.setFilterKeyColumn(_ALL_COLUMNS)
        self._order.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._order)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        head.setHighlightSections(False)
        head.setSortIndicatorClearable(True)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    @property
    def key(self) -> object:
        """The key of the chosen line, nothing where none is."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        return self.texts.key(self._order.mapToSource(index).row())

    def show_lines(self, lines: Sequence[Line], key: object) -> None:
        """Show other lines and go to one of them, without telling so."""
        with QSignalBlocker(self):
            self.texts.show(lines)
            self.choose(key)

    def choose_quietly(self, key: object) -> None:
        """Go to a line without telling so."""
        with QSignalBlocker(self):
            self.choose(key)

    def choose(self, key: object) -> None:
        """Go to a line; to none where it is not shown."""
        row = self.texts.row(key)
        index = self._order.mapFromSource(self.texts.index(row, 0))
        flags = QItemSelectionModel.SelectionFlag
        if row < 0 or not index.isValid():
            self.selectionModel().clear()
            return
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def seek(self, words: str) -> None:
        """Show only the lines that have the words."""
        self._order.setFilterFixedString(words.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen lines for a spreadsheet, or have the chosen one taken away."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        columns = range(self._order.columnCount())
        lines = [
            "\t".join(str(self._order.index(row, each).data()) for each in columns) for row in rows
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _tell(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag
        if index.isValid() and not self.selectionModel().isSelected(index):  # reached by Tab
            self.selectionModel().select(index, flags.ClearAndSelect | flags.Rows)
        self.chosen.emit(self.key)
