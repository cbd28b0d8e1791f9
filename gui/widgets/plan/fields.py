"""`CardField`: one text of a thing, typed or chosen; what is wrong with it stands in its tip."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from core.plans.cards import Field, Thing
from gui.widgets import parts
from gui.widgets.combo import Combo
from gui.widgets.plan.codes import CodesField
from gui.widgets.plan.formula_line import FormulaLine

Choices = Sequence[tuple[str, str]]  # code and what a person reads
Offer = Callable[[Field], Choices]
LONG = ("口径", "备注", "依据", "规划自己的注", "专项规划名单", "提示")
FORMULA = "公式"
CAPTION, LINES = 90, 50  # pixels: six characters, two lines
_LONGEST = 2**31 - 1  # characters: a long text is refused in a sentence, never cut


class CardField(QWidget):
    """Emits `typed` when a person has finished another text, `shown` with whatever stands there."""

    typed = Signal()
    shown = Signal()

    def __init__(self, field: Field, offer: Offer) -> None:
        super().__init__()
        self.field = field
        self._shown = ""
        self._editor = _editor(field, offer)
        self._caption = parts.label(field.name, "caption", self._editor)
        self._reading = parts.label("", "small")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._caption.setFixedWidth(CAPTION)
        self._caption.setWordWrap(True)
        self._reading.setWordWrap(True)
        self._reading.setVisible(isinstance(self._editor, FormulaLine))
        side, column = QVBoxLayout(), QVBoxLayout()
        side.setContentsMargins(0, 7, 0, 0)
        side.addWidget(self._caption)
        side.addStretch(1)
        column.setSpacing(2)
        column.addWidget(self._editor)
        column.addWidget(self._reading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addLayout(side)
        row.addLayout(column, 1)
        self.mark("")

    def _connect(self) -> None:
        match self._editor:
            case Combo():
                self._editor.activated.connect(self.typed)
            case QLineEdit():
                self._editor.editingFinished.connect(self._finish)
                self._editor.textChanged.connect(self._show)
            case CodesField():
                self._editor.typed.connect(self.typed)
            case _:
                self._editor.installEventFilter(self)

    @property
    def text(self) -> str:
        """What stands in the field."""
        match self._editor:
            case Combo():
                return str(self._editor.currentData() or "")
            case QPlainTextEdit():
                return self._editor.toPlainText()
            case QLineEdit() | CodesField():
                return self._editor.text()
        return ""

    def show_text(self, text: str, offer: Offer) -> None:
        """Show a text; what can be chosen may have become other."""
        self._shown = text
        with QSignalBlocker(self._editor):
            match self._editor:
                case Combo():
                    _fill(self._editor, self.field, offer, text)
                case QPlainTextEdit() if self._editor.toPlainText() != text:
                    self._editor.setPlainText(text)
                case QLineEdit() if self._editor.text() != text:
                    self._editor.setText(text)
                    self._editor.setCursorPosition(0)
                case CodesField():
                    self._editor.show_codes(text, offer(self.field))
        if isinstance(self._editor, FormulaLine):
            self._editor.know(offer(replace(self.field, refers=(Thing.INDICATOR,))))
        self._show()

    def stand_alone(self, width: int) -> None:
        """Stand in a table that has a caption of its own."""
        self._caption.hide()
        self.setFixedWidth(width)

    def mark(self, sentence: str) -> None:
        """Show what is wrong with the text, or what it may hold."""
        self._editor.setToolTip(sentence or self.field.expected)
        self._editor.setProperty("flawed", bool(sentence))
        self._editor.style().unpolish(self._editor)
        self._editor.style().polish(self._editor)

    def allow(self, *, editing: bool) -> None:
        """Let the text be changed, or only read."""
        match self._editor:
            case QLineEdit() | QPlainTextEdit():
                self._editor.setReadOnly(not editing)
            case _:
                self._editor.setEnabled(editing)

    def reach(self) -> None:
        """Put the keyboard here, the text selected."""
        self._editor.setFocus()
        if isinstance(self._editor, QLineEdit):
            self._editor.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Finish a long text when the keyboard leaves it."""
        if event.type() is QEvent.Type.FocusOut:
            self._finish()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        """Follow what stands in the field."""
        if isinstance(self._editor, FormulaLine):
            self._reading.setText(self._editor.reading())
        self.shown.emit()

    def _finish(self) -> None:
        if self.text != self._shown:
            self.typed.emit()


def _editor(field: Field, offer: Offer) -> QWidget:
    """Make what a field is typed with."""
    if field.many:
        return CodesField(field.name)
    if field.choices or field.refers:
        made = Combo(field.expected, 4)
        _fill(made, field, offer, "")
        return made
    if field.name in LONG:
        text = QPlainTextEdit()
        text.setTabChangesFocus(True)
        text.setFixedHeight(LINES)
        return text
    line = FormulaLine() if field.name == FORMULA else QLineEdit()
    line.setMaxLength(_LONGEST)
    if field.name == "日期":
        line.setPlaceholderText("如2024-05-08")
    return line


def _fill(combo: Combo, field: Field, offer: Offer, text: str) -> None:
    """Offer what a field may hold, nothing too where it may be empty, and choose a text."""
    offered = [(word, word) for word in field.choices] or list(offer(field))
    known = [code for code, _ in offered]
    first = [] if field.required else [("", "")]
    strange = [(text, text)] if text and text not in known else []
    lines = [*first, *offered, *strange]
    combo.clear()
    for code, words in lines:
        combo.addItem(words, code)
    combo.setCurrentIndex(next((row for row, (code, _) in enumerate(lines) if code == text), -1))
