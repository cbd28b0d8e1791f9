"""`Preview`: a PDF with a bar above it: pages, zoom, what the zoom follows."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from gui.widgets import parts, sheets
from gui.widgets.icon_button import IconButton
from gui.widgets.pdf_view import PdfView

NONE = "—"


class Preview(QFrame):
    """The card in the middle of the report page; `view` is its PDF."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.view = PdfView()
        self._place = parts.label(NONE)
        self._percent = parts.label(NONE)
        self._previous = IconButton("previous", "上一页", shortcut="Ctrl+PgUp")
        self._next = IconButton("next", "下一页", shortcut="Ctrl+PgDown")
        self._smaller = IconButton("smaller", "缩小", shortcut="Ctrl+-")
        self._larger = IconButton("larger", "放大", shortcut="Ctrl++")
        self._width = IconButton("width", "适合宽度", shortcut="Ctrl+0")
        self._page = IconButton("page", "整页", shortcut="Ctrl+9")
        self._lay_out()
        self._connect()
        self._tell()

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("role", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(4)
        for each in (self._previous, self._place, self._next):
            row.addWidget(each)
        row.addStretch(1)
        for each in (self._smaller, self._percent, self._larger):
            row.addWidget(each)
        row.addSpacing(10)
        for each in (self._width, self._page):
            each.setCheckable(True)
            row.addWidget(each)
        QShortcut(QKeySequence("Ctrl+="), self._larger, self._larger.click)  # + without Shift
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.view, 1)
        self._align()

    def _align(self) -> None:
        """Keep the bar still while its numbers change."""
        for label, widest in ((self._place, "第 88 / 88 页"), (self._percent, "400%")):
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance(widest) + 8)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _connect(self) -> None:
        view = self.view
        view.moved.connect(self._tell)
        for button, act in self._acts():
            button.clicked.connect(act)

    def _acts(self) -> tuple[tuple[IconButton, Callable[[], None]], ...]:
        view = self.view
        return (
            (self._previous, lambda: view.go_to(view.page - 1)),
            (self._next, lambda: view.go_to(view.page + 1)),
            (self._smaller, lambda: view.set_zoom(sheets.smaller(view.zoom))),
            (self._larger, lambda: view.set_zoom(sheets.larger(view.zoom))),
            (self._width, lambda: view.follow(sheets.width_zoom)),
            (self._page, lambda: view.follow(sheets.page_zoom)),
        )

    def _tell(self) -> None:
        """Say which page is shown at which zoom; grey what leads nowhere."""
        view = self.view
        self._place.setText(f"第 {view.page + 1} / {view.count} 页" if view.count else NONE)
        self._percent.setText(f"{view.zoom:.0%}" if view.count else NONE)
        self._previous.setEnabled(view.page > 0)
        self._next.setEnabled(view.page < view.count - 1 and not view.at_end)
        self._smaller.setEnabled(view.count > 0 and view.zoom > sheets.STEPS[0])
        self._larger.setEnabled(view.count > 0 and view.zoom < sheets.STEPS[-1])
        self._width.setChecked(view.fit is sheets.width_zoom)
        self._page.setChecked(view.fit is sheets.page_zoom)
