"""`PdfView`: a PDF on the screen, its pages below each other as on a desk."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from gui.widgets import sheets
from gui.widgets.pdf_pages import PdfPages
from gui.widgets.sheets import Fit, Sheets, Spot

PALE = 0.35  # how strongly pages are drawn that are about to be replaced
LINE = 48  # pixels that an arrow key scrolls
AIR = 24  # pixels beside words
SHADOW = QColor(0, 0, 0, 36)


class PdfView(QAbstractScrollArea):
    """Scrolls and zooms; `moved` follows every change of page or zoom."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheets")
        self.setAccessibleName("报告预览")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._pages: PdfPages | None = None
        self._sheets = Sheets((), self.viewport().size())
        self._fit: Fit | None = sheets.width_zoom
        self._zoom = 1.0
        self._words = ""
        self._pale = False
        self.verticalScrollBar().valueChanged.connect(self._tell)

    @property
    def zoom(self) -> float:
        """The zoom in use; 1 shows a page in its true size on a screen of 96 dpi."""
        return self._zoom

    @property
    def fit(self) -> Fit | None:
        """What the zoom follows when the view changes: `sheets.width_zoom`, `page_zoom`, None."""
        return self._fit

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sheets.pages)

    @property
    def page(self) -> int:
        """The index of the page in the upper part of the view."""
        if self.at_end and self._offset().y():
            return self.count - 1
        return self._sheets.at(self._offset().y() + self.viewport().height() // 3)

    @property
    def at_end(self) -> bool:
        """Whether nothing more comes below."""
        return self._offset().y() >= self.verticalScrollBar().maximum()

    @property
    def words(self) -> str:
        """What stands on the empty desk."""
        return self._words

    def show_pdf(self, data: bytes) -> None:
        """Show a document; the place is kept where it still exists."""
        kept = self._spot(QPoint()) if self.count else Spot(0, 0, 0)
        self._pages, self._words, self._pale = PdfPages(data), "", False
        self._lay_out()
        if self.count > kept.page:
            self._scroll_to(sheets.point(self._sheets, kept))

    def show_words(self, words: str) -> None:
        """Clear the desk and say why."""
        self._pages, self._words, self._pale = None, words, False
        self._lay_out()

    def pale(self) -> None:
        """Draw the pages pale, for they are about to be replaced."""
        self._pale = True
        self.viewport().update()

    def follow(self, fit: Fit) -> None:
        """Let the zoom follow the view's size from now on."""
        self._fit = fit
        self._rezoom(QPoint())

    def set_zoom(self, zoom: float, about: QPoint | None = None) -> None:
        """Zoom so that the point `about` of the view, or its middle, stays where it is."""
        self._fit, self._zoom = None, zoom
        self._rezoom(about or self.viewport().rect().center())

    def go_to(self, page: int) -> None:
        """Bring the head of a page to the top."""
        if self.count:
            number = max(0, min(page, self.count - 1))
            self.verticalScrollBar().setValue(self._sheets.pages[number].top() - sheets.GAP)

    def _rezoom(self, about: QPoint) -> None:
        """Lay out anew and bring what was at a point of the view back to it."""
        if not self.count:
            return
        kept = self._spot(about)
        self._lay_out()
        self._scroll_to(sheets.point(self._sheets, kept) - about)

    def _lay_out(self) -> None:
        sizes, view = (self._pages.sizes if self._pages else ()), self.viewport().size()
        if sizes and self._fit:
            self._zoom = self._fit(sizes, view)
        self._sheets = sheets.lay_out(sizes, self._zoom, view)
        extra = self._sheets.desk - view
        for bar, most, seen in (
            (self.horizontalScrollBar(), extra.width(), view.width()),
            (self.verticalScrollBar(), extra.height(), view.height()),
        ):
            bar.setRange(0, most)
            bar.setPageStep(seen)
            bar.setSingleStep(LINE)
        self._tell()

    def _spot(self, about: QPoint) -> Spot:
        return sheets.spot(self._sheets, about + self._offset())

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _scroll_to(self, corner: QPoint) -> None:
        self.horizontalScrollBar().setValue(corner.x())
        self.verticalScrollBar().setValue(corner.y())

    def _tell(self) -> None:
        place = f"第{self.page + 1}页，共{self.count}页" if self.count else self._words
        self.setAccessibleDescription(place)
        self.viewport().update()
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what can be seen."""
        painter = QPainter(self.viewport())
        if not self._pages:
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(AIR, 0, -AIR, 0), wrapped, self._words)
            return
        painter.setOpacity(PALE if self._pale else 1)
        offset = self._offset()
        for number in self._sheets.within(event.rect().translated(offset)):
            place = self._sheets.pages[number].translated(-offset)
            self._draw(painter, self._pages, number, place)

    def _draw(self, painter: QPainter, pages: PdfPages, number: int, place: QRect) -> None:
        """Draw a page pixel for pixel, except where it is too large to be drawn so."""
        ratio = self.devicePixelRatioF()
        wanted = round(place.width() * ratio)
        picture = pages.picture(number, wanted)
        x, y = self._on_a_pixel(place.topLeft(), ratio)
        part = QRectF(x, y, picture.width() / ratio, picture.height() / ratio)
        if picture.width() < wanted:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            part = QRectF(place)
        painter.drawImage(part, picture)
        painter.setPen(SHADOW)
        painter.drawRect(part)

    def _on_a_pixel(self, corner: QPoint, ratio: float) -> tuple[float, float]:
        """Move a point of the view to where a pixel of the screen begins."""
        view = self.viewport().mapTo(self.window(), QPoint())
        whole = view + corner
        return round(whole.x() * ratio) / ratio - view.x(), round(
            whole.y() * ratio
        ) / ratio - view.y()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is at the top there."""
        super().resizeEvent(event)
        if self.count:
            self._rezoom(QPoint())
        else:
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or the last page; arrows and Page Up and Down scroll anyway."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, about the pointer."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        step = sheets.larger if event.angleDelta().y() > 0 else sheets.smaller
        self.set_zoom(step(self._zoom), event.position().toPoint())
        event.accept()
