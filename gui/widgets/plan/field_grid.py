"""`FieldGrid`: short fields side by side, as many as there is room for, wide ones around them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

ROOM = 208  # pixels that a field needs with its name
BETWEEN = 16


class FieldGrid(QWidget):
    """Puts its fields anew where it becomes wider or narrower."""

    def __init__(
        self,
        top: Sequence[QWidget],
        fields: Sequence[QWidget],
        wide: Sequence[QWidget],
        columns: int,
    ) -> None:
        super().__init__()
        self._top, self._fields, self._wide = tuple(top), tuple(fields), tuple(wide)
        self._most = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(BETWEEN)
        self._grid.setVerticalSpacing(8)
        self._columns = 0
        self._put(columns)

    def minimumSizeHint(self) -> QSize:
        """One field beside none is enough."""
        return QSize(ROOM, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many fields into a line as fit."""
        super().resizeEvent(event)
        fit = (self.width() + BETWEEN) // (ROOM + BETWEEN)
        self._put(max(1, min(self._most, fit)))

    def _put(self, columns: int) -> None:
        if columns == self._columns:
            return
        for number in range(self._columns):
            self._grid.setColumnStretch(number, 0)
        self._columns = columns
        first = len(self._top)
        for place, field in enumerate(self._fields):
            self._grid.addWidget(field, first + place // columns, place % columns)
        below = first - (-len(self._fields) // columns)
        for line, field in (*enumerate(self._top), *enumerate(self._wide, below)):
            self._grid.addWidget(field, line, 0, 1, columns)
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)
