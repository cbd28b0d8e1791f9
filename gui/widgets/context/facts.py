"""`Facts`: labels and words of one row, each word to be copied."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from gui.theme import scaled
from gui.widgets import parts

LABEL = 78  # pixels


class Facts(QWidget):
    """Keeps its labels and only changes their words, for the cursor moves often."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(8)
        self._form.setVerticalSpacing(4)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def show_lines(self, lines: Iterable[tuple[str, str]]) -> None:
        """Show other lines."""
        shown = list(lines)
        while len(self._lines) < len(shown):
            self._add()
        for number, (label, words) in enumerate(self._lines):
            is_shown = number < len(shown)
            label.setVisible(is_shown)
            words.setVisible(is_shown)
            if is_shown:
                label.setText(shown[number][0])
                words.setText(shown[number][1])

    def _add(self) -> None:
        """Make room for a further line."""
        label, words = parts.label("", "small"), QLabel()
        label.setFixedWidth(scaled(LABEL))
        label.setWordWrap(True)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines.append((label, words))
        self._form.addRow(label, words)
