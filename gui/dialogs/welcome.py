"""`Welcome`: at the first start, who uses the program."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from core.domain.department import Department
from core.domain.profile import Profile
from gui.widgets import parts
from gui.widgets.person_form import PersonForm

WORDS = "首页按您的工作列出该做的事，填报时自动写上姓名和电话。以后可以在“设置与数据”里修改。"


class Welcome(QDialog):
    """Emits `answered` with a Profile; what is put off is asked again at the next start."""

    answered = Signal(object)

    def __init__(
        self, profile: Profile, region: str, departments: Sequence[Department], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("开始使用规绩")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = PersonForm()
        self._told = parts.label("", "muted")
        self._begin = parts.button("开始使用(&S)", "保存，以后不再询问", "primary")
        self._later = parts.button("以后再说(&L)", "下次打开时再问")
        self._lay_out()
        self._connect()
        self._form.offer(region, departments)
        self._form.show_profile(profile)
        self._judge()
        self._form.start()

    def _lay_out(self) -> None:
        words = parts.label(WORDS)
        words.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._told, 1)
        row.addWidget(self._begin)
        row.addWidget(self._later)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(16)
        column.addWidget(parts.label("请先说明由谁使用", "title"))
        column.addWidget(words)
        column.addWidget(self._form)
        column.addStretch(1)
        column.addLayout(row)
        self.resize(560, self.sizeHint().height())

    def _connect(self) -> None:
        self._form.changed.connect(self._judge)
        self._begin.clicked.connect(self._answer)
        self._later.clicked.connect(self.reject)
        self._later.setAutoDefault(False)

    def _judge(self) -> None:
        """Say what is still to be chosen."""
        self._told.setText(self._form.obstacle)
        self._begin.setEnabled(not self._form.obstacle)

    def _answer(self) -> None:
        self.answered.emit(self._form.profile)
        self.accept()
