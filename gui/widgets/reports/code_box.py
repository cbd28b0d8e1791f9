"""`CodeBox`: 核对校验码, which data a printed page shows and how they differ from the present."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui.widgets import parts
from gui.widgets.notes import Notes

if TYPE_CHECKING:
    from core.services.verifying import Shown, Verified

HINT = "报告页脚的12位校验码"
ASK = "在页脚抄下校验码，或在下面选一份写出过的报告。"
MOST = 200  # differences that are listed
LEAST = 150  # pixels of their list


class CodeBox(QWidget):
    """Emits `asked` with a code, `seen`, `printed` and `saved` with that of the answer."""

    asked = Signal(str)
    seen = Signal(str)
    printed = Signal(str)
    saved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._code = ""
        self._field = QLineEdit()
        self._check = parts.button("核对(&V)", "这份报告印的是什么数据，是不是现在的数据")
        self._answer = parts.label(ASK)
        self._notes = Notes("核对的结果")
        self._notes.setMinimumHeight(LEAST)
        self._acts = (
            parts.button("查看原样(&S)", "在左边按印出时的内容重新画出来", "small"),
            parts.button("重印(&R)", "按印出时的内容打印", "small"),
            parts.button("另存(&A)", "按印出时的内容存为PDF", "small"),
        )
        self._lay_out()
        self._connect()
        self.show_nothing()

    def _lay_out(self) -> None:
        self._field.setPlaceholderText(HINT)
        self._answer.setWordWrap(True)
        self._answer.setTextFormat(Qt.TextFormat.PlainText)
        asking, acts = QHBoxLayout(), QHBoxLayout()
        asking.setSpacing(8)
        asking.addWidget(self._field, 1)
        asking.addWidget(self._check)
        acts.setSpacing(8)
        for each in self._acts:
            acts.addWidget(each, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label("校验码(&H)", "group", self._field))
        column.addLayout(asking)
        column.addWidget(self._answer)
        column.addWidget(self._notes, 1)
        column.addLayout(acts)

    def _connect(self) -> None:
        self._field.returnPressed.connect(self._ask)
        self._check.clicked.connect(self._ask)
        self._field.textChanged.connect(lambda: self._check.setEnabled(bool(self.typed)))
        for button, signal in zip(self._acts, (self.seen, self.printed, self.saved), strict=True):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(self._code))

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self._field.text().strip()

    @property
    def words(self) -> str:
        """What came out, in a sentence."""
        return self._answer.text()

    def ask(self, code: str) -> None:
        """Ask about a code as if it had been typed."""
        self._field.setText(code)
        self._ask()

    def show_nothing(self, words: str = ASK) -> None:
        """Say what to do, or why there is no answer."""
        self._show("", words, "")
        self._check.setEnabled(bool(self.typed))

    def show_answer(self, verified: "Verified") -> None:
        """Show what is known of a code."""
        code = verified.code if verified.known else ""
        role = "good" if verified.current else "wrong"
        self._show(code, f"{verified.sentence}。", role)
        self._notes.fill([line for each in verified.reports for line in _lines(each)])
        self._notes.setVisible(verified.known)

    def _show(self, code: str, words: str, role: str) -> None:
        self._code = code
        self._answer.setText(words)
        self._answer.setProperty("role", role)
        self.style().unpolish(self._answer)
        self.style().polish(self._answer)
        self._notes.hide()
        for each in self._acts:
            each.setVisible(bool(code))

    def _ask(self) -> None:
        if self.typed:
            self.asked.emit(self.typed)


def _lines(shown: "Shown") -> list[str]:
    """Say what a report shows, how it differs from the present, and whether it was approved."""
    printed = shown.printed
    public = "，公开版" if printed.public else ""
    told = (
        f"《{printed.title}》，{printed.quarter.label}，{printed.edition.label}{public}",
        shown.whose,
        f"{printed.by}于{printed.at[:16].replace('T', ' ')}写出",
        shown.problem,
        *_differing(shown),
        *_approved(shown),
    )
    return [*filter(None, told)]


def _differing(shown: "Shown") -> list[str]:
    """Say what is no longer as it was printed."""
    found = shown.differences
    listed = [each.sentence for each in found[:MOST]]
    more = [f"还有{len(found) - MOST}处不同"] if len(found) > MOST else []
    return [f"有{len(found)}处不同：", *listed, *more] if found else []


def _approved(shown: "Shown") -> list[str]:
    """Say which figures were approved, and of how many departments none were."""
    approved = [each.sentence for each in shown.sanctions if each.approval]
    others = len(shown.sanctions) - len(approved)
    return [*approved, *([f"其中{others}个单位的数没有审定"] if others else [])]
