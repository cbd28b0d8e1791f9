"""Targets of years and quarters beside derived ones, and targets that are set or adjusted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from core.domain.target import TargetState
from core.plans.cards import Thing
from gui.dialogs.aim import AimDialog
from gui.scope import AIM, Way
from tests.gui.plans.desk import fill

YEARS, QUARTERS = "annual_targets", "quarterly_targets"


def rows(desk, group):
    """What a list of the card shows, line by line."""
    model = desk.items.editor.form._groups[group].model
    columns = range(model.columnCount())
    return [
        [model.index(row, column).data() for column in columns] for row in range(model.rowCount())
    ]


def model(desk, group=YEARS):
    return desk.items.editor.form._groups[group].model


def dialog(desk):
    return desk.window.findChildren(AimDialog)[-1]


def test_every_year_has_a_target_given_or_derived(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    assert [(each[0], each[-1]) for each in rows(made, YEARS)] == [
        ("2021", "给定"),
        ("2022", "给定"),
        ("2023", "推算"),
        ("2024", "推算"),
        ("2025", "即规划目标"),
    ]
    assert [(each[0], each[-1]) for each in rows(made, QUARTERS)] == [
        ("2022Q1", "给定"),
        ("2022Q2", "给定"),
        ("2024Q1", "按四分之几均分"),
        ("2024Q2", "按四分之几均分"),
        ("2024Q3", "按四分之几均分"),
        ("2024Q4", "与全年目标相同"),
    ]


def test_a_derived_target_is_given_by_typing_and_comes_back_by_deleting(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    years = model(made)
    assert years.is_proposed(years.index(2, 1))
    assert not years.index(2, 0).flags() & Qt.ItemFlag.ItemIsEditable
    years.setData(years.index(2, 1), "650")
    given = made.plan.indicators[0].annual_targets
    assert [(each.year, str(each.figure)) for each in given][-1] == (2023, "650")
    assert rows(made, YEARS)[2][-1] == "给定"
    years.take(2)
    assert rows(made, YEARS)[2][-1] == "推算"
    years.take(2)  # nobody's row cannot be taken away
    assert len(rows(made, YEARS)) == 5


def test_a_wrong_target_is_marked_in_its_own_line(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    years = model(made)
    years.setData(years.index(3, 1), "很多 钱")
    assert "年度目标" in made.items.editor.pending
    assert years.flaw(years.index(3, 1))
    assert not any(years.flaw(years.index(row, 1)) for row in (0, 1, 2, 4))
    made.items.editor.give_up()
    assert rows(made, YEARS)[3][-1] == "推算"


def test_a_pending_target_is_set_with_its_document(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 1)
    assert made.items.editor._aim.text().startswith("下达目标")
    made.items.editor._aim.click()
    asked = dialog(made)
    assert asked.windowTitle().startswith("下达目标：指标 A-2")
    for name, text in {"日期": "2023-03-01", "目标": "13.5"}.items():
        fill(asked._fields[name], text)
    asked._take.click()
    assert "“发文字号”还没有填" in asked._flaw.text()
    fill(asked._fields["发文字号"], "市府发〔2023〕5号")
    asked._take.click()
    item = made.plan.indicators[1]
    assert (str(item.aim.printed), item.aim.state) == ("13.5", TargetState.GIVEN)
    assert (item.revisions[-1].document, item.revisions[-1].reason) == (
        "市府发〔2023〕5号",
        "上级下达",
    )
    assert made.items.editor._aim.text().startswith("调整目标")


def test_an_adjusted_target_needs_its_day_and_its_reason(desk):
    made = desk()
    made.choose(Thing.INDICATOR, 0)
    made.items.editor._aim.click()
    asked = dialog(made)
    fill(asked._fields["目标"], "700")
    asked._take.click()
    assert "日期" in asked._flaw.text()
    asked._leave.click()
    assert made.plan == made.stored


def test_another_page_leads_to_setting_a_target(desk):
    made = desk()
    made.panel("部门")
    made.page.arrive(Way("规划与指标", code="A-2", column=AIM))
    assert made.page.panel is made.items
    assert dialog(made).windowTitle().startswith("下达目标：指标 A-2")


def test_what_nobody_gave_is_written_paler(desk):
    made = desk()
    made.show()
    made.choose(Thing.INDICATOR, 0)
    made.items.editor.form.setCurrentIndex(2)
    view = made.items.editor.form._groups[YEARS]._view
    dark = [
        min(
            QColor(image.pixel(x, y)).lightness()
            for x in range(image.width())
            for y in range(8, 22)
        )
        for image in (
            view.viewport().grab(view.visualRect(model(made).index(row, 1))).toImage()
            for row in (1, 2)
        )
    ]
    assert dark[0] < dark[1]


@pytest.mark.parametrize("place", [0, 1])
def test_lists_with_proposals_keep_to_the_rules_of_models(desk, qtmodeltester, place):
    made = desk()
    made.choose(Thing.INDICATOR, place)
    for group in (YEARS, QUARTERS):
        qtmodeltester.check(model(made, group))


def test_what_cannot_be_looked_up_is_told_and_the_card_is_shown(desk, monkeypatch):
    made = desk()

    def broken(*_):
        from core.errors import StorageError

        raise StorageError("读不出")

    monkeypatch.setattr("core.services.planning.plan_findings.past", broken)
    made.choose(Thing.INDICATOR, 0)
    assert made.failures == ["读不出"]
    assert len(rows(made, QUARTERS)) == 6
