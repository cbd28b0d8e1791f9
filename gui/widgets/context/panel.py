"""`ContextPanel`: what is known of the row where the cursor stands, or all findings of the form."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.domain.briefing import briefing
from core.domain.form import Form, Row
from gui.models.form_model import name
from gui.theme import scaled
from gui.widgets import parts
from gui.widgets.context.facts import Facts
from gui.widgets.context.findings import Findings
from gui.widgets.context.past import Past
from gui.widgets.context.proofs import Proofs
from gui.widgets.context.record import Record
from gui.widgets.context.said import Said

WIDTH = 288
REST = 90  # ms without a move of the cursor, after which the panel follows it
ROW, FORM = 0, 1
LINES = 6  # findings of a row that are seen at once


class ContextPanel(QWidget):
    """Follows the cursor once it rests, so that moving it stays quick.

    Emits `wanted` with a row's number when it needs what is stored of it.
    """

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._form: Form | None = None
        self._number = self._shown = -1
        self._title = parts.label("", "group")
        self._facts, self._past = Facts(), Past()
        self.row_findings, self.form_findings = Findings("核对", LINES), Findings("全部问题")
        self.said, self.proofs, self.record = Said(), Proofs(), Record()
        self._card, self._column = parts.scrolling_card()
        self._pages = QStackedWidget()
        self._tabs = QButtonGroup(self)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._lay_out()
        self._connect()
        self.setFixedWidth(scaled(WIDTH))

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the size of text that a person chose."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        for number, (words, tip) in enumerate(
            (("本项(&1)", "光标所在一项的口径、历史和记录"), ("全部问题(&2)", "全表的核对结果"))
        ):
            tab = parts.button(words, tip, "flat")
            tab.setCheckable(True)
            self._tabs.addButton(tab, number)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        self._tabs.button(ROW).setChecked(True)
        self._fill_row()
        everything, column = parts.card()
        column.addWidget(self.form_findings, 1)
        column.addStretch(0)
        self._pages.addWidget(self._card)
        self._pages.addWidget(everything)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(tabs)
        whole.addWidget(self._pages, 1)

    def _fill_row(self) -> None:
        """Put what is known of a row in the order in which it is asked for."""
        self._title.setWordWrap(True)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(10)
        shown = (
            self._title,
            self.said,
            self.row_findings,
            self._facts,
            self._past,
            self.proofs,
            self.record,
        )
        for each in shown:
            self._column.addWidget(each)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self._tabs.idClicked.connect(self._pages.setCurrentIndex)
        self._rest.timeout.connect(self._follow)

    def focus(self) -> None:
        """Take the keyboard to the tab that is shown, and from there on by Tab."""
        self._tabs.button(self._tabs.checkedId()).setFocus()

    def show_form(self, form: Form | None) -> None:
        """Show another value of the form."""
        self._form = form
        issues = form.issues if form else ()
        self.form_findings.show_issues(issues)
        self._tabs.button(FORM).setText(f"全部问题（{len(issues)}）(&2)")

    def follow(self, number: int) -> None:
        """Show another row, once the cursor rests there."""
        self._number = number
        self._rest.start()

    @property
    def number(self) -> int:
        """The number of the row that is shown."""
        return self._shown

    def _follow(self) -> None:
        """Show the row where the cursor rests."""
        form = self._form
        if form is None or not 0 <= self._number < len(form.rows):
            self._card.widget().hide()
            return
        self._card.widget().show()
        self._shown = self._number
        self._show_row(form, form.rows[self._number])
        self.wanted.emit(self._number)

    def _show_row(self, form: Form, row: Row) -> None:
        self._title.setText(name(row))
        self.row_findings.show_issues(row.issues)
        self._facts.show_lines(briefing(form, row))
        self._past.show_row(form, row)
