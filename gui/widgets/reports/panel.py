"""`ReportPanel`: what stands beside the preview, on three tabs: which report, whereto, checking."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from gui.widgets import parts
from gui.widgets.icon_button import IconButton
from gui.widgets.kind_list import KindList
from gui.widgets.output_form import OutputForm
from gui.widgets.reports.code_box import CodeBox
from gui.widgets.reports.recent_list import RecentList
from gui.widgets.reports.scope_form import ScopeForm
from gui.widgets.reports.voice_bar import VoiceBar
from gui.widgets.write_bar import WriteBar
from gui.widgets.written_files import WrittenFiles

CHOOSING, WRITING, CHECKING = range(3)  # tabs
STOPPING = "停止，已写完的文件保留"


class ReportPanel(QFrame):
    """Its parts do the work; `printed` and `mailed` are asked for here."""

    printed = Signal()
    mailed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.kinds, self.scope, self.voice = KindList(), ScopeForm(), VoiceBar()
        self.star = IconButton("star", "存为常用，或者从常用里去掉", shortcut="Ctrl+D")
        self.form, self.files = OutputForm(), WrittenFiles()
        self.code, self.recent = CodeBox(), RecentList()
        self.write = WriteBar("写出报告(&W)", "写出选定格式的文件", STOPPING)
        self.print = parts.button("打印(&J)", "用系统的打印对话框打印", shortcut="Ctrl+P")
        self.mail = parts.button("发邮件(&M)", "把刚写出的报告发给单位，或者写成邮件草稿")
        self.tabs = QTabWidget()
        self._lay_out()
        self.print.clicked.connect(self.printed)
        self.mail.clicked.connect(self.mailed)

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._choosing(), "选报告(&1)")
        self.tabs.addTab(self._writing(), "写出(&2)")
        self.tabs.addTab(self._checking(), "核对(&3)")
        rule = QFrame()
        rule.setProperty("role", "rule")
        acts = QHBoxLayout()
        acts.setContentsMargins(14, 10, 14, 14)
        acts.setSpacing(8)
        acts.addWidget(self.write, 1)
        acts.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.tabs, 1)
        column.addWidget(rule)
        column.addLayout(acts)

    def _choosing(self) -> QWidget:
        """Ask which report: its kind, the part of the plan, for whom, its paragraphs."""
        head = QHBoxLayout()
        head.addWidget(parts.label("报告种类(&K)", "group", self.kinds))
        head.addStretch(1)
        head.addWidget(self.star)
        self.star.setCheckable(True)
        self.kinds.setMinimumHeight(self.kinds.sizeHint().height())
        made, column = _tab()
        column.addLayout(head)
        column.addWidget(self.kinds, 1)
        column.addSpacing(4)
        column.addWidget(self.scope)
        column.addWidget(self.voice)
        return made

    def _writing(self) -> QWidget:
        """Ask as which files and where; list what was written."""
        made, column = _tab()
        column.addWidget(self.form)
        column.addSpacing(8)
        column.addWidget(self.files)
        column.addWidget(self.mail)
        column.addStretch(1)
        return made

    def _checking(self) -> QWidget:
        """Ask what a code on paper stands for."""
        self.recent.setMinimumHeight(self.recent.sizeHint().height())
        made, column = _tab()
        column.addWidget(self.code, 6)
        column.addSpacing(4)
        column.addWidget(parts.label("写出过的报告(&N)", "group", self.recent))
        column.addWidget(self.recent, 1)
        return made

    def show_files(self) -> None:
        """Scroll to what was written, once it has its place."""
        made = self.tabs.widget(WRITING)
        if isinstance(made, QScrollArea):
            made.ensureWidgetVisible(self.mail if self.mail.isVisible() else self.files)


def _tab() -> tuple[QScrollArea, QVBoxLayout]:
    """Make a tab that scrolls where the window is too low for it."""
    made, inside = QScrollArea(), QWidget()
    made.setProperty("role", "plain")
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inside)
    column = QVBoxLayout(inside)
    column.setContentsMargins(14, 10, 14, 10)
    column.setSpacing(8)
    return made, column
