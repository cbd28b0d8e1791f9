"""`ReceivingBar`: what is done with a batch of files as a whole."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import scaled
from gui.widgets import parts
from gui.widgets.write_bar import WriteBar

WIDTH = 206  # pixels of the button that takes in, and of the progress in its place
STOPPING = "停止；已读的留在列表里，没有入库的不写入"


class ReceivingBar(QWidget):
    """Its buttons are connected by the part of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.pick = parts.button("选择文件…(&F)", "选择交回的工作簿或邮件", shortcut="Ctrl+O")
        self.pick_folder = parts.button("选择文件夹…(&D)", "读文件夹里的全部报表")
        self.unlock = parts.button("输入密码…(&M)", "打开有密码的文件")
        self.open = parts.button("打开文件(&L)", "用系统的程序打开选中的文件，只看不改")
        self.back = parts.button("退回…(&K)", "写出批注过的表和退回单，请该单位改正")
        self.clear = parts.button("清空(&E)", "清空列表；已经入库的不受影响")
        self.next = parts.button("下一处冲突(&N)", "转到下一处没有选定的冲突", "small", "F4")
        self.asking = QCheckBox("只看要处理的(&U)")
        self.count = parts.label("", "muted")
        self.take = WriteBar("入库(&R)", "把选定的写入数据库", STOPPING, "Ctrl+Return")
        self._lay_out()

    def _lay_out(self) -> None:
        self.take.setFixedWidth(scaled(WIDTH))
        first, second = QHBoxLayout(), QHBoxLayout()
        for each in (self.pick, self.pick_folder, self.unlock, self.open, self.back, self.clear):
            first.addWidget(each)
        first.addStretch(1)
        first.addWidget(self.take)
        second.addWidget(self.count, 1)
        second.addWidget(self.asking)
        second.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in (first, second):
            row.setSpacing(6)
            column.addLayout(row)
