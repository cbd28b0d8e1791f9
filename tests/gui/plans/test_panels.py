"""Departments that become others, checks that are tried, rows and fields of a card, the record."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from core.domain.department import Reform
from core.errors import StorageError
from core.plans.cards import Thing
from gui.dialogs.reform import ReformDialog
from gui.widgets.plan.choose_codes import ChooseCodes
from tests.gui.plans.desk import OTHER, SMALL, fill


def reform(desk, number):
    """Ask for a reform of the first department and give the dialog."""
    panel = desk.panel("部门")
    desk.choose(Thing.DEPARTMENT, 0, panel)
    panel.deeds[number].click()
    return desk.window.findChildren(ReformDialog)[-1]


def shown(table):
    """Read a table, line by line."""
    model = table.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in rows]


def test_departments_are_listed_with_what_they_are_called_by_now(desk):
    panel = desk().panel("部门")
    assert shown(panel._table)[1][:5] == [
        "D02",
        "区工信局",
        "区工业和信息化局",
        "政府部门",
        "区工科局",
    ]
    assert shown(panel._reforms)[2][:4] == ["2024-05-01", "并入", "区供电公司", "区工信局"]


def test_a_department_is_edited_added_and_deleted(desk):
    made = desk()
    panel = made.panel("部门")
    panel._add.click()
    assert made.field("编码", panel) == "D04"
    made.type("简称", "区数据局", panel)
    assert made.plan.departments[3].short_name == "区数据局"
    panel._remove.click()
    assert len(made.plan.departments) == 3
    made.choose(Thing.DEPARTMENT, 0, panel)
    panel._remove.click()
    assert "部门“D01”还不能删除" in made.failures[-1]


def test_a_department_is_renamed_on_a_day(desk):
    made = desk()
    dialog = reform(made, 0)
    assert dialog.windowTitle() == "更名：部门 D01 区统计局"
    fill(dialog._fields["日期"], "2024-10-01")
    dialog._take.click()
    assert "“新简称”还没有填" in dialog._flaw.text()
    assert made.plan == made.stored
    for name in ("新简称", "新全称"):
        fill(dialog._fields[name], "区数据局")
    dialog._take.click()
    assert made.plan.reorganisations[-1].short_name == "区数据局"
    assert made.page.save()
    assert made.stored.reorganisations[-1].kind is Reform.RENAMED


def test_a_department_is_merged_into_another_one_only(desk):
    made = desk()
    dialog = reform(made, 1)
    combo = dialog._fields["接收部门"]._editor
    assert [combo.itemData(row) for row in range(combo.count())] == ["", "D02", "D03"]
    fill(dialog._fields["接收部门"], "D02")
    fill(dialog._fields["日期"], "某天")
    dialog._take.click()
    assert "“日期”现为“某天”" in dialog._flaw.text()
    fill(dialog._fields["日期"], "2024-10-01")
    dialog._take.click()
    assert made.plan.reorganisations[-1].into == "D02"


def test_a_split_takes_items_that_the_department_answers_for(qtbot, desk):
    made = desk()
    dialog = reform(made, 2)
    fill(dialog._fields["日期"], "2024-10-01")
    fill(dialog._fields["接收部门"], "D02")
    dialog._take.click()
    assert "“划转事项”还没有填" in dialog._flaw.text()
    field = dialog._fields["划转事项"]._editor
    field._choose.click()
    (choose,) = dialog.findChildren(ChooseCodes)
    assert [choose._list.item(row).text()[:3] for row in range(choose._list.count())] == [
        "A-1",
        "A-2",
        "B-1",
    ]
    choose._find.setText("能耗")
    assert choose._list.item(0).isHidden()
    choose._list.itemActivated.emit(choose._list.item(1))
    choose._list.itemActivated.emit(choose._list.item(0))
    choose._list.itemActivated.emit(choose._list.item(0))
    choose._take.click()
    assert field.text() == "A-2"
    dialog._take.click()
    assert made.plan.reorganisations[-1].items == ("A-2",)


def test_a_reform_can_be_left_or_taken_back(desk):
    made = desk()
    dialog = reform(made, 0)
    dialog._leave.click()
    panel = made.panel("部门")
    panel._reforms.choose((Thing.REORGANISATION, 1))
    panel._undo.click()
    assert len(made.plan.reorganisations) == 2
    made.page._bar.undo.click()
    assert len(made.plan.reorganisations) == 3


def test_codes_that_are_chosen_again_are_no_edit(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    field = made.items.editor.form._fields["配合单位"]
    assert field._editor._line.text() == "区工信局、区供电公司"
    fill(field, "D02、D03")
    assert made.plan == made.stored
    fill(field, "D03")
    assert made.plan.indicators[0].duty.supporting == ("D03",)


def test_a_check_is_written_and_tried_at_once(desk):
    made = desk()
    panel = made.panel("核对关系")
    panel._add.click()
    assert made.field("公式", panel) == "[A-1] ≥ 0"
    assert shown(panel._trials) == [
        ["2020年基期", "521.94", "0", "成立", ""],
        ["2025年目标", "690", "0", "成立", ""],
    ]
    made.type("公式", "[A-1] ≈", panel)
    assert "“公式”现为“[A-1] ≈”" in panel.editor.pending
    made.type("公式", "[A-1] ≤ 600", panel)
    assert [each[3] for each in shown(panel._trials)] == ["成立", "不成立"]
    assert made.plan.rules[0].formula == "[A-1] ≤ 600"
    panel._table.setFocus()
    panel._table.unwanted.emit()
    assert made.plan.rules == ()
    assert shown(panel._trials) == []


def test_a_check_that_is_not_accepted_keeps_the_others_from_being_shown(qtbot, desk):
    made = desk()
    panel = made.panel("核对关系")
    panel._add.click()
    panel._add.click()
    made.type("公式", "[A-1] ≈", panel)
    made.choose(Thing.RULE, 0, panel)
    qtbot.waitUntil(lambda: panel._table.key == (Thing.RULE, 1))
    assert panel.subject == (Thing.RULE, 1)
    panel._add.click()
    assert len(made.plan.rules) == 2


def test_in_a_plan_without_indicators_a_new_check_says_what_is_missing(desk):
    made = desk()
    empty = replace(made.plan, indicators=(), milestones=(), reorganisations=(), rules=())
    made.page.draft.edit(empty, "清空")
    panel = made.panel("核对关系")
    panel._add.click()
    assert "“公式”还没有填" in made.failures[-1]


def test_saved_edits_stand_in_the_record(desk):
    made = desk()
    made.revise("800")
    made.page.save()
    panel = made.panel("修改记录")
    (line,) = shown(panel._table)
    assert line[1:] == ["李四", "A-1", "指标 目标：突破750", "指标 目标：800"]


def test_a_record_that_cannot_be_read_is_told(desk, monkeypatch):
    made = desk()

    def broken(_self, _code):
        raise StorageError("数据库正被占用")

    monkeypatch.setattr(type(made.page._journeys), "history", broken)
    made.page._bench.changed.emit()
    assert made.failures == ["数据库正被占用"]


def test_a_plan_that_cannot_be_read_is_told(desk, monkeypatch):
    made = desk()

    def broken(_self, _code):
        raise StorageError("数据库正被占用")

    monkeypatch.setattr(type(made.page._journeys), "load", broken)
    made.turn(SMALL)
    assert made.failures == ["数据库正被占用"]


def test_lines_are_copied_for_a_spreadsheet(qtbot, desk):
    made = desk()
    table = made.items._table
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 5
    assert lines[0].startswith("A-1\t地区生产总值（GDP）\t亿元")
    qtbot.keyClick(table, Qt.Key.Key_Down)


def test_lines_are_sorted_as_people_count(desk):
    made = desk()
    from gui.models.plan_texts import SORT, Line, PlanTexts

    model = PlanTexts(("编码",), made.page)
    model.show([Line(number, (f"B-{number}",)) for number in (10, 9, 2)])
    keys = [model.index(row, 0).data(SORT) for row in range(3)]
    assert sorted(keys) == [keys[2], keys[1], keys[0]]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_sections_that_a_person_folded_stay_folded(desk):
    made = desk()
    tree = made.items._tree
    tree._line((Thing.SECTION, 0)).setExpanded(False)
    made.revise("800")
    assert not tree._line((Thing.SECTION, 0)).isExpanded()
    assert tree._line((Thing.PLAN, 0)).isExpanded()


def test_clicking_in_the_tree_leads_to_sections_and_plans(qtbot, desk):
    made = desk()
    made.show()
    tree = made.items._tree
    line = tree._line((Thing.SECTION, 2))
    place = tree.visualItemRect(line).center() + QPoint(0, 0)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert made.items.subject == (Thing.SECTION, 2)
    made.choose(Thing.INDICATOR, 3)
    tree.chosen.emit((Thing.SECTION, 2))
    assert made.items.subject == (Thing.SECTION, 2)
    (other,) = tree.findItems("上一个规划", Qt.MatchFlag.MatchExactly)
    tree.setCurrentItem(other)
    qtbot.waitUntil(lambda: made.plan.code == OTHER)
    assert made.items.subject == (Thing.PLAN, 0)
    qtbot.keyClick(tree, Qt.Key.Key_Down)


def test_long_texts_are_taken_when_the_keyboard_leaves_them(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    field = made.items.editor.form._fields["口径"]
    field._editor.setPlainText("含研发\n支出")
    field.eventFilter(field._editor, QFocusEvent(QEvent.Type.FocusOut))
    assert made.plan.indicators[0].definition == "含研发\n支出"


def test_ten_megabytes_are_refused_and_not_cut(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    made.type("备注", "说" * 3_500_000)
    assert "不超过2000字" in made.items.editor.pending
    assert len(made.field("备注")) == 3_500_000
    made.type("备注", "")
    made.type("单位", "元" * 3_500_000)
    assert len(made.field("单位")) == 3_500_000
    assert made.items.editor.pending


@pytest.fixture
def rows(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    return made, made.items.editor.form._groups["base_revisions"]


def edited(made, group, name, kind):
    """Open the editor of a cell of the first row."""
    made.items.editor.form.setCurrentIndex(4)
    made.show()
    names = [each.name for each in group.model.fields]
    group._view.edit(group.model.index(0, names.index(name)))
    return group._view.findChild(kind)


def test_a_fixed_word_of_a_row_is_chosen(rows):
    made, group = rows
    combo = edited(made, group, "数据性质", QComboBox)
    assert combo.currentText() == "普查修订数"
    combo.setCurrentText("最终核实数")
    combo.activated.emit(combo.currentIndex())
    assert made.plan.indicators[0].base_revisions[0].vintage.label == "最终核实数"


def test_any_other_cell_of_a_row_is_typed(qtbot, rows):
    made, group = rows
    line = edited(made, group, "原因", QLineEdit)
    assert line.text() == "第五次经济普查"
    line.setText("复核")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: made.plan.indicators[0].base_revisions[0].reason == "复核")


def test_a_wrong_cell_is_drawn_with_a_frame(qtbot, rows):
    made, group = rows
    made.items.editor.form.setCurrentIndex(4)
    made.show()
    before = group._view.grab().toImage()
    group.model.setData(group.model.index(0, 0), "某天")
    assert group.model.flaw(group.model.index(0, 0))
    assert group._view.grab().toImage() != before


def test_delete_empties_a_cell_and_other_keys_go_their_way(rows):
    made, group = rows
    names = [each.name for each in group.model.fields]
    group._view.setCurrentIndex(group.model.index(0, names.index("发文字号")))
    group.model.setData(group._view.currentIndex(), "国统字1号")
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F5):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        group.keyPressEvent(event)
    assert made.plan.indicators[0].base_revisions[0].document == ""


def test_a_row_is_not_taken_where_none_is_chosen(rows):
    made, group = rows
    group._view.setCurrentIndex(group.model.index(-1, -1))
    group._take.click()
    assert len(made.plan.indicators[0].base_revisions) == 1
    assert not group.model.setData(group.model.index(0, 0), "x", Qt.ItemDataRole.DisplayRole)
    assert group.model.headerData(0, Qt.Orientation.Vertical) == 1
    assert group.model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.SizeHintRole) is None
    assert group.model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
