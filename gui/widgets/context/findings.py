"""`Findings`: what the checks found, each an instruction; a click leads to its cell."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.domain.issue import Issue, Severity
from gui.widgets import parts

LINES = 6
SIGNS = {Severity.BLOCKING: "▲", Severity.EXPLAIN: "△", Severity.HINT: "·"}


class Findings(QWidget):
    """Emits `led` with the issue that was chosen; hidden where there is none."""

    led = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._head = parts.label(title, "group")
        self._list = QListWidget()
        self._issues: tuple[Issue, ...] = ()
        self._lay_out()
        self.hide()
        self._list.itemActivated.connect(self._lead)
        self._list.itemClicked.connect(self._lead)

    def _lay_out(self) -> None:
        self._list.setProperty("role", "notes")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self._title)
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
        self._list.clear()
        for issue in issues:
            sign = SIGNS[issue.severity]
            QListWidgetItem(f"{sign} {issue.severity.label}：{issue.message}", self._list)
        self._head.setText(f"{self._title}（{len(issues)}）")
        self.setVisible(bool(issues))

    def fit(self) -> None:
        """Be as high as the lines need, up to some."""
        rows = range(min(self._list.count(), LINES))
        height = sum(self._list.sizeHintForRow(row) for row in rows)
        self._list.setFixedHeight(height + 2 * self._list.frameWidth() + 4)

    def _lead(self) -> None:
        if 0 <= (row := self._list.currentRow()) < len(self._issues):
            self.led.emit(self._issues[row])
