"""`MessageStrip`: what just happened, along the bottom of the window; it never blocks."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from gui import icons
from gui.feedback import Notice
from gui.widgets import parts
from gui.widgets.icon_button import IconButton

COPY, COPIED = "复制详情(&Y)", "已复制(&Y)"


class MessageStrip(QFrame):
    """Shows one notice until it is closed or another one follows."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAccessibleName("消息")
        self._notice = Notice("")
        self._picture = QLabel()
        self._words = QLabel()
        self._copy = parts.button(COPY, "把经过复制到剪贴板，便于求助")
        self._close = IconButton("close", "关闭消息")
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        flags = Qt.TextInteractionFlag
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._copy)
        row.addWidget(self._close)

    def _connect(self) -> None:
        self._copy.clicked.connect(self._copy_details)
        self._close.clicked.connect(self.hide)

    @property
    def notice(self) -> Notice:
        """What is shown, or was last."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Show a notice, and have it read out."""
        self._notice = notice
        self._words.setText(notice.text)
        self._copy.setText(COPY)
        self._copy.setVisible(bool(notice.details))
        self.setProperty("grave", notice.grave)
        self._dress()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.text))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw_icon()

    def _dress(self) -> None:
        """Have the style sheet look again: grave messages are coloured."""
        for each in (self, self._words):
            self.style().unpolish(each)
            self.style().polish(each)
        self._draw_icon()

    def _draw_icon(self) -> None:
        colour = self._words.palette().windowText().color()
        drawn = icons.icon("error" if self._notice.grave else "done", colour)
        self._picture.setPixmap(drawn.pixmap(icons.side()))

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._notice.details)
        self._copy.setText(COPIED)
