"""`LetterTexts`: 邮件文字, what the office's letters say on each occasion."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from core.errors import MailError
from core.mail.wording import USUAL, Blank, Kind, Text, checked
from gui.widgets import parts
from gui.widgets.combo import Combo

PLACES = "可用的项目：" + " ".join(f"{{{blank}}}" for blank in Blank)
HELP = "花括号里的项目逐个单位填写；一行里的项目都没有内容时，这一行不写。"


class LetterTexts(QDialog):
    """Emits `wanted` with the texts by occasion when they are to be kept, and closes."""

    wanted = Signal(object)

    def __init__(self, texts: Mapping[Kind, Text], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("邮件文字")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._texts = dict(texts)
        self._kind = Combo("写信的情形", 12)
        self._subject, self._body = QLineEdit(), QPlainTextEdit()
        self._status = parts.label("", "wrong")
        self._usual = parts.button("恢复原文(&U)", "把这封信的主题和正文恢复为软件原来的")
        self._save = parts.button("保存(&S)", "以后的邮件用这些文字", "primary", "Ctrl+S")
        self._cancel = parts.button("取消(&C)", "不保存，关闭")
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        for kind in Kind:
            self._kind.addItem(kind.label, kind)
        self._body.setTabChangesFocus(True)
        self._status.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.addRow(parts.label("情形(&K)", buddy=self._kind), self._kind)
        form.addRow(parts.label("主题(&T)", buddy=self._subject), self._subject)
        form.addRow(parts.label("正文(&B)", buddy=self._body), self._body)
        column = parts.dialog_column(self)
        column.addLayout(form, 1)
        for words in (PLACES, HELP):
            said = parts.label(words, "muted")
            said.setWordWrap(True)
            column.addWidget(said)
        column.addWidget(self._status)
        column.addLayout(self._buttons())
        self.resize(760, 560)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._usual)
        row.addLayout(parts.answers(self._save, self._cancel), 1)
        return row

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self._show)
        self._subject.textEdited.connect(self._take)
        self._body.textChanged.connect(self._take)
        self._usual.clicked.connect(self._restore)
        self._save.clicked.connect(self._tell)
        self._cancel.clicked.connect(self.reject)
        for each in (self._usual, self._cancel):
            each.setAutoDefault(False)

    @property
    def _chosen(self) -> Kind:
        return Kind.of(self._kind.currentData())

    def _show(self) -> None:
        """Show the text of the chosen occasion."""
        text = self._texts[self._chosen]
        self._subject.setText(text.subject)
        self._body.setPlainText(text.body)
        self._judge()

    def _take(self) -> None:
        """Take what was typed."""
        self._texts[self._chosen] = Text(self._subject.text(), self._body.toPlainText())
        self._judge()

    def _restore(self) -> None:
        self._texts[self._chosen] = USUAL[self._chosen]
        self._show()

    def _judge(self) -> None:
        """Say what is wrong with the texts before they can be kept."""
        wrong = [f"{kind.label}：{words}" for kind in Kind if (words := self._flaw(kind))]
        self._status.setText("\n".join(wrong))
        self._save.setEnabled(not wrong)

    def _flaw(self, kind: Kind) -> str:
        try:
            checked(self._texts[kind])
        except MailError as error:
            return str(error)
        return ""

    def _tell(self) -> None:
        self.wanted.emit(self._texts)
        self.accept()
