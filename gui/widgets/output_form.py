"""`OutputForm`: as which files reports are written, how many at once, and where."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from gui.choice import Copies
from gui.widgets import parts
from gui.widgets.combo import Combo
from gui.widgets.folder_field import FolderField

FORMATS = (
    ("pdf", "PDF(&D)", "版式固定，用于打印和报送"),
    ("xlsx", "Excel(&X)", "可以继续编辑的表格"),
)
FOLDER = "规绩报告"


class OutputForm(QWidget):
    """Emits `changed` whenever formats, folder or number become others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes = {code: _box(words, tip) for code, words, tip in FORMATS}
        self._copies = Combo("一次写出一份，或者一批", 8)
        for each in Copies:
            self._copies.addItem(each.label, str(each))
        self._place = FolderField(FOLDER)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        boxes = QHBoxLayout()
        boxes.setSpacing(24)
        for box in self._boxes.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label("写成", "group"))
        column.addLayout(boxes)
        column.addSpacing(6)
        column.addWidget(parts.label("份数(&A)", "group", self._copies))
        column.addWidget(self._copies)
        column.addSpacing(6)
        column.addWidget(self._place)

    def _connect(self) -> None:
        for box in self._boxes.values():
            box.toggled.connect(self.changed)
        self._copies.currentIndexChanged.connect(self.changed)
        self._place.changed.connect(self.changed)

    @property
    def formats(self) -> tuple[str, ...]:
        """The codes of the chosen formats."""
        return tuple(code for code, box in self._boxes.items() if box.isChecked())

    @property
    def copies(self) -> Copies:
        """How many reports are written at once."""
        return Copies.of(self._copies.currentData())

    @property
    def folder(self) -> Path | None:
        """The chosen folder; none where the text is no whole path."""
        return self._place.folder

    def set_folder(self, folder: str) -> None:
        """Choose a folder."""
        self._place.set_folder(folder)


def _box(words: str, tip: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setChecked(True)
    box.setToolTip(tip)
    box.setAccessibleName(parts.plain(words))
    return box
