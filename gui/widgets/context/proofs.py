"""`Proofs`: 佐证材料 of a row: files dropped or chosen, and numbers of documents."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from core.domain.submission import Evidence
from gui import dragged
from gui.widgets import parts
from gui.widgets.notes import Notes

LINES = 4
KILOBYTE = 1024


class Proofs(QWidget):
    """Emits `files` with paths, `document` with a number, `unwanted` and `saved` with Evidence."""

    files = Signal(object)
    document = Signal(str)
    unwanted = Signal(object)
    saved = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._evidence: tuple[Evidence, ...] = ()
        self._list = Notes("佐证材料", LINES)
        self._number = QLineEdit()
        self._add = parts.button("添加文件(&I)", "选择文件，也可以把文件拖到这里")
        self._save = parts.button("另存(&O)", "把选中的文件原样存到别处")
        self._remove = parts.button("移除(&X)", "移除选中的材料，记录保留")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._number.setPlaceholderText("文号，填好按Enter")
        self._number.setAccessibleName("佐证材料的文号")
        row = QHBoxLayout()
        row.setSpacing(6)
        for each in (self._add, self._save, self._remove):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(parts.label("佐证材料", "group"))
        column.addWidget(self._list)
        column.addWidget(self._number)
        column.addLayout(row)

    def _connect(self) -> None:
        self._add.clicked.connect(self._ask_files)
        self._save.clicked.connect(self._ask_place)
        self._remove.clicked.connect(self._drop)
        self._number.returnPressed.connect(self._enter)
        self._list.currentRowChanged.connect(self._judge)

    def show_evidence(self, evidence: Sequence[Evidence], *, open_: bool) -> None:
        """List what is beside a figure; where the form is closed it can only be saved."""
        self._evidence = tuple(evidence)
        self._list.fill([_words(each) for each in evidence])
        self._list.setVisible(bool(evidence))
        for part in (self._add, self._number, self._remove):
            part.setVisible(open_)
        self.setAcceptDrops(open_)
        self.setVisible(open_ or bool(evidence))
        self._judge()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if dragged.paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files that were dropped."""
        self.files.emit(dragged.paths(event.mimeData()))

    @property
    def _chosen(self) -> Evidence | None:
        row = self._list.currentRow()
        return self._evidence[row] if 0 <= row < len(self._evidence) else None

    def _judge(self) -> None:
        chosen = self._chosen
        self._save.setVisible(any(each.sha256 for each in self._evidence))
        self._save.setEnabled(bool(chosen and chosen.sha256))
        self._remove.setEnabled(chosen is not None)

    def _enter(self) -> None:
        if self._number.text().strip():
            self.document.emit(self._number.text())
            self._number.clear()

    def _drop(self) -> None:
        if chosen := self._chosen:
            self.unwanted.emit(chosen)

    def _ask_files(self) -> None:
        dialog = QFileDialog(self, "选择佐证材料")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.files.emit([Path(each) for each in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_place(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        dialog = QFileDialog(self, "另存佐证材料")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(chosen.name)
        dialog.fileSelected.connect(lambda name: self.saved.emit(chosen, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _words(each: Evidence) -> str:
    """Word one evidence."""
    if each.document:
        return f"文号：{each.document}"
    return f"{each.name}（{max(1, each.size // KILOBYTE)}KB）"
