"""`LooksForm`: colours and size of everything, seen at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from gui.theme import Look, Size
from gui.widgets import parts
from gui.widgets.combo import Combo

LOOKS = ((Look.SYSTEM, "跟随系统"), (Look.LIGHT, "浅色"), (Look.DARK, "深色"))
SIZES = (
    (Size.SMALL, "小"),
    (Size.USUAL, "标准"),
    (Size.LARGE, "大"),
    (Size.LARGEST, "特大"),
)


class LooksForm(QWidget):
    """Emits `look_chosen` with a Look and `size_chosen` with a Size."""

    look_chosen = Signal(object)
    size_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._look = Combo("浅色或深色界面，立即生效", 8)
        self._size = Combo("整个窗口的字和图一起放大或缩小，立即生效", 8)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for look, words in LOOKS:
            self._look.addItem(words, look)
        for size, words in SIZES:
            self._size.addItem(words, size)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.addRow(parts.label("界面颜色(&L)", buddy=self._look), self._look)
        form.addRow(parts.label("字号(&I)", buddy=self._size), self._size)

    def _connect(self) -> None:
        self._look.activated.connect(lambda: self.look_chosen.emit(Look(self._look.currentData())))
        self._size.activated.connect(lambda: self.size_chosen.emit(Size(self._size.currentData())))

    def show_looks(self, look: Look, size: Size) -> None:
        """Show what is in use."""
        self._look.setCurrentIndex(self._look.findData(look))
        self._size.setCurrentIndex(self._size.findData(size))
