"""`Part`: what the page 来件 knows of its parts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.scope import Scope


class Part(QWidget):
    """Emits `advised` when something else is to be done now, `stored` when figures came in.

    Also what pages emit.
    """

    advised = Signal()
    noticed = Signal(object)
    failed = Signal(object)
    led = Signal(object)
    stored = Signal()

    @property
    def advice(self) -> str:
        """What the person in front of this part should do now."""
        return ""

    def show_scope(self, scope: Scope | None) -> None:
        """Follow the header; without a scope there is no plan."""

    def leave(self) -> None:
        """Put in order what must not go on when the window is closed."""

    def forbid(self, why: str) -> None:
        """Let nothing be written as long as there is a reason; empty for none."""
