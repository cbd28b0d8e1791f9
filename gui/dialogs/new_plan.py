"""`NewPlan`: from what a plan begins, and what it is called."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from core.errors import EditError, UserError
from core.plans import cards
from core.plans.cards import Card, Thing
from gui.widgets import parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.domain.plan import Plan
    from gui.journeys.plans import PlanJourneys

WIDTH = 620
FIELDS = ("全称", "规划编码", "简称", "地区", "层级", "首年", "末年", "基期年")
WITH_BASES = "把上一规划末年的实际数作为新规划的基期(&B)"
NEXT, COPY, BLANK = range(3)
STARTS = (
    "接续{name}：指标和部门不变，目标重新填(&T)",
    "复制{name}：全部内容照抄(&Y)",
    "空白规划：只有主要指标一个类别，部门沿用(&K)",
)


class NewPlan(QDialog):
    """Emits `made` with the code of the plan once it is stored."""

    made = Signal(str)

    def __init__(self, journeys: "PlanJourneys", plan: "Plan | None", parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("新建规划")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._journeys, self._plan = journeys, plan
        self._pattern: Plan | None = None
        self._starts = QButtonGroup(self)
        self._bases = QCheckBox(WITH_BASES)
        self._lines = {name: QLineEdit() for name in FIELDS}
        self._flaw = parts.label("", "flaw")
        self._make = parts.button("新建(&N)", "存入数据库并打开", "primary")
        self._leave = parts.button("取消(&C)", "不新建")
        self._lay_out()
        self._connect()
        self._begin()

    def _lay_out(self) -> None:
        column = parts.dialog_column(self)
        for number, words in enumerate(STARTS):
            column.addWidget(self._start(number, words))
        column.insertLayout(1, self._indented())
        column.addSpacing(6)
        column.addLayout(self._grid())
        self._flaw.setWordWrap(True)
        self._flaw.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._flaw)
        row = parts.answers(self._make, self._leave)
        column.addLayout(row)
        self.setMinimumWidth(WIDTH)

    def _start(self, number: int, words: str) -> QRadioButton:
        """Make the choice of a beginning; without a plan there is only the blank one."""
        name = self._plan.name if self._plan else ""
        made = QRadioButton(words.format(name=name))
        made.setAccessibleName(parts.plain(made.text()))
        made.setVisible(self._plan is not None or number == BLANK)
        made.setChecked(number == (NEXT if self._plan else BLANK))
        self._starts.addButton(made, number)
        return made

    def _indented(self) -> QHBoxLayout:
        """Put what belongs to the plan that follows below its choice."""
        row = QHBoxLayout()
        row.addSpacing(24)
        row.addWidget(self._bases)
        return row

    def _grid(self) -> QGridLayout:
        """Put the long names on lines of their own, the rest two to a line."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        wide = ("全称",)
        place = 0
        for name, line in self._lines.items():
            line.setMaxLength(2**31 - 1)
            row, column = divmod(place, 2)
            grid.addWidget(parts.label(name, "caption", line), row, 2 * column)
            grid.addWidget(line, row, 2 * column + 1, 1, 3 if name in wide else 1)
            place += 2 if name in wide else 1
        return grid

    def _connect(self) -> None:
        self._starts.idToggled.connect(lambda _, on: self._begin() if on else None)
        self._bases.toggled.connect(self._begin)
        self._make.clicked.connect(self._store)
        self._leave.clicked.connect(self.reject)
        self._make.setDefault(True)

    def _begin(self) -> None:
        """Offer the names of the chosen beginning."""
        number = self._starts.checkedId()
        self._bases.setVisible(number == NEXT)
        try:
            self._pattern = self._patterns()[number]()
        except UserError as error:
            self._tell(str(error))
            return
        cells = cards.card(self._pattern, Thing.PLAN).cells
        for name, line in self._lines.items():
            line.setText(cells[name])
            line.setCursorPosition(0)
        self._tell("")

    def _patterns(self) -> "tuple[Callable[[], Plan], ...]":
        code = self._plan.code if self._plan else ""
        return (
            lambda: self._journeys.succeeding(code, with_bases=self._bases.isChecked()),
            lambda: self._journeys.copied(code),
            lambda: self._journeys.blank(code),
        )

    def _store(self) -> None:
        """Store the plan, or say what is still wrong."""
        assert self._pattern  # noqa: S101 - a beginning is always chosen
        whole = cards.card(self._pattern, Thing.PLAN)
        typed = {name: line.text() for name, line in self._lines.items()}
        try:
            code = self._journeys.create(self._pattern, Card({**whole.cells, **typed}, whole.lists))
        except UserError as error:
            self._tell(str(error), error)
            return
        self.accept()
        self.made.emit(code)

    def _tell(self, words: str, error: UserError | None = None) -> None:
        """Say what is wrong, and go to the first field that is."""
        self._flaw.setText(words)
        self._flaw.setVisible(bool(words))
        names = [flaw.name for flaw in error.flaws] if isinstance(error, EditError) else []
        for name, line in self._lines.items():
            line.setProperty("flawed", name in names)
            line.style().unpolish(line)
            line.style().polish(line)
        if names and names[0] in self._lines:
            self._lines[names[0]].setFocus()
