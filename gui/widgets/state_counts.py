"""`StateCounts`: how many departments are how far, each state with its sign."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.domain.standing import Standing
from gui.delegates import signs
from gui.theme import colours_of, scaled

HEIGHT, GAP, SPACE = 24, 6, 20  # pixels at the usual size of text

Group = Sequence[Standing]


class StateCounts(QWidget):
    """The legend of 报送一览, and its sums."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: Sequence[Group] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Count the forms of each group, whose state is the same."""
        self._groups = groups
        words = "，".join(map(_words, groups))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(0, scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is one line
        """Draw signs and numbers from left to right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, left = colours_of(self.palette()), 0
        for group in self._groups:
            words = _words(group)
            place = QRect(left, 0, signs.size(), self.height())
            signs.draw(painter, place, group[0], colours)
            painter.setPen(QColor(colours.text))
            width = painter.fontMetrics().horizontalAdvance(words)
            place = QRect(place.right() + GAP, 0, width + 1, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            left = place.right() + SPACE
        painter.end()


def _words(group: Group) -> str:
    """Count a group, and those in it that are late."""
    late = sum(form.owed and bool(form.late) for form in group)
    more = f"（逾期{late}个）" if late else ""
    return f"{group[0].word}{len(group)}个{more}"
