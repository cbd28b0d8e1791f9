"""`WriteBar`: the button that writes, and in its place the progress of the writing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from core.progress import Progress
from gui.widgets import parts


class WriteBar(QStackedWidget):
    """Emits `wanted`, and `unwanted` to cancel; `stopping` says what cancelling leaves."""

    wanted = Signal()
    unwanted = Signal()

    def __init__(self, words: str, tip: str, stopping: str, shortcut: str = "Ctrl+S") -> None:
        super().__init__()
        self._write = parts.button(words, tip, "primary", shortcut)
        self._bar = QProgressBar()
        self._words = parts.label("", "small")
        self._cancel = parts.button("取消(&C)", stopping, shortcut="Esc")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("进度")
        at_work = QWidget()
        steps = QVBoxLayout()
        steps.setSpacing(6)
        steps.addStretch(1)
        steps.addWidget(self._words)
        steps.addWidget(self._bar)
        steps.addStretch(1)
        row = QHBoxLayout(at_work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(steps, 1)
        row.addWidget(self._cancel)
        self.addWidget(self._write)
        self.addWidget(at_work)

    def _connect(self) -> None:
        self._write.clicked.connect(self.wanted)
        self._cancel.clicked.connect(self.unwanted)

    @property
    def at_work(self) -> bool:
        """Whether something is being done."""
        return self.currentIndex() == 1

    def allow(self, *, allowed: bool) -> None:
        """Let the button be pressed, or not."""
        self._write.setEnabled(allowed)

    @property
    def is_allowed(self) -> bool:
        """Whether the button can be pressed now."""
        return self._write.isEnabled() and not self.at_work

    def begin(self) -> None:
        """Show progress instead of the button."""
        self.advance(Progress(0, 0, "正在准备"))
        self.setCurrentIndex(1)
        self._cancel.setEnabled(True)
        self._cancel.setFocus()

    def advance(self, progress: Progress) -> None:
        """Show a step; without a total the bar only moves."""
        self._words.setText(progress.words)
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def halt(self) -> None:
        """Say that the step under way is the last."""
        self._words.setText("正在取消")
        self._cancel.setEnabled(False)

    def end(self) -> None:
        """Show the button again."""
        self.setCurrentIndex(0)
        self._write.setFocus()
