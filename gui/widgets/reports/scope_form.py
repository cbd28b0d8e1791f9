"""`ScopeForm`: which part of the plan a report is about, and for whom it is printed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from core.domain.indicator import Binding
from core.domain.printed import Edition
from gui.choice import Choice
from gui.widgets import parts
from gui.widgets.combo import Combo

if TYPE_CHECKING:
    from core.domain.department import Department

WHOLE, ANY = "全区", "全部"
PUBLIC = "公开版(&Z)"
_EDITIONS = "正式稿不印校验码；送审稿、内部资料在页脚印校验码和二维码"


class ScopeForm(QWidget):
    """Emits `changed` whenever something else is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._own, self._lent = "", False  # whose department, whether it was chosen for now
        self._department = Combo("全区的，或者一个责任单位的", 8)
        self._section = Combo("全部，或者一个类别、专栏、任务", 8)
        self._binding = Combo("全部，或者只要约束性、预期性指标", 8)
        self._edition = Combo(_EDITIONS, 8)
        self._public = QCheckBox(PUBLIC)
        self._fill()
        self._lay_out()
        self._connect()

    def _fill(self) -> None:
        self._department.addItem(WHOLE, "")
        self._section.addItem(ANY, "")
        self._binding.addItem(ANY, "")
        for binding in Binding:
            self._binding.addItem(binding.label, str(binding))
        for edition in Edition:
            self._edition.addItem(edition.label, str(edition))
        self._public.setToolTip("标为不公开的数和文字不印；不勾选就是内部版")
        self._public.setAccessibleName(parts.plain(PUBLIC))

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for words, field in (
            ("单位(&U)", self._department),
            ("类别(&T)", self._section),
            ("属性(&I)", self._binding),
            ("稿本(&E)", self._edition),
        ):
            form.addRow(parts.label(words, buddy=field), field)
        form.addRow("", self._public)

    def _connect(self) -> None:
        self._department.currentIndexChanged.connect(self._keep_department)
        for each in (self._department, self._section, self._binding, self._edition):
            each.currentIndexChanged.connect(self.changed)
        self._public.toggled.connect(self.changed)

    @property
    def choice(self) -> Choice:
        """What is chosen, of no kind yet."""
        binding = self._binding.currentData()
        return Choice(
            "",
            str(self._department.currentData()),
            str(self._section.currentData()),
            Binding.of(binding) if binding else None,
            Edition.of(self._edition.currentData()),
            self._public.isChecked(),
        )

    @property
    def words(self) -> str:
        """Say what differs from all of the plan in a clean version: 区统计局、送审稿."""
        combos = (self._department, self._section, self._binding, self._edition)
        told = [each.currentText().strip() for each in combos if each.currentIndex() > 0]
        return "、".join([*told, *(["公开版"] if self._public.isChecked() else [])])

    @property
    def departments(self) -> tuple[str, ...]:
        """The codes of the departments that can be chosen."""
        return tuple(self._department.itemData(row) for row in range(1, self._department.count()))

    def offer(
        self, departments: "Sequence[Department]", sections: Sequence[tuple[str, str]], own: str
    ) -> None:
        """Offer departments and sections; `own` is the department of who sits here.

        What is chosen stays so where it is still there.
        """
        self._own = own
        _offer(self._department, [(each.code, each.short_name) for each in departments])
        _offer(self._section, sections)

    def forget(self) -> None:
        """Offer nothing of a plan until it was read."""
        self.offer((), (), "")

    def demand(self, *, department: bool) -> None:
        """Let a department be chosen only, or all too.

        Where there has to be one and none was chosen, it is the user's own, else the first, for
        as long as there has to be one.
        """
        combo, model = self._department, self._department.model()
        if isinstance(model, QStandardItemModel):
            model.item(0).setEnabled(not department)
        with QSignalBlocker(combo):
            if department and not combo.currentIndex() and self.departments:
                combo.setCurrentIndex(max(1, combo.findData(self._own) if self._own else 1))
                self._lent = True
            elif not department and self._lent:
                combo.setCurrentIndex(0)
                self._lent = False

    def _keep_department(self) -> None:
        """Keep the department that a person chose."""
        self._lent = False

    def show_choice(self, choice: Choice) -> None:
        """Choose what a favourite has; what is not offered any more is all."""
        with QSignalBlocker(self):
            for combo, wanted in (
                (self._department, choice.department),
                (self._section, choice.section),
                (self._binding, choice.binding or ""),
                (self._edition, choice.edition),
            ):
                combo.setCurrentIndex(max(0, combo.findData(str(wanted))))
            self._public.setChecked(choice.public)


def _offer(combo: Combo, lines: Sequence[tuple[str, str]]) -> None:
    """Offer other lines below the first, which is all of them."""
    kept = combo.currentData()
    with QSignalBlocker(combo):
        while combo.count() > 1:
            combo.removeItem(1)
        for code, words in lines:
            combo.addItem(words, code)
            combo.setItemData(combo.count() - 1, words.strip(), Qt.ItemDataRole.ToolTipRole)
        combo.setCurrentIndex(max(0, combo.findData(kept)))
