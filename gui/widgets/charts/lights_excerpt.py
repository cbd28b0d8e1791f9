"""`LightsExcerpt`: 晴雨表 in short: how many of which light, and what to look at now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from gui.delegates import lamps
from gui.theme import colours_of
from gui.widgets import parts
from gui.widgets.charts.lamp_counts import LampCounts

if TYPE_CHECKING:
    from core.domain.lights import Lights, Row

LINES = 2  # items that are seen at once
TITLE, ALARMS = "晴雨表", "晴雨表：本期要关注{}项"
ALARMING = "本期转黄、转红的，和亮黄灯、红灯的约束性指标"
CALM = "本期没有转黄、转红的，约束性指标也没有亮黄灯、红灯的。"


class LightsExcerpt(QFrame):
    """Emits `opened` with the code of an item, empty where the whole is wanted.

    Hidden where nothing could be judged yet.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._rows: tuple[Row, ...] = ()
        self._title, self._counts = parts.label(TITLE, "group"), LampCounts()
        self._calm, self._list = parts.label(CALM, "muted"), QListWidget()
        self._all = parts.button("看完成情况(&W)", "打开“完成情况”，看全部指标和晴雨表")
        self._dress()
        self._lay_out()
        self._all.clicked.connect(lambda: self.opened.emit(""))
        self._list.itemActivated.connect(self._open)
        self._list.itemClicked.connect(self._open)

    def _dress(self) -> None:
        """Show a line per item, cut at its end."""
        self._calm.setWordWrap(True)
        self._list.setProperty("role", "notes")
        self._list.setAccessibleName(ALARMING)
        self._title.setToolTip(ALARMING)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def _lay_out(self) -> None:
        counted = QVBoxLayout()
        counted.setSpacing(4)
        for each in (self._title, self._counts):
            counted.addWidget(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(18)
        row.addLayout(counted)
        row.addWidget(self._calm, 1)
        row.addWidget(self._list, 1)
        row.addWidget(self._all)

    @property
    def lines(self) -> list[str]:
        """What is listed, the most urgent first."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def show_lights(self, lights: "Lights") -> None:
        """Count the lights of the last quarter, and list what is alarming in it."""
        self._rows = lights.alarms
        self._counts.show_counts(lights.counts)
        self._title.setText(ALARMS.format(len(self._rows)) if self._rows else TITLE)
        self._calm.setVisible(not self._rows)
        self._list.setVisible(bool(self._rows))
        self._fill()
        self.setVisible(lights.judged)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fill()

    def _fill(self) -> None:
        """List the items anew, in the colours and the size of now."""
        colours, side = colours_of(self.palette()), lamps.size() + 2
        self._list.clear()
        self._list.setIconSize(QSize(side, side))
        for row in self._rows:
            line = QListWidgetItem(lamps.icon(row.latest.light, colours), _words(row))
            line.setToolTip(_words(row))
            self._list.addItem(line)
        self._list.setFixedHeight(parts.list_height(self._list, LINES))

    def _open(self) -> None:
        if 0 <= (number := self._list.currentRow()) < len(self._rows):
            self.opened.emit(self._rows[number].item.code)


def _words(row: "Row") -> str:
    """Name an item, and say what is new of it."""
    return f"{row.item.name}　{row.news}"
