"""`CompletionPanel`: what is known of the item that is chosen, and what may become of it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.domain.tracked import Tracked
from core.reports.facts import Facts
from gui.widgets import parts
from gui.widgets.completion.evidence import Evidence
from gui.widgets.completion.prospects import Prospects

REST = 90  # ms without a move of the cursor, after which the panel follows it
EVIDENCE, PROSPECTS = 0, 1
TABS = (("依据(&1)", "为什么这样判断，谁改判过"), ("走势与测算(&2)", "走势图、倒算和前提试算"))


class CompletionPanel(QWidget):
    """Follows the cursor once it rests; emits `rested` with the item that it then shows.

    What a tab shows is made when it is first looked at: the table is there before. `turned` tells
    whether that is the chart, which needs more room. `doubted` asks for 改判 and `restored` for
    撤销改判 of the item, `aimed` leads to where its target is set; `noticed` gives a Notice.
    """

    rested = Signal(object)
    turned = Signal(bool)
    doubted = Signal()
    restored = Signal()
    aimed = Signal()
    noticed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._evidence: Evidence | None = None
        self._prospects: Prospects | None = None
        self._facts: Facts | None = None
        self._row: Tracked | None = None
        self._why_not = ""
        self._title = parts.label("", "group")
        self._tabs, self._pages = QButtonGroup(self), QStackedWidget()
        self._cards: dict[int, QWidget] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        for number, (words, tip) in enumerate(TABS):
            tab = parts.button(words, tip, "flat")
            tab.setCheckable(True)
            self._tabs.addButton(tab, number)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        self._tabs.button(EVIDENCE).setChecked(True)
        self._title.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(tabs)
        whole.addWidget(self._title)
        whole.addWidget(self._pages, 1)

    def _add(self, number: int, shown: QWidget) -> None:
        """Put what a tab shows into a card that scrolls."""
        card, column = parts.scrolling_card()
        card.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(shown)
        self._cards[number] = card
        self._pages.addWidget(card)

    def _connect(self) -> None:
        self._tabs.idClicked.connect(self._turn)
        self._rest.timeout.connect(self.show_now)

    @property
    def evidence(self) -> Evidence:
        """Why the item stands as it does."""
        if self._evidence is None:
            self._evidence = Evidence()
            self._evidence.override.clicked.connect(self.doubted)
            self._evidence.take_back.clicked.connect(self.restored)
            self._evidence.aim.clicked.connect(self.aimed)
            self._add(EVIDENCE, self._evidence)
        return self._evidence

    @property
    def prospects(self) -> Prospects:
        """The trend of the item and what may become of it."""
        if self._prospects is None:
            self._prospects = Prospects()
            self._prospects.chart.noticed.connect(self.noticed)
            self._add(PROSPECTS, self._prospects)
        return self._prospects

    @property
    def title(self) -> str:
        """The name of the item that is shown."""
        return self._title.text()

    def focus(self) -> None:
        """Take the keyboard to the tab that is shown, and from there on by Tab."""
        self._tabs.button(self._tabs.checkedId()).setFocus()

    def show_facts(self, facts: Facts | None, why_not: str) -> None:
        """Take what the items are judged by; `why_not` says why nothing may be decided."""
        self._facts, self._why_not = facts, why_not

    def follow(self, row: Tracked | None) -> None:
        """Show another item, once the cursor rests there."""
        self._row = row
        self._rest.start()

    def show_now(self) -> None:
        """Show the item where the cursor rests."""
        self._rest.stop()
        facts, row = self._facts, self._row
        self._pages.setVisible(bool(facts and row))
        self._title.setText(f"{row.item.name}　{row.code}" if row else "")
        if facts and row:
            self.evidence.show_row(facts.plan, row, why_not=self._why_not)
            if self._tabs.checkedId() == PROSPECTS:
                self.prospects.show_row(facts, row)
            self.rested.emit(row)

    def _turn(self, number: int) -> None:
        """Show another tab, and what belongs into it now."""
        self.show_now()
        if number in self._cards:
            self._pages.setCurrentWidget(self._cards[number])
        self._title.setVisible(number == EVIDENCE)  # the chart has its own
        self.turned.emit(number == PROSPECTS)
