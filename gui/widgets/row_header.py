"""`RowHeader`: the names of a form's items, their categories beside them, always in sight."""

from itertools import groupby

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from core.domain.form import Row
from gui.models.form_model import FormModel, name
from gui.theme import Colours, colours_of, scaled

CATEGORY, NAME = 78, 192  # pixels of the two columns
INSET = 7
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(
    Qt.TextFlag.TextWordWrap
)
_CENTRED = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


class RowHeader(QHeaderView):
    """Paints itself whole: a category is one cell, its label kept in the part that is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setAccessibleName("指标")

    def sizeHint(self) -> QSize:
        """Give the width of both columns, without asking for every name as Qt's own does."""
        return QSize(scaled(CATEGORY) + scaled(NAME), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are in sight, and the categories over them."""
        painter = QPainter(self.viewport())
        colours = colours_of(self.palette())
        painter.fillRect(event.rect(), QColor(colours.window))
        model = self.model()
        if isinstance(model, FormModel) and model.form is not None:
            shown = self._shown(model)
            for number in shown:
                self._paint_name(painter, model, number, colours)
            for rows in _runs([(number, model.row(number).category) for number in shown]):
                self._paint_category(painter, model, rows, colours)
        painter.end()

    def _shown(self, model: FormModel) -> range:
        """Give the numbers of the rows that are in sight."""
        first = max(0, self.visualIndexAt(0))
        last = self.visualIndexAt(self.viewport().height() - 1)
        return range(first, (last if last >= 0 else model.rowCount() - 1) + 1)

    def _paint_name(
        self, painter: QPainter, model: FormModel, number: int, colours: Colours
    ) -> None:
        """Paint an item's name; the chosen row's is set off."""
        row = model.row(number)
        top = self.sectionViewportPosition(number)
        place = QRect(scaled(CATEGORY), top, scaled(NAME), self.sectionSize(number))
        current = self._current_row() == number
        painter.fillRect(place, QColor(colours.tint if current else colours.surface))
        painter.setPen(QColor(_ink(row, colours, current=current)))
        room = place.adjusted(INSET, 2, -INSET, -2)
        painter.drawText(room, _WRAPPED, _wrapped(painter, room, row))
        _frame(painter, place, colours)

    def _paint_category(
        self, painter: QPainter, model: FormModel, rows: range, colours: Colours
    ) -> None:
        """Paint a category over its rows that are in sight."""
        top = self.sectionViewportPosition(rows[0])
        bottom = self.sectionViewportPosition(rows[-1]) + self.sectionSize(rows[-1])
        top, bottom = max(0, top), min(bottom, self.viewport().height())
        place = QRect(0, top, scaled(CATEGORY), bottom - top)
        painter.fillRect(place, QColor(colours.window))
        painter.setPen(QColor(colours.muted))
        room = place.adjusted(4, 2, -4, -2)
        painter.drawText(room, _CENTRED, _fitting(painter, room, model.row(rows[0]).category))
        _frame(painter, place, colours)

    def _current_row(self) -> int:
        """Give the row of the current cell, -1 where there is none."""
        selection = self.selectionModel()
        return selection.currentIndex().row() if selection else -1


def _fitting(painter: QPainter, room: QRect, category: str) -> str:
    """Give as much of a category as its rows have room for: 专栏21 alone in a single row."""
    if painter.boundingRect(room, _CENTRED, category).height() <= room.height():
        return category
    return category.partition(" ")[0]


def _wrapped(painter: QPainter, room: QRect, row: Row) -> str:
    """Put the unit into a line of its own where it would be cut in two."""
    whole, short = name(row), row.item.name
    advance = painter.fontMetrics().horizontalAdvance
    if advance(short) <= room.width() < advance(whole):
        return f"{short}\n{whole.removeprefix(short)}"
    return whole


def _runs(categories: list[tuple[int, str]]) -> list[range]:
    """Give the runs of neighbouring rows of one category."""
    runs = [
        [number for number, _ in run] for _, run in groupby(categories, key=lambda each: each[1])
    ]
    return [range(run[0], run[-1] + 1) for run in runs]


def _ink(row: Row, colours: Colours, *, current: bool) -> str:
    """Give the colour of a name: pale where nothing is to be filled in."""
    if current:
        return colours.accent
    return colours.faint if row.idle else colours.text


def _frame(painter: QPainter, place: QRect, colours: Colours) -> None:
    """Draw the lines at the right of a cell and below it."""
    painter.setPen(QColor(colours.line))
    painter.drawLine(place.topRight(), place.bottomRight())
    painter.drawLine(place.bottomLeft(), place.bottomRight())
