"""`IssuesList`: what is wrong with a returned file, each with its cell and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.domain.returned import Finding
from gui.widgets import parts
from gui.widgets.context.findings import SIGNS
from gui.widgets.notes import Notes

TITLE, NONE = "问题", "没有问题"


class IssuesList(QWidget):
    """Emits `led` with the issue whose cell somebody wants to see."""

    led = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._head = parts.label(TITLE, "group")
        self._list = Notes(TITLE)
        self._issues: tuple[Finding, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        self._list.itemActivated.connect(self._lead)
        self._list.itemClicked.connect(self._lead)

    def show_issues(self, issues: Sequence[Finding]) -> None:
        """List other issues."""
        self._issues = tuple(issues)
        self._list.fill([_words(each) for each in issues])
        self._head.setText(f"{TITLE}（{len(issues)}）" if issues else NONE)

    def say(self, words: str) -> None:
        """Say something in the place of issues."""
        self._issues = ()
        self._list.fill([words] if words else [])
        self._head.setText(TITLE)

    def _lead(self) -> None:
        if 0 <= (row := self._list.currentRow()) < len(self._issues):
            self.led.emit(self._issues[row])


def _words(each: Finding) -> str:
    """Word an issue: its grade with a sign, the cell, what stands there, what to do."""
    place = f"{each.place}" if each.place else ""
    found = f"“{each.found}”" if each.found and each.place else ""
    where = f"{place}{found}　" if place else ""
    return f"{SIGNS[each.severity]} {each.severity.label}　{where}{each.message}"
