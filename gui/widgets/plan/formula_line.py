"""`FormulaLine`: a line in which a formula is typed; after [ it offers what can be named."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from core.domain.formulas.formula import Formula
from core.errors import FormulaError

MOST = 12  # names that are seen at once
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab)


class FormulaLine(QLineEdit):
    """Knows codes with the names of what they stand for; any part of either finds one."""

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[str, str] = {}
        self._words = QStringListModel(self)
        self.completer_ = QCompleter(self._words, self)
        self.completer_.setWidget(self)
        self.completer_.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer_.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer_.setMaxVisibleItems(MOST)
        self.completer_.popup().setProperty("role", "offered")
        self.completer_.activated.connect(self.complete)
        self.textEdited.connect(self._offer)
        self.setPlaceholderText("输入 [ 选指标，如[B-25] / [B-26]")

    def know(self, choices: Sequence[tuple[str, str]]) -> None:
        """Take in what can be named: codes, and what a person reads."""
        self._names = {code: words.partition(" ")[2] or code for code, words in choices}
        self._words.setStringList([words for _, words in choices])

    def reading(self) -> str:
        """Say what the formula means in names, or why it means nothing."""
        if not self.text().strip():
            return ""
        try:
            formula = Formula.parse(self.text())
        except FormulaError as error:
            return str(error).partition("，应写作")[0] + "。"
        strange = "、".join(code for code in formula.codes if code not in self._names)
        return f"没有编码{strange}。" if strange else formula.worded(self._names)

    def complete(self, words: str) -> None:
        """Put a code where its name is being typed."""
        before, after = self.text()[: self._open], self.text()[self.cursorPosition() :]
        code = f"[{words.partition(' ')[0]}]"
        self.setText(before + code + after.removeprefix("]"))
        self.setCursorPosition(len(before + code))
        self.setModified(True)
        self.textEdited.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that choose to the list while it is open."""
        if self.completer_.popup().isVisible() and event.key() in _CHOOSING:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @property
    def _open(self) -> int:
        """The place of the bracket in which the cursor stands, -1 for none."""
        before = self.text()[: self.cursorPosition()]
        start = before.rfind("[")
        return -1 if "]" in before[start:] else start

    def _offer(self) -> None:
        """Offer what has the letters behind the bracket, in its code or its name."""
        start = self._open
        if start < 0 or self.isReadOnly():
            self.completer_.popup().hide()
            return
        self.completer_.setCompletionPrefix(self.text()[start + 1 : self.cursorPosition()])
        self.completer_.complete()
