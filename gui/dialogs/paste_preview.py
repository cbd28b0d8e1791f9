"""`PastePreview`: what a pasted block would change on its way in, before anything is stored."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from core.domain.form import Form
from core.domain.pasting import CLEARED, Pasting, Remark
from gui.widgets import parts

TITLES = ("指标", "列", "贴入的内容", "将成为", "说明")
LONGEST = 60  # characters of a cell that are shown; the tooltip has two hundred
LINES = 500  # remarks that are listed
WIDTHS = (170, 78, 130, 110)


class PastePreview(QDialog):
    """Lists every cell that is not taken as it stands; `accepted` when somebody agrees."""

    def __init__(self, form: Form, pasting: Pasting, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("核对贴入的内容")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = parts.label(summary(pasting))
        self._table = _table(form, pasting.remarks[:LINES])
        count = len(pasting.entries)
        self._take = parts.button(f"贴入{count}行(&A)", "保存可以填的内容，算作一步", "primary")
        self._drop = parts.button("不贴入(&C)", "什么都不改")
        self._take.setEnabled(bool(count))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._words.setWordWrap(True)
        row = parts.answers(self._take, self._drop)
        column = parts.dialog_column(self)
        column.addWidget(self._words)
        column.addWidget(self._table, 1)
        column.addLayout(row)
        self.resize(760, 440)

    def _connect(self) -> None:
        self._take.clicked.connect(self.accept)
        self._drop.clicked.connect(self.reject)
        (self._take if self._take.isEnabled() else self._drop).setDefault(True)


def summary(pasting: Pasting) -> str:
    """Say in a sentence what a block would do."""
    taken = sum(remark.taken for remark in pasting.remarks)
    emptied = sum(remark.words == CLEARED for remark in pasting.remarks)
    changed, left_out = taken - emptied, len(pasting.remarks) - taken
    clauses = [f"将填入{len(pasting.entries)}行"]
    clauses += [f"{changed}格的写法按下表读作另一种写法"] if changed else []
    clauses += [f"{emptied}格{CLEARED}"] if emptied else []
    clauses += [f"{left_out}格不能填入，保持原样"] if left_out else []
    clauses += [f"{pasting.beyond}格超出本表，不贴入"] if pasting.beyond else []
    unlisted = len(pasting.remarks) - LINES
    clauses += [f"下表只列前{LINES}格"] if unlisted > 0 else []
    return "；".join(clauses) + "。确认后一次保存，可以用Ctrl+Z整体撤销。"


def _table(form: Form, remarks: tuple[Remark, ...]) -> QTableWidget:
    """List the remarks."""
    made = QTableWidget(len(remarks), len(TITLES))
    made.setAccessibleName("不是原样贴入的格")
    made.setHorizontalHeaderLabels(list(TITLES))
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.verticalHeader().hide()
    made.setWordWrap(True)
    made.setTabKeyNavigation(False)
    for number, width in enumerate(WIDTHS):
        made.setColumnWidth(number, width)
    made.horizontalHeader().setSectionResizeMode(len(WIDTHS), QHeaderView.ResizeMode.Stretch)
    for line, remark in enumerate(remarks):
        for column, text in enumerate(_cells(form, remark)):
            made.setItem(line, column, _item(text))
    made.resizeRowsToContents()
    return made


def _cells(form: Form, remark: Remark) -> tuple[str, ...]:
    """Word a remark."""
    name = form.rows[remark.row].item.name
    becomes = remark.becomes if remark.taken else f"不变（{remark.becomes or '空'}）"
    return name, remark.column.label, remark.text, becomes, remark.words


def _item(text: str) -> QTableWidgetItem:
    """Show a text in one cell, its beginning where it is long."""
    plain = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    made = QTableWidgetItem(plain.replace("\0", "�"))
    made.setToolTip(text[:200].replace("\0", "�"))
    return made
