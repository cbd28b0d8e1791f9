"""`CellTexts`: what a part says as sent, as stored and as returned, side by side and whole."""

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from gui.models.cell_lines import CellLine
from gui.theme import scaled
from gui.widgets import parts

TITLES = ("发出时", "现在", "退回来的")
HEIGHT = 46  # pixels: two lines


class CellTexts(QWidget):
    """Below them stands where it came from."""

    def __init__(self) -> None:
        super().__init__()
        self._texts = [QPlainTextEdit() for _ in TITLES]
        self._source = parts.label("", "small")
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        for column, (title, text) in enumerate(zip(TITLES, self._texts, strict=True)):
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            text.setAccessibleName(title)
            text.setFixedHeight(scaled(HEIGHT))
            grid.addWidget(parts.label(title, "caption"), 0, column)
            grid.addWidget(text, 1, column)
        self._source.setWordWrap(True)
        grid.addWidget(self._source, 2, 0, 1, len(TITLES))

    def show_line(self, line: CellLine | None) -> None:
        """Show the texts of a line, or none."""
        texts = line.texts if line else ("",) * len(TITLES)
        for widget, text in zip(self._texts, texts, strict=True):
            widget.setPlainText(text)
        self._source.setText(line.source if line else "")
