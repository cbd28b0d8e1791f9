"""`Chapter`: a chapter of the manual, its pictures as wide as its lines and sharp."""

from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser

import resources

WIDTH = 660  # pixels of a picture
_PICTURE = QTextDocument.ResourceType.ImageResource.value


class Chapter(QTextBrowser):
    """Shows Markdown; a link is told by `anchorClicked` and not followed."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("正文")
        self.setOpenLinks(False)
        self.document().setDocumentMargin(28)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401 - as Qt has it
        """Load a picture of the manual; Qt's own scaling would blur it."""
        if kind != _PICTURE:
            return super().loadResource(kind, name)
        ratio = self.devicePixelRatioF()
        picture = QImage(str(resources.path("manual", *QUrl(name).path().split("/"))))
        width = min(picture.width(), round(WIDTH * ratio))
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = picture.scaledToWidth(width, smooth) if width else picture
        scaled.setDevicePixelRatio(ratio)
        return scaled
