"""`Names`: the names of the lines at the left of their table, always in sight."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from gui.delegates import signs
from gui.theme import Colours, colours_of, scaled

WIDTH, INSET = 172, 7  # pixels
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_WRAPPED = _LEFT | int(Qt.TextFlag.TextWordWrap)
_DOWN = Qt.Orientation.Vertical


class Names(QHeaderView):
    """Writes a name in two lines where one is too short, and cuts it where lines are low."""

    def __init__(self, table: QTableView, width: int = WIDTH, alarm: int | None = None) -> None:
        """Be so many pixels wide; the model tells under the role `alarm` what stands out."""
        super().__init__(_DOWN, table)
        self._table = table
        self._width, self._alarm = width, alarm
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setAccessibleName("指标")

    def sizeHint(self) -> QSize:
        """Give the width of the names."""
        return QSize(scaled(self._width), 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - as Qt has it
        """Write a name; the chosen one is set off, and so is what stands out."""
        colours, chosen = colours_of(self.palette()), self._chosen(logicalIndex)
        alarming = self._alarm is not None and self._told(logicalIndex, self._alarm)
        painter.save()
        ground = colours.error_tint if alarming else colours.surface
        painter.fillRect(rect, QColor(colours.tint if chosen else ground))
        painter.setPen(QColor(colours.accent if chosen else colours.text))
        self._write(painter, rect.adjusted(INSET, 0, -INSET, 0), logicalIndex, bold=bool(alarming))
        self._frame(painter, rect, colours)
        if alarming:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            signs.flag(painter, rect, colours)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave what is below the last line as empty as the table is there."""
        super().paintEvent(event)
        end, view = self.length() - self.offset(), self.viewport()
        if end < view.height():
            painter = QPainter(view)
            colours = colours_of(self.palette())
            painter.fillRect(0, end, view.width(), view.height() - end, QColor(colours.surface))
            painter.end()

    def _write(self, painter: QPainter, room: QRect, number: int, *, bold: bool) -> None:
        """Write a name into its room."""
        font = painter.font()
        font.setBold(bold)
        painter.setFont(font)
        words, metrics = str(self._told(number, Qt.ItemDataRole.DisplayRole)), painter.fontMetrics()
        if room.height() < 2 * metrics.height():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, _LEFT, words)
        else:
            painter.drawText(room, _WRAPPED, words)

    def _told(self, number: int, role: int) -> object:
        """Give what the model tells of a line."""
        return self.model().headerData(number, _DOWN, role) or ""

    def _chosen(self, number: int) -> bool:
        selection = self.selectionModel()
        return bool(selection) and selection.currentIndex().row() == number

    def _frame(self, painter: QPainter, rect: QRect, colours: Colours) -> None:
        """Draw the line at the right of a name and, where the table has a grid, the one below."""
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if self._table.showGrid():
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
