"""`Past`: the last eight quarters of an indicator, as a line and as figures with their 同比."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from core.domain.form import Form, Row
from core.domain.history import Point, points
from core.domain.indicator import Indicator
from gui.widgets import parts
from gui.widgets.sparkline import Sparkline

QUARTERS = 8


class Past(QWidget):
    """Hidden for milestones and where nothing was reported yet."""

    def __init__(self) -> None:
        super().__init__()
        self._line = Sparkline()
        self._cells = [[parts.label("", "small") for _ in range(3)] for _ in range(QUARTERS)]
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(parts.label("近八季", "group"))
        column.addWidget(self._line)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        for number, cells in enumerate(self._cells):
            for place, cell in enumerate(cells):
                grid.addWidget(cell, number, place)
            cells[1].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            cells[2].setWordWrap(True)
        column.addLayout(grid)

    def show_row(self, form: Form, row: Row) -> None:
        """Show the history of a row, its present figure included."""
        past = {**row.past, form.quarter: row.counted}
        known = points(row.item, form.quarter, past) if isinstance(row.item, Indicator) else ()
        told = [point for point in known if point.entry and not point.entry.empty]
        self.setVisible(bool(told))
        figures = [point.entry.figure if point.entry else None for point in known]
        self._line.show_values([figure.value if figure else None for figure in figures])
        for number, cells in enumerate(self._cells):
            texts = _texts(told[number]) if number < len(told) else ("", "", "")
            for cell, text in zip(cells, texts, strict=True):
                cell.setText(text)
                cell.setVisible(number < len(told))


def _texts(point: Point) -> tuple[str, str, str]:
    """Word one quarter."""
    entry = point.entry
    missing = entry.missing.label if entry and entry.missing else ""
    figure = entry.text if entry else ""
    return point.quarter.label, figure or missing, point.growth.text if point.growth else ""
