"""`Record`: the recorded states of a figure, newest first, each of which can be brought back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain.submission import Change
from gui.widgets import parts
from gui.widgets.notes import Notes

LINES = 5
TIME = slice(0, 16)  # of ISO 8601: up to the minute


class Record(QWidget):
    """Emits `wanted` with the entry that somebody wants back; hidden where nothing is recorded."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._list = Notes("修改记录", LINES)
        self._back = parts.button("恢复选中的数(&H)", "把这一格改回选中时的内容")
        self._changes: tuple[Change, ...] = ()
        self._lay_out()
        self._back.clicked.connect(self._want)
        self._list.itemActivated.connect(self._want)
        self._list.currentRowChanged.connect(self._judge)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(parts.label("修改记录", "group"))
        row.addStretch(1)
        row.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._list)

    def show_changes(self, changes: Sequence[Change], *, open_: bool) -> None:
        """List the changes of a figure; they can be brought back where the cell is open."""
        self._changes = tuple(reversed(changes))
        lines = [_words(each, present=not row) for row, each in enumerate(self._changes)]
        self._list.fill(lines)
        self._back.setVisible(open_ and len(self._changes) > 1)
        self._judge()
        self.setVisible(bool(self._changes))

    def _judge(self) -> None:
        """Let a state be brought back that is not the present one."""
        self._back.setEnabled(self._list.currentRow() > 0)

    def _want(self) -> None:
        if self._back.isVisible() and self._list.currentRow() > 0:
            self.wanted.emit(self._changes[self._list.currentRow()].entry)


def _words(change: Change, *, present: bool) -> str:
    """Word one change."""
    entry = change.entry
    states = [entry.text or (entry.missing.label if entry.missing else "空")]
    states += [f"同比{entry.growth}%"] if entry.growth else []
    states += [f"进度{entry.progress}%"] if entry.progress else []
    states += [f"说明：{entry.explanation}"] if entry.explanation else []
    origin = change.origin
    place = " ".join(part for part in (origin.file, origin.sheet, origin.cell) if part)
    who = "，".join(part for part in (origin.through, origin.by, place) if part)
    now = "（现在）" if present else ""
    return f"{'，'.join(states)}{now}\n{change.at[TIME].replace('T', ' ')} {who}"
