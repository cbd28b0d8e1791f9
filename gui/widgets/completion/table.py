"""`CompletionTable`: the items of a plan with their judgements, to be sorted, copied and opened."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QMenu, QTableView

from core.domain.tracked import Tracked
from gui.delegates.completion_delegates import LightDelegate, ProgressDelegate
from gui.models.completion_columns import COLUMNS, NAME, PROGRESS, STATUS
from gui.models.completion_model import CompletionModel, Role
from gui.models.completion_order import CompletionOrder, Wanted
from gui.theme import scaled
from gui.widgets import parts
from gui.widgets.lines import dress, let_sort
from gui.widgets.names import Names

ROW, NAMES = 32, 184  # pixels at the usual size of text
PLAN_ORDER = -1
_UP = Qt.SortOrder.AscendingOrder
_DOWN = Qt.SortOrder.DescendingOrder
_ACROSS = Qt.Orientation.Horizontal
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class CompletionTable(QTableView):
    """Emits `turned` when another line is chosen, `opened` by Enter or a double click.

    `doubted` asks for 改判 of the chosen line, `copied` tells a number of lines.
    """

    turned = Signal()
    opened = Signal()
    doubted = Signal()
    copied = Signal(int)

    def __init__(self, model: CompletionModel) -> None:
        super().__init__()
        self.order = CompletionOrder(model, self)
        self._corner = parts.label(COLUMNS[NAME].title, "corner")
        self._dress()
        self.setModel(self.order)
        let_sort(self)
        self._pin()
        self._fit()
        self.selectionModel().currentRowChanged.connect(self._turn)
        self.activated.connect(self.opened)

    def _dress(self) -> None:
        dress(self, "指标完成情况")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegateForColumn(STATUS, LightDelegate(self))
        self.setItemDelegateForColumn(PROGRESS, ProgressDelegate(self))

    def _pin(self) -> None:
        """Keep the names in sight; a click on the word over them sorts by name."""
        self.setVerticalHeader(Names(self, NAMES, Role.RISK))
        self.hideColumn(NAME)
        self._corner.setParent(self)
        self._corner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        told = str(self.order.headerData(NAME, _ACROSS, Qt.ItemDataRole.ToolTipRole))
        for below in self.findChildren(QAbstractButton, options=_DIRECT):
            below.setToolTip(told)
            below.clicked.connect(self._sort_names)

    @property
    def row(self) -> Tracked | None:
        """The item that is chosen."""
        index = self.currentIndex()
        found: Tracked | None = index.data(Role.ROW) if index.isValid() else None
        return found

    def want(self, wanted: Wanted) -> None:
        """Leave other lines; the chosen one stays chosen where it is still there."""
        code = self.row.code if self.row else ""
        self.order.want(wanted)
        self.go_to(code)

    def go_to(self, code: str) -> bool:
        """Choose the line of an item, else the first; tell whether it is there."""
        found = self.order.place(code)
        self.selectRow(max(found, 0))
        self.scrollTo(self.currentIndex())
        self.turned.emit()
        return found >= 0

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The table as it is shown, the heads first."""
        order, columns = self.order, range(len(COLUMNS))
        heads = tuple(str(order.headerData(each, _ACROSS)) for each in columns)
        rows = range(order.rowCount())
        lines = (tuple(str(order.index(row, each).data()) for each in columns) for row in rows)
        return (heads, *lines)

    def copy(self) -> None:
        """Put the table on the clipboard, for Excel and WPS."""
        lines = ("\t".join(_flat(text) for text in line) for line in self.texts)
        QGuiApplication.clipboard().setText("".join(f"{line}\r\n" for line in lines))
        self.copied.emit(self.order.rowCount())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy by Ctrl+C; the rest moves the cursor."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here, to those without a mouse too."""
        index, across = self.currentIndex(), self.horizontalHeader()
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("看依据和测算(&O)", self.opened.emit).setEnabled(index.isValid())
        menu.addAction("改判…(&G)", self.doubted.emit).setEnabled(index.isValid())
        menu.addAction("按本列排序(&S)", partial(across.setSortIndicator, index.column(), _UP))
        menu.addAction("按指标名称排序(&N)", partial(across.setSortIndicator, NAME, _UP))
        menu.addAction("恢复规划的次序(&R)", partial(across.setSortIndicator, PLAN_ORDER, _UP))
        menu.addAction("复制整表(&C)", self.copy)
        menu.popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def updateGeometries(self) -> None:
        """Keep the word of the corner over the names."""
        super().updateGeometries()
        width, height = self.verticalHeader().width(), self.horizontalHeader().height()
        self._corner.setGeometry(1, 1, width, height)

    def _turn(self) -> None:
        self.verticalHeader().viewport().update()
        self.turned.emit()

    def _sort_names(self) -> None:
        """Sort by name, at the second click downwards, at the third as the plan has it."""
        across = self.horizontalHeader()
        named = across.sortIndicatorSection() == NAME
        downwards = named and across.sortIndicatorOrder() is _DOWN
        section = PLAN_ORDER if downwards else NAME
        across.setSortIndicator(section, _DOWN if named and not downwards else _UP)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        for column, each in enumerate(COLUMNS):
            self.setColumnWidth(column, scaled(each.width))


def _flat(text: str) -> str:
    """Keep a text in one cell."""
    return " ".join(text.split())
