"""`Evidence`: why an item stands as it does, what a person decided, and what is known of it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain import briefing
from core.domain.indicator import Indicator
from core.domain.plan import Plan
from core.domain.submission import Event
from core.domain.tracked import Tracked
from gui.widgets import parts
from gui.widgets.completion.verdict import Verdict
from gui.widgets.completion.yardsticks import Yardsticks
from gui.widgets.context.facts import Facts
from gui.widgets.notes import Notes

STEPS = 4  # of the record that are seen at once
TIME = slice(0, 16)  # of ISO 8601: up to the minute
TAKEN_BACK = "撤销改判"


class Evidence(QWidget):
    """Its buttons are connected by the page."""

    def __init__(self) -> None:
        super().__init__()
        self.override = parts.button("改判…(&G)", "由人来定完成情况，写明依据", "small")
        self.take_back = parts.button("撤销改判(&X)", "恢复软件的判断，留下记录", "small")
        self.aim = parts.button("下达目标…(&T)", "到“规划与指标”写上下达的目标和文件", "small")
        self._verdict, self._yardsticks = Verdict(), Yardsticks()
        self._sentence, self._risk = parts.label(""), parts.label("", "wrong")
        self._facts, self._record = Facts(), Notes("改判记录", STEPS)
        self._heading = parts.label("改判记录", "group", self._record)
        self._lay_out()

    def _lay_out(self) -> None:
        for words in (self._sentence, self._risk):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self._sentence.setAccessibleName("判断的依据")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.aim, self.override, self.take_back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._verdict)
        column.addWidget(self._risk)
        column.addWidget(self._sentence)
        column.addLayout(buttons)
        for each in (self._yardsticks, self._facts, self._heading, self._record):
            column.addWidget(each)
        column.addStretch(1)

    @property
    def sentence(self) -> str:
        """The sentence that is shown."""
        return self._sentence.text()

    def show_row(self, plan: Plan, row: Tracked, *, why_not: str) -> None:
        """Show another item; where nothing may be decided the buttons say why."""
        self._verdict.show_row(row)
        self._risk.setText(row.risk)
        self._risk.setVisible(bool(row.risk))
        self._sentence.setText(row.assessment.sentence)
        self._yardsticks.show_row(row)
        self._facts.show_lines(_facts(plan, row))
        for each in (self.aim, self.override, self.take_back):
            each.setEnabled(not why_not)
        self.override.setToolTip(why_not or self.override.accessibleDescription())
        self.aim.setVisible(row.pending)
        self.take_back.setVisible(row.assessment.decision is not None)

    def show_record(self, events: Sequence[Event]) -> None:
        """List what was decided in the quarter, the latest first."""
        self._record.fill([_words(each) for each in reversed(events)])
        for each in (self._heading, self._record):
            each.setVisible(bool(events))


def _facts(plan: Plan, row: Tracked) -> Iterator[tuple[str, str]]:
    """Say what is known of an item beside its judgement; lines without words are left out."""
    lines = (
        ("部门说明", row.explanation),
        ("属性", row.binding.label if row.binding else ""),
        ("责任单位", row.lead),
        ("配合单位", "、".join(_named(plan, each) for each in row.item.duty.supporting)),
        *_adjusted(row),
        ("目标节点", "" if isinstance(row.item, Indicator) else briefing.planned(row.item)),
        ("口径", row.item.definition),
        ("备注", row.item.remark),
    )
    return ((label, words) for label, words in lines if words)


def _adjusted(row: Tracked) -> Iterator[tuple[str, str]]:
    """Say how the target was adjusted (目标调整), oldest first."""
    if isinstance(row.item, Indicator):
        for each in row.item.revisions:
            target = each.target.printed or each.target.state.label
            by = "，".join(part for part in (each.approved_by, each.document) if part)
            on = f"{each.on}" if each.on else ""
            told = "，".join(part for part in (f"调整为{target}", each.reason, on, by) if part)
            yield "目标调整", told


def _named(plan: Plan, code: str) -> str:
    department = plan.department(code)
    return department.short_name if department else code


def _words(event: Event) -> str:
    """Word one step of the record."""
    told = event.after or f"{TAKEN_BACK}，原为{event.before}"
    return f"{told}\n{event.at[TIME].replace('T', ' ')} {event.origin.by}"
