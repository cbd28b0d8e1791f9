"""The plain parts of pages: a label, a button, a line of them, each made in one call."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

LINE = 32  # pixels of a line of a list, as in window.qss


def label(words: str, role: str = "", buddy: QWidget | None = None) -> QLabel:
    """Make a label that the style sheet knows by its role; `&` leads to its buddy."""
    made = QLabel(words)
    made.setProperty("role", role)
    if buddy:
        made.setBuddy(buddy)
        buddy.setAccessibleName(plain(words))
    return made


def button(words: str, tip: str, role: str = "", shortcut: str = "") -> QPushButton:
    """Make a button; its tooltip names the shortcut."""
    made = QPushButton(words)
    made.setProperty("role", role)
    made.setAccessibleName(plain(words))
    tell(made, tip, shortcut)
    return made


def tell(made: QPushButton, tip: str, shortcut: str) -> None:
    """Say what a button does and which key does it; `setShortcut` would take its mnemonic."""
    made.setToolTip(f"{tip}（{shortcut}）" if shortcut else tip)
    made.setAccessibleDescription(tip)
    if shortcut:
        QShortcut(QKeySequence(shortcut), made, made.click)


def plain(words: str) -> str:
    """Take the mnemonic out of a text: 规划(&P) is read as 规划."""
    return words.partition("(&")[0]


def list_height(lines: QListWidget, most: int) -> int:
    """Give the height at which a list shows all its lines, or `most` of them."""
    lines.ensurePolished()
    shown = max(1, min(lines.count(), most))
    height = max(lines.sizeHintForRow(0), LINE)
    return shown * height + 2 * lines.frameWidth()


def card(*, margin: int = 16, spacing: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """Make a surface with a thin border, and the column in it."""
    made = QFrame()
    made.setProperty("role", "card")
    column = QVBoxLayout(made)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(spacing)
    return made, column


def scrolling_card() -> tuple[QScrollArea, QVBoxLayout]:
    """Make a card that scrolls where it is too low for what is in it."""
    made, inside = QScrollArea(), QWidget()
    made.setProperty("role", "card")
    made.setWidgetResizable(True)
    made.setWidget(inside)
    for each in (inside, made.viewport()):
        each.setAutoFillBackground(False)
    column = QVBoxLayout(inside)
    column.setContentsMargins(16, 16, 16, 16)
    return made, column


def dialog_column(dialog: QDialog) -> QVBoxLayout:
    """Make the column of a dialog, with the same air in all of them."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(12)
    return column


def answers(*buttons: QPushButton) -> QHBoxLayout:
    """Make the row of a dialog's buttons, at its right."""
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addStretch(1)
    for each in buttons:
        row.addWidget(each)
    return row
