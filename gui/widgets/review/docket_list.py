"""`DocketList`: the forms of the quarter at the left, those of one kind at a time."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from core.domain.reviewing.docket import Docketed
from gui.delegates.docket_delegate import DocketDelegate
from gui.models.docket_model import DocketModel, Kind
from gui.theme import scaled
from gui.widgets.combo import Combo

WIDTH = 200  # pixels


class DocketList(QWidget):
    """Emits `turned` when another form is chosen."""

    turned = Signal()

    def __init__(self, model: DocketModel) -> None:
        super().__init__()
        self._model = model
        self._kind, self._list = Combo("列出哪些报表", 8), QListView()
        for kind in Kind:
            self._kind.addItem(kind.value, kind)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._kind.setAccessibleName("列出哪些报表")
        self._list.setAccessibleName("本期的报表")
        self._list.setModel(self._model)
        self._list.setItemDelegate(DocketDelegate(self._list))
        self._list.setProperty("role", "docket")
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._kind)
        column.addWidget(self._list, 1)
        self.setFixedWidth(scaled(WIDTH))

    def _connect(self) -> None:
        self._kind.activated.connect(self._change_kind)
        self._list.selectionModel().currentChanged.connect(self.turned)
        self._model.modelReset.connect(self._renew)

    @property
    def form(self) -> Docketed | None:
        """The form that is chosen."""
        return self._model.form(self._list.currentIndex().row())

    @property
    def kind(self) -> Kind:
        """Which forms are listed."""
        return Kind(self._kind.currentData())

    def choose(self, department: str) -> None:
        """Choose a department's form; where it is not listed, the first one that is."""
        row = max(0, self._model.row(department))
        self._list.setCurrentIndex(self._model.index(row))

    def show_kind(self, kind: Kind) -> None:
        """List the forms of a kind."""
        self._kind.setCurrentIndex(self._kind.findData(kind))
        self._model.show_kind(kind)

    def count(self) -> None:
        """Write beside each kind how many forms it has."""
        with QSignalBlocker(self._kind):
            for number, kind in enumerate(Kind):
                self._kind.setItemText(number, f"{kind.value}（{self._model.count(kind)}）")

    def focus(self) -> None:
        """Take the keyboard to the list."""
        self._list.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))
            self._list.scheduleDelayedItemsLayout()

    def _change_kind(self) -> None:
        """List other forms; the chosen one stays chosen where it is among them."""
        chosen = self.form.department if self.form else ""
        self._model.show_kind(self.kind)
        self.choose(chosen)
        self.turned.emit()

    def _renew(self) -> None:
        self._list.selectionModel().clear()
