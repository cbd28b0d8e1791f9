"""A planner reads and edits a plan, saves it, and never loses anything without being asked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog

from core.domain.holder import Holder
from core.domain.profile import Role
from core.errors import StorageError
from core.plans import cards, edits
from core.plans.cards import Card, Thing
from core.services.planning import planning
from gui.dialogs.new_plan import BLANK, COPY, NewPlan
from gui.dialogs.question import Question
from gui.pages.plans import DEPARTMENT, EDIT, HELD, NO_PLAN, UNSAVED
from gui.scope import Way
from gui.widgets.plan.items_panel import PLAN
from tests.gui.plans.desk import OTHER, SMALL

CTRL = Qt.KeyboardModifier.ControlModifier


def answer(desk, number):
    """Answer the question that is asked."""
    (question,) = desk.window.findChildren(Question)
    buttons = [
        each for each in question.children() if each.metaObject().className() == "QPushButton"
    ]
    buttons[number].click()


def texts(table):
    model = table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_page_shows_the_plan_of_the_header_and_says_what_to_do(desk):
    made = desk()
    assert made.page.advice == EDIT
    assert texts(made.items._table) == ["A-1", "A-2", "A-3", "B-1", "B-2"]
    assert made.items.subject == PLAN
    assert made.field("简称") == "“十四五”规划"
    assert not made.page._bar.save.isEnabled()


def test_a_section_shows_what_stands_in_it(desk):
    made = desk()
    made.items._tree.chosen.emit((Thing.SECTION, 2))
    assert texts(made.items._table) == ["B-1", "B-2"]
    assert made.field("名称") == "专栏1 工程"
    made.items._tree.chosen.emit((Thing.SECTION, 0))
    assert texts(made.items._table) == ["A-1", "A-2", "A-3"]


def test_an_indicator_is_edited_and_saved(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    assert made.items.editor._title.text() == "指标 A-1 地区生产总值（GDP）"
    made.type("单位", "万元")
    made.type("频次", "年度")
    assert made.page.advice == UNSAVED
    assert made.stored.indicators[0].unit == "亿元"
    made.page._bar.save.click()
    assert made.stored.indicators[0].unit == "万元"
    assert made.notices == ["“十四五”规划已保存，改动已记入变更记录。"]
    assert made.page.advice == EDIT


def test_edits_are_undone_and_done_again_also_after_saving(desk):
    made = desk()
    made.revise("800")
    made.page._bar.save.click()
    made.page._bar.undo.click()
    assert made.field("目标") == "突破750"
    assert made.page.advice == UNSAVED
    made.page._bar.redo.click()
    assert made.field("目标") == "800"
    assert made.page.advice == EDIT
    assert "修改指标 A-1" in made.page._bar.undo.toolTip()


def test_keys_save_undo_and_find(qtbot, desk):
    made = desk()
    made.revise("800")
    made.show()
    made.items._table.setFocus()
    qtbot.keyClick(made.items._table, Qt.Key.Key_S, CTRL)
    assert str(made.stored.indicators[0].target.printed) == "800"
    qtbot.keyClick(made.items._table, Qt.Key.Key_Z, CTRL)
    assert made.page.draft.unsaved
    qtbot.keyClick(made.items._table, Qt.Key.Key_Y, CTRL)
    assert not made.page.draft.unsaved
    qtbot.keyClick(made.items._table, Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(made.items._find.hasFocus)


def test_what_stands_half_typed_is_saved_too(qtbot, desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    made.show()
    made.items.editor.reach("单位")
    line = made.items.editor.form._fields["单位"]._editor
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "t")
    qtbot.keyClick(line, Qt.Key.Key_S, CTRL)
    assert made.page.save()
    assert made.stored.indicators[0].unit == "t"


def test_a_text_that_does_not_fit_stays_and_says_why_until_it_is_mended(desk):
    made = desk()
    made.revise("750亿元")
    assert made.items.editor.pending.startswith("“目标”现为“750亿元”，应为规划印出的数或词")
    assert made.page.draft.plan.indicators[0].target.printed != "750亿元"
    made.choose(Thing.INDICATOR, 1)
    assert made.failures == []
    assert made.notices[-1].endswith("改正后再继续，或按Esc恢复原值。")
    assert made.items.subject == (Thing.INDICATOR, 0)
    assert not made.page.save()
    made.type("目标", "800")
    assert not made.items.editor.pending
    assert made.page.save()


def test_a_refused_text_can_be_given_up(qtbot, desk):
    made = desk()
    made.revise("750亿元")
    made.page._go_back()
    assert made.field("目标") == "突破750"
    assert not made.items.editor.pending
    made.revise("750亿元")
    made.show()
    qtbot.keyClick(made.page, Qt.Key.Key_Escape)
    assert made.field("目标") == "突破750"


def test_texts_that_belong_together_are_taken_once_both_are_there(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    made.type("衡量方式", "累计")
    assert "填报方式" in made.items.editor.pending
    made.type("填报方式", "当年数")
    assert not made.items.editor.pending
    assert made.plan.indicators[0].measure.label == "累计"


def test_other_parts_of_the_page_wait_until_a_refused_text_is_mended(desk):
    made = desk()
    made.revise("750亿元")
    made.panel("部门")
    assert made.page.panel is made.items
    assert made.page._bar.tabs.currentIndex() == 0
    made.items._tree.chosen.emit((Thing.SECTION, 1))
    made.items._tree.turned.emit(OTHER)
    made.items._add(Thing.INDICATOR)
    made.items._move(1)
    assert made.items.subject == (Thing.INDICATOR, 0)
    assert made.ways == []
    assert len(made.plan.indicators) == 4


def test_another_plan_is_chosen_in_the_header_and_edits_wait_for_it(desk):
    made = desk()
    made.revise("800")
    made.items._tree.turned.emit(OTHER)
    assert made.ways == [Way("规划与指标", plan=OTHER)]
    assert made.plan.code == OTHER
    assert made.page.advice == EDIT
    made.turn(SMALL)
    assert made.page.advice == UNSAVED
    assert str(made.plan.indicators[0].target.printed) == "800"


def test_a_refused_text_waits_too_when_the_header_turns_away(desk):
    made = desk()
    made.revise("750亿元")
    made.turn(OTHER)
    assert made.field("简称") == "“十三五”规划"
    made.turn(SMALL)
    assert made.items.subject == (Thing.INDICATOR, 0)
    assert made.field("目标") == "750亿元"
    assert made.items.editor.pending


def test_without_a_plan_the_page_says_how_to_get_one(desk):
    made = desk(plans=())
    assert made.page.advice == NO_PLAN
    assert made.page._bar.new.isEnabled()
    assert not made.page._bar.hand_out.isEnabled()
    assert made.page.save()
    made.page._go_back()
    made.page._go_on()
    made.page._hand_out()
    made.page._ask_removal()
    for panel in made.page._panels.values():
        assert panel.subject is None


@pytest.mark.parametrize(
    ("role", "holder", "words"),
    [
        (Role.DEPARTMENT, None, DEPARTMENT),
        (Role.OFFICE, Holder("x.db", "张三", "PC-1", "2026-01-01T00:00:00+08:00", 1), HELD),
    ],
)
def test_who_may_not_edit_only_reads(desk, role, holder, words):
    made = desk(role=role, holder=holder)
    assert made.page.advice == words
    made.choose(Thing.INDICATOR, 0)
    form = made.items.editor.form
    assert form._fields["单位"]._editor.isReadOnly()
    assert not form._fields["频次"]._editor.isEnabled()
    assert not form._groups["revisions"]._add.isEnabled()
    for each in (made.page._bar.new, made.page._bar.save, made.items._remove):
        assert not each.isEnabled()
    made.items._take_out()
    assert made.plan == made.stored
    departments = made.panel("部门")
    departments._take_out()
    departments._take_back()
    assert not any(each.isEnabled() for each in departments.deeds)


def test_things_are_added_where_they_belong_and_named_at_once(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 1)
    made.items._new[Thing.INDICATOR].click()
    assert made.items.subject == (Thing.INDICATOR, 2)
    assert made.field("编码") == "A-4"
    assert made.field("牵头单位") == "D02"
    made.type("指标", "用水总量")
    assert [each.name for each in made.plan.indicators][2] == "用水总量"
    made.items._tree.chosen.emit((Thing.SECTION, 2))
    made.items._new[Thing.MILESTONE].click()
    assert made.field("编码") == "B-3"
    assert made.plan.milestones[1].planned == "2025Q4"
    made.items._new[Thing.SECTION].click()
    assert made.plan.sections[-1].parent == "B"
    assert made.field("编码") == "B-4"
    made.items._new[Thing.INDICATOR].click()
    assert made.plan.indicators[-1].section == "B-4"
    assert made.page.save()


def test_things_are_moved_in_their_printed_order(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 1)
    made.items._up.click()
    assert [each.code for each in made.plan.indicators] == ["A-2", "A-1", "A-3", "B-1"]
    assert made.items.subject == (Thing.INDICATOR, 0)
    made.items._up.click()
    assert made.items.subject == (Thing.INDICATOR, 0)
    made.items._down.click()
    assert made.items.subject == (Thing.INDICATOR, 1)
    made.items._tree.chosen.emit((Thing.SECTION, 0))
    made.items._down.click()
    assert [each.code for each in made.plan.sections] == ["B", "A", "A1"]
    made.items._tree.chosen.emit(PLAN)
    made.items._down.click()
    assert made.items.subject == PLAN


def test_what_nothing_depends_on_is_deleted_and_comes_back(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 3)
    made.items._remove.click()
    assert [each.code for each in made.plan.indicators] == ["A-1", "A-2", "A-3"]
    made.page._bar.undo.click()
    assert len(made.plan.indicators) == 4


def test_what_something_depends_on_is_not_deleted_and_the_page_says_what(qtbot, desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    made.show()
    made.items._table.setFocus()
    qtbot.keyClick(made.items._table, Qt.Key.Key_Delete)
    assert "指标“B-1”的“同源指标”用到它" in made.failures[-1]
    made.items._tree.chosen.emit((Thing.SECTION, 0))
    qtbot.keyClick(made.items._tree, Qt.Key.Key_Delete)
    assert "类别“A1”的“所属”用到它" in made.failures[-1]
    assert made.plan == made.stored


def test_targets_definitions_and_adjustments_are_typed_into_rows(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 1)
    rows = made.items.editor.form._groups["revisions"]
    rows._add.click()
    assert "“日期”还没有填" in made.items.editor.pending
    model = rows.model
    for name, text in {"目标": "15", "原因": "省里调整", "日期": "2024-05-08"}.items():
        column = [each.name for each in model.fields].index(name)
        assert model.setData(model.index(0, column), text)
    assert not made.items.editor.pending
    (revision,) = made.plan.indicators[1].revisions
    assert revision.reason == "省里调整"
    rows._view.setCurrentIndex(model.index(0, 0))
    rows._take.click()
    assert made.plan.indicators[1].revisions == ()


def test_a_wrong_cell_of_a_row_is_framed_and_says_why(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    model = made.items.editor.form._groups["annual_targets"].model
    model.setData(model.index(0, 0), "2099")
    assert model.flaw(model.index(0, 0)) == "“年份”现为“2099”，应为规划年份内的年份"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole).startswith("“年份”现为“2099”")


def test_the_search_finds_by_any_column(desk):
    made = desk()
    made.items._find.setText("客运")
    assert texts(made.items._table) == ["B-2"]
    made.items._find.setText("区统计局")
    assert texts(made.items._table) == ["A-1", "A-2", "B-1"]


def test_another_page_leads_to_an_item(desk):
    made = desk()
    made.items._tree.chosen.emit((Thing.SECTION, 2))
    made.page.arrive(Way("规划与指标", code="A-3"))
    assert made.items.subject == (Thing.INDICATOR, 2)
    made.page.arrive(Way("规划与指标", code="B-2"))
    assert made.items.subject == (Thing.MILESTONE, 0)
    made.page.arrive(Way("规划与指标"))
    assert made.items.subject == (Thing.MILESTONE, 0)


def test_what_somebody_else_changed_is_not_overwritten_but_read_again_if_wanted(desk):
    made = desk()
    made.revise("800")
    card = cards.card(made.stored, Thing.INDICATOR, 1)
    other = edits.put(
        made.stored, Thing.INDICATOR, 1, Card({**card.cells, "单位": "吨"}, card.lists)
    )
    planning.save(made.store, made.stored, other)
    made.page._bar.save.click()
    assert "在别处被修改过" in made.failures[-1]
    answer(made, 0)
    assert made.page.draft.unsaved
    made.page._bar.save.click()
    made.window.findChildren(Question)[0].deleteLater()
    made.page._shelf.reload(made.page.draft)
    assert made.plan.indicators[1].unit == "吨"
    assert not made.page.draft.unsaved


def test_a_plan_is_deleted_after_asking_and_comes_back_by_undo(desk):
    made = desk()
    made.items._remove.click()
    answer(made, 0)
    assert made.scope.plan.code == SMALL
    made.items._remove.click()
    made.window.findChildren(Question)[-1].answered.emit(1)
    assert [each.code for each in made.opened.plans] == [OTHER]
    assert made.plan.code == OTHER
    assert "请按“撤销”" in made.notices[-1]
    made.page._bar.undo.click()
    assert made.plan.code == SMALL
    assert made.notices[-1] == "“十四五”规划已恢复。"


def test_a_plan_for_which_somebody_reported_is_not_deleted(desk):
    made = desk()
    from core.domain.period import Quarter
    from core.domain.submission import State, Submission

    with made.store.writing() as work:
        work.submissions.save(SMALL, Submission("D01", Quarter(2023, 4), State.SUBMITTED))
    made.page._transfers._remove(made.plan)
    assert "已有1份报表，不能删除" in made.failures[-1]


def test_a_plan_that_follows_is_begun_in_a_dialog(desk):
    made = desk()
    made.page._bar.new.click()
    (dialog,) = made.page.findChildren(NewPlan)
    assert dialog._lines["规划编码"].text() == "small-2026-2030"
    dialog._bases.setChecked(True)
    dialog._lines["简称"].setText("")
    dialog._make.click()
    assert "“简称”还没有填" in dialog._flaw.text()
    dialog._lines["简称"].setText("“十五五”规划")
    dialog._make.click()
    assert made.plan.code == "small-2026-2030"
    assert made.plan.indicators[0].target.state.label == "无"
    assert "规划已新建。" in made.notices


@pytest.mark.parametrize(("start", "code"), [(COPY, "small-2021-2025-2"), (BLANK, "")])
def test_a_plan_is_begun_from_a_copy_or_from_nothing(desk, start, code):
    made = desk()
    made.page._bar.new.click()
    (dialog,) = made.page.findChildren(NewPlan)
    dialog._starts.button(start).click()
    assert dialog._lines["规划编码"].text() == code
    for name, text in {"规划编码": "fresh", "全称": "新规划", "简称": "新"}.items():
        dialog._lines[name].setText(text)
    dialog._make.click()
    assert made.plan.code == "fresh"


def test_without_a_plan_only_a_blank_one_can_be_begun(desk):
    made = desk(plans=())
    made.page._bar.new.click()
    (dialog,) = made.page.findChildren(NewPlan)
    assert dialog._starts.checkedId() == BLANK
    dialog._leave.click()


def test_a_plan_goes_out_and_comes_in_as_a_folder(qtbot, desk, tmp_path):
    made = desk()
    made.page._bar.hand_out.click()
    made.page.findChildren(QFileDialog)[0].fileSelected.emit(str(tmp_path))
    qtbot.waitUntil(lambda: any("已导出到" in each for each in made.notices))
    (folder,) = tmp_path.iterdir()
    toml = folder / "plan.toml"
    toml.write_text(toml.read_text("utf-8").replace(SMALL, "mine"), "utf-8")
    made.page._bar.bring_in.click()
    made.page.findChildren(QFileDialog)[-1].fileSelected.emit(str(folder))
    qtbot.waitUntil(lambda: made.plan.code == "mine")
    assert planning.same(replace(made.plan, code=SMALL), planning.load(made.store, SMALL))
    made.page._transfers.bring_in(str(folder))
    qtbot.waitUntil(lambda: len(made.failures) == 1)


def turned_away(desk):
    """What the window does when another page is turned to."""
    desk.page.hide()


def test_turning_away_asks_what_becomes_of_edits(qtbot, desk):
    made = desk()
    made.show()
    turned_away(made)
    made.page.show()
    assert not made.window.findChildren(Question)
    made.revise("800")
    turned_away(made)
    qtbot.waitUntil(lambda: bool(made.window.findChildren(Question)))
    answer(made, 0)
    assert not made.page.draft.unsaved
    assert str(made.stored.indicators[0].target.printed) == "800"


@pytest.mark.parametrize(("number", "kept"), [(1, "800"), (2, "突破750")])
def test_edits_wait_on_the_page_or_are_given_up(qtbot, desk, number, kept):
    made = desk()
    made.show()
    made.revise("800")
    turned_away(made)
    qtbot.waitUntil(lambda: bool(made.window.findChildren(Question)))
    answer(made, number)
    assert str(made.plan.indicators[0].target.printed) == kept
    assert str(made.stored.indicators[0].target.printed) == "突破750"


def test_edits_that_cannot_be_saved_lead_back_to_the_page(qtbot, desk):
    made = desk()
    made.show()
    made.revise("750亿元")
    turned_away(made)
    qtbot.waitUntil(lambda: bool(made.window.findChildren(Question)))
    answer(made, 0)
    assert made.ways == [Way("规划与指标")]


def test_the_window_is_not_closed_over_edits_without_asking(qtbot, desk):
    made = desk()
    made.show()
    made.revise("800")
    assert not made.window.close()
    answer(made, 1)
    assert made.window.isVisible()
    assert not made.window.close()
    made.window.findChildren(Question)[-1].answered.emit(0)
    assert not made.window.isVisible()
    assert str(made.stored.indicators[0].target.printed) == "800"


def test_the_window_closes_once_edits_are_given_up(desk):
    made = desk()
    made.show()
    made.revise("800")
    made.turn(OTHER)
    assert not made.window.close()
    answer(made, 2)
    assert not made.window.isVisible()


def test_another_database_forgets_the_edits_of_the_one_before(desk):
    made = desk()
    made.revise("800")
    made.page.welcome(replace(made.opened, address="other.db"))
    made.turn(SMALL)
    assert not made.page.draft.unsaved


def test_every_model_of_the_page_keeps_to_the_rules_of_models(desk, qtmodeltester):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    tables = [made.items._table, made.panel("部门")._table, made.panel("部门")._reforms]
    for table in tables:
        qtmodeltester.check(table.texts, force_py=True)
        assert table.texts.rowCount(table.texts.index(0, 0)) == 0
        assert table.texts.data(QModelIndex()) is None
    rows = made.items.editor.form._groups["annual_targets"].model
    qtmodeltester.check(rows, force_py=True)
    assert rows.columnCount(rows.index(0, 0)) == 0
    assert rows.data(QModelIndex()) is None


def test_a_change_from_elsewhere_leaves_alone_what_is_being_typed(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    made.items.editor.form._fields["单位"]._editor.setText("万元")
    made.look_again()
    assert made.field("单位") == "万元"
    assert made.plan.indicators[0].unit == "万元"
    made.type("目标", "750亿元")
    made.look_again()
    assert made.field("目标") == "750亿元"
    assert made.items.editor.pending


def test_what_was_not_accepted_of_another_plan_is_not_closed_over(desk):
    made = desk()
    made.show()
    made.revise("750亿元")
    made.turn(OTHER)
    assert not made.window.close()
    answer(made, 0)
    assert made.plan.code == SMALL
    assert made.field("目标") == "750亿元"
    assert made.window.isVisible()
    made.page._give_up()
    assert made.field("目标") == "突破750"
    assert made.window.close()


def test_edits_of_several_plans_are_saved_together(desk):
    made = desk()
    made.show()
    made.revise("800")
    made.turn(OTHER)
    made.revise("900")
    assert not made.window.close()
    answer(made, 0)
    for code, target in ((SMALL, "800"), (OTHER, "900")):
        stored = planning.load(made.store, code)
        assert str(stored.indicators[0].target.printed) == target
    assert not made.window.isVisible()


@pytest.fixture
def broken(monkeypatch):
    """Make a journey fail as a busy database does."""

    def make(desk, name):
        def fail(*_args, **_rest):
            raise StorageError("数据库正被占用")

        monkeypatch.setattr(type(desk.page._journeys), name, fail)

    return make


def test_an_edit_that_cannot_be_judged_stays_typed(desk, broken):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    broken(made, "put")
    made.type("单位", "万元")
    assert made.items.editor.pending == "数据库正被占用"
    assert made.field("单位") == "万元"


@pytest.mark.parametrize(
    ("journey", "act"),
    [
        ("insert", lambda made: made.items._add(Thing.INDICATOR)),
        ("take_out", lambda made: made.items._take_out()),
        ("reorder", lambda made: made.items._move(1)),
        ("remove", lambda made: made.page._transfers._remove(made.plan)),
        ("try_rule", lambda made: made.panel("核对关系")._add.click()),
        ("load", lambda made: made.page._shelf.reload(made.page.draft)),
        ("save", lambda made: (made.revise("800"), made.page.save())),
    ],
)
def test_what_the_database_prevents_is_told(desk, broken, journey, act):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    broken(made, journey)
    act(made)
    assert made.failures == ["数据库正被占用"]


def test_a_plan_that_cannot_be_restored_can_be_later(desk, broken, monkeypatch):
    made = desk()
    made.page._transfers._remove(made.plan)
    with monkeypatch.context():
        broken(made, "restore")
        made.page._bar.undo.click()
    assert made.failures == ["数据库正被占用"]
    assert made.page._transfers.removed is not None


def test_a_new_plan_whose_pattern_cannot_be_read_says_so(desk, broken):
    made = desk()
    broken(made, "succeeding")
    made.page._bar.new.click()
    (dialog,) = made.page.findChildren(NewPlan)
    assert dialog._flaw.text() == "数据库正被占用"


def test_bounds_stand_for_a_target_that_the_plan_does_not_print(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 2)
    for name, text in {"目标": "", "下限": "5"}.items():
        made.type(name, text)
    assert made.items._table.model().index(2, 7).data() == "5以上"
    made.type("上限", "5")
    assert made.items._table.model().index(2, 7).data() == "5"
    made.type("上限", "7.5")
    assert made.items._table.model().index(2, 7).data() == "5-7.5"
    made.type("下限", "")
    assert made.items._table.model().index(2, 7).data() == "7.5以内"


def test_an_unprinted_order_is_left_by_a_third_click(qtbot, desk):
    made = desk()
    table = made.items._table
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert texts(table) != ["A-1", "A-2", "A-3", "B-1", "B-2"]
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert texts(table) == ["A-1", "A-2", "A-3", "B-1", "B-2"]


def test_a_line_that_the_keyboard_reaches_is_chosen(qtbot, desk):
    made = desk()
    made.show()
    made.items._find.setFocus()
    made.items._table.setFocus()
    qtbot.waitUntil(lambda: made.items.subject == (Thing.INDICATOR, 0))
    assert made.items._table.selectionModel().isRowSelected(0, QModelIndex())


def test_fields_stand_side_by_side_as_far_as_there_is_room(qtbot, desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    fields = made.items.editor.form._fields
    grid = fields["编码"].parentWidget()
    made.show()

    def beside():
        return grid.layout().getItemPosition(grid.layout().indexOf(fields["属性"]))[:2]

    made.window.resize(1200, 760)
    qtbot.waitUntil(lambda: beside() == (1, 2))
    grid.resize(300, 400)
    assert beside() == (3, 0)
    grid.resize(450, 400)
    assert beside() == (2, 0)
