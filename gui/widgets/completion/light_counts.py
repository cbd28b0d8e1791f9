"""`LightCounts`: how many lines show which light, each a button that leaves only those."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core.domain.judging.judgement import Light
from core.domain.tracked import Tracked
from gui.delegates import lamps
from gui.theme import colours_of
from gui.widgets import parts

RISK, RISKY = "预警", "约束性预警"


class LightCounts(QWidget):
    """Emits `chosen` when another light is wanted, or none; a second press takes it back."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._buttons = {light: parts.button("", f"只看{light.label}灯", "flat") for light in Light}
        self._risk = parts.button("", "只看可能完不成的约束性指标", "flat")
        self._lay_out()
        self.count(())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for each in (*self._buttons.values(), self._risk):
            each.setCheckable(True)
            each.clicked.connect(self._tell)
            row.addWidget(each)

    @property
    def light(self) -> Light | None:
        """The light that is wanted."""
        pressed = (light for light, each in self._buttons.items() if each.isChecked())
        return next(pressed, None)

    @property
    def risky(self) -> bool:
        """Whether only 约束性 indicators in danger are wanted."""
        return self._risk.isChecked()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons: the lights, best first and grey last, and the warning."""
        return [*self._buttons.values(), self._risk]

    def count(self, rows: Sequence[Tracked]) -> None:
        """Count other lines; a light that is wanted stays so."""
        counts = Counter(row.assessment.light for row in rows)
        risky = sum(bool(row.risk) for row in rows)
        for light, button in self._buttons.items():
            count = counts[light]
            button.setText(f"{light.label} {count}")
            button.setAccessibleName(f"{light.label}灯{count}项")
        self._risk.setText(f"{RISK} {risky}")
        self._risk.setAccessibleName(f"{RISKY}{risky}项")
        self._risk.setEnabled(bool(risky) or self._risk.isChecked())

    def clear(self) -> None:
        """Want all lights again."""
        for each in self.buttons:
            each.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the lights anew where their colours changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw()

    def _tell(self) -> None:
        """Let one button at most stay pressed."""
        pressed = self.sender()
        for each in self.buttons:
            if each is not pressed:
                each.setChecked(False)
        self.chosen.emit()

    def _draw(self) -> None:
        side = lamps.size()
        for light, button in self._buttons.items():
            button.setIconSize(QSize(side, side))
            button.setIcon(_icon(light, side, self))


def _icon(light: Light, side: int, widget: QWidget) -> QIcon:
    """Draw a light as a picture, sharp on the widget's screen."""
    ratio = widget.devicePixelRatioF()
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    lamps.draw(painter, QRect(0, 0, side, side), light, colours_of(widget.palette()))
    painter.end()
    return QIcon(made)
