"""`CompletionOrder`: the lines of 完成情况 that are wanted, in the order that is wanted."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from core.domain.indicator import Binding
from core.domain.judging.judgement import Light
from core.domain.tracked import Tracked
from gui.models.completion_model import CompletionModel, Role
from gui.models.sorting import Index, Sorting


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are wanted; what is empty or None leaves out nothing.

    `whole` takes in what stands in boxes and tasks, `risky` leaves the 约束性 in danger.
    """

    whole: bool = False
    category: str = ""
    lead: str = ""
    binding: Binding | None = None
    light: Light | None = None
    risky: bool = False
    words: str = ""

    def takes(self, row: Tracked) -> bool:
        """Tell whether a line is wanted, whatever its light."""
        return (
            (self.whole or row.main)
            and self.category in ("", row.category)
            and self.lead in ("", row.lead)
            and self.binding in (None, row.binding)
            and (not self.words or self._found(row))
        )

    def lit(self, row: Tracked) -> bool:
        """Tell whether a line has the light or the danger that is wanted."""
        return self.light in (None, row.assessment.light) and (not self.risky or bool(row.risk))

    def _found(self, row: Tracked) -> bool:
        told = (row.code, row.item.name, row.lead, row.assessment.status, row.explanation)
        return any(self.words.casefold() in each.casefold() for each in told)


class CompletionOrder(Sorting):
    """The lines that are wanted, sorted."""

    def __init__(self, model: CompletionModel, parent: QObject | None = None) -> None:
        super().__init__(Role.ORDER, parent)
        self._rows = model
        self.wanted = Wanted()
        self.setSourceModel(model)

    def want(self, wanted: Wanted) -> None:
        """Leave other lines."""
        self.wanted = wanted
        self.invalidateRowsFilter()

    @property
    def taken(self) -> list[Tracked]:
        """The items that are wanted whatever their light, in printed order."""
        return [row for row in self._rows.rows if self.wanted.takes(row)]

    @property
    def shown(self) -> list[Tracked]:
        """The items of the lines that are shown, in printed order."""
        return [row for row in self.taken if self.wanted.lit(row)]

    def place(self, code: str) -> int:
        """Give the number of the line of an item; -1 where it is not shown."""
        numbers = (number for number, row in enumerate(self._rows.rows) if row.code == code)
        source = self._rows.index(next(numbers, -1), 0)
        return self.mapFromSource(source).row()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: ARG002 - as Qt has it
        """Tell whether a line is shown."""
        each = self._rows.rows[row]
        return self.wanted.takes(each) and self.wanted.lit(each)
