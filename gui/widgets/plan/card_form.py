"""`CardForm`: the texts of one kind of things on tabs."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.errors import Flaw
from core.plans.cards import LISTS, Card, Thing, fields, lists
from core.plans.proposed import Proposal
from gui.widgets.plan.field_grid import FieldGrid
from gui.widgets.plan.fields import CardField, Offer
from gui.widgets.plan.ladder_grid import LadderGrid
from gui.widgets.plan.ladders import LADDERS
from gui.widgets.plan.rows import RowList
from gui.widgets.plan.tabs import HINTS, PROPOSING, TABS, TIPS, Tab

FIXED = "规划编码"  # under which everything of a plan is stored


class CardForm(QTabWidget):
    """Emits `typed` when a person has finished another text, or changed a row."""

    typed = Signal()

    def __init__(self, thing: Thing, offer: Offer) -> None:
        super().__init__()
        self.thing = thing
        self._offer = offer
        self._fields = {each.name: CardField(each, offer) for each in fields(thing)}
        self._groups = {
            group: RowList(LISTS[group], own, HINTS[group], proposing=group in PROPOSING)
            for group, own in lists(thing).items()
        }
        self._proposals: Mapping[str, Sequence[Proposal]] = {}
        self._shown = Card({})
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)
        for tab in TABS[self.thing]:
            self.addTab(self._page(tab), tab.title)

    def _connect(self) -> None:
        for field in self._fields.values():
            field.typed.connect(self.typed)
        for rows in self._groups.values():
            rows.typed.connect(self.typed)

    @property
    def card(self) -> Card:
        """What stands in the fields now."""
        cells = {name: each.text for name, each in self._fields.items()}
        return Card(cells, {group: each.model.rows for group, each in self._groups.items()})

    @property
    def pending(self) -> bool:
        """Whether something stands here that the plan has not taken in."""
        return self.card != self._shown

    def show_card(self, card: Card) -> None:
        """Show what a thing says."""
        self.type_card(card)
        self._shown = self.card
        self.mark(())

    def propose(self, proposals: Mapping[str, Sequence[Proposal]], year: int) -> None:
        """Take in what could be given; it is shown with the next card."""
        self._proposals = proposals
        for group in proposals:
            self._groups[group].tell(HINTS[group].format(year=year), TIPS[group])

    def type_card(self, card: Card) -> None:
        """Put texts into the fields."""
        for name, each in self._fields.items():
            each.show_text(card.cells[name], self._offer)
        for group, rows in self._groups.items():
            rows.show_rows(card.lists[group], self._proposals.get(group, ()))

    def give_up(self) -> None:
        """Show again what was shown."""
        self.show_card(self._shown)

    def mark(self, flaws: Sequence[Flaw]) -> None:
        """Show which texts are wrong."""
        own = {flaw.name: flaw.sentence for flaw in flaws if not flaw.group}
        for name, each in self._fields.items():
            each.mark(own.get(name, ""))
        for group, rows in self._groups.items():
            rows.model.mark(
                {(flaw.row, flaw.name): flaw.sentence for flaw in flaws if flaw.group == group}
            )

    def allow(self, *, editing: bool) -> None:
        """Let the texts be changed, or only read."""
        for name, field in self._fields.items():
            field.allow(editing=editing and name != FIXED)
        for rows in self._groups.values():
            rows.allow(editing=editing)

    def reach(self, name: str) -> None:
        """Put the keyboard on a field."""
        for number, tab in enumerate(TABS[self.thing]):
            if name in (*tab.top, *tab.fields, *tab.wide, *_words(tab)):
                self.setCurrentIndex(number)
        self._fields[name].reach()

    def _page(self, tab: Tab) -> QWidget:
        """Put the fields of a tab into columns, wide ones and rows below them."""
        inside, page = QWidget(), QScrollArea()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 8, 8)
        column.setSpacing(10)
        top, fields, wide = (
            [self._fields[name] for name in names] for names in (tab.top, tab.fields, tab.wide)
        )
        if tab.ladder:
            column.addWidget(LadderGrid(LADDERS[tab.ladder], self._fields))
        elif top or fields or wide:
            column.addWidget(FieldGrid(top, fields, wide, tab.columns))
        groups = QHBoxLayout() if tab.beside else QVBoxLayout()
        groups.setSpacing(16)
        for group in tab.groups:
            groups.addWidget(self._groups[group], 1)
        column.addLayout(groups, 1)
        if not tab.groups:
            column.addStretch(1)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setWidgetResizable(True)
        page.setWidget(inside)
        for each in (inside, page.viewport()):
            each.setAutoFillBackground(False)
        return page


def _words(tab: Tab) -> tuple[str, ...]:
    """Give the names of the fields that stand in a tab's table."""
    return LADDERS[tab.ladder].labels if tab.ladder else ()
