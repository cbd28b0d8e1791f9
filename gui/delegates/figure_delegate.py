"""`FigureDelegate`: colours what a reviewer looks for, and puts the light before a status."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.domain.issue import Severity
from core.domain.judging.judgement import Light
from core.domain.reviewing.docket import Reviewed
from gui.delegates import lamps
from gui.models.figures_columns import CHANGE, MARKS, REMARKS, STATUS
from gui.models.figures_model import Role
from gui.theme import Colours, colours_of

Index = QModelIndex | QPersistentModelIndex
_TEXT = (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText)


class FigureDelegate(QStyledItemDelegate):
    """The words themselves tell everything that the colours do."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Give a cell its colour, and a status its light."""
        super().initStyleOption(option, index)
        each: Reviewed = index.data(Role.FIGURE)
        colours = colours_of(option.palette)  # type: ignore[attr-defined]
        ink = QColor(_ink(each, index.column(), colours))
        for role in _TEXT:
            option.palette.setColor(role, ink)  # type: ignore[attr-defined]
        if index.column() == STATUS and each.assessment:
            option.icon = _lamp(each.assessment.light, colours)  # type: ignore[attr-defined]
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration  # type: ignore[attr-defined]


def _lamp(light: Light, colours: Colours) -> QIcon:
    """Draw a light that keeps its colour in the chosen line."""
    drawn = lamps.icon(light, colours)
    side = lamps.size() + 2
    drawn.addPixmap(drawn.pixmap(side, side), QIcon.Mode.Selected)
    return drawn


def _ink(each: Reviewed, column: int, colours: Colours) -> str:
    """Give the colour of a cell."""
    grades = {issue.severity for issue in each.issues}
    match column:
        case _ if column == MARKS and Severity.BLOCKING in grades:
            return colours.error
        case _ if column == MARKS and Severity.EXPLAIN in grades:
            return colours.warn
        case _ if column == REMARKS and each.open:
            return colours.warn
        case _ if column == CHANGE:
            return colours.accent
        case _ if column == MARKS or each.row.idle:
            return colours.muted
    return colours.text
