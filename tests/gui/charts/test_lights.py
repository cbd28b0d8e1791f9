"""晴雨表: read with the eyes, by the keyboard, by a screen reader, and taken elsewhere."""

from itertools import combinations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QMenu

from core.domain.judging.judgement import Light
from gui.delegates import lamps
from gui.models.lights_model import LightsModel, Role
from gui.theme import LIGHT, Look
from gui.widgets.charts import lights_picture, picture_file
from gui.widgets.charts.lights_board import LightsBoard
from gui.widgets.charts.lights_excerpt import CALM, LightsExcerpt
from gui.widgets.charts.turns_panel import NO_TURN
from tests.gui.charts.weather import history

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
ITEMS = Qt.ItemDataRole
SEEN = history("bggyy", "gggrr", "-----")


@pytest.fixture
def board(qtbot, theme):
    """The table over three items and five quarters, and what it told."""
    made = LightsBoard()
    qtbot.addWidget(made)
    made.show_lights(SEEN)
    made.resize(900, 600)
    made.show()
    return made


def test_the_lights_are_a_sound_model(qtmodeltester):
    model = LightsModel()
    model.show_lights(SEEN)
    qtmodeltester.check(model)
    assert model.data(QModelIndex()) is None
    assert model.headerData(9, ACROSS) is None
    model.show_lights(None)
    assert (model.rowCount(), model.columnCount()) == (0, 0)


def test_a_cell_and_its_heads_say_everything():
    model = LightsModel()
    model.show_lights(SEEN)
    cell = model.index(0, 3)
    assert cell.data() == "黄 略有滞后"
    assert cell.data(Role.TURN).worse
    assert cell.data(ITEMS.AccessibleTextRole) == "地区生产总值，2021年全年由绿转黄：依据3。"
    assert cell.data(ITEMS.ToolTipRole).splitlines() == [
        "地区生产总值（亿元）　2021年全年",
        "黄灯，略有滞后",
        "2021年全年由绿转黄：依据3。",
    ]
    assert model.told(0, 4) == "2022年一季度黄灯，略有滞后：依据4。"
    assert [model.headerData(each, ACROSS) for each in range(5)] == [
        "一季",
        "半年",
        "三季",
        "全年",
        "一季",
    ]
    assert model.headerData(1, ACROSS, ITEMS.ToolTipRole) == "2021年上半年"
    assert model.headerData(1, DOWN, ITEMS.ToolTipRole) == "B-02　细颗粒物浓度　约束性"
    assert cell.data(ITEMS.DecorationRole) is None
    assert model.headerData(1, DOWN, ITEMS.DecorationRole) is None
    assert model.headerData(1, ACROSS, ITEMS.DecorationRole) is None


def test_the_cursor_begins_at_the_newest_light_and_says_why_it_shines(qtbot, board):
    panel = board._panel
    assert board.table.code == "B-01"
    assert panel.told == "2022年一季度黄灯，略有滞后：依据4。"
    assert panel.lines == ["2021年全年由绿转黄：依据3。", "2021年上半年由蓝转绿：依据1。"]
    qtbot.keyClick(board.table, Qt.Key.Key_Left)
    assert panel.told == "2021年全年由绿转黄：依据3。"
    assert panel._list.currentRow() == 0
    qtbot.keyClick(board.table, Qt.Key.Key_Down)
    qtbot.keyClick(board.table, Qt.Key.Key_Down)
    assert (panel._head.text(), panel.lines) == (NO_TURN, [])


def test_a_change_in_the_list_leads_to_its_quarter(board):
    board._panel._list.itemActivated.emit(board._panel._list.item(1))
    board._panel._list.setCurrentRow(1)
    board._panel._list.itemActivated.emit(board._panel._list.item(1))
    assert board.table.currentIndex().column() == 1


def test_enter_a_double_click_and_the_menu_open_an_item(qtbot, board):
    with qtbot.waitSignal(board.opened) as opened:
        qtbot.keyClick(board.table, Qt.Key.Key_Return)
    assert opened.args == ["B-01"]
    board.table.verticalHeader().sectionClicked.emit(2)
    with qtbot.waitSignal(board.opened) as opened:
        board.table.doubleClicked.emit(board.table.currentIndex())
    assert opened.args == ["P01-01"]


