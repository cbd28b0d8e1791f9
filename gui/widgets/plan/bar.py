"""`PlanBar`: the parts of the page as tabs, and what is done with a plan as a whole."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from gui.plan.draft import PlanDraft
from gui.widgets import parts
from gui.widgets.icon_button import IconButton


class PlanBar(QWidget):
    """Its buttons are connected by the page."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.tabs = QTabBar()
        self.new = parts.button("新建…(&W)", "新建规划：接续、复制或空白")
        self.bring_in = parts.button("导入…(&I)", "导入一个规划文件夹")
        self.hand_out = parts.button("导出…(&E)", "把这个规划写成文件夹，可以用Excel打开")
        self.undo = IconButton("undo", "撤销", shortcut="Ctrl+Z")
        self.redo = IconButton("redo", "重做", shortcut="Ctrl+Y")
        self.save = parts.button("保存(&S)", "把改动存入数据库", "primary", "Ctrl+S")
        self._lay_out(titles)

    def _lay_out(self, titles: Sequence[str]) -> None:
        for title in titles:
            self.tabs.addTab(title)
        self.tabs.setAccessibleName("规划的各部分")
        self.tabs.setExpanding(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.tabs)
        row.addStretch(1)
        for each in (self.new, self.bring_in, self.hand_out, self.undo, self.redo, self.save):
            row.addWidget(each)

    def allow(self, draft: PlanDraft | None, *, editing: bool, removed: bool) -> None:
        """Let buttons be pressed where they can do something; undo and redo say what."""
        undone = draft.undo_words if draft else ""
        again = draft.redo_words if draft else ""
        self.new.setEnabled(editing)
        self.bring_in.setEnabled(editing)
        self.hand_out.setEnabled(draft is not None)
        self.undo.setEnabled(editing and bool(undone or removed))
        self.redo.setEnabled(editing and bool(again))
        self.save.setEnabled(editing and bool(draft and draft.unsaved))
        self.undo.setToolTip(f"撤销{undone and f'“{undone}”'}（Ctrl+Z）")
        self.redo.setToolTip(f"重做{again and f'“{again}”'}（Ctrl+Y）")
