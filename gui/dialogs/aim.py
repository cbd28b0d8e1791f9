"""`AimDialog`: another target for an indicator, from which day on, and by which document."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from core.errors import EditError, Flaw, UserError
from core.plans import cards
from core.plans.cards import Card, Thing
from core.plans.edits import REVISIONS
from gui.plan.bench import Key, PlanBench
from gui.widgets import parts
from gui.widgets.plan.fields import CardField

WIDTH = 480
DOCUMENT, REASON, STATE = "发文字号", "原因", "目标状态"
FIELDS = ("日期", "目标", "下限", "上限", STATE, REASON, "批准机关", DOCUMENT)
SET = "这个指标的目标待下达。写上下达的目标和文件，从日期起按它判断；以前的报告仍是待下达。"
ADJUST = "从日期起用新目标；以前的报告仍用旧目标。更正印错的，请直接改“目标”一格。"
BOUNDS = "目标是数的，下限、上限可以空着；是文字的，写上按几判断。"
UNNAMED = "“发文字号”还没有填，下达的目标要写明文件"


class AimDialog(QDialog):
    """Stays open until what was typed makes sense, or nothing is wanted."""

    def __init__(self, bench: PlanBench, key: Key, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench, self._key = bench, key
        self._pending = bench.is_pending(key)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{'下达目标' if self._pending else '调整目标'}：{bench.name(key)}")
        own = {each.name: each for each in cards.lists(Thing.INDICATOR)[REVISIONS]}
        self._fields = {name: CardField(own[name], bench.offer) for name in FIELDS}
        self._flaw = parts.label("", "flaw")
        self._take = parts.button("确定(&O)", "记入本页的改动，按“保存”存入数据库", "primary")
        self._leave = parts.button("取消(&C)", "什么都不改")
        self._lay_out()
        self._take.clicked.connect(self._put)
        self._leave.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        given = {STATE: "已定", REASON: "上级下达" if self._pending else ""}
        column = parts.dialog_column(self)
        for words in (SET if self._pending else ADJUST, BOUNDS):
            hint = parts.label(words, "muted")
            hint.setWordWrap(True)
            column.addWidget(hint)
        for name, each in self._fields.items():
            each.show_text(given.get(name, ""), self._bench.offer)
            column.addWidget(each)
        self._flaw.setWordWrap(True)
        self._flaw.setTextFormat(Qt.TextFormat.PlainText)
        self._flaw.hide()
        column.addWidget(self._flaw)
        column.addLayout(parts.answers(self._take, self._leave))
        self._take.setDefault(True)
        self.setMinimumWidth(WIDTH)

    def _put(self) -> None:
        """Add the adjustment to the indicator, or say what is wrong with it."""
        typed = {name: each.text for name, each in self._fields.items()}
        if self._pending and not typed[DOCUMENT].strip():
            self._refuse(EditError((Flaw(UNNAMED, DOCUMENT),)))
            return
        card = self._bench.card(self._key)
        rows = (*card.lists[REVISIONS], typed)
        error = self._bench.put(self._key, Card(card.cells, {**card.lists, REVISIONS: rows}))
        if error:
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
