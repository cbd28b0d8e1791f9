"""`Navigation`: the pages at the left of the window, and what helps with all of them below."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from gui import icons
from gui.theme import Look
from gui.widgets.icon_button import IconButton

LOOKS = ((Look.SYSTEM, "跟随系统(&S)"), (Look.LIGHT, "浅色(&L)"), (Look.DARK, "深色(&D)"))


class Navigation(QFrame):
    """Emits `turned` when another page is chosen; `number` says which."""

    turned = Signal()
    manual_wanted = Signal()
    about_wanted = Signal()
    look_chosen = Signal(object)

    def __init__(self, pages: Sequence[tuple[str, str]], look: Look) -> None:
        """Show each page by its title and picture, the first one chosen, and the look in use."""
        super().__init__()
        self.setObjectName("navigation")
        self._list = QListWidget()
        self._manual = IconButton("manual", "打开使用手册的本页一章（F1）", "使用手册")
        self._look = IconButton("look", "选择浅色或深色界面", "外观")
        self._about = IconButton("about", "版本、许可和字体", "关于")
        self._pages, self._chosen = pages, look
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._list.setObjectName("places")
        self._list.setAccessibleName("页面")
        for number, (title, _) in enumerate(self._pages, start=1):
            line = QListWidgetItem(title, self._list)
            line.setToolTip(f"{title}（Ctrl+{number}）")
        self._list.setCurrentRow(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(0)
        column.addWidget(self._list, 1)
        for each in (self._manual, self._look, self._about):
            column.addWidget(each)
        self._draw_icons()

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._tell)
        self._manual.clicked.connect(self.manual_wanted)
        self._look.clicked.connect(self._offer_looks)
        self._about.clicked.connect(self.about_wanted)

    def _offer_looks(self) -> None:
        """Open the menu of looks above the button; the one in use is checked."""
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for look, words in LOOKS:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(look is self._chosen)
            action.triggered.connect(partial(self._choose, look))
        menu.popup(self._look.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _choose(self, look: Look) -> None:
        self.look_chosen.emit(look)

    def show_look(self, look: Look) -> None:
        """Check another look in the menu."""
        self._chosen = look

    def _tell(self) -> None:
        self.turned.emit()

    @property
    def number(self) -> int:
        """The index of the chosen page."""
        return self._list.currentRow()

    def turn_to(self, number: int) -> None:
        """Choose a page."""
        self._list.setCurrentRow(number)

    def allow(self, *, turning: bool) -> None:
        """Let pages be chosen, or not while there is nothing to show on them."""
        self._list.setEnabled(turning)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw_icons()

    def _draw_icons(self) -> None:
        self._list.setIconSize(QSize(icons.side(), icons.side()))
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Accent)
        for number, (_, picture) in enumerate(self._pages):
            drawn = icons.icon(picture, palette.windowText().color(), accent)
            self._list.item(number).setIcon(drawn)
