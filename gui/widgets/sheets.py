"""Where the pages of a document lie below each other on the screen: plain geometry."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF

Fit = Callable[[Sequence[QSizeF], QSize], float]

FULL = 96 / 72  # pixels per point at 100 %
MARGIN, GAP = 20, 16
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)


@dataclass(frozen=True, slots=True)
class Sheets:
    """The rectangles of all pages and the size of the desk that they lie on, in pixels."""

    pages: tuple[QRect, ...]
    desk: QSize

    def at(self, height: int) -> int:
        """Give the index of the page that reaches beyond `height`, the last one below all."""
        found = (number for number, page in enumerate(self.pages) if page.bottom() + GAP > height)
        return next(found, len(self.pages) - 1)

    def within(self, part: QRect) -> tuple[int, ...]:
        """Give the indexes of the pages that can be seen in a part of the desk."""
        return tuple(n for n, page in enumerate(self.pages) if page.intersects(part))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page that does not depend on the zoom: shares of its width and height."""

    page: int
    across: float
    down: float


def lay_out(sizes: Sequence[QSizeF], zoom: float, view: QSize) -> Sheets:
    """Lay pages of these sizes in points below each other, centred in the view."""
    drawn = [(size * FULL * zoom).toSize() for size in sizes]
    width = max([view.width(), *(each.width() + 2 * MARGIN for each in drawn)])
    height = sum(each.height() + GAP for each in drawn) - GAP + 2 * MARGIN
    top = MARGIN + max(0, view.height() - height) // 2
    pages = []
    for each in drawn:
        pages.append(QRect(QPoint((width - each.width()) // 2, top), each))
        top += each.height() + GAP
    return Sheets(tuple(pages), QSize(width, max(height, view.height())))


def width_zoom(sizes: Sequence[QSizeF], view: QSize) -> float:
    """Give the zoom at which the widest page fills the view's width."""
    widest = max(size.width() for size in sizes) * FULL
    return max(STEPS[0], min(STEPS[-1], (view.width() - 2 * MARGIN) / widest))


def page_zoom(sizes: Sequence[QSizeF], view: QSize) -> float:
    """Give the zoom at which the largest page is seen whole."""
    tallest = max(size.height() for size in sizes) * FULL
    upright = max(STEPS[0], (view.height() - 2 * MARGIN) / tallest)
    return min(upright, width_zoom(sizes, view))


def larger(zoom: float) -> float:
    """Give the next step above a zoom, or the last."""
    return next((step for step in STEPS if step > zoom * 1.01), STEPS[-1])


def smaller(zoom: float) -> float:
    """Give the next step below a zoom, or the first."""
    return next((step for step in reversed(STEPS) if step < zoom * 0.99), STEPS[0])


def spot(sheets: Sheets, point: QPoint) -> Spot:
    """Say on which page a point of the desk lies, and where."""
    number = sheets.at(point.y())
    page = sheets.pages[number]
    offset = point - page.topLeft()
    return Spot(number, offset.x() / page.width(), offset.y() / page.height())


def point(sheets: Sheets, spot: Spot) -> QPoint:
    """Give the point of the desk where a spot lies."""
    page = sheets.pages[spot.page]
    offset = QPoint(round(spot.across * page.width()), round(spot.down * page.height()))
    return page.topLeft() + offset
