"""`FiguresOrder`: the figures that are wanted, in the order that is wanted."""

from enum import StrEnum

from PySide6.QtCore import QObject

from core.domain.reviewing.docket import Reviewed
from gui.models.figures_model import FiguresModel, Role
from gui.models.sorting import Index, Sorting


class Look(StrEnum):
    """Which figures are shown; the value is what the choice is called."""

    ALL = "全部指标"
    ISSUES = "有问题的"
    CHANGES = "有改动的"
    REMARKS = "有意见的"

    def takes(self, each: Reviewed) -> bool:
        """Tell whether a figure is shown."""
        match self:
            case Look.ISSUES:
                return bool(each.issues)
            case Look.CHANGES:
                return each.altered
            case Look.REMARKS:
                return bool(each.open)
        return True


class FiguresOrder(Sorting):
    """The figures of a kind, sorted."""

    def __init__(self, model: FiguresModel, parent: QObject | None = None) -> None:
        super().__init__(Role.ORDER, parent)
        self._figures = model
        self._look = Look.ALL
        self.setSourceModel(model)

    def show_look(self, look: Look) -> None:
        """Show the figures of a kind."""
        self._look = look
        self.invalidateRowsFilter()

    def count(self, look: Look) -> int:
        """Count the figures of a kind."""
        return sum(look.takes(each) for each in self._figures.figures)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: ARG002 - as Qt has it
        """Tell whether a figure is shown."""
        return self._look.takes(self._figures.figures[row])
