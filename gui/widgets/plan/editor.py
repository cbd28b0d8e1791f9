"""`CardEditor`: whatever was chosen of a plan, with what is wrong with it above."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from core.errors import EditError, UserError
from core.plans.cards import Card, Thing
from gui.plan.bench import Key, PlanBench
from gui.widgets import parts
from gui.widgets.plan.card_form import CardForm

AIM_TIP = "写上新的目标、日期和文件；以前的报告仍用旧目标"
NOTHING = "选一项，这里就可以查看和修改。"


class CardEditor(QFrame):
    """What a person types goes to the bench; what the bench refuses stays as it was typed.

    Emits `aim_wanted` when a person wants to give the indicator that is shown another target.
    """

    aim_wanted = Signal()

    def __init__(self, bench: PlanBench) -> None:
        super().__init__()
        self._bench = bench
        self._subject: Key | None = None
        self._code = ""
        self._held: dict[str, tuple[Key, Card]] = {}
        self._is_putting = False
        self._forms: dict[Thing, CardForm] = {}
        self._title = parts.label("", "group")
        self._flaw = parts.label("", "flaw")
        self._back = parts.button("恢复原值", "放弃没有被接受的改动", "small", "Esc")
        self._aim = parts.button("", AIM_TIP, "small")
        self._stack = QStackedWidget()
        self._lay_out()
        self._back.clicked.connect(self.give_up)
        self._aim.clicked.connect(self.aim_wanted)

    def _lay_out(self) -> None:
        self.setProperty("role", "card")
        self._flaw.setWordWrap(True)
        for label in (self._title, self._flaw):
            label.setTextFormat(Qt.TextFormat.PlainText)
        nothing = parts.label(NOTHING, "muted")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(nothing)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._flaw, 1)
        row.addStretch()
        row.addWidget(self._back)
        row.addWidget(self._aim)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 6)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self._tell("")

    @property
    def subject(self) -> Key | None:
        """What is shown."""
        return self._subject

    @property
    def form(self) -> CardForm | None:
        """The form in use."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, CardForm) else None

    @property
    def pending(self) -> str:
        """Why what stands here was not taken in, empty where it was."""
        return self._flaw.text() if self.form and self.form.pending else ""

    @property
    def held(self) -> tuple[str, ...]:
        """The codes of other plans of which something typed was not accepted."""
        return tuple(self._held)

    def forget(self) -> None:
        """Give up everything that was not accepted."""
        self._held.clear()
        self.give_up()

    def turn(self) -> Key | None:
        """Follow the bench to another plan, of which nothing is chosen yet.

        What was not accepted is kept; give what was kept of the plan that is there now.
        """
        code = self._bench.plan.code if self._bench.plan else ""
        if code != self._code:
            if self.pending and self.form and self._subject:
                self._held[self._code] = (self._subject, self.form.card)
            self._code, self._subject = code, None
        return self._held[code][0] if code in self._held else None

    def show_subject(self, key: Key | None) -> None:
        """Show what a thing says; of one that was half-typed what was typed."""
        typed = self._half_typed(key)
        self._subject = key
        self._tell("")
        self._offer_aim()
        if key is None:
            self._stack.setCurrentIndex(0)
            self._title.clear()
            return
        form = self._forms.get(key[0]) or self._make(key[0])
        form.propose(self._bench.proposals(key), self._bench.year)
        form.show_card(self._bench.card(key))
        form.allow(editing=self._bench.editable)
        self._stack.setCurrentWidget(form)
        self._title.setText(self._bench.name(key))
        if typed:
            form.type_card(typed)
            self.finish()

    def _offer_aim(self) -> None:
        """Offer to set the target of an indicator that waits for one, or to adjust it."""
        key = self._subject
        shown = key is not None and key[0] is Thing.INDICATOR and self._bench.editable
        self._aim.setVisible(shown)
        if key and shown:
            self._aim.setText("下达目标…(&X)" if self._bench.is_pending(key) else "调整目标…(&X)")

    def finish(self) -> str:
        """Take in what still stands half-typed; say why that is not possible, if so."""
        if self.form and self.form.pending and self._subject and not self._is_putting:
            self._is_putting = True
            error = self._bench.put(self._subject, self.form.card)
            self._is_putting = False
            if error:
                self._refuse(error)
        return self.pending

    def _half_typed(self, key: Key | None) -> Card | None:
        """Give what a person typed of a thing and the plan has not taken in."""
        kept = self._held.pop(self._code, None)
        if kept:
            return kept[1] if kept[0] == key else None
        if key != self._subject or self.form is None or self._is_putting:
            return None
        return self.form.card if self.form.pending else None

    def give_up(self) -> None:
        """Go back to what the plan says."""
        if self.form:
            self.form.give_up()
            self._tell("")

    def reach(self, name: str) -> None:
        """Put the keyboard on a field."""
        if self.form:
            self.form.reach(name)

    def _make(self, thing: Thing) -> CardForm:
        form = self._forms[thing] = CardForm(thing, self._bench.offer)
        form.typed.connect(self.finish)
        self._stack.addWidget(form)
        return form

    def _refuse(self, error: UserError) -> None:
        """Show what is wrong with what was typed; it stays as it is."""
        if self.form:
            self.form.mark(error.flaws if isinstance(error, EditError) else ())
        self._tell(str(error))

    def _tell(self, sentence: str) -> None:
        self._flaw.setText(sentence)
        for each in (self._flaw, self._back):
            each.setVisible(bool(sentence))
