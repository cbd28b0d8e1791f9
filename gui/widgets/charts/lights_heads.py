"""The headers of 晴雨表: years over their quarters, and the names of the items beside them."""

from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from core.domain.period import Quarter
from gui.delegates import light_delegate
from gui.models.lights_model import Role
from gui.theme import Colours, colours_of, scaled

NAME, WIDTH = 236, 38  # pixels: of the names, and of a column at least
HEAD, ROW = 24, 28  # pixels: half a header's height, and a row's
INSET, MARK = 8, 3  # pixels: beside a text, and of the line under the chosen quarter
BADGE = "约束"
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_CENTRED = int(Qt.AlignmentFlag.AlignCenter)
_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


def draw_year(painter: QPainter, place: QRect, year: int, colours: Colours) -> None:
    """Draw a year over those of its quarters that are seen."""
    painter.fillRect(place, QColor(colours.window))
    painter.setPen(QColor(colours.text))
    room, words = place.width() - 4, f"{year}年"
    if painter.fontMetrics().horizontalAdvance(words) <= room:
        painter.drawText(place, _CENTRED, words)
    _frame(painter, place, colours)


def draw_quarter(painter: QPainter, place: QRect, span: str, colours: Colours) -> None:
    """Draw the head of a column."""
    painter.fillRect(place, QColor(colours.window))
    painter.setPen(QColor(colours.muted))
    painter.drawText(place, _CENTRED, span)
    _frame(painter, place, colours)


class Name(NamedTuple):
    """What stands at the left of a row, whether it is 约束性, and the row of the cursor."""

    words: str
    binding: bool = False
    current: bool = False


def draw_name(painter: QPainter, place: QRect, name: Name, colours: Colours) -> None:
    """Draw an item's name, cut where it is too long, and a badge where it is 约束性."""
    painter.fillRect(place, QColor(colours.tint if name.current else colours.surface))
    room = place.adjusted(scaled(INSET), 0, -scaled(INSET), 0)
    if name.binding:
        room.setRight(_draw_badge(painter, room, colours))
    painter.setPen(QColor(colours.accent if name.current else colours.text))
    cut = painter.fontMetrics().elidedText(name.words, Qt.TextElideMode.ElideMiddle, room.width())
    painter.drawText(room, _LEFT, cut)
    _frame(painter, place, colours)


def badge_width(metrics: QFontMetrics) -> int:
    """Give the width of the badge of what is 约束性."""
    return metrics.horizontalAdvance(BADGE) + 8


def _draw_badge(painter: QPainter, room: QRect, colours: Colours) -> int:
    """Draw the badge at the right of a room; give where what is left of the room ends."""
    metrics = painter.fontMetrics()
    wide, high = badge_width(metrics), metrics.height()
    top = room.top() + (room.height() - high) // 2
    badge = QRect(room.right() - wide + 1, top, wide, high)
    painter.setPen(QColor(colours.edge))
    painter.drawRect(badge)
    painter.setPen(QColor(colours.muted))
    painter.drawText(badge, _CENTRED, BADGE)
    return badge.left() - scaled(INSET) // 2


def _frame(painter: QPainter, place: QRect, colours: Colours) -> None:
    """Draw the lines at the right of a cell and below it."""
    painter.setPen(QColor(colours.line))
    painter.drawLine(place.topRight(), place.bottomRight())
    painter.drawLine(place.bottomLeft(), place.bottomRight())


class YearsHeader(QHeaderView):
    """Paints itself whole: a year is one cell, its label kept in the part that is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_ACROSS, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setAccessibleName("报告期")

    def sizeHint(self) -> QSize:
        """Ask for two lines."""
        return QSize(0, 2 * scaled(HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the quarters that are in sight, and their years over them."""
        painter = QPainter(self.viewport())
        colours, half = colours_of(self.palette()), scaled(HEAD)
        painter.fillRect(event.rect(), QColor(colours.window))
        shown = [(number, self._quarter(number)) for number in self._shown()]
        for number, _ in shown:
            place = QRect(self._left(number), half, self.sectionSize(number), half)
            span = self.model().headerData(number, _ACROSS)
            draw_quarter(painter, place, str(span), colours)
            if number == self.count() - 1:
                line = QRect(place.left(), place.bottom() - MARK + 1, place.width(), MARK)
                painter.fillRect(line, QColor(colours.accent))
        for year, run in groupby(shown, key=lambda each: each[1].year):
            self._paint_year(painter, year, [number for number, _ in run], colours)
        painter.end()

    def _paint_year(
        self, painter: QPainter, year: int, numbers: list[int], colours: Colours
    ) -> None:
        left = max(0, self._left(numbers[0]))
        right = self._left(numbers[-1]) + self.sectionSize(numbers[-1])
        right = min(right, self.viewport().width())
        draw_year(painter, QRect(left, 0, right - left, scaled(HEAD)), year, colours)

    def _shown(self) -> range:
        """Give the numbers of the columns that are in sight."""
        first = max(0, self.visualIndexAt(0))
        last = self.visualIndexAt(self.viewport().width() - 1)
        return range(first, (last if last >= 0 else self.count() - 1) + 1)

    def _left(self, number: int) -> int:
        return self.sectionViewportPosition(number)

    def _quarter(self, number: int) -> Quarter:
        quarter: Quarter = self.model().headerData(number, _ACROSS, Role.QUARTER)
        return quarter


class NamesHeader(QHeaderView):
    """The names of the items, always in sight; a click chooses the row's last quarter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_DOWN, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setAccessibleName("指标")

    def sizeHint(self) -> QSize:
        """Give the width of the names, without asking for every one as Qt's own does."""
        return QSize(scaled(NAME), 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - as Qt has it
        """Paint an item's name; the chosen row's is set off."""
        name = str(self.model().headerData(logicalIndex, _DOWN))
        binding = bool(self.model().headerData(logicalIndex, _DOWN, Role.BINDING))
        selection = self.selectionModel()
        current = selection is not None and selection.currentIndex().row() == logicalIndex
        colours = colours_of(self.palette())
        draw_name(painter, rect, Name(name, binding, current), colours)


def column_width() -> int:
    """Give the width of a column in pixels: that of a light, or of its head."""
    return max(light_delegate.width(), scaled(WIDTH))
