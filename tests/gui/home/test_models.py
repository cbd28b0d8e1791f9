"""The tables of 首页 as Qt asks them, and what their cells say."""

from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from core.domain.profile import Role as Use
from core.domain.submission import State
from gui.models import standings
from gui.models.bases_model import BasesModel, Part
from gui.models.form_order import FormOrder
from gui.models.matrix_model import MatrixModel
from gui.models.quarters_model import QuartersModel
from gui.models.standings import Role
from tests import factory as the
from tests.gui.home.office import Q3, Office

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
COLUMN = 14  # that of 2024Q3


def matrix(office):
    model = MatrixModel()
    model.show_overview(office.overview())
    return model


def quarters(office):
    model = QuartersModel()
    model.show_overview(office.overview())
    return model


def own(**rest):
    return Office(role=Use.DEPARTMENT, own="D05", **rest)


def text(model, row, column, role=Qt.ItemDataRole.DisplayRole):
    return model.index(row, column).data(role)


@pytest.mark.parametrize("make", [matrix, quarters])
def test_the_tables_of_forms_are_sound_models(qtmodeltester, make):
    office = own()
    office.report("B-02")
    office.hand_in("D02")
    model = make(office)
    qtmodeltester.check(model)
    order = FormOrder()
    order.setSourceModel(model)
    qtmodeltester.check(order)
    order.show_owed(only=True)
    order.sort(0)
    model.show_overview(None)
    assert (model.rowCount(), model.columnCount() * model.rowCount()) == (0, 0)
    assert model.chosen == -1


def test_the_table_of_bases_is_a_sound_model(qtmodeltester):
    model = BasesModel(Office().overview().gaps)
    qtmodeltester.check(model)
    assert model.rowCount() == 1


@pytest.mark.parametrize("model", [MatrixModel(), QuartersModel(), BasesModel(())])
def test_nothing_stands_below_a_cell_or_outside_of_the_table(model: QAbstractItemModel):
    assert model.data(QModelIndex()) is None
    assert model.headerData(99, ACROSS) is None
    assert not model.setData(QModelIndex(), "1")


def test_a_cell_of_the_matrix_says_state_share_and_lateness():
    office = Office()
    office.today = date(2024, 10, 23)
    office.report("B-02")
    office.hand_in("D02", date(2024, 10, 24))
    model = matrix(office)

    assert [text(model, row, COLUMN) for row in range(3)] == [
        "已报送 迟报3天",
        "填报中 1/2 逾期2天",
        "无需填报",
    ]
    assert [text(model, row, COLUMN + 1) for row in range(3)] == ["未到期", "未到期", "无需填报"]


def test_headers_name_quarters_and_departments_and_mark_the_chosen_one():
    model = matrix(Office())

    assert model.headerData(COLUMN, ACROSS) == "2024年\n前三季度"
    assert model.headerData(1, DOWN) == "区科技局"
    assert model.headerData(1, DOWN, Qt.ItemDataRole.ToolTipRole) == "区科学技术局"
    assert "按本期进度排序" in model.headerData(COLUMN, ACROSS, Qt.ItemDataRole.ToolTipRole)
    marked = [model.headerData(each, ACROSS, Role.MARKED) for each in range(20)]
    assert marked.index(True) == COLUMN
    assert marked.count(True) == 1
    assert not model.headerData(0, DOWN, Role.MARKED)
    assert model.headerData(0, DOWN, Qt.ItemDataRole.DecorationRole) is None


def test_only_the_chosen_quarter_shows_its_details_in_the_cell():
    model = matrix(Office())

    assert [text(model, 0, each, Role.WHOLE) for each in (COLUMN - 1, COLUMN)] == [False, True]


