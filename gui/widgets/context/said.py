"""`Said`: 审核意见 of the office on the row, to be read by the department that it is for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.domain.reviewing.review import Remark
from gui.models.remark_lines import worded
from gui.widgets import parts
from gui.widgets.notes import Notes

TITLE = "审核意见"
LINES = 4


class Said(QWidget):
    """Hidden where nothing was said."""

    def __init__(self) -> None:
        super().__init__()
        self._list = Notes(TITLE, LINES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(parts.label(TITLE, "group"))
        column.addWidget(self._list)
        self.hide()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """List other remarks, those that are open first."""
        ordered = sorted(remarks, key=lambda each: bool(each.settled))
        self._list.fill([worded(each) for each in ordered])
        self.setVisible(bool(remarks))
