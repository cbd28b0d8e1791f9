"""`WhatIf`: 前提试算, an assumption for the next year and the plan's end that follows from it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.domain import outlook
from core.domain.aims.requirement import Past, required
from core.domain.indicator import Indicator
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.reading import read
from core.errors import FigureError
from gui.widgets import parts

NO_YEAR = "规划期已满，没有以后的年份可以试算。"
NOTHING = "这个指标逐年判断，或者还没有可以起算的数，不作倒算和试算。"
TRY = "填一个设想的数，马上看到按它推算的期末；只是试算，不保存。"


class WhatIf(QWidget):
    """Says too what the years that are left must bring (倒算)."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Plan, Indicator, Quarter, Past] | None = None
        self._required, self._told = parts.label(""), parts.label("", "muted")
        self._typed = QLineEdit()
        self._year, self._unit = parts.label("", buddy=self._typed), parts.label("", "muted")
        self._trial = QWidget()
        self._lay_out()
        self._typed.textChanged.connect(self._compute)

    def _lay_out(self) -> None:
        for words in (self._required, self._told):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._typed.setClearButtonEnabled(True)
        self._typed.setPlaceholderText("前提试算")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._year)
        line.addWidget(self._typed, 1)
        line.addWidget(self._unit)
        trial = QVBoxLayout(self._trial)
        trial.setContentsMargins(0, 0, 0, 0)
        trial.setSpacing(6)
        trial.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._required)
        column.addWidget(self._trial)
        column.addWidget(self._told)

    @property
    def words(self) -> tuple[str, str]:
        """What is said of the years that are left, and of the assumption."""
        return self._required.text(), self._told.text()

    def show_item(self, plan: Plan, indicator: Indicator, as_of: Quarter, past: Past) -> None:
        """Show what an indicator still needs; an assumption is for one of them and one quarter."""
        if self._shown and (self._shown[1].code, self._shown[2]) != (indicator.code, as_of):
            self._typed.clear()
        self._shown = (plan, indicator, as_of, past)
        needed = required(plan, indicator, as_of, past)
        over = as_of == plan.end
        self._required.setText(
            f"倒算：{needed.words}。" if needed else NO_YEAR if over else NOTHING
        )
        self._trial.setVisible(needed is not None)
        self._told.setVisible(needed is not None)
        if needed:
            self._year.setText(f"设想{needed.years[0]}年(&Y)")
            self._typed.setAccessibleName(f"设想{needed.years[0]}年的数")
            self._unit.setText(indicator.unit)
        self._compute()

    def _compute(self) -> None:
        """Say what follows from what is typed."""
        if self._shown is None:
            return
        plan, indicator, as_of, past = self._shown
        text = self._typed.text().strip()
        self._told.setText(_follow(plan, indicator, as_of, past, text) if text else TRY)


def _follow(plan: Plan, indicator: Indicator, as_of: Quarter, past: Past, text: str) -> str:
    """Compute the plan's end from an assumption; say why where nothing can be."""
    try:
        reading = read(text, indicator.unit)
    except FigureError as error:
        return f"{error}。"
    if reading.figure is None:
        return f"{reading.note}。"
    end = outlook.projected(plan, indicator, as_of, past, reading.figure)
    if end is None:
        return NOTHING
    return f"{reading.note}。{end.sentence}" if reading.note else end.sentence
