"""`NarrativeEditor`: the paragraphs of a report, edited before it is printed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QTabWidget, QWidget

from gui.dialogs.question import Question
from gui.widgets import parts

if TYPE_CHECKING:
    from core.services.reports.narratives import Narrative

SIZE = 760, 560  # pixels
HELP = (
    "一行是一段。“一、”“（一）”“1.”开头的排成标题或段首；"
    "〔主送〕〔居中〕标明特别的段，〔正文〕标明这一行虽有序号，仍是正文。"
)
OLD = "这份文字由{by}修改，此后数据又有变动。请与“数据生成的文字”对照，改好后保存，或者恢复。"
LOST = "文字改过，还没有保存。要放弃修改吗？"


class NarrativeEditor(QDialog):
    """Emits `wanted` with the text, empty for the generated one; stays open until it is stored."""

    wanted = Signal(str)

    def __init__(self, title: str, narrative: "Narrative", parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"编辑文字：{title}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._narrative = narrative
        self._text, self._generated = QPlainTextEdit(), QPlainTextEdit()
        self._both = QTabWidget()
        self._status = parts.label("", "wrong")
        self._usual = parts.button("恢复生成的文字(&U)", "不要修改过的，用数据生成的文字")
        self._save = parts.button("保存(&S)", "预览和以后的打印用这份文字", "primary", "Ctrl+S")
        self._cancel = parts.button("取消(&C)", "不保存，关闭")
        self._fill()
        self._lay_out()
        self._connect()

    def _fill(self) -> None:
        self._text.setPlainText(self._narrative.text)
        self._text.setAccessibleName("报告的文字")
        self._generated.setPlainText(self._narrative.generated)
        self._generated.setAccessibleName("数据生成的文字")
        self._generated.setReadOnly(True)
        for each in (self._text, self._generated):
            each.setTabChangesFocus(True)

    def _lay_out(self) -> None:
        self._both.setDocumentMode(True)
        self._both.addTab(self._text, "报告的文字(&1)")
        self._both.addTab(self._generated, "数据生成的文字(&2)")
        column = parts.dialog_column(self)
        edited = self._narrative.edited
        if edited and self._narrative.outdated:
            column.addWidget(said := parts.label(OLD.format(by=edited.by), "caution"))
            said.setWordWrap(True)
        column.addWidget(self._both, 1)
        column.addWidget(help_ := parts.label(HELP, "muted"))
        for each in (help_, self._status):
            each.setWordWrap(True)
        column.addWidget(self._status)
        column.addLayout(self._buttons())
        self._status.hide()
        self.resize(*SIZE)
        self._text.setFocus()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._usual)
        row.addLayout(parts.answers(self._save, self._cancel), 1)
        for each in (self._usual, self._save, self._cancel):
            each.setAutoDefault(False)
        return row

    def _connect(self) -> None:
        self._text.textChanged.connect(self._judge)
        self._usual.clicked.connect(self._restore)
        self._save.clicked.connect(self._tell)
        self._cancel.clicked.connect(self.reject)
        self._judge()

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self._text.toPlainText()

    def say(self, words: str) -> None:
        """Say why it was not stored; everything that was typed stays."""
        self._status.setText(words)
        self._status.show()
        self._save.setEnabled(True)

    def reject(self) -> None:
        """Ask before something that was typed is lost."""
        if self.text == self._narrative.text:
            super().reject()
            return
        asking = Question("编辑文字", LOST, ("继续修改(&K)", "放弃修改(&D)"), self)
        asking.answered.connect(
            lambda answer: super(NarrativeEditor, self).reject() if answer else None
        )
        asking.open()

    def _restore(self) -> None:
        """Put the generated text in the box; it can still be undone there."""
        cursor = self._text.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(self._narrative.generated)
        self._both.setCurrentWidget(self._text)
        self._text.setFocus()

    def _judge(self) -> None:
        """Let be saved and restored what would change something."""
        self._save.setEnabled(self.text != self._narrative.text)
        self._usual.setEnabled(self.text != self._narrative.generated)

    def _tell(self) -> None:
        """Ask for the text to be stored; the generated one needs not be."""
        self._save.setEnabled(False)
        self.wanted.emit("" if self.text == self._narrative.generated else self.text)
