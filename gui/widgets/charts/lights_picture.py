"""晴雨表 whole as one picture, for reports and letters: paper is white in both themes."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QImage, QPainter

from core.domain.lights import Lights, Row
from gui.delegates import light_delegate
from gui.models.lights_model import SPANS, name
from gui.theme import LIGHT, scaled
from gui.widgets.charts import lamp_counts
from gui.widgets.charts.lights_heads import (
    HEAD,
    INSET,
    ROW,
    Name,
    badge_width,
    column_width,
    draw_name,
    draw_quarter,
    draw_year,
)

MARGIN, TITLE = 24, 34  # pixels
SHARP, LARGE = 2, 300  # pixels of the picture to one of the screen, up to so many rows


def draw(lights: Lights) -> QImage:
    """Draw title, legend and every row."""
    ratio = SHARP if len(lights.rows) <= LARGE else 1
    image = QImage(_size(lights) * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    painter.setFont(QGuiApplication.font())
    corner = QPoint(MARGIN, MARGIN)
    _draw_title(painter, corner, lights)
    corner += QPoint(0, 2 * scaled(TITLE))
    names = _names(lights.rows)
    _draw_head(painter, corner + QPoint(names, 0), lights)
    corner += QPoint(0, 2 * scaled(HEAD))
    for number, row in enumerate(lights.rows):
        _draw_row(painter, corner + QPoint(0, number * scaled(ROW)), row, names)
    painter.end()
    return image


def _names(rows: Iterable[Row]) -> int:
    """Give the width that the longest name takes: on paper nothing can be cut."""
    metrics = QFontMetrics(QGuiApplication.font())
    longest = max(metrics.horizontalAdvance(name(row.item)) for row in rows)
    return longest + 3 * scaled(INSET) + badge_width(metrics)


def _size(lights: Lights) -> QSize:
    """Give the size of the picture in pixels of the screen."""
    wide = _names(lights.rows) + len(lights.quarters) * column_width()
    high = 2 * scaled(TITLE) + 2 * scaled(HEAD) + len(lights.rows) * scaled(ROW)
    return QSize(wide + 2 * MARGIN, high + 2 * MARGIN)


def _draw_title(painter: QPainter, corner: QPoint, lights: Lights) -> None:
    """Name plan and quarter, with the legend below."""
    plain, bold = painter.font(), QFont(painter.font())
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(QColor(LIGHT.text))
    words = f"{lights.plan.name}晴雨表（截至{lights.quarters[-1].label}）"
    room = QRect(corner, QSize(_size(lights).width() - 2 * MARGIN, scaled(TITLE)))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
    painter.setFont(plain)
    room.translate(0, scaled(TITLE))
    lamp_counts.draw(painter, room, lights.counts, LIGHT)


def _draw_head(painter: QPainter, corner: QPoint, lights: Lights) -> None:
    """Draw the years, and the quarters below them."""
    wide, high = column_width(), scaled(HEAD)
    left = corner.x()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for number, quarter in enumerate(lights.quarters):
        place = QRect(left + number * wide, corner.y() + high, wide, high)
        draw_quarter(painter, place, SPANS[quarter.number - 1], LIGHT)
    for year, run in groupby(lights.quarters, key=lambda each: each.year):
        count = len(tuple(run))
        draw_year(painter, QRect(left, corner.y(), count * wide, high), year, LIGHT)
        left += count * wide


def _draw_row(painter: QPainter, corner: QPoint, row: Row, names: int) -> None:
    """Draw an item's name, so wide, and its lights."""
    wide, high = column_width(), scaled(ROW)
    place = QRect(corner, QSize(names, high))
    draw_name(painter, place, Name(name(row.item), row.binding), LIGHT)
    for column, assessment in enumerate(row.assessments):
        left = corner.x() + names + column * wide
        cell = QRect(left, corner.y(), wide - 1, high - 1)
        light_delegate.paint(painter, cell, assessment.light, row.turn(column), LIGHT)
        painter.setPen(QColor(LIGHT.line))
        painter.drawRect(cell.adjusted(-1, -1, 0, 0))
