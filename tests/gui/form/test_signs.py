"""How a cell and the names beside it look: read in shape as well as in colour."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QTableView

from core.domain.cell import Column
from core.domain.plan import Section, SectionKind
from gui.delegates import cell_paint
from gui.models.cell_state import CellState
from gui.models.form_model import FormModel
from gui.theme import Look, colours_of
from gui.widgets import row_header
from gui.widgets.row_header import CATEGORY, RowHeader
from tests import factory as the
from tests import forms
from tests.forms import entry, form

PLAIN = {CellState.GIVEN, CellState.LOCKED, CellState.OPTIONAL}
SIZE = QRect(0, 0, 96, 42)


@pytest.fixture(params=[Look.LIGHT, Look.DARK])
def colours(request, qapp, theme):
    theme.choose(request.param)
    yield colours_of(qapp.palette())
    theme.choose(Look.LIGHT)


def painted(state, colours, *, text="", style=QStyle.StateFlag.State_None):
    """A cell in a state, as an image."""
    model = FormModel()
    model.show_form(form(entry("B-02", text)))
    option = QStyleOptionViewItem()
    option.rect, option.state = SIZE, style  # type: ignore[attr-defined]  # its stubs forget them
    image = QImage(SIZE.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    index = model.index(1, form().columns.index(Column.FIGURE))
    cell_paint.paint(painter, option, index, state, colours)
    painter.end()
    return image


def shape(image):
    """The places that are not of the ground's colour, whatever the colours are."""
    ground = image.pixel(image.width() - 2, image.height() // 2)
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return frozenset(place for place in places if image.pixel(*place) != ground)


def test_states_are_told_apart_by_their_signs_alone(colours):
    shapes = {state: shape(painted(state, colours)) for state in CellState}

    assert {state for state in CellState if not shapes[state]} == PLAIN
    marked = [state for state in CellState if state not in PLAIN]
    assert all(shapes[one] != shapes[other] for one, other in combinations(marked, 2))


def test_what_is_locked_has_another_ground_than_what_can_be_typed(colours):
    grounds = {state: QColor(painted(state, colours).pixel(90, 5)).name() for state in PLAIN}

    assert grounds[CellState.GIVEN] == grounds[CellState.LOCKED] != grounds[CellState.OPTIONAL]


def test_a_chosen_cell_is_tinted_and_the_current_one_framed(colours):
    plain = painted(CellState.OPTIONAL, colours)
    chosen = painted(CellState.OPTIONAL, colours, style=QStyle.StateFlag.State_Selected)
    current = painted(CellState.OPTIONAL, colours, style=QStyle.StateFlag.State_HasFocus)

    assert chosen.pixel(50, 20) == QColor(colours.tint).rgb() != plain.pixel(50, 20)
    assert current.pixel(1, 20) == QColor(colours.accent).rgb()


@pytest.mark.parametrize("state", CellState)
def test_a_text_that_is_too_long_stays_within_its_cell(colours, state):
    short, long = (painted(state, colours, text=text) for text in ("12.50", "12345678901234.56"))

    assert shape(short) != shape(long)
    assert all(long.pixel(x, 30) == painted(state, colours).pixel(x, 30) for x in (0, 95))


def header_of(qtbot, shown, height=300):
    model = FormModel()
    model.show_form(shown)
    view = QTableView()
    qtbot.addWidget(view)
    head = RowHeader(view)
    view.setVerticalHeader(head)
    view.setModel(model)
    head.setDefaultSectionSize(42)
    view.resize(600, height)
    view.show()
    return view, head


def test_names_and_categories_are_painted_beside_the_cells(qtbot, theme):
    _, head = header_of(qtbot, form())
    image = head.viewport().grab().toImage()

    assert len({image.pixel(x, 20) for x in range(CATEGORY, image.width())}) > 2
    assert len({image.pixel(x, 105) for x in range(CATEGORY)}) > 2


def test_a_category_stays_in_sight_while_its_rows_are_scrolled(qtbot, theme):
    many = [forms.own(f"B-{number:02}", "指标") for number in range(10, 50)]
    view, head = header_of(qtbot, form(a_plan=forms.plan(*many, rules=())))
    before = head.viewport().grab(QRect(0, 0, CATEGORY, 200)).toImage()
    view.verticalScrollBar().setValue(10)
    after = head.viewport().grab(QRect(0, 0, CATEGORY, 200)).toImage()

    assert before == after


def test_the_current_row_s_name_is_set_off(qtbot, theme):
    view, head = header_of(qtbot, form())
    place = QRect(CATEGORY + 2, 2, 40, 38)
    before = head.viewport().grab(place).toImage()
    view.setCurrentIndex(view.model().index(0, 5))
    after = head.viewport().grab(place).toImage()

    assert before != after


def boxed(qtbot, name):
    """How the category of a box with a single row is painted."""
    box = Section("X1", "", SectionKind.BOX, name)
    sections = (the.TABLE, the.CATEGORY, box)
    alone = forms.plan(forms.RESEARCH, milestones=(forms.BRIDGE,), sections=sections)
    view, head = header_of(qtbot, form(a_plan=alone))
    assert view.isVisible()
    return head.viewport().grab(QRect(0, 43, CATEGORY, 40)).toImage()


def test_a_box_in_a_single_row_is_called_by_its_number(qtbot, theme):
    long, short = "专栏21 乡村振兴重点工程和农业农村现代化建设项目", "专栏21"

    assert boxed(qtbot, long) == boxed(qtbot, short) != boxed(qtbot, "专栏22")


def test_a_unit_that_would_be_cut_in_two_has_a_line_of_its_own(qtbot, theme):
    item = replace(forms.RESEARCH, unit="万元/平方米")
    names = ["研发经费", "规模以上工业企业研发经费", "规模以上工业企业和服务业企业研发经费总额"]
    rows = [form(a_plan=forms.plan(replace(item, name=each))).rows[0] for each in names]
    painter = QPainter(image := QImage(SIZE.size(), QImage.Format.Format_RGB32))
    painter.setFont(QFont(QApplication.font().family(), 10))
    room = QRect(0, 0, painter.fontMetrics().horizontalAdvance(names[1]) + 20, 40)
    texts = [row_header._wrapped(painter, room, row) for row in rows]
    painter.end()

    assert texts[0] == "研发经费（万元/平方米）"
    assert texts[1] == "规模以上工业企业研发经费\n（万元/平方米）"
    assert "\n" not in texts[2]
    assert not image.isNull()


def test_without_a_form_the_head_is_bare(qtbot, theme):
    _, head = header_of(qtbot, None)
    image = head.viewport().grab().toImage()

    assert len({image.pixel(x, y) for x in range(0, 200, 7) for y in range(0, 200, 7)}) == 1
    assert head.orientation() is Qt.Orientation.Vertical
