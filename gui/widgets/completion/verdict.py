"""`Verdict`: the light and the status of one item, large, and what a person changed."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.domain.completion import Assessment
from core.domain.judging.judgement import Light
from core.domain.tracked import Tracked
from gui.delegates import lamps
from gui.models.completion_columns import UNDECIDED
from gui.theme import colours_of
from gui.widgets import parts


class Lamp(QWidget):
    """A light by itself."""

    def __init__(self) -> None:
        super().__init__()
        self._light = Light.GREY
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_light(self, light: Light) -> None:
        """Show another light."""
        self._light = light
        self.setAccessibleName(f"{light.label}灯")
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of a light."""
        return QSize(lamps.size() + 1, lamps.size() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is one light
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect(0, 0, self.width(), self.height())
        lamps.draw(painter, place, self._light, colours_of(self.palette()))
        painter.end()


class Verdict(QWidget):
    """The light, the status, and what the program suggests where a person said otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self._lamp, self._words = Lamp(), parts.label("", "group")
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._lamp)
        row.addWidget(self._words, 1)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def show_row(self, row: Tracked) -> None:
        """Show the judgement of another item."""
        judged = row.assessment
        self._lamp.show_light(judged.light)
        self._words.setText(f"{judged.status or UNDECIDED}{_decided(judged)}")


def _decided(judged: Assessment) -> str:
    """Say who gave the status, and what the program says where that is something else."""
    if judged.decision is None:
        return ""
    if judged.overridden:
        return f"（{judged.decision.by}改判，软件建议：{judged.suggested or UNDECIDED}）"
    return f"（{judged.decision.by}所定，与软件建议相同）"
