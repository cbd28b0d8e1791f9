"""`WriteBar`: the button that writes, and in its place the progress of the writing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from core.progress import Progress
from gui.widgets import parts

GAP = 12  # pixels between the progress and the button that cancels


class WriteBar(QStackedWidget):
    """Emits `wanted`, and `unwanted` to cancel; `stopping` says what cancelling leaves."""

    wanted = Signal()
    unwanted = Signal()

    def __init__(self, words: str, tip: str, stopping: str, shortcut: str = "Ctrl+S") -> None:
        super().__init__()
        self._write = parts.button(words, tip, "primary", shortcut)
        self._bar = QProgressBar()
        self._words = parts.label("", "small")
        self._cancel = parts.button("取消", stopping, shortcut="Esc")
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
        row.setSpacing(GAP)
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
        self._say(progress.words)
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def halt(self) -> None:
        """Say that the step under way is the last."""
        self._say("正在取消")
        self._cancel.setEnabled(False)

    def _say(self, words: str) -> None:
        """Show what is being done, shortened in its middle where it does not fit."""
        metrics, middle = self._words.fontMetrics(), Qt.TextElideMode.ElideMiddle
        room = self.width() - self._cancel.sizeHint().width() - GAP
        self._words.setText(metrics.elidedText(words, middle, room))
        self._words.setToolTip(words)

    def end(self) -> None:
        """Show the button again."""
        self.setCurrentIndex(0)
        self._write.setFocus()
