"""`CardEditor`: whatever was chosen on the page, with what is wrong with it above."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from core.errors import EditError
from core.plans.cards import Card, Thing
from gui.widgets import parts
from gui.widgets.plan.card_form import CardForm
from gui.widgets.plan.fields import Offer

NOTHING = "在左边或上面选一项，这里就可以查看和修改。"


class CardEditor(QFrame):
    """Emits `typed` with the card, once a person has finished a text."""

    typed = Signal(object)

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self._offer = offer
        self._forms: dict[Thing, CardForm] = {}
        self._title = parts.label("", "group")
        self._flaw = parts.label("", "flaw")
        self._back = parts.button("恢复原值", "放弃没有被接受的改动", "small", "Esc")
        self._stack = QStackedWidget()
        self._editing = True
        self._lay_out()
        self._back.clicked.connect(self.give_up)

    def _lay_out(self) -> None:
        self.setProperty("role", "card")
        self._flaw.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._flaw.setTextFormat(Qt.TextFormat.PlainText)
        nothing = parts.label(NOTHING, "muted")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(nothing)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._flaw, 1)
        row.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 6)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self._tell("")

    @property
    def form(self) -> CardForm | None:
        """The form in use."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, CardForm) else None

    @property
    def pending(self) -> str:
        """Why what stands here was not taken in, empty where it was."""
        return self._flaw.text() if self.form and self.form.pending else ""

    def show_card(self, thing: Thing, title: str, card: Card) -> None:
        """Show what a thing says."""
        form = self._forms.get(thing) or self._make(thing)
        form.show_card(card)
        form.allow(editing=self._editing)
        self._stack.setCurrentWidget(form)
        self._title.setText(title)
        self._tell("")

    def type_card(self, card: Card) -> None:
        """Put texts into the fields as if a person had typed them."""
        if self.form:
            self.form.type_card(card)
            self.finish()

    def show_nothing(self) -> None:
        """Say that nothing is chosen."""
        self._stack.setCurrentIndex(0)
        self._title.clear()
        self._tell("")

    def refuse(self, error: EditError) -> None:
        """Show what is wrong with what was typed; it stays as it is."""
        if self.form:
            self.form.mark(error.flaws)
        self._tell(str(error))

    def allow(self, *, editing: bool) -> None:
        """Let things be changed, or only read."""
        self._editing = editing
        if self.form:
            self.form.allow(editing=editing)

    def finish(self) -> None:
        """Take in what still stands half-typed in a field."""
        if self.form and self.form.pending:
            self.typed.emit(self.form.card)

    def reach(self, name: str) -> None:
        """Put the keyboard on a field."""
        if self.form:
            self.form.reach(name)

    def _make(self, thing: Thing) -> CardForm:
        form = self._forms[thing] = CardForm(thing, self._offer)
        form.typed.connect(self.finish)
        self._stack.addWidget(form)
        return form

    def give_up(self) -> None:
        """Go back to what the plan says."""
        if self.form:
            self.form.give_up()
            self._tell("")

    def _tell(self, sentence: str) -> None:
        self._flaw.setText(sentence)
        for each in (self._flaw, self._back):
            each.setVisible(bool(sentence))
