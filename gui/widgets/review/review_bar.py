"""`ReviewBar`: whose form it is, how far it has come, and the steps that lead on."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain.days import dated
from core.domain.reviewing.docket import Case, Docketed
from core.domain.submission import State
from gui.models.figures_order import FiguresOrder, Look
from gui.widgets import parts
from gui.widgets.combo import Combo

_CLOSED = (State.SUBMITTED, State.REVIEWED)


class ReviewBar(QWidget):
    """Its buttons are connected by the page."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._state = parts.label("", "group"), parts.label("", "muted")
        self.look = Combo("看哪些指标", 14)
        for look in Look:
            self.look.addItem(look.value, look)
        self.next = parts.button("下一处(&N)", "转到下一个有问题、改动或意见的指标", "small", "F4")
        self.amend = parts.button("改数…(&G)", "写明理由改选中的数，或换成核实数、修订数", "small")
        self.open = parts.button("打开报表(&O)", "到“填报”看这份报表", "small")
        self.review = parts.button("审核通过(&S)", "核对无误，报表定下来", "primary", "Ctrl+Return")
        self.approve = parts.button("审定…(&D)", "审定这份或几份已审核的报表", "primary")
        self.back = parts.button("退回…(&K)", "带着未处理的意见退回该单位改正")
        self.undo = parts.button("撤销审核(&Z)", "回到已报送，重新核对")
        self.revoke = parts.button("撤销审定…(&V)", "回到已审核，要写明理由")
        self._lay_out()

    def _lay_out(self) -> None:
        self.look.setAccessibleName("看哪些指标")
        self._state.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._state)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addLayout(words, 1)
        for each in (self.undo, self.revoke, self.back, self.approve, self.review):
            first.addWidget(each)
        second.addWidget(self.look)
        second.addWidget(self.next)
        second.addStretch(1)
        second.addWidget(self.amend)
        second.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in (first, second):
            row.setSpacing(8)
            column.addLayout(row)

    def show_case(self, form: Docketed | None, case: Case | None, *, writable: bool) -> None:
        """Show whose form it is, and the steps that lead on from its state."""
        state = case.form.state if case else None
        self._title.setText(f"{form.name}　{form.quarter.label}" if form and case else "")
        self._state.setText(_told(form, case) if form and case else "")
        for button, states in (
            (self.review, (State.SUBMITTED,)),
            (self.approve, (State.REVIEWED,)),
            (self.back, _CLOSED),
            (self.undo, (State.REVIEWED,)),
            (self.revoke, (State.APPROVED,)),
        ):
            button.setVisible(writable and state in states)
        self.amend.setVisible(writable)
        for each in (self.look, self.next, self.open):
            each.setEnabled(case is not None)

    def allow(self, *, clean: bool, amendable: bool, busy: bool) -> None:
        """Let be pressed what can be done: review without, 退回 with an open remark."""
        for each in (self.review, self.approve):
            each.setEnabled(clean and not busy)
        self.back.setEnabled(not clean and not busy)
        for each in (self.undo, self.revoke):
            each.setEnabled(not busy)
        self.amend.setEnabled(amendable and not busy)

    def count(self, order: FiguresOrder) -> None:
        """Write beside each choice how many figures it shows."""
        for number, look in enumerate(Look):
            self.look.setItemText(number, f"{look.value}（{order.count(look)}）")


def _told(form: Docketed, case: Case) -> str:
    """Say how far a form has come: when and how often it was handed in, what approved it."""
    from core.services.review.approval import words

    told = [case.form.state.label]
    signature = case.form.submission.signature if case.form.submission else None
    if signature and case.form.state.closed:
        again = f"（第{form.revision}次）" if form.revision > 1 else ""
        told.append(f"{dated(signature.on)}报送{again}，填表人{signature.filled_by}")
    told.append(f"已填{case.form.filled}/{case.form.asked}项")
    if case.approval and case.form.state is State.APPROVED:
        told.append(f"审定：{words(case.approval)}")
    return "　".join(told)
