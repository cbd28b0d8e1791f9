"""`Findings`: what the checks found, each an instruction; a click leads to its cell."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.domain.issue import Issue, Severity
from gui.widgets import parts
from gui.widgets.notes import Notes

SIGNS = {Severity.BLOCKING: "▲", Severity.EXPLAIN: "△", Severity.HINT: "·"}


class Findings(QWidget):
    """Emits `led` with the issue that was chosen; hidden where there is none."""

    led = Signal(object)

    def __init__(self, title: str, most: int = 0) -> None:
        super().__init__()
        self._title = title
        self._head = parts.label(title, "group")
        self._list = Notes(title, most)
        self._issues: tuple[Issue, ...] = ()
        self._lay_out()
        self.hide()
        self._list.itemActivated.connect(self._lead)
        self._list.itemClicked.connect(self._lead)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._list, 1)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What is listed."""
        return self._issues

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """List other findings."""
        if tuple(issues) == self._issues:
            return
        self._issues = tuple(issues)
        self._list.fill([_words(issue) for issue in issues])
        self._head.setText(f"{self._title}（{len(issues)}）")
        self.setVisible(bool(issues))

    def _lead(self) -> None:
        if 0 <= (row := self._list.currentRow()) < len(self._issues):
            self.led.emit(self._issues[row])


def _words(issue: Issue) -> str:
    """Word a finding, its grade first, with a sign that tells grades apart without colour."""
    return f"{SIGNS[issue.severity]} {issue.severity.label}：{issue.message}"
