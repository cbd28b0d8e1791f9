"""`PersonForm`: who uses the program, and for which department."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from core.domain.department import Department
from core.domain.profile import Profile, Role
from gui.widgets import parts
from gui.widgets.combo import Combo

ROLES = (
    (Role.DEPARTMENT, "部门填报(&U)", "填报一个部门的报表"),
    (Role.OFFICE, "汇总单位(&Z)", "汇总各部门的报表，编制报告"),
)
NO_ROLE = "请选择由谁使用：部门填报，还是汇总单位。"
NO_DEPARTMENT = "请选择部门。"


class PersonForm(QWidget):
    """Emits `changed` when something was chosen, or typed to its end."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._roles = {role: _radio(words, tip) for role, words, tip in ROLES}
        self._group = QButtonGroup(self)
        self._department = Combo("选择填报的部门", 14)
        self._name, self._phone = QLineEdit(), QLineEdit()
        self._shown, self._region = Profile(), ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        roles = QHBoxLayout()
        roles.setSpacing(20)
        for each in self._roles.values():
            self._group.addButton(each)
            roles.addWidget(each)
        roles.addStretch(1)
        self._department.setPlaceholderText("请选择部门")
        self._name.setPlaceholderText("填表人姓名")
        self._phone.setPlaceholderText("联系电话")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.addRow(parts.label("由谁使用"), roles)
        form.addRow(parts.label("部门(&D)", buddy=self._department), self._department)
        form.addRow(parts.label("姓名(&N)", buddy=self._name), self._name)
        form.addRow(parts.label("电话(&T)", buddy=self._phone), self._phone)

    def _connect(self) -> None:
        for each in self._roles.values():
            each.clicked.connect(self.changed)
        self._department.activated.connect(self.changed)
        for field in (self._name, self._phone):
            field.editingFinished.connect(self.changed)

    @property
    def profile(self) -> Profile:
        """What is chosen and typed now."""
        code = self._department.currentData()
        departments = dict(self._shown.departments)
        if self._region and code:
            departments[self._region] = str(code)
        name, phone = self._name.text().strip(), self._phone.text().strip()
        return Profile(self._role, name, phone, departments)

    @property
    def obstacle(self) -> str:
        """What is still to be chosen, if anything."""
        if self._role is None:
            return NO_ROLE
        lacks = self._role is Role.DEPARTMENT and self._department.currentIndex() < 0
        return NO_DEPARTMENT if lacks and self._department.count() else ""

    @property
    def _role(self) -> Role | None:
        return next((role for role, each in self._roles.items() if each.isChecked()), None)

    def show_profile(self, profile: Profile) -> None:
        """Show who uses the program."""
        self._shown = profile
        self._group.setExclusive(False)  # else none could be unchecked
        for role, each in self._roles.items():
            each.setChecked(role is profile.role)
        self._group.setExclusive(True)
        self._name.setText(profile.name)
        self._phone.setText(profile.phone)
        self._choose_department()

    def offer(self, region: str, departments: Sequence[Department]) -> None:
        """Offer the departments of a region; what was chosen stays so."""
        self._shown, self._region = self.profile, region
        with QSignalBlocker(self._department):
            self._department.clear()
            for each in departments:
                self._department.addItem(f"{each.code} {each.short_name}", each.code)
        self._department.setToolTip(f"{region}的部门，随窗口上方的规划而定")
        self._department.setEnabled(bool(departments))
        self._choose_department()

    def start(self) -> None:
        """Put the keyboard where a person begins."""
        chosen = (each for each in self._roles.values() if each.isChecked())
        next(chosen, self._roles[Role.DEPARTMENT]).setFocus()

    def _choose_department(self) -> None:
        code = self._shown.department(self._region)
        self._department.setCurrentIndex(self._department.findData(code) if code else -1)


def _radio(words: str, tip: str) -> QRadioButton:
    made = QRadioButton(words)
    made.setToolTip(tip)
    made.setAccessibleName(parts.plain(words))
    made.setAccessibleDescription(tip)
    return made
