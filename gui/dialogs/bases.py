"""`Bases`: 补录基期, the indicators without a base and where their bases come from."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from core.domain.bases import Gap
from gui.models.bases_model import BasesModel, Part
from gui.widgets import parts
from gui.widgets.column_table import ColumnTable

HELP = "填上基期的数，按回车到下一行；可以从Excel粘贴一列。不知道的留空，以后再补。"
NO_REASON = "请写明这些数的依据，例如“2020年统计年鉴”。"
NOTHING = "还没有填基期。"
READY = "可以保存。保存后各期报告都按补录的基期计算。"
SAVING = "正在保存…"
# pixels at the usual size of text
WIDTHS: Mapping[int, int] = {
    Part.CODE: 96,
    Part.NAME: 250,
    Part.UNIT: 84,
    Part.TARGET: 100,
    Part.BASE: 110,
}


class Bases(QDialog):
    """Emits `wanted` with the texts by code, their reason and document; whoever saves closes it."""

    wanted = Signal(object, str, str)

    def __init__(self, gaps: Sequence[Gap], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("补录基期")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = BasesModel(gaps, self)
        self._search = QLineEdit()
        self._table = ColumnTable(self._model, Part.BASE, "没有基期的指标", WIDTHS)
        self._reason, self._document = QLineEdit(), QLineEdit()
        self._status = parts.label(NOTHING, "muted")
        self._save = parts.button("保存(&S)", "记入规划，并留下修改记录", "primary", "Ctrl+S")
        self._cancel = parts.button("取消(&C)", "不保存，关闭")
        self._warned = False
        self._lay_out()
        self._connect()
        self._judge()

    def _lay_out(self) -> None:
        self._search.setPlaceholderText("按编码、名称、说明查找")
        self._search.setClearButtonEnabled(True)
        self._reason.setPlaceholderText("必填，例如：2020年统计年鉴")
        self._document.setPlaceholderText("没有可以不填")
        self._status.setWordWrap(True)
        fields = QFormLayout()
        fields.setHorizontalSpacing(14)
        fields.setVerticalSpacing(8)
        fields.addRow(parts.label("依据(&R)", buddy=self._reason), self._reason)
        fields.addRow(parts.label("发文字号(&D)", buddy=self._document), self._document)
        column = parts.dialog_column(self)
        column.addWidget(parts.label(HELP))
        column.addLayout(self._search_row())
        column.addWidget(self._table, 1)
        column.addLayout(fields)
        column.addLayout(self._button_row())
        self.resize(940, 600)

    def _search_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(parts.label("查找(&F)", buddy=self._search))
        row.addWidget(self._search, 1)
        return row

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._status, 1)
        row.addWidget(self._save)
        row.addWidget(self._cancel)
        return row

    def _connect(self) -> None:
        self._model.dataChanged.connect(self._judge)
        self._search.textChanged.connect(self._table.look_for)
        self._reason.textChanged.connect(self._judge)
        self._save.clicked.connect(self._tell)
        self._cancel.clicked.connect(self.reject)
        for each in (self._save, self._cancel):
            each.setAutoDefault(False)  # Enter belongs to the table
        self._table.setFocus()

    def say(self, words: str) -> None:
        """Say what came of saving; everything that was typed stays."""
        self._allow(at_work=False)
        self._status.setText(words)

    def reject(self) -> None:
        """Close; what is typed and not saved is given up at the second time only."""
        if not self._cancel.isEnabled():  # it is being saved
            return
        if self._model.texts and not self._warned:
            self._warned = True
            words = f"填好的{len(self._model.texts)}项还没有保存；再取消一次就不要了。"
            self._status.setText(words)
            return
        super().reject()

    def _judge(self) -> None:
        """Say what is still lacking before the bases can be saved."""
        self._warned = False
        obstacle = self._obstacle()
        self._save.setEnabled(not obstacle)
        self._status.setText(obstacle or f"填了{len(self._model.texts)}项，{READY}")

    def _obstacle(self) -> str:
        """Say why nothing can be saved yet, if so."""
        if not self._model.texts:
            return NOTHING
        if self._model.wrong:
            return f"有{self._model.wrong}项看不懂，请按说明改正，或者清空。"
        return "" if self._reason.text().strip() else NO_REASON

    def _tell(self) -> None:
        """Ask for the bases to be saved."""
        self._allow(at_work=True)
        self._status.setText(SAVING)
        reason, document = self._reason.text().strip(), self._document.text().strip()
        self.wanted.emit(self._model.texts, reason, document)

    def _allow(self, *, at_work: bool) -> None:
        """Leave everything as it is while it is being saved."""
        for each in (self._table, self._reason, self._document, self._save, self._cancel):
            each.setEnabled(not at_work)
