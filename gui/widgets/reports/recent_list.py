"""`RecentList`: the reports of the plan that were written, the latest first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

if TYPE_CHECKING:
    from core.domain.printed import Printed

MOST = 100  # reports that are listed; older ones are found by their code
LEAST = QSize(120, 72)  # pixels; it takes the room that is left
_CODE = Qt.ItemDataRole.UserRole


class RecentList(QListWidget):
    """Emits `asked` with the code of a report that somebody opens."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "choice")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.itemActivated.connect(lambda line: self.asked.emit(line.data(_CODE)))
        self.itemClicked.connect(lambda line: self.asked.emit(line.data(_CODE)))

    def sizeHint(self) -> QSize:
        """Ask for as little as will do."""
        return LEAST

    def show_reports(self, printed: "tuple[Printed, ...]") -> None:
        """List reports."""
        self.clear()
        for each in printed[:MOST]:
            line = QListWidgetItem(_words(each), self)
            line.setData(_CODE, each.code)
            line.setToolTip(f"{each.title}\n校验码：{each.code}\n{each.by}写出")


def _words(each: "Printed") -> str:
    """Say what was written, and when."""
    told = each.at[:16].replace("T", " ")
    public = "，公开版" if each.public else ""
    return f"{each.title}\n{told}，{each.quarter.label}，{each.edition.label}{public}"
