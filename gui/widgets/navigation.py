"""`Navigation`: the pages at the left of the window, and what helps with all of them below."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QMenu, QVBoxLayout

from gui import icons
from gui.theme import Look
from gui.widgets.icon_button import IconButton

WIDTH = 176
LOOKS = ((Look.SYSTEM, "跟随系统(&S)"), (Look.LIGHT, "浅色(&L)"), (Look.DARK, "深色(&D)"))


class Navigation(QFrame):
    """Emits `turned` when another page is chosen; `number` says which."""

    turned = Signal()
    manual_wanted = Signal()
    about_wanted = Signal()
    look_chosen = Signal(object)

    def __init__(self, places: Iterable[tuple[str, str]], look: Look) -> None:
        """Show (title, icon) of each page, and the look in use as chosen."""
        super().__init__()
        self.setObjectName("navigation")
        self.setFixedWidth(WIDTH)
        self._list = QListWidget()
        self._manual = IconButton("manual", "打开使用手册的本页一章", "使用手册", "F1")
        self._look = IconButton("look", "选择浅色或深色界面", "外观")
        self._about = IconButton("about", "版本、许可和字体", "关于")
        self._pictures = tuple(self._add(title, picture) for title, picture in places)
        self._look.setMenu(self._looks(look))
        self._lay_out()
        self._connect()

    def _add(self, title: str, picture: str) -> str:
        line = QListWidgetItem(title, self._list)
        line.setToolTip(f"{title}（Ctrl+{self._list.count()}）")
        return picture

    def _lay_out(self) -> None:
        self._list.setObjectName("places")
        self._list.setAccessibleName("页面")
        self._list.setIconSize(QSize(icons.SIZE, icons.SIZE))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self._about.clicked.connect(self.about_wanted)

    def _looks(self, chosen: Look) -> QMenu:
        """Make the menu of looks; one of them is always checked."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for look, words in LOOKS:
            action = QAction(words, menu, checkable=True, checked=look is chosen)
            action.triggered.connect(lambda _, look=look: self.look_chosen.emit(look))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _tell(self) -> None:
        self.turned.emit()

    @property
    def number(self) -> int:
        """The index of the chosen page."""
        return self._list.currentRow()

    def turn_to(self, number: int) -> None:
        """Choose a page."""
        self._list.setCurrentRow(number)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw_icons()

    def _draw_icons(self) -> None:
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Accent)
        for number, picture in enumerate(self._pictures):
            drawn = icons.icon(picture, palette.windowText().color(), accent)
            self._list.item(number).setIcon(drawn)
