"""`ReformDialog`: on which day a department was renamed, merged or split, and into what."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from core.domain.department import Reform
from core.errors import EditError, UserError
from core.plans import cards
from core.plans.cards import Card, Field, Thing
from gui.plan.bench import PlanBench
from gui.widgets import parts
from gui.widgets.plan.fields import CardField

if TYPE_CHECKING:
    from core.domain.indicator import Item

WIDTH = 480
FIELDS = {
    Reform.RENAMED: ("日期", "新简称", "新全称", "发文字号"),
    Reform.MERGED: ("日期", "接收部门", "发文字号"),
    Reform.SPLIT: ("日期", "接收部门", "划转事项", "发文字号"),
}
NEW = "接收部门如果是新设的，请先新增。"
HINTS = {
    Reform.RENAMED: "从这天起，报表和报告用新名称；以前的报告仍用旧名称。",
    Reform.MERGED: "从这天起，全部指标和节点由接收部门负责；以前的报告不变。" + NEW,
    Reform.SPLIT: "从这天起，划转的指标和节点由接收部门负责；以前的报告不变。" + NEW,
}


class ReformDialog(QDialog):
    """Stays open until what was typed makes sense, or nothing is wanted."""

    def __init__(self, bench: PlanBench, place: int, kind: Reform, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench, self._place, self._kind = bench, place, kind
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{kind.label}：{bench.name((Thing.DEPARTMENT, place))}")
        own = {each.name: each for each in cards.fields(Thing.REORGANISATION)}
        self._fields = {name: CardField(own[name], self._offer) for name in FIELDS[kind]}
        self._flaw = parts.label("", "flaw")
        self._take = parts.button("确定(&O)", "记入本页的改动，按“保存”存入数据库", "primary")
        self._leave = parts.button("取消(&C)", "什么都不改")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        hint = parts.label(HINTS[self._kind], "muted")
        hint.setWordWrap(True)
        self._flaw.setWordWrap(True)
        self._flaw.setTextFormat(Qt.TextFormat.PlainText)
        row = parts.answers(self._take, self._leave)
        column = parts.dialog_column(self)
        column.addWidget(hint)
        for each in self._fields.values():
            each.show_text("", self._offer)
            column.addWidget(each)
        column.addWidget(self._flaw)
        column.addLayout(row)
        self._flaw.hide()
        self.setMinimumWidth(WIDTH)

    def _connect(self) -> None:
        self._take.clicked.connect(self._insert)
        self._leave.clicked.connect(self.reject)
        self._take.setDefault(True)

    def _offer(self, field: Field) -> Sequence[tuple[str, str]]:
        """Offer other departments, and what this one answers for."""
        plan = self._bench.plan
        offered = self._bench.offer(field)
        if plan is None:
            return offered
        code = plan.departments[self._place].code
        if not field.many:
            return [each for each in offered if each[0] != code]
        items: tuple[Item, ...] = (*plan.indicators, *plan.milestones)
        own = {each.code for each in items if code in (each.duty.lead, each.duty.provider)}
        return [each for each in offered if each[0] in own]

    def _insert(self) -> None:
        plan = self._bench.plan
        if plan is None:
            return
        typed = {name: each.text for name, each in self._fields.items()}
        code = plan.departments[self._place].code
        card = Card({**typed, "部门": code, "变动": self._kind.label})
        key = (Thing.REORGANISATION, len(plan.reorganisations))
        if error := self._bench.insert(key, cards.completed(Thing.REORGANISATION, card)):
            self._refuse(error)
        else:
            self.accept()

    def _refuse(self, error: UserError) -> None:
        """Show what is wrong."""
        found = error.flaws if isinstance(error, EditError) else ()
        flaws = {flaw.name: flaw.sentence for flaw in found}
        for name, each in self._fields.items():
            each.mark(flaws.get(name, ""))
        self._flaw.setText(str(error))
        self._flaw.show()
