"""The field of a path: both ends are seen, the whole is in the tooltip and under the cursor."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets import parts
from gui.widgets.path_field import PathField

SHORT = "/home/规绩报告"
LONG = "/home/administrator/文档/发展和改革局/规划和统计股/二〇二五年/规绩报告"


@pytest.fixture
def field(qtbot, theme):
    """A narrow field beside a button that has the keyboard."""
    desk, made, button = QWidget(), PathField(SHORT), parts.button("选择", "")
    column = QVBoxLayout(desk)
    column.addWidget(button)
    column.addWidget(made)
    qtbot.addWidget(desk)
    desk.resize(200, 100)
    with qtbot.waitActive(desk):
        desk.show()
    button.setFocus()
    yield made
    desk.close()


def drawn(field):
    """The picture of a field."""
    picture = QImage(field.size(), QImage.Format.Format_RGB32)
    picture.fill(0)
    field.render(picture, QPoint())
    return picture


def test_a_path_that_fits_is_seen_whole(field):
    assert field.shown == SHORT
    assert field.toolTip() == SHORT


def test_a_long_path_keeps_both_of_its_ends_and_its_tooltip_the_whole(field):
    field.setText(LONG)
    assert field.shown.startswith("/home")
    assert field.shown.endswith("规绩报告")
    assert len(field.shown) < len(LONG)
    assert field.toolTip() == field.text() == LONG


def test_a_long_path_can_be_typed_in_whole(field):
    field.setText(LONG)
    shortened = drawn(field)
    field.setFocus()
    assert field.shown == LONG
    assert drawn(field) != shortened


def test_the_shortened_path_is_what_is_drawn(field):
    field.setText(LONG)
    first = drawn(field)
    field.setText(f"{LONG[:20]}—{LONG[20:]}")  # differs only where the ellipsis stands
    assert drawn(field) == first
