"""A clerk opens a received workbook in the page 填报, fills it in, and writes it back."""

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog, QMenu

from core.domain.holder import Holder
from core.domain.submission import Origin
from core.progress import finish
from core.services import distribution
from core.services.distribution import Request
from core.workbooks.sandbox import Sandbox
from core.workbooks.search.arrival import arrive
from tests import factory as the
from tests import forms
from tests.core.memory import MemoryStore
from tests.forms import HALF, entry
from tests.gui.form.test_filling_page import Desk


@pytest.fixture
def desk(qtbot, theme, background, monkeypatch):
    """The page of a clerk; files are opened in this process, the other one has its own tests."""
    monkeypatch.setattr(Sandbox, "arrive", lambda _, *asked: arrive(*asked))
    return Desk(qtbot, background.start)


@pytest.fixture
def send(tmp_path):
    """Let the office send a form out, with some figures in it."""

    def act(*entries, at=HALF):
        office = MemoryStore()
        with office.writing() as work:
            work.plans.add(forms.plan())
            work.entries.save("p", entries, Origin("填报", "王五"), "2024-07-01")
        job = distribution.distribute(office, Request("p", at, "D05"), tmp_path / "mail", "王五")
        return finish(job).files[0]

    return act


def choose(desk, act, path=None):
    """Choose from the menu of the button, and then a file, or none."""
    desk.page._bar.workbook.click()
    menu = desk.page.findChild(QMenu)
    next(each for each in menu.actions() if each.text().startswith(act)).trigger()
    menu.close()
    dialog = desk.page.findChild(QFileDialog)
    if path is not None:
        dialog.fileSelected.emit(str(path))
    dialog.close()


def told(desk):
    """The last thing that was said, once something is."""
    desk.qtbot.waitUntil(lambda: bool(desk.notices or desk.errors))
    desk.wait()
    return (desk.notices + desk.errors)[-1]


def test_figures_of_a_received_form_come_into_the_grid(desk, send):
    desk.open()
    choose(desk, "打开", send(entry("B-01", "12.50")))

    assert told(desk) == "已打开填报表，带入1行。填完后按“填报表”写回。"
    assert desk.page.form.rows[0].entry.text == desk.stored() == "12.50"
    assert desk.here == ("B-02", "figure")


def test_what_was_filled_in_here_stays_and_is_told(desk, send):
    desk.put(entry("B-01", "99"))
    desk.open()
    choose(desk, "打开", send(entry("B-01", "12.50")))

    assert told(desk) == (
        "已打开填报表，没有要带入的数，1行本机已填了别的，没有改。填完后按“填报表”写回。"
    )
    assert desk.stored() == "99"


def test_a_form_of_another_quarter_is_led_to(desk, send, qtbot):
    desk.open()
    with qtbot.waitSignal(desk.page.led) as led:
        choose(desk, "打开", send(at=the.quarter("2024Q3")))

    (way,) = led.args
    assert (way.page, way.plan, way.department) == ("填报", "p", "D05")
    assert way.quarter == the.quarter("2024Q3")


def test_what_is_odd_in_the_file_stands_in_the_details(desk, send):
    desk.open()
    path = send()
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["J6"].value = "1,234.5"
    book.save(path)
    details = []
    desk.page.noticed.connect(lambda notice: details.append(notice.details))
    choose(desk, "打开", path)

    assert told(desk).startswith("已打开填报表，带入1行；有1处请核对，见详情。")
    assert details[-1].startswith("填报表!J6 ")
    assert "1,234.5" in details[-1]


def test_the_form_is_written_back_beside_the_received_one(desk, send):
    desk.open()
    path = send(entry("B-01", "12.50"))
    desk.type("13.2")
    choose(desk, "写回", path)

    written = path.with_name("2024年上半年-区科技局-填报表-已填.xlsx")
    assert told(desk) == f"已写到“{written}”，请把它发回汇总单位。"
    assert desk.stored() == "13.2"
    assert openpyxl.load_workbook(written).worksheets[0]["J5"].value == 13.2


@pytest.mark.parametrize("act", ["打开", "写回"])
def test_a_file_that_is_no_form_is_refused(desk, tmp_path, act):
    desk.open()
    (tmp_path / "别的.xlsx").write_bytes(b"")
    choose(desk, act, tmp_path / "别的.xlsx")

    assert told(desk).startswith("“别的.xlsx”不是汇总单位分发的填报表，没有打开：")


def test_nothing_happens_where_no_file_is_chosen(desk):
    desk.open()
    choose(desk, "打开")

    assert desk.notices == desk.errors == []


def test_a_text_that_cannot_be_taken_keeps_the_file_closed(desk):
    desk.open()
    desk.type("abc")
    desk.page._bar.brought.emit()

    assert desk.page.findChild(QFileDialog) is None


def test_a_window_that_may_only_read_offers_nothing_of_it(desk):
    desk.store.holder = Holder("x", "李四", "办公室")
    desk.open()

    assert not desk.page._bar.workbook.isEnabled()
