"""Saving a picture as PNG: where to is asked, and what stands there is replaced whole or not."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.feedback import Notice

FILTER = "PNG图片 (*.png)"
SAVED = "图片已存为“{}”。"
REFUSED = "图片没有存成，原有的文件没有动：“{}”写不进去（{}）。请换一个位置再存。"
_UNSAFE = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


def ask(
    parent: QWidget, name: str, draw: Callable[[], QImage], tell: Callable[[Notice], None]
) -> None:
    """Ask where a picture is to be saved, draw and save it, and tell what came of it."""
    dialog = QFileDialog(parent, "存为图片", f"{name.translate(_UNSAFE)}.png", FILTER)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("png")
    dialog.fileSelected.connect(partial(_save, draw, tell))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _save(draw: Callable[[], QImage], tell: Callable[[Notice], None], path: str) -> None:
    tell(save(draw(), Path(path)))


def save(picture: QImage, path: Path) -> Notice:
    """Write a picture in place of what is there, or leave that as it was; say which."""
    file = QSaveFile(str(path))
    if (
        file.open(QIODevice.OpenModeFlag.WriteOnly)
        and picture.save(file, "PNG")  # type: ignore[call-overload]
        and file.commit()
    ):
        return Notice(SAVED.format(path))
    return Notice(REFUSED.format(path, file.errorString()), grave=True)
