"""`MainWindow`: header, navigation, the page in the middle and the messages below."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.journeys.database import OPENING
from gui.widgets.header import Header
from gui.widgets.navigation import Navigation

if TYPE_CHECKING:
    from gui.feedback import Notice
    from gui.places import Place
    from gui.theme import Look
    from gui.widgets.banner import Banner
    from gui.widgets.strip import MessageStrip

SMALLEST, USUAL = (960, 560), (1280, 820)
TITLE_BAR = 40  # pixels that the system draws above a window


class MainWindow(QWidget):
    """The frame, made of as little as can be; a Session fills it.

    Emits `painted` once, in the turn of the event loop after the first frame, `reopening` when
    the database is to be opened once more, and `closed`.
    """

    painted = Signal()
    reopening = Signal()
    closed = Signal()

    def __init__(self, places: Sequence["Place"], look: "Look") -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("规绩")
        self.header = Header()
        self.navigation = Navigation([(each.title, each.picture) for each in places], look)
        self._column = QVBoxLayout(self)
        self._middle = QStackedWidget()
        self._strip: MessageStrip | None = None
        self._banner: Banner | None = None
        self._is_painted = False
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self._middle, 1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addLayout(row, 1)
        self.setMinimumSize(*SMALLEST)
        room = self.screen().availableSize() - QSize(0, TITLE_BAR)
        self.resize(QSize(*USUAL).boundedTo(room))
        self.header.wait(OPENING)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the middle."""
        if self._middle.indexOf(page) < 0:
            self._middle.addWidget(page)
        self._middle.setCurrentWidget(page)

    def show_notice(self, notice: "Notice") -> None:
        """Show a message along the bottom until the next one, or until it is closed."""
        if not self._strip:
            from gui.widgets.strip import MessageStrip

            self._strip = MessageStrip()
            self._column.addWidget(self._strip)
        self._strip.show_notice(notice)

    def warn(self, words: str) -> None:
        """Say above the page what holds from now on; nothing more without words."""
        if not self._banner:
            if not words:
                return
            from gui.widgets.banner import Banner

            self._banner = Banner()
            self._banner.again.connect(self.reopening)
            self._column.insertWidget(1, self._banner)
        self._banner.say(words)

    def come_forward(self) -> None:
        """Show the window above all others, also where it was made small."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the frame is there."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes."""
        super().closeEvent(event)
        self.closed.emit()
