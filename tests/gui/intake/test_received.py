"""收到的表: a department opens what the office sent, fills it in and writes it back."""

import pytest
from PySide6.QtWidgets import QFileDialog

from core.domain.profile import Role
from gui.pages.inbox import received
from gui.pages.intake import HELD
from tests.forms import HALF, entry
from tests.gui.intake.test_receiving import type_in
from tests.returning import filled, issued, read


@pytest.fixture
def came(desk, tmp_path):
    """The desk of a department, and a form that the office sent, one figure in it."""
    office = desk()
    path = filled(issued(office.store, tmp_path), {"B-01": 300}, name="填报表.xlsx")
    return desk(role=Role.DEPARTMENT), path, office


def part(made):
    return made.page._received


def open_form(made, path):
    made.drop(path)
    made.wait(lambda: part(made)._task is None)


def test_a_department_finds_its_own_part_only(came):
    made, _, office = came
    assert made.page.advice == received.OPEN
    tabs = made.page._tabs
    shown = [tabs.tabText(n) for n in range(tabs.count()) if tabs.isTabVisible(n)]
    assert shown == ["收到的表"]
    assert office.page.part is office.sending
    assert not part(made)._write.isEnabled()
    part(made)._write_back()
    part(made)._lead()
    assert made.ways == []


def test_a_form_is_opened_and_leads_to_where_it_is_filled_in(came):
    made, path, _ = came
    open_form(made, path)
    assert made.figures() == {"B-01": "300.00"}
    assert "带入1项。" in part(made)._form.text()
    assert made.page.advice == received.FILL
    part(made)._fill.click()
    way = made.ways[-1]
    assert (way.page, way.quarter, way.department, way.plan) == ("填报", HALF, "D05", "p")
    part(made)._issues.led.emit(read(made.store, path).files[0].issues[-1])
    assert made.ways[-1].page == "填报"


def test_what_stands_here_already_is_kept_and_told(came):
    made, path, _ = came
    type_in(made, entry("B-01", "7"))
    open_form(made, path)
    assert made.figures() == {"B-01": "7"}
    assert "有1项本机已经填了别的数" in part(made)._form.text()


def test_the_form_is_written_back_and_the_office_takes_it(came):
    made, path, office = came
    open_form(made, path)
    type_in(made, entry("B-02", "12.00"))
    before = path.read_bytes()
    part(made)._write.click()
    made.wait(lambda: part(made)._task is None)
    (written,) = part(made)._files.paths
    assert made.page.advice == received.WRITTEN
    assert path.read_bytes() == before
    office.drop(written)
    office.take()
    assert office.figures() == {"B-01": "300.00", "B-02": "12.00"}


def test_what_is_no_form_is_told(came, tmp_path):
    made, _, _ = came
    other = tmp_path / "通知.xlsx"
    other.write_bytes(b"PK\x03\x04")
    open_form(made, other)
    assert "不是汇总单位分发的填报表" in made.failures[-1]
    assert made.page.advice == received.OPEN


def test_a_form_is_chosen_in_a_dialog_and_not_while_others_write(qtbot, came, desk):
    made, path, _ = came
    part(made)._open.click()
    dialog = part(made).findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.finished):
        dialog.fileSelected.emit(str(path))
        dialog.reject()
    made.wait(lambda: made.page.advice == received.FILL)
    part(made).forbid(HELD)
    assert made.page.advice == HELD
    assert not part(made)._open.isEnabled()
