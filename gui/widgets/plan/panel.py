"""`Panel`: one part of the page, a list and the card of what was chosen in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from gui.plan.bench import Key, PlanBench
from gui.widgets.plan.editor import CardEditor


def split(orientation: Qt.Orientation, *widgets: tuple[QWidget, int]) -> QSplitter:
    """Put widgets side by side, each so large in pixels; the last one takes what is left."""
    made = QSplitter(orientation)
    for widget, _ in widgets:
        made.addWidget(widget)
    made.setSizes([size for _, size in widgets])
    made.setStretchFactor(len(widgets) - 1, 1)
    made.setChildrenCollapsible(False)
    return made


class Panel(QWidget):
    """Emits `stuck` with why something typed was not accepted, when another thing is turned to."""

    stuck = Signal(str)

    def __init__(self, bench: PlanBench) -> None:
        super().__init__()
        self.bench = bench
        self.editor = CardEditor(bench)
        bench.changed.connect(self.refresh)

    @property
    def subject(self) -> Key | None:
        """What the card shows."""
        return self.editor.subject

    def refresh(self) -> None:
        """Show the plan as it is now."""

    def is_stuck(self) -> bool:
        """Tell that what was typed must be mended first, if so."""
        pending = self.editor.finish()
        if pending:
            self.stuck.emit(pending)
        return bool(pending)
