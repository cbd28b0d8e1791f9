"""What a person drags onto the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def paths(dragged: QMimeData) -> list[Path]:
    """Give the files and folders among what is dragged; links to the net are none."""
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
