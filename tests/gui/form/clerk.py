"""Hands on the keyboard: keys go where the focus is, as from a real one."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


class Clerk:
    """Types into whatever has the keyboard in a window."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window = qtbot, window
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    @property
    def hands(self) -> QWidget:
        """The widget that has the keyboard."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def press(self, *keys):
        """Press keys by their names: Return, Shift+Tab, Ctrl+Z."""
        for name in keys:
            combination = QKeySequence(name)[0]  # type: ignore[index]  # its stubs forget it
            key, modifiers = combination.key(), combination.keyboardModifiers()
            backwards = key == Qt.Key.Key_Tab and modifiers & Qt.KeyboardModifier.ShiftModifier
            QTest.keyClick(self.hands, Qt.Key.Key_Backtab if backwards else key, modifiers)

    def type(self, text):
        """Type what a keyboard has; the rest comes from an input method."""
        for sign in text:
            if sign.isascii():
                QTest.keyClicks(self.hands, sign)
            else:
                self.compose(sign)

    def compose(self, text):
        """Choose a word of an input method, which shows it first."""
        preview, chosen = QInputMethodEvent("pin yin", []), QInputMethodEvent()
        chosen.setCommitString(text)
        for event in (preview, chosen):
            QApplication.sendEvent(QApplication.focusWidget() or self.window, event)

    def click(self, widget, place=None):
        """Click into a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or QPoint())
