"""`LightsBoard`: 晴雨表 with its legend, the sentence of a light, and the changes of its item."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from core.domain.period import Quarter
from gui.feedback import Notice
from gui.widgets import parts
from gui.widgets.charts import lights_picture, picture_file
from gui.widgets.charts.lamp_counts import LampCounts
from gui.widgets.charts.lights_table import LightsTable
from gui.widgets.charts.turns_panel import TurnsPanel

if TYPE_CHECKING:
    from core.domain.lights import Lights

EMPTY = "没有可以显示的指标。"


class LightsBoard(QFrame):
    """Emits `opened` with an item's code, and `noticed` with a Notice."""

    opened = Signal(str)
    noticed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._lights: Lights | None = None
        self._title, self._empty = parts.label("晴雨表", "group"), parts.label(EMPTY, "muted")
        self._counts = LampCounts()
        self._copy = parts.button("复制整表(&B)", "复制到剪贴板，可以粘贴到Excel或WPS")
        self._save = parts.button("存为图片(&M)…", "把整张晴雨表存为PNG图片")
        self.table, self._panel = LightsTable(), TurnsPanel()
        self._lay_out()
        self._connect()
        self.show_lights(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        for each in (self._title, self._counts):
            row.addWidget(each)
        row.addStretch(1)
        for button in (self._copy, self._save):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        column.addWidget(self._panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the room to the lights."""
        super().resizeEvent(event)
        self._panel.fit(self.height())

    def _connect(self) -> None:
        self._copy.clicked.connect(self.table.copy)
        self._save.clicked.connect(self._ask_save)
        self.table.copied.connect(self._tell)
        self.table.opened.connect(self.opened)
        self.table.moved.connect(self._follow)
        self._panel.led.connect(self._go)

    def show_lights(self, lights: "Lights | None") -> None:
        """Show another history of lights, or none."""
        self._lights = lights
        some = bool(lights and lights.rows)
        self._counts.show_counts(lights.counts if lights and some else {})
        for each in (self._counts, self._copy, self._save, self.table, self._panel):
            each.setVisible(some)
        self._empty.setVisible(not some)
        self.table.show_lights(lights)

    def choose(self, code: str) -> None:
        """Put the cursor on an item's last light."""
        self.table.choose(code)

    def _follow(self) -> None:
        """Say what the light under the cursor stands on."""
        index, model = self.table.currentIndex(), self.table.shown
        if index.isValid():
            told = model.told(index.row(), index.column())
            self._panel.show_row(model.rows[index.row()], told)
            self._panel.choose(model.quarters[index.column()])

    def _go(self, quarter: Quarter) -> None:
        """Put the cursor on the quarter of a change."""
        self.table.choose(self.table.code, self.table.shown.quarters.index(quarter))

    def _tell(self, rows: int) -> None:
        self.noticed.emit(Notice(f"已复制{rows}行，可以粘贴到Excel或WPS。"))

    def _ask_save(self) -> None:
        """Save the whole table as a picture."""
        if lights := self._lights:
            name = f"{lights.plan.name}晴雨表{lights.quarters[-1].label}"
            picture_file.ask(self, name, lambda: lights_picture.draw(lights), self.noticed.emit)
