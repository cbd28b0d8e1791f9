"""The table of 完成情况 as Qt asks it: words, order, what is left out, and how cells look."""

from decimal import Decimal
from itertools import combinations

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from core.domain.completion import judge
from core.domain.indicator import Binding
from core.domain.judging.judgement import Light
from core.domain.submission import Decision, Entry, Missing
from core.domain.target import Target
from core.domain.tracked import Tracked
from gui.delegates.completion_delegates import LightDelegate, ProgressDelegate
from gui.models import completion_columns, yardstick_lines
from gui.models.completion_columns import COLUMNS, PROGRESS, STATUS
from gui.models.completion_model import CompletionModel, Role
from gui.models.completion_order import CompletionOrder, Wanted
from gui.widgets.completion.table import CompletionTable
from tests import factory as the
from tests.gui.completion.conftest import rows, stored

ACROSS = Qt.Orientation.Horizontal
SIZE = QRect(0, 0, 140, 32)
TITLES = {column.title: place for place, column in enumerate(COLUMNS)}


@pytest.fixture
def model():
    made = CompletionModel()
    made.show_rows(rows(stored()))
    return made


def shown(order):
    return [order.index(row, 0).data(Role.ROW).code for row in range(order.rowCount())]


def row(item, figures, at="2023Q4", entry=None, decision=None):
    """A line of one indicator, judged."""
    quarter = the.quarter(at)
    judged = judge(the.plan(item), item, quarter, the.reported(figures), decision)
    return Tracked(item, judged, "综合质效", "区统计局", entry, "", main=True)


def test_the_table_is_a_sound_model(qtmodeltester, model):
    qtmodeltester.check(model)
    order = CompletionOrder(model)
    qtmodeltester.check(order)
    order.want(Wanted(whole=True))
    order.sort(STATUS)
    model.show_rows(())
    assert (model.rowCount(), order.rowCount()) == (0, 0)
    assert model.headerData(len(COLUMNS), ACROSS) is None
    assert model.data(QModelIndex()) is None


def test_cells_say_what_was_reached_and_what_was_asked(model):
    texts = {title: model.index(0, place).data() for title, place in TITLES.items()}
    assert texts | {"说明": ""} == {
        "指标": "地区生产总值",
        "完成情况": "明显滞后",
        "单位": "亿元",
        "目标": "750",
        "本期实际": "560",
        "增量进度／序时": "16.7%／55.6%",
        "目标完成率": "74.7%",
        "年度进度": texts["年度进度"],
        "基期": "521.94",
        "数据期": "2023年全年",
        "属性": "预期性",
        "责任单位": "区统计局",
        "类别": "综合质效",
        "说明": "",
    }
    tip = model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("B-02 森林覆盖率\n约束性指标")
    assert "竖线" in model.headerData(PROGRESS, ACROSS, Qt.ItemDataRole.ToolTipRole)
    assert "排序" in model.headerData(0, ACROSS, Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize(
    ("item", "target"),
    [
        (the.level("0.46左右"), "0.46左右"),
        (the.control(the.pending()), "待下达"),
        (the.control(the.pending("省下达控制指标")), "省下达控制指标（待下达）"),
        (the.growth(Target(None, low=Decimal("7.5"), high=Decimal("7.5"))), "7.5"),
        (the.milestone(), "2025年投用"),
    ],
)
def test_a_target_is_shown_as_it_is_printed_or_by_its_bounds(item, target):
    plain = row(the.level("750"), {})
    shown_as = Tracked(item, plain.assessment, "", "", None, "", main=True)
    assert completion_columns.target(shown_as) == target


def test_what_was_reached_is_a_sum_where_sums_count_and_a_reason_where_nothing_is():
    summed = row(the.cumulative("100"), {2021: "20", 2022: "21", 2023: "19"})
    assert completion_columns.actual(summed) == "累计60"
    missing = Entry("B-01", the.quarter("2023Q4"), None, Missing.UNPUBLISHED)
    assert completion_columns.actual(row(the.level("750"), {}, entry=missing)) == "未到发布期"
    assert completion_columns.actual(row(the.level("750"), {})) == ""
    built = Entry("P01-01", the.quarter(), the.figure("开工"), progress=the.figure("45"))
    assert completion_columns.actual(row(the.level("750"), {}, entry=built)) == "开工，45%"


def test_a_status_that_a_person_gave_says_so():
    decided = Decision("B-01", the.quarter("2023Q4"), "快于预期", "纪要", "李明", "2024-01-20")
    assert completion_columns.status(row(the.level("750", "521.94"), {2023: "560"})) == "明显滞后"
    given = row(the.level("750", "521.94"), {2023: "560"}, decision=decided)
    assert completion_columns.status(given) == "快于预期·改"


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (Wanted(), ["B-01", "B-02", "B-03"]),
        (Wanted(whole=True), ["B-01", "B-02", "B-03", "X-01", "P01-01"]),
        (Wanted(whole=True, category="专栏1"), ["X-01", "P01-01"]),
        (Wanted(whole=True, lead="区统计局", binding=Binding.BINDING), ["B-02"]),
        (Wanted(light=Light.GREY), ["B-03"]),
        (Wanted(risky=True), ["B-02"]),
        (Wanted(whole=True, words="x-0"), ["X-01"]),
        (Wanted(lead="区科技局"), []),
    ],
)
def test_only_what_is_wanted_is_shown(model, wanted, codes):
    order = CompletionOrder(model)
    order.want(wanted)
    assert shown(order) == [each.code for each in order.shown] == codes


