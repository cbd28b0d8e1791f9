"""`FigureView`: one figure whole: what stands beside it, its remarks, and 审定后改动."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from core.domain.reviewing.docket import Case, Reviewed
from core.services.review.vintages import Reported
from gui.models import figure_lines
from gui.models.form_model import name
from gui.widgets import parts
from gui.widgets.context.facts import Facts
from gui.widgets.notes import Notes
from gui.widgets.plan.panel import split
from gui.widgets.review.remarks_box import RemarksBox

FACTS, REMARKS = 480, 280  # pixels
THIS, LATER = "本项", "审定后改动"


class FigureView(QWidget):
    """Emits `led` with the code of a figure that was changed after approval."""

    led = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._codes: tuple[str, ...] = ()
        self._tabs, self._stack = QTabBar(), QStackedWidget()
        self._title, self._facts = parts.label("", "group"), Facts()
        self._later = Notes(LATER)
        self.remarks = RemarksBox()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for title in (THIS, LATER):
            self._tabs.addTab(title)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName("选中的指标，或审定后改动")
        card, inside = parts.scrolling_card()
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(6)
        self._title.setWordWrap(True)
        for each in (self._title, self._facts):
            inside.addWidget(each)
        inside.addStretch(1)
        whole, changes = parts.card(margin=10)
        changes.addWidget(self._later)
        both = split(Qt.Orientation.Horizontal, (card, FACTS), (self._boxed(), REMARKS))
        both.setStretchFactor(0, 2)
        self._stack.addWidget(both)
        self._stack.addWidget(whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)

    def _boxed(self) -> QWidget:
        """Put the remarks onto a card of their own."""
        card, column = parts.card(margin=10)
        column.addWidget(self.remarks)
        return card

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self._later.itemActivated.connect(self._lead)
        self._later.itemClicked.connect(self._lead)

    def show_case(self, case: Case | None) -> None:
        """List what was changed after approval."""
        altered = [each for each in case.figures if each.alteration] if case else []
        self._codes = tuple(each.row.item.code for each in altered)
        self._later.fill([figure_lines.altered(each) for each in altered])
        self._tabs.setTabText(1, f"{LATER}（{len(altered)}）")
        self._tabs.setTabVisible(1, bool(altered))
        if not altered:
            self._tabs.setCurrentIndex(0)

    def show_figure(
        self, each: Reviewed | None, reported: Sequence[Reported], *, writable: bool
    ) -> None:
        """Show another figure, or none."""
        self._title.setText(name(each.row) if each else "")
        self._facts.show_lines(figure_lines.of(each, reported) if each else ())
        self.remarks.setEnabled(each is not None)
        self.remarks.show_remarks(each.remarks if each else (), writable=writable)

    def show_this(self) -> None:
        """Turn from what was changed to the figure itself."""
        self._tabs.setCurrentIndex(0)

    def _lead(self) -> None:
        if 0 <= (row := self._later.currentRow()) < len(self._codes):
            self.show_this()
            self.led.emit(self._codes[row])