def test_the_tooltip_says_all_about_a_form():
    office = Office()
    office.hand_in("D05", date(2024, 10, 24))
    office.today = date(2024, 10, 25)

    tip = text(matrix(office), 1, COLUMN, Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines() == [
        "区科技局　2024年前三季度",
        "已报送，已填0/2项",
        "10月21日截止，迟报3天",
        "10月24日报出",
        "按回车或双击打开这张报表",
    ]
    assert text(matrix(office), 2, COLUMN, Qt.ItemDataRole.ToolTipRole).endswith("没有要填的数")
    assert "1月20日截止" in text(matrix(office), 0, COLUMN + 1, Qt.ItemDataRole.ToolTipRole)


def test_forms_are_ordered_by_what_is_latest_and_least_advanced():
    office = Office()
    late, early = office.overview(), office.overview(the.quarter("2024Q4"))
    office.hand_in("D02", state=State.REVIEWED)
    done = office.overview()

    assert standings.order(late.now[0]) < standings.order(done.now[0])
    assert standings.order(late.now[0]) < standings.order(early.now[0])


def test_a_department_s_quarters_stand_newest_first_with_their_dates():
    office = own()
    office.hand_in("D05", date(2024, 7, 25), the.quarter("2024Q2"))
    model = quarters(office)
    row = 6  # 2024Q2

    assert model.headerData(row, DOWN) == "2024年上半年"
    assert [text(model, row, each) for each in range(5)] == [
        "已报送",
        "0/2",
        "2024年7月22日",
        "2024年7月25日",
        "迟报3天",
    ]
    assert model.headerData(0, ACROSS) == "状态"
    assert model.headerData(5, DOWN, Role.MARKED)
    assert [text(model, row, each, Role.ORDER) for each in (1, 4)] == [0, 3]
    assert text(model, 0, 3, Role.ORDER) == 0
    assert text(model, row, 0, Role.WHOLE) is False


def test_a_department_without_duties_has_empty_quarters():
    model = quarters(Office(role=Use.DEPARTMENT, own="D03"))

    assert [text(model, 5, each) for each in range(5)] == ["无需填报", "", "", "", ""]


def test_what_is_owed_can_be_told_from_the_rest():
    office = Office()
    office.hand_in("D02")
    order = FormOrder()
    order.setSourceModel(matrix(office))
    order.show_owed(only=True)

    assert [order.headerData(row, DOWN) for row in range(order.rowCount())] == ["区科技局"]


def put(model, words):
    model.setData(model.index(0, Part.BASE), words)
    return [text(model, 0, part) for part in (Part.BASE, Part.NOTE)]


def test_a_base_shows_how_it_was_read_and_what_is_wrong_with_it():
    model = BasesModel(Office().overview().gaps)
    assert [text(model, 0, part) for part in Part] == [
        "B-03",
        "专利",
        "件",
        "10",
        "",
        "规划没有印出基期",
    ]
    assert put(model, "１２") == ["12", "“１２”读作12件"]
    assert (model.texts, model.wrong) == ({"B-03": "12"}, 0)
    assert put(model, "约五百")[0] == "约五百"
    assert (model.wrong, text(model, 0, Part.BASE, Qt.ItemDataRole.UserRole)) == (1, True)
    assert put(model, "") == ["", "规划没有印出基期"]
    assert (model.texts, model.wrong) == ({}, 0)
    assert not model.setData(model.index(0, Part.BASE), "1", Qt.ItemDataRole.CheckStateRole)


def test_only_the_base_can_be_typed_into():
    model = BasesModel(Office().overview().gaps)
    editable = Qt.ItemFlag.ItemIsEditable

    assert [bool(model.flags(model.index(0, part)) & editable) for part in Part] == [
        part is Part.BASE for part in Part
    ]
    assert model.headerData(Part.BASE, ACROSS) == "基期"
    assert "专利" in text(model, 0, Part.NAME, Qt.ItemDataRole.ToolTipRole)


def test_the_chosen_quarter_is_that_of_the_header():
    assert matrix(Office()).chosen == list(Office().overview().plan.quarters).index(Q3)
