"""`RecordPanel`: who changed what of a plan, and when."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout

from core.domain.submission import Event
from core.errors import UserError
from gui.models.plan_texts import Line
from gui.plan.bench import PlanBench
from gui.widgets.plan.panel import Panel
from gui.widgets.plan.table import TextTable

HEADERS = ("时间", "修改人", "编码", "原来", "改为")
WIDTHS = (140, 90, 120, 300)


class RecordPanel(Panel):
    """The saved edits, the latest first; for reading only."""

    def __init__(self, bench: PlanBench) -> None:
        super().__init__(bench)
        self._table = TextTable("修改记录", HEADERS, WIDTHS)
        self.editor.setParent(self)
        self.editor.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(self._table)

    def refresh(self) -> None:
        """Show what is on record of the plan."""
        plan = self.bench.plan
        try:
            events = self.bench.journeys.history(plan.code) if plan else ()
        except UserError as error:
            self.bench.failed.emit(error)
            return
        lines = [Line(number, _texts(each)) for number, each in enumerate(events)]
        self._table.show_lines(lines, self._table.key)


def _texts(event: Event) -> tuple[str, ...]:
    """Give what a line shows of an event."""
    at = datetime.fromisoformat(event.at).astimezone()
    return (f"{at:%Y-%m-%d %H:%M}", event.origin.by, event.code, event.before, event.after)