def test_what_is_counted_does_not_depend_on_the_light(model):
    order = CompletionOrder(model)
    order.want(Wanted(light=Light.GREY))
    assert [row.code for row in order.taken] == ["B-01", "B-02", "B-03"]


@pytest.mark.parametrize(
    ("title", "down", "codes"),
    [
        ("目标", False, ["B-02", "B-01", "B-03"]),
        ("目标", True, ["B-01", "B-02", "B-03"]),
        ("完成情况", False, ["B-01", "B-02", "B-03"]),
        ("增量进度／序时", True, ["B-01", "B-02", "B-03"]),
        ("责任单位", True, ["B-01", "B-02", "B-03"]),
    ],
)
def test_numbers_sort_as_numbers_and_what_is_empty_comes_last(model, title, down, codes):
    order = CompletionOrder(model)
    order.sort(TITLES[title], Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)
    assert shown(order) == codes


def test_both_yardsticks_are_told_side_by_side():
    item = the.level("750", "521.94")
    judged = row(item, {2022: "540", 2023: "560"}).assessment
    told = {label: (annual, plan) for label, annual, plan in yardstick_lines.lines(item, judged)}
    assert told["目标"][1] == "750.00"
    assert told["目标"][0].endswith("（推算）")
    assert told["实际"] == ("560.00", "560.00")
    assert told["已完成"][1] == "16.7%"
    assert told["为序时的"][1] == "0.30倍"
    assert told["据以判断"] == ("", "是")


def test_growth_is_told_in_points():
    item = the.growth("7.5")
    judged = row(item, {2021: "8", 2022: "7", 2023: "6"}).assessment
    told = {label: plan for label, _, plan in yardstick_lines.lines(item, judged)}
    assert told["与目标相差"].startswith("-0.5")
    assert told["与目标相差"].endswith("个百分点")


def painted(delegate, each, column, style=QStyle.StateFlag.State_None):
    """A cell, as an image."""
    model = CompletionModel()
    model.show_rows([each])
    option = QStyleOptionViewItem()
    option.rect, option.state = SIZE, style  # type: ignore[attr-defined]  # its stubs forget them
    image = QImage(SIZE.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(QFont())
    delegate.paint(painter, option, model.index(0, column))
    painter.end()
    return image


def test_every_light_has_a_shape_and_what_is_in_danger_a_corner(qtbot, theme):
    table = QTableView()
    qtbot.addWidget(table)
    item = the.level("750", "521.94")
    lit = [row(item, {2023: text}) for text in ("751", "650", "631.2", "560")]
    images = [painted(LightDelegate(table), each, STATUS) for each in (*lit, row(item, {}))]
    assert all(one != other for one, other in combinations(images, 2))
    model = CompletionModel()
    model.show_rows(rows(stored())[:2])
    names = CompletionTable(model)
    qtbot.addWidget(names)
    names.show()
    image = names.verticalHeader().grab().toImage()
    tops = [names.rowViewportPosition(row) + 1 for row in range(2)]
    corners = [image.pixelColor(image.width() - 3, top).name() for top in tops]
    assert [each == theme.colours.error for each in corners] == [False, True]


def test_a_bar_is_as_long_as_the_way_and_empty_without_one(qtbot, theme):
    table = QTableView()
    qtbot.addWidget(table)
    item = the.level("750", "521.94")
    delegate = ProgressDelegate(table)
    short, long = (row(item, {2023: text}) for text in ("560", "700"))
    chosen = QStyle.StateFlag.State_Selected
    images = [painted(delegate, each, PROGRESS) for each in (short, long, row(item, {}))]
    images.append(painted(delegate, short, PROGRESS, chosen))
    assert all(one != other for one, other in combinations(images, 2))
    blank = QImage(SIZE.size(), QImage.Format.Format_RGB32)
    blank.fill(QColor("white"))
    assert images[2] == blank