def test_the_cursor_stays_on_its_item_when_the_lights_are_others(board):
    board.choose("B-02")
    board.choose("B-99")
    board.show_lights(history("bggy", "gggr"))
    assert (board.table.code, board.table.currentIndex().column()) == ("B-02", 3)
    board.show_lights(history())
    assert not board.table.isVisible()
    assert board._empty.isVisible()
    board.show_lights(None)
    assert board.table.code == ""


def test_the_whole_table_is_copied_for_excel(qtbot, board):
    with qtbot.waitSignal(board.noticed) as noticed:
        qtbot.keyClick(board.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    first, second, *_ = QGuiApplication.clipboard().text().split("\r\n")
    assert first.split("\t")[:3] == ["指标", "2021年一季度", "2021年上半年"]
    assert second.split("\t")[:2] == ["地区生产总值（亿元）", "蓝 快于预期"]
    assert noticed.args[0].text == "已复制3行，可以粘贴到Excel或WPS。"


def test_the_table_is_saved_as_a_picture_or_it_is_said_why_not(qtbot, board, tmp_path):
    board._save.click()
    dialog = board.findChild(QFileDialog)
    target = tmp_path / "晴雨表.png"
    with qtbot.waitSignal(board.noticed) as noticed:
        dialog.fileSelected.emit(str(target))
    dialog.close()
    assert QImage(str(target)).size() == lights_picture.draw(SEEN).size()
    assert str(target) in noticed.args[0].text
    refused = picture_file.save(lights_picture.draw(SEEN), tmp_path / "无" / "晴雨表.png")
    assert refused.grave
    assert "没有存成" in refused.text


def shape(light):
    """The pixels that a light covers, whatever its colour."""
    picture = QImage(QSize(16, 16), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    lamps.draw(painter, picture.rect(), light, LIGHT)
    painter.end()
    white = 240
    places = [(x, y) for x in range(16) for y in range(16)]
    return {(x, y) for x, y in places if picture.pixelColor(x, y).lightness() < white}


def test_lights_can_be_told_apart_without_colour(theme):
    shapes = [shape(light) for light in Light]
    for first, second in combinations(shapes, 2):
        assert len(first ^ second) > 20


def test_both_looks_are_painted(qtbot, theme, board):
    light = board.grab().toImage()
    theme.choose(Look.DARK)
    dark = board.grab().toImage()
    theme.choose(Look.LIGHT)
    assert light.pixelColor(300, 300).lightness() > 128 > dark.pixelColor(300, 300).lightness()


def test_the_excerpt_names_what_is_alarming_and_leads_there(qtbot, theme):
    excerpt = LightsExcerpt()
    qtbot.addWidget(excerpt)
    excerpt.show_lights(history("bggy", "ggrr", "----"))
    assert excerpt._counts.accessibleName() == "蓝灯0项，绿灯0项，黄灯1项，红灯1项，灰灯1项"
    assert excerpt.lines == [
        "细颗粒物浓度　红灯，明显滞后：依据3。",
        "地区生产总值　2021年全年由绿转黄：依据3。",
    ]
    excerpt._list.setCurrentRow(0)
    with qtbot.waitSignal(excerpt.opened) as opened:
        excerpt._list.itemActivated.emit(excerpt._list.item(0))
    assert opened.args == ["B-02"]
    with qtbot.waitSignal(excerpt.opened) as opened:
        excerpt._all.click()
    assert opened.args == [""]


def test_the_excerpt_is_calm_without_alarms_and_absent_without_judgements(qtbot, theme):
    excerpt = LightsExcerpt()
    qtbot.addWidget(excerpt)
    excerpt.show_lights(history("gg", "gg"))
    assert (excerpt.lines, excerpt._calm.text()) == ([], CALM)
    assert excerpt.isVisible()
    excerpt.show_lights(history("--", "--"))
    assert not excerpt.isVisible()


def test_the_menu_offers_what_can_be_done(qtbot, board):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    board.table.contextMenuEvent(event)
    menu = board.table.findChild(QMenu)
    assert [each.text() for each in menu.actions()] == ["打开这项指标(&O)", "复制整表(&C)"]
    menu.close()


def test_the_excerpt_is_a_low_row_however_many_alarms_there_are(qtbot, theme):
    excerpt = LightsExcerpt()
    qtbot.addWidget(excerpt)
    excerpt.show_lights(history(*["gggr"] * 2))
    height = excerpt.sizeHint().height()
    excerpt.show_lights(history(*["gggr"] * 3))
    assert len(excerpt.lines) == 3
    assert excerpt.sizeHint().height() == height
