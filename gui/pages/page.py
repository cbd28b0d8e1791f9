"""`Page`: what the window knows of its pages, and the head that all of them share."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.journeys.database import OPENING, Opened
from gui.scope import Scope, Way
from gui.widgets import parts


class Page(QWidget):
    """A title, a line that says what to do now, and below them the page's own `body`.

    Emits `noticed` with a Notice, `failed` with the error that ended a task, `led` with the Way
    to another page, `altered` when plans or the profile became others, and `moved` with the
    address of a database that is to be opened instead, or anew.
    """

    noticed = Signal(object)
    failed = Signal(object)
    led = Signal(object)
    altered = Signal()
    moved = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self._advice = parts.label(OPENING)
        self._advice.setObjectName("advice")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 18, 24, 20)
        self.body.setSpacing(4)
        self.body.addWidget(parts.label(title, "title"))
        self.body.addWidget(self._advice)
        self.body.addSpacing(12)

    @property
    def advice(self) -> str:
        """What the person in front of the page should do now."""
        return self._advice.text()

    def advise(self, words: str) -> None:
        """Say what to do now."""
        self._advice.setText(words)

    def welcome(self, opened: Opened) -> None:
        """Take what a database offers, once it is open."""

    def show_scope(self, scope: Scope | None) -> None:
        """Follow the header; without a scope there is no plan."""

    def leave(self) -> None:
        """Put in order what must not stay half-done when the window is closed."""

    def arrive(self, way: Way) -> None:
        """Show what another page pointed to; the scope was shown before."""
