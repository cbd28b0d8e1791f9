"""What the tables of the page 审核 show, and how they are sorted."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.domain.reviewing.docket import Docketed
from core.domain.submission import State
from core.domain.vintage import Vintage
from core.progress import finish
from core.services.review import review
from gui.dialogs.amend import columns
from gui.dialogs.approve import NO_DAY, NOBODY, NOTHING, Approve
from gui.models import figure_lines, figures_columns
from gui.models.docket_model import DocketModel, Kind, detail
from gui.models.figures_model import FiguresModel
from gui.models.figures_order import FiguresOrder, Look
from tests import forms
from tests.core.memory import MemoryStore
from tests.forms import HALF, entry
from tests.reviews import COMPLETE, approved, handed_in, put, remark

LATER = "2099-01-01T08:00:00+08:00"


def form(department="D05", state=State.SUBMITTED, **rest):
    return Docketed(department, "区科技局", HALF, state, 12, 12, **rest)


@pytest.fixture
def store():
    made = MemoryStore()
    with made.writing() as work:
        work.plans.add(forms.plan())
    return made


def figures(store):
    return review.case(store, "p", "D05", HALF).figures


def test_the_docket_lists_forms_of_a_kind(qtmodeltester, qapp):
    model = DocketModel()
    model.show_forms([form(), form("D02", State.FILLING, revision=1, remarks=2)])
    qtmodeltester.check(model)

    assert [model.count(kind) for kind in Kind] == [2, 1, 0, 0, 1, 1]
    model.show_kind(Kind.OPEN)
    assert (model.rowCount(), model.row("D02"), model.row("D05")) == (1, 0, -1)
    assert model.data(model.index(0)) == "区科技局　填报中　12/12项，意见2"


def test_a_form_without_figures_of_its_own_is_called_so():
    assert detail(Docketed("D05", "区科技局", HALF, State.SUBMITTED, 0, 0, altered=1)) == (
        "只作说明，改动1"
    )


def test_figures_are_shown_with_their_names_beside_them(qtmodeltester, store, qapp):
    put(store, entry("B-02", "10", "2023Q2"), entry("B-02", "6", "2024Q1"))
    handed_in(store)
    model = FiguresModel()
    model.show_figures(figures(store))
    qtmodeltester.check(model)
    row = next(n for n, each in enumerate(model.figures) if each.row.item.code == "B-02")
    texts = [model.index(row, column).data() for column in range(model.columnCount())]

    assert model.headerData(row, Qt.Orientation.Vertical) == "研发经费（亿元）"
    assert texts[:4] == ["12", "6", "10", "增加2亿元"]


def test_figures_are_sorted_by_numbers_with_the_empty_ones_behind(store, qapp):
    handed_in(store)
    model = FiguresModel()
    model.show_figures(figures(store))
    order = FiguresOrder(model)
    for upwards in Qt.SortOrder:
        order.sort(0, upwards)
        shown = [order.index(row, 0).data() for row in range(order.rowCount())]
        numbers = [text for text in shown if text in ("12", "300")]
        assert shown[: len(numbers)] == numbers
        assert numbers == sorted(numbers, key=float, reverse=upwards is not Qt.SortOrder(0))


def test_every_column_sorts_what_it_shows_before_what_is_empty(store, qapp):
    put(store, entry("B-02", "10", "2023Q2"), entry("B-02", "6", "2024Q1"))
    handed_in(store, entry("B-02", "-5", explanation="冲销上年"), *COMPLETE[:1], *COMPLETE[2:])
    remark(store)
    model = FiguresModel()
    model.show_figures(figures(store))
    order = FiguresOrder(model)
    for column in (1, 2, 4, 5, 6):
        order.sort(column)
        shown = [bool(order.index(row, column).data()) for row in range(order.rowCount())]
        assert shown == sorted(shown, reverse=True), column
        assert order.index(0, column).data()


def test_what_was_changed_or_remarked_can_be_shown_alone(store, qapp):
    approved(store)
    remark(store, "B-01")
    put(store, entry("B-02", "13", explanation="按季"), at=LATER)
    model = FiguresModel()
    model.show_figures(figures(store))
    order = FiguresOrder(model)

    assert [order.count(look) for look in Look] == [7, 0, 1, 1]


@pytest.mark.parametrize(
    ("now", "short", "whole"),
    [
        (entry("B-02", "13"), "原12", "本期12→13"),
        (entry("B-02", "12", explanation="按季"), "改说明", "说明空→“按季”"),
        (entry("B-02", "12", vintage=Vintage.FINAL), "改数据性质", "初步核算数→最终核实数"),
        (entry("B-02", "12", growth=entry("x", "3").figure), "改同比", "同比空→3"),
    ],
)
def test_a_change_is_told_shortly_in_the_table_and_whole_below(store, now, short, whole):
    approved(store)
    put(store, now, at=LATER)
    found = next(each for each in figures(store) if each.row.item.code == "B-02")

    assert figures_columns.COLUMNS[figures_columns.CHANGE].text(found) == short
    assert figures_columns.change(found) == whole
    assert figure_lines.altered(found) == (
        f"研发经费　{whole}\n理由：没有写明理由　张三，2099-01-01 08:00"
    )


def test_what_is_not_altered_has_nothing_to_tell(store):
    handed_in(store)

    assert figure_lines.altered(figures(store)[0]) == ""


def test_the_columns_that_can_be_changed_are_those_that_the_item_has(store):
    rows = {each.row.item.code: each.row for each in figures(store)}

    assert [each.label for each in columns(rows["B-01"])] == ["本期", "同比", "缺数原因", "说明"]
    assert [each.label for each in columns(rows["P01-01"])] == [
        "本期",
        "形象进度",
        "缺数原因",
        "说明",
    ]


def test_an_approval_is_asked_for_until_it_is_whole(qtbot, theme, store):
    (line, *_) = finish(review.docket(store, "p", HALF))
    page = QWidget()
    qtbot.addWidget(page)
    dialog = Approve([line], "", date(2024, 8, 1), page)
    assert dialog._status.text() == NOTHING
    dialog._all.click()
    assert dialog._status.text() == NOBODY
    dialog._fields["by"].setText("区长")
    dialog._on.setText("八月一日")
    assert dialog._status.text() == NO_DAY
    dialog._on.setText("2024-08-01")
    assert (dialog._status.text(), dialog._save.isEnabled()) == ("将审定1份报表。", True)
