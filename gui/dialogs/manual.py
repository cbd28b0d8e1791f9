"""`Manual`: the chapters at the left, the chapter that is read at the right."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

import resources
from gui.dialogs import typesetting
from gui.widgets.chapter import Chapter


class Manual(QDialog):
    """Does not block the window; a chapter is a Markdown file `01-快速上手.md`."""

    def __init__(self, chapter: str, parent: QWidget | None = None) -> None:
        """Open at a chapter, at the first where there is none of that name."""
        super().__init__(parent)
        self.setWindowTitle("使用手册")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._chapters = QListWidget()
        self._text = Chapter()
        self._lay_out()
        self._connect()
        self._fill()
        self.turn_to(chapter)

    def _lay_out(self) -> None:
        self._chapters.setObjectName("chapters")
        self._chapters.setAccessibleName("章节")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._chapters)
        row.addWidget(self._text, 1)
        self.resize(940, 680)

    def _connect(self) -> None:
        self._chapters.currentItemChanged.connect(self._show)
        self._text.anchorClicked.connect(self._follow)

    def _fill(self) -> None:
        for path in sorted(resources.path("manual").glob("*.md")):
            line = QListWidgetItem(path.stem.partition("-")[2], self._chapters)
            line.setData(Qt.ItemDataRole.UserRole, str(path))

    @property
    def chapter(self) -> str:
        """The name of the chapter that is shown."""
        return self._chapters.currentItem().text()

    def turn_to(self, chapter: str) -> None:
        """Show a chapter."""
        found = self._chapters.findItems(chapter, Qt.MatchFlag.MatchExactly)
        self._chapters.setCurrentItem(found[0] if found else self._chapters.item(0))

    def _show(self, line: QListWidgetItem) -> None:
        text = Path(line.data(Qt.ItemDataRole.UserRole)).read_text(encoding="utf-8")
        self._text.setMarkdown(text)
        self._dress()

    def _dress(self) -> None:
        typesetting.dress(self._text.document(), self.palette())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._dress()

    def _follow(self, link: QUrl) -> None:
        """Turn to another chapter, or hand an address to the system."""
        if link.scheme():
            QDesktopServices.openUrl(link)
        else:
            self.turn_to(link.path())
