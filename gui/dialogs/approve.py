"""`Approve`: 审定, which forms, and who approves them, at which meeting, under which document."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from core.domain.reviewing.docket import Docketed
from core.services.review.approval import Authority
from gui.models.docket_model import detail
from gui.widgets import parts

WIDTH, LINES = 560, 7  # pixels, forms that are seen at once
FIELDS = (
    ("by", "审定人(&B)", "例如：区长李某某"),
    ("meeting", "会议名称(&M)", "例如：区政府第30次常务会议"),
    ("document", "发文字号(&D)", "例如：章府办字〔2024〕12号"),
)
TELL = "审定以后，各项数和完成情况按现在的样子留存，以后要改须写明理由。"
NOBODY = "请填写审定人、会议名称或发文字号，至少一项。"
NOTHING = "请勾选要审定的报表。"
NO_DAY = "审定日期请写成2024-08-01的样子。"
FORM = Qt.ItemDataRole.UserRole


class Approve(QDialog):
    """Emits `wanted` with departments and an Authority; whoever stores it closes the dialog."""

    wanted = Signal(object, object)

    def __init__(
        self, forms: Sequence[Docketed], chosen: str, today: date, parent: QWidget
    ) -> None:
        """`forms` can be approved; `chosen` is the department whose form is ticked at first."""
        super().__init__(parent)
        self.setWindowTitle("审定")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = QListWidget()
        self._fields = {code: QLineEdit() for code, _, _ in FIELDS}
        self._on = QLineEdit(today.isoformat())
        self._status = parts.label("", "muted")
        self._all = parts.button("全选(&A)", "勾选全部待审定的报表", "small")
        self._save = parts.button("审定(&S)", "审定勾选的报表，并留存快照", "primary")
        self._cancel = parts.button("取消(&C)", "先不审定，关闭")
        self._fill(forms, chosen)
        self._lay_out()
        self._connect()
        self._judge()

    def _fill(self, forms: Sequence[Docketed], chosen: str) -> None:
        for form in forms:
            line = QListWidgetItem(f"{form.name}　{detail(form)}", self._list)
            line.setData(FORM, form.department)
            ticked = form.department == chosen
            line.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _lay_out(self) -> None:
        self._list.setProperty("role", "choice")
        self._list.setAccessibleName("待审定的报表")
        self._list.setFixedHeight(parts.list_height(self._list, LINES) + 8)
        self._list.setCurrentRow(0)
        for each in (self._status, said := parts.label(TELL, "muted")):
            each.setWordWrap(True)
        fields = QFormLayout()
        fields.setHorizontalSpacing(14)
        fields.setVerticalSpacing(10)
        for code, words, hint in FIELDS:
            self._fields[code].setPlaceholderText(hint)
            fields.addRow(parts.label(words, buddy=self._fields[code]), self._fields[code])
        fields.addRow(parts.label("审定日期(&T)", buddy=self._on), self._on)
        column = parts.dialog_column(self)
        column.addWidget(said)
        column.addWidget(self._list)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(fields)
        column.addWidget(self._status)
        column.addLayout(parts.answers(self._save, self._cancel))
        self.setMinimumWidth(WIDTH)

    def _connect(self) -> None:
        self._list.itemChanged.connect(self._judge)
        for field in (*self._fields.values(), self._on):
            field.textChanged.connect(self._judge)
        self._all.clicked.connect(self._tick_all)
        self._save.clicked.connect(self._tell)
        self._cancel.clicked.connect(self.reject)
        self._save.setDefault(True)
        self._fields["by"].setFocus()

    @property
    def departments(self) -> tuple[str, ...]:
        """The departments whose forms are ticked."""
        lines = map(self._list.item, range(self._list.count()))
        checked = Qt.CheckState.Checked
        return tuple(line.data(FORM) for line in lines if line.checkState() is checked)

    def say(self, words: str) -> None:
        """Say why nothing was approved."""
        self._status.setText(words)

    def _tick_all(self) -> None:
        for row in range(self._list.count()):
            self._list.item(row).setCheckState(Qt.CheckState.Checked)

    def _judge(self) -> None:
        """Say what is still lacking; nothing is approved before."""
        lack = NOTHING if not self.departments else ""
        if not lack and not any(field.text().strip() for field in self._fields.values()):
            lack = NOBODY
        lack = lack or ("" if _day(self._on.text()) else NO_DAY)
        self._save.setEnabled(not lack)
        self._status.setText(lack or f"将审定{len(self.departments)}份报表。")

    def _tell(self) -> None:
        texts = {code: field.text() for code, field in self._fields.items()}
        if on := _day(self._on.text()):
            self.wanted.emit(self.departments, Authority(**texts, on=on))


def _day(text: str) -> date | None:
    """Read a day; nothing where it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
