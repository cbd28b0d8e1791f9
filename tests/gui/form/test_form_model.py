"""The form as a table for Qt: what each cell shows, says and allows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from core.domain.cell import Column
from core.domain.issue import Issue, Severity
from core.domain.submission import Missing, State
from gui.models.cell_state import CellState
from gui.models.form_model import FormModel, name
from tests import factory as the
from tests import forms
from tests.forms import entry, form, handed_in

Role = Qt.ItemDataRole
LONG = "受国际市场影响" * 10
FULL = form(
    entry("B-01", "300", growth=the.figure("6.1"), explanation=LONG),
    entry("B-02", "-5"),
    entry("B-03", missing=Missing.UNCOUNTED),
    past=[entry("B-01", "190", "2024Q1")],
)


@pytest.fixture
def model(qapp):
    made = FormModel()
    made.show_form(FULL)
    return made


def at(model, code, column=Column.FIGURE):
    return model.place(code, column)


def data(model, code, column=Column.FIGURE, role=Role.DisplayRole):
    return at(model, code, column).data(role)


@pytest.mark.parametrize("shown", [FULL, form(a_plan=forms.plan(forms.RESEARCH)), None])
def test_it_is_a_sound_model(qtmodeltester, shown):
    model = FormModel()
    model.show_form(shown)
    qtmodeltester.check(model)


def test_it_stays_sound_while_forms_come_and_go(qtmodeltester):
    model = FormModel()
    qtmodeltester.check(model)
    model.show_form(FULL)
    model.renew(FULL.with_entry(0, entry("B-01", "301")), [0])
    model.show_form(None)
    qtmodeltester.check(model)


def test_cells_show_and_edit_the_same_text(model):
    assert data(model, "B-01") == data(model, "B-01", role=Role.EditRole) == "300"
    assert data(model, "B-01", Column.LAST) == "190"
    assert data(model, "B-03", Column.MISSING) == "未统计"
    assert data(model, "B-01", role=Role.DecorationRole) is None


def test_words_stand_at_the_left_and_figures_at_the_right(model):
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight

    assert data(model, "B-01", Column.EXPLANATION, Role.TextAlignmentRole) & left
    assert data(model, "B-01", Column.FIGURE, Role.TextAlignmentRole) & right


def test_heads_name_columns_and_items_with_their_units(model):
    across = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    down = [model.headerData(n, Qt.Orientation.Vertical) for n in range(model.rowCount())]

    assert across == [column.label for column in Column]
    assert down[3:6] == ["科技进步贡献率（%）", "高新产业产值（专栏）（亿元）", "科创大桥"]
    assert model.headerData(99, Qt.Orientation.Horizontal) is None
    assert model.headerData(99, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Vertical, Role.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical, FormModel.RowRole) is FULL.rows[0]
    assert FormModel().headerData(0, Qt.Orientation.Vertical) is None


def test_an_item_without_a_unit_is_called_by_its_name_alone():
    bare = replace(forms.RESEARCH, unit="")
    assert name(form(a_plan=forms.plan(bare)).rows[0]) == "研发经费"


def test_only_open_cells_can_be_typed_into(model):
    editable = Qt.ItemFlag.ItemIsEditable

    assert at(model, "B-01").flags() & editable
    assert not at(model, "B-01", Column.BASE).flags() & editable
    assert not at(model, "B-04").flags() & editable
    assert model.lock(at(model, "B-04")) == "年度指标，全年时填报"


def test_a_form_that_somebody_else_has_is_locked_whole_with_the_reason(model):
    model.forbid("李四正在使用")

    assert model.forbidden == model.lock(at(model, "B-01")) == "李四正在使用"
    assert not at(model, "B-01").flags() & Qt.ItemFlag.ItemIsEditable
    model.forbid("")
    assert model.lock(at(model, "B-01")) == ""


def test_the_tip_says_what_is_wrong_why_it_is_locked_and_the_long_text_whole(model):
    assert "负" in data(model, "B-02", role=Role.ToolTipRole)
    assert data(model, "B-04", role=Role.ToolTipRole) == "年度指标，全年时填报"
    assert data(model, "B-01", Column.EXPLANATION, Role.ToolTipRole) == LONG
    assert data(model, "B-01", role=Role.ToolTipRole) == ""


def test_a_row_that_became_another_is_told_once(qtbot, model):
    fresh = FULL.with_entry(0, entry("B-01", "301"))
    with qtbot.waitSignals([model.dataChanged, model.headerDataChanged]):
        model.renew(fresh, [4, 0])
    assert data(model, "B-01") == "301"
    with qtbot.assertNotEmitted(model.dataChanged):
        model.renew(fresh, [])


def test_places_that_a_form_does_not_have_are_nowhere(model):
    assert not model.place("B-99", Column.FIGURE).isValid()
    assert not FormModel().place("B-01", Column.FIGURE).isValid()
    model.show_form(form(a_plan=forms.plan(forms.RESEARCH, milestones=())))
    assert not model.place("B-02", Column.PROGRESS).isValid()
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_cells_offer_words_where_there_are_some(model):
    assert model.choices(at(model, "B-01", Column.MISSING))[0] == "未统计"
    assert model.choices(at(model, "P01-01"))[0] == "未开工"
    assert model.choices(at(model, "B-01")) == ()


def states(shown, code="B-01", *columns):
    model = FormModel()
    model.show_form(shown)
    return [data(model, code, column, FormModel.StateRole) for column in columns or Column]


def state(shown, code="B-01", column=Column.FIGURE):
    return states(shown, code, column)[0]


def found(grade, column="figure", **rest):
    shown = form(entry("B-01", "300", **rest))
    issue = Issue("B-01", grade, "300", "请核对", column)
    return shown.with_rows({0: replace(shown.rows[0], issues=(issue,))})


def test_each_cell_tells_its_state():
    assert states(form()) == [
        *[CellState.GIVEN] * 5,
        CellState.EMPTY,
        CellState.OPTIONAL,
        CellState.LOCKED,
        CellState.OPTIONAL,
        CellState.OPTIONAL,
    ]
    assert state(form(), "B-04") is CellState.IDLE
    assert state(form(), "B-03") is CellState.OPTIONAL
    assert state(FULL) is CellState.FILLED
    assert state(FULL, "B-03", Column.MISSING) is CellState.FILLED
    assert state(form(entry("B-02", missing=Missing.WITHHELD)), "B-02") is CellState.OPTIONAL


def test_what_is_wrong_goes_before_all_else_until_it_is_explained():
    assert state(found(Severity.BLOCKING)) is CellState.BLOCKING
    assert state(found(Severity.BLOCKING, explanation="是")) is CellState.BLOCKING
    assert state(found(Severity.EXPLAIN)) is CellState.EXPLAIN
    assert state(found(Severity.EXPLAIN, explanation="是")) is CellState.FILLED
    assert state(found(Severity.HINT)) is CellState.FILLED
    assert state(found(Severity.BLOCKING, "growth")) is CellState.FILLED


def test_what_was_taken_over_is_told_apart_in_its_own_column():
    shown = form(entry("B-01", "300", explanation="回表"))
    taken = shown.with_rows({0: replace(shown.rows[0], taken=True)})

    assert states(taken, "B-01", Column.FIGURE, Column.EXPLANATION) == [
        CellState.TAKEN,
        CellState.FILLED,
    ]


@pytest.mark.parametrize(
    ("state_of_form", "filled", "blank"),
    [
        (State.SUBMITTED, CellState.FILLED, CellState.LOCKED),
        (State.APPROVED, CellState.APPROVED, CellState.APPROVED),
    ],
)
def test_a_closed_form_tells_that_it_is(state_of_form, filled, blank):
    closed = handed_in(form(entry("B-01", "300")), state_of_form)

    assert (state(closed), state(closed, "B-02")) == (filled, blank)


SHARE = forms.own("B-06", "研发强度", unit="%", formula="[B-02] / [B-01] * 100")
COMPUTED = forms.plan(forms.INDUSTRY, forms.RESEARCH, SHARE, rules=())


def test_a_computed_figure_is_shown_not_typed_and_explains_itself():
    shown = form(entry("B-01", "200"), entry("B-02", "5"), a_plan=COMPUTED)
    model = FormModel()
    model.show_form(shown)

    assert (data(model, "B-06"), data(model, "B-06", role=Role.EditRole)) == ("2.50", "")
    assert data(model, "B-06", role=Role.ToolTipRole) == (
        "由公式计算：“研发经费” ÷ “高新产业产值” × 100 = 5 ÷ 200 × 100 = 2.50%\n"
        "不用填；另填一个数的以填的为准，要写说明。"
    )
    assert states(shown, "B-06", Column.FIGURE, Column.MISSING) == [
        CellState.COMPUTED,
        CellState.OPTIONAL,
    ]


def test_what_waits_or_is_overridden_says_so():
    waiting = form(entry("B-01", "200"), a_plan=COMPUTED)
    own = form(*(entry(*each) for each in (("B-01", "200"), ("B-02", "5"), ("B-06", "2.5"))),
               a_plan=COMPUTED)  # fmt: skip
    tips = []
    for shown in (waiting, own):
        model = FormModel()
        model.show_form(shown)
        tips.append(data(model, "B-06", role=Role.ToolTipRole))
    assert state(waiting, "B-06") is CellState.AWAITING
    assert tips[0].endswith("，缺“研发经费”，还没有算\n公式里的数齐了就算出来，不用填。")
    assert state(own, "B-06") is CellState.FILLED
    assert tips[1].endswith("= 2.50%\n现在用的是填的数；清空就用算得的数。")


def test_the_state_is_worded_for_whoever_listens(model):
    assert data(model, "B-04", role=Role.AccessibleDescriptionRole) == "不用填"
