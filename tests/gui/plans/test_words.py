"""Words and thresholds of the phases, formulas, and what does not go together."""

import pytest
from PySide6.QtCore import Qt

from core.errors import StorageError
from core.plans.cards import Thing
from gui.widgets.plan.formula_line import FormulaLine
from gui.widgets.plan.ladder_grid import LadderGrid


def ladder(desk, field="monitoring"):
    """The table of a phase, on the card of the plan."""
    desk.items.reach((Thing.PLAN, 0))
    found = desk.items.editor.form.findChildren(LadderGrid)
    return next(each for each in found if each._ladder.group.field == field)


def meanings(grid):
    return [label.text() for label in grid._meanings.values()]


def test_each_word_says_what_it_means_by_the_thresholds_as_they_are_typed(desk):
    made = desk()
    grid = ladder(made)
    assert meanings(grid)[1] == "进度达到序时的1.1倍以上；增速与目标之差在0.5个百分点以上"
    assert "差在目标的2%以内" in meanings(grid)[-1]
    made.type("年度监测·快于预期下限", "1.2")
    made.type("年度监测·左右允许差", "0.035")
    assert meanings(grid)[1].startswith("进度达到序时的1.2倍以上")
    assert "1.2倍；" in meanings(grid)[2]
    assert "差在目标的3.5%以内" in meanings(grid)[-1]
    assert str(made.plan.monitoring.from_ahead) == "1.2"
    assert made.plan.midterm.from_ahead != made.plan.monitoring.from_ahead


def test_a_threshold_that_contradicts_another_is_marked_at_its_field(desk):
    made = desk()
    grid = ladder(made)
    made.type("年度监测·快于预期下限", "0.9")
    field = made.items.editor.form._fields["年度监测·符合预期下限"]
    assert field._editor.property("flawed")
    assert "小于上一档0.9" in made.items.editor.pending
    made.items.editor.form._fields["年度监测·快于预期下限"]._editor.setText("")
    assert "序时的？倍" in meanings(grid)[1]
    made.items.editor.give_up()
    assert not made.items.editor.pending


def test_the_floor_of_the_end_is_told_and_can_be_none(desk):
    made = desk()
    grid = ladder(made, "dictionary")
    assert meanings(grid)[3] == "预期性指标没有达到目标，不论差多少：不设下限"
    made.type("基本完成下限", "0.85")
    assert "完成了目标的85%以上" in meanings(grid)[3]


def test_every_word_can_be_reached(desk):
    made = desk()
    ladder(made)
    made.items.editor.reach("中期评估·略有滞后用词")
    assert made.items.editor.form.tabText(made.items.editor.form.currentIndex()) == "中期评估"


@pytest.fixture
def line(qtbot):
    made = FormulaLine()
    qtbot.addWidget(made)
    made.know([("B-25", "B-25 城镇收入"), ("B-26", "B-26 农村收入")])
    made.show()
    return made


def test_a_formula_offers_what_can_be_named_and_reads_itself_aloud(qtbot, line):
    qtbot.keyClicks(line, "[25")
    popup = line.completer_.popup()
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == [
        "B-25 城镇收入"
    ]
    line.complete("B-25 城镇收入")
    qtbot.keyClicks(line, " / [B-26]")
    assert line.text() == "[B-25] / [B-26]"
    assert line.reading() == "“城镇收入” ÷ “农村收入”"
    assert not popup.isVisible()


@pytest.mark.parametrize(
    ("text", "words"), [("", ""), ("[B-25] +", "不是可以识别的算式"), ("[X-1] * 2", "没有编码X-1")]
)
def test_a_formula_that_means_nothing_says_why(line, text, words):
    line.setText(text)
    assert words in line.reading()


def test_keys_that_choose_belong_to_the_list_while_it_is_open(qtbot, line):
    qtbot.keyClicks(line, "[")
    assert line.completer_.popup().isVisible()
    with qtbot.assertNotEmitted(line.editingFinished):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    line.completer_.popup().hide()
    with qtbot.waitSignal(line.editingFinished):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_formula_of_an_indicator_is_typed_on_its_card(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 2)
    made.type("公式", "[A-1] * 2")
    assert made.plan.indicators[2].formula == "[A-1] * 2"
    assert made.items.editor.form._fields["公式"]._reading.text() == "“地区生产总值（GDP）” × 2"
    made.type("公式", "[A-3] + 1")
    assert "绕回" in made.items.editor.pending


def sentences(panel):
    return [panel._list.item(row).text() for row in range(panel._list.count())]


def test_what_does_not_go_together_is_listed_and_leads_to_its_indicator(desk):
    made = desk()
    made.show()
    panel = made.panel("一致性")
    (found,) = sentences(panel)
    assert "A-1　增长与目标不合" in found
    assert "759.83亿元" in found
    panel._list.setCurrentRow(0)
    panel._list.itemActivated.emit(panel._list.item(0))
    assert made.page.panel is made.items
    assert made.items.subject == (Thing.INDICATOR, 0)


def test_a_plan_without_disagreements_says_so(desk):
    made = desk()
    made.show()
    made.choose(Thing.INDICATOR, 0)
    made.type("增长", "")
    panel = made.panel("一致性")
    assert sentences(panel) == ["没有发现对不上的地方。"]
    panel._list.setCurrentRow(0)
    panel._lead()
    assert made.page.panel is panel


def test_what_cannot_be_compared_is_told(desk, monkeypatch):
    made = desk()
    made.show()

    def broken(*_):
        raise StorageError("读不出")

    monkeypatch.setattr("core.services.planning.plan_findings.inconsistencies", broken)
    made.panel("一致性")
    assert made.failures == ["读不出"]
