"""`CellEditor`: the line that is typed into a cell, and what is said of its text."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

TIP_WIDTH = 360
_LEAVING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class CellEditor(QLineEdit):
    """Alt+Down opens its list of words; `confirming` tells that its text was asked back about."""

    def __init__(self, parent: QWidget, words: tuple[str, ...]) -> None:
        super().__init__(parent)
        self.setObjectName("cell")
        self.setFrame(False)
        self.setMaxLength(2**31 - 1)
        self.setAutoFillBackground(True)
        self._asked: str | None = None
        self._tip: QLabel | None = None
        self._offer(words)
        self.textEdited.connect(self._forget)

    def _offer(self, words: tuple[str, ...]) -> None:
        """Offer words to choose from."""
        if words:
            completer = QCompleter(list(words), self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            self.setCompleter(completer)

    @property
    def chooses(self) -> bool:
        """Whether the list of words is open, so that keys belong to it."""
        completer = self.completer()
        return completer is not None and completer.popup().isVisible()

    @property
    def confirming(self) -> bool:
        """Whether this very text was asked back about before."""
        return self._asked == self.text()

    def say(self, words: str, *, taken: bool, asks: bool) -> None:
        """Show below the cell what came of the text: a question, or why it was refused."""
        self._asked = self.text() if asks else None
        grade = "" if taken else ("asked" if asks else "refused")
        self.setProperty("grade", grade)
        self.style().polish(self)
        if grade:
            self._show_tip(words, grade)
        else:
            self._hide_tip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list by Alt+Down, as Excel does; no key goes on to the table below."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and alt and self.completer():
            self.completer().setCompletionPrefix("")
            self.completer().complete()
        elif event.key() in _LEAVING and self.chooses:
            self._leave_list(event)
        else:
            super().keyPressEvent(event)
            event.accept()

    def _leave_list(self, event: QKeyEvent) -> None:
        """Leave the cell by a key that comes through the list, unless a word is chosen there."""
        popup = self.completer().popup()
        event.setAccepted(not popup.currentIndex().isValid())
        if event.isAccepted():
            popup.hide()
            QCoreApplication.sendEvent(self, event.clone())

    def _forget(self) -> None:
        """Ask again about another text."""
        self._asked = None
        self._hide_tip()

    def _show_tip(self, words: str, grade: str) -> None:
        """Put the words below the cell, above everything else of the window."""
        tip = self._tip = self._tip or self._make_tip()
        tip.setProperty("grade", grade)
        tip.style().polish(tip)
        tip.setText(words)
        tip.adjustSize()
        QTimer.singleShot(0, self, partial(self._place, tip))

    def _make_tip(self) -> QLabel:
        """Make the line below the cell; it goes with the editor."""
        tip = QLabel(self.window())
        tip.setObjectName("cellTip")
        tip.setWordWrap(True)
        tip.setFixedWidth(TIP_WIDTH)
        self.destroyed.connect(tip.deleteLater)
        return tip

    def _place(self, tip: QLabel) -> None:
        """Put the tip where it is seen whole."""
        window = self.window()
        below = self.mapTo(window, QPoint(0, self.height() + 2))
        left = min(below.x(), window.width() - tip.width() - 8)
        room = below.y() + tip.height() < window.height()
        above = self.mapTo(window, QPoint(0, -tip.height() - 2)).y()
        tip.move(max(8, left), below.y() if room else above)
        tip.show()
        tip.raise_()

    def _hide_tip(self) -> None:
        if self._tip is not None:
            self._tip.hide()
