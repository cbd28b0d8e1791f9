"""States are told apart by the shape of their sign alone."""

from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from core.domain.standing import Standing
from core.domain.submission import State
from gui.delegates import signs
from gui.theme import DARK, LIGHT
from tests.gui.home.office import Q3

CONTRAST = 40  # of 255
PLACE = QRect(0, 0, 20, 20)
OVER, RUNNING = date(2024, 10, 16), date(2024, 9, 1)


def form(state=State.PENDING, today=OVER, required=2):
    return Standing("D02", Q3, state, 0, required, date(2024, 10, 21), today)


ALL = (
    form(),
    form(today=RUNNING),
    form(State.FILLING),
    form(State.SUBMITTED),
    form(State.REVIEWED),
    form(State.APPROVED),
)


def shape(a_form, colours):
    """Draw a sign, and give which pixels stand out from the ground without their colour."""
    image = QImage(PLACE.size(), QImage.Format.Format_RGB32)
    ground = QColor(signs.ground(a_form, colours))
    image.fill(ground)
    painter = QPainter(image)
    signs.draw(painter, PLACE, a_form, colours)
    painter.end()
    across = range(PLACE.width())
    light = ground.lightness()
    return tuple(
        abs(image.pixelColor(x, y).lightness() - light) > CONTRAST for y in across for x in across
    )


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_state_has_a_shape_of_its_own(qapp, colours):
    shapes = {shape(each, colours) for each in ALL}

    assert len(shapes) == len(ALL)
    assert all(any(each) for each in shapes)


def test_what_asks_nothing_and_what_is_ahead_look_alike(qapp):
    assert shape(form(required=0), LIGHT) == shape(form(today=RUNNING), LIGHT)


@pytest.mark.parametrize(
    ("a_form", "ground"),
    [
        (form(), LIGHT.surface),
        (form(today=date(2024, 11, 1)), LIGHT.error_tint),
        (form(State.FILLING), LIGHT.warn_tint),
        (form(State.SUBMITTED), LIGHT.tint),
        (form(State.REVIEWED), LIGHT.good_tint),
        (form(State.APPROVED), LIGHT.good_tint),
        (form(required=0), LIGHT.locked),
    ],
)
def test_the_ground_says_how_far_a_form_is_and_that_it_is_late(a_form, ground):
    assert signs.ground(a_form, LIGHT) == ground
