"""The least that a window can be: a label; ends its process after its first frame."""

import os
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel


class _Label(QLabel):
    def __init__(self, end):
        super().__init__("Hello, world")
        self._end = end

    def paintEvent(self, event):  # noqa: N802
        super().paintEvent(event)
        QTimer.singleShot(0, self._end)


def end():
    """Give the sign and leave at once."""
    os.write(1, b".")
    os._exit(0)


def tell_size():
    """Write how many kilobytes of memory the process has in use, and leave at once."""
    status = Path("/proc/self/status").read_text(encoding="ascii").split()
    os.write(1, status[status.index("VmRSS:") + 1].encode())
    os._exit(0)


def show(end=end):
    """Show it until it has been painted."""
    application = QApplication([])
    label = _Label(end)
    label.show()
    application.exec()
