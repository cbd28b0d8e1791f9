"""`Amend`: 改数, another or a later figure in the place of one that was reported, and why."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from core.domain import cell
from core.domain.cell import Column
from core.domain.form import Row, takes_growth
from core.domain.indicator import Milestone
from core.domain.submission import Missing
from core.domain.vintage import Vintage
from core.services.review.amending import Amendment, empties
from gui.models.form_model import name
from gui.widgets import parts
from gui.widgets.combo import Combo

WIDTH = 520
TELL = "原来报的数留在记录里；已经审定的，快照不变，这里显示为审定后改动。"
NO_REASON = "请写明改数的理由，理由会记入修改记录。"
SAME = "和现在的一样，没有要改的。"
NO_FIGURE = "请选择缺数原因，或者填数。"
HINT = "必填，例如：市统计局核定2024年上半年数据"


class Amend(QDialog):
    """Emits `wanted` with an Amendment; whoever stores it closes the dialog."""

    wanted = Signal(object)

    def __init__(self, row: Row, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"改数：{row.item.name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._row = row
        self._column, self._vintage = Combo("改哪一栏", 8), Combo("改后是什么数", 8)
        self._text, self._reason = QLineEdit(), QLineEdit()
        self._missing, self._fields = Combo("为什么没有数", 8), QFormLayout()
        self._now = parts.label("", "muted")
        self._status = parts.label("", "muted")
        self._save = parts.button("改数(&S)", "存入数据库，并留下记录", "primary")
        self._cancel = parts.button("取消(&C)", "不改，关闭")
        self._fill()
        self._lay_out()
        self._connect()
        self._turn()

    def _fill(self) -> None:
        for column in columns(self._row):
            self._column.addItem(column.label, str(column))
        for vintage in Vintage:
            self._vintage.addItem(vintage.label, str(vintage))
        self._missing.addItem("请选择", "")
        for missing in Missing:
            self._missing.addItem(missing.label, str(missing))
        self._vintage.setCurrentIndex(list(Vintage).index(self._row.entry.vintage))
        self._reason.setPlaceholderText(HINT)

    def _lay_out(self) -> None:
        for each in (self._status, self._now, said := parts.label(TELL, "muted")):
            each.setWordWrap(True)
        fields = self._fields
        fields.setHorizontalSpacing(14)
        fields.setVerticalSpacing(10)
        fields.addRow(parts.label("改哪一栏(&F)", buddy=self._column), self._column)
        fields.addRow(parts.label("现在"), self._now)
        fields.addRow(parts.label("改为(&T)", buddy=self._text), self._text)
        fields.addRow(parts.label("缺数原因(&M)", buddy=self._missing), self._missing)
        fields.addRow(parts.label("数据性质(&V)", buddy=self._vintage), self._vintage)
        fields.addRow(parts.label("理由(&R)", buddy=self._reason), self._reason)
        column = parts.dialog_column(self)
        heading = parts.label(name(self._row), "group")
        heading.setWordWrap(True)
        for each in (heading, said):
            column.addWidget(each)
        column.addLayout(fields)
        column.addWidget(self._status)
        column.addLayout(parts.answers(self._save, self._cancel))
        self.setMinimumWidth(WIDTH)

    def _connect(self) -> None:
        self._column.currentIndexChanged.connect(self._turn)
        for combo in (self._vintage, self._missing):
            combo.currentIndexChanged.connect(self._judge)
        for field in (self._text, self._reason):
            field.textChanged.connect(self._judge)
        self._save.clicked.connect(self._tell)
        self._cancel.clicked.connect(self.reject)
        self._save.setDefault(True)
        self._text.setFocus()

    @property
    def amendment(self) -> Amendment:
        """What is chosen and typed now."""
        vintage, code = Vintage.of(self._vintage.currentData()), self._missing.currentData()
        missing = Missing.of(code) if code and self._clears else None
        text, reason = self._text.text(), self._reason.text()
        return Amendment(self._row.item.code, self.column, text, reason, vintage, missing)

    @property
    def column(self) -> Column:
        """The column that is to be changed."""
        return Column.of(self._column.currentData())

    @property
    def _clears(self) -> bool:
        """Whether the figure is taken away, so that a reason has to stand in its place."""
        row = self._row
        cleared = self.column is Column.FIGURE and not self._text.text().strip()
        return cleared and empties(row.item, row.entry, replace(row.entry, figure=None))

    def say(self, words: str) -> None:
        """Say why nothing was changed."""
        self._status.setText(words)

    def _turn(self) -> None:
        """Begin with what stands in the column."""
        shown = cell.shown(self._row.entry, self.column)
        offered = cell.choices(self._row.item, self.column)
        self._now.setText(shown or "空")
        self._text.setText(shown)
        self._text.setPlaceholderText("、".join(offered))
        self._text.selectAll()
        self._judge()

    def _judge(self) -> None:
        """Say what is still lacking; nothing is changed before."""
        self._fields.setRowVisible(self._missing, self._clears)
        wanted = self.amendment
        entry = self._row.entry
        same = wanted.text == cell.shown(entry, wanted.column) and wanted.vintage is entry.vintage
        lack = SAME if same else "" if wanted.reason.strip() else NO_REASON
        lack = NO_FIGURE if self._clears and not wanted.missing else lack
        self._save.setEnabled(not lack)
        self._status.setText(lack)

    def _tell(self) -> None:
        self.wanted.emit(self.amendment)


def columns(row: Row) -> tuple[Column, ...]:
    """Give the columns of a row that hold something reported."""
    node = isinstance(row.item, Milestone)
    left_out = {Column.GROWTH: not takes_growth(row.item), Column.PROGRESS: not node}
    return tuple(each for each in cell.TYPED if not left_out.get(each, False))
