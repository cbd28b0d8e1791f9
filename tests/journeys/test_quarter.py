"""A clerk's quarter: choose the department, type, paste, correct, explain, hand in, take back."""

from PySide6.QtGui import QGuiApplication

import main
from core.domain.cell import Column
from core.domain.submission import State
from core.services import handing_in
from gui.dialogs.hand_in import HandIn, Lacking
from gui.dialogs.paste_preview import PastePreview
from gui.form.handing import HANDED_IN, TAKEN_BACK
from tests.journeys.office import END, PLAN, STATISTICS

TYPED = (
    *("7412", "8.6", "8.1", "6.5", "39.8", "0.46", "2.6", "38.5", "39"),
    *("0.7:34.1:65.2", "2.25", "86.9", "3.2", "63120", "28010", "5.2", "11.3", "1.7"),
)
PASTED = "61.5\r\n52\r\n3,012.4\r\n7.9%\r\n171\r\n１６\r\n36.2\r\n"
READ = ("61.5", "52", "3012.4", "7.9", "171", "16", "36.2")


def choose_department(office):
    """Turn to the page 填报, and there to the department by the keyboard."""
    office.turn_to("填报")
    office.wait(lambda: office.form is not None)
    office.press("F6", "F6", "Down")
    office.wait(lambda: office.form is not None and office.form.department == STATISTICS)
    office.wait(office.page._grid.hasFocus)


def type_figures(office):
    """Type figure below figure; Enter passes over what is entered elsewhere."""
    for text in TYPED:
        office.type(text)
        office.press("Return")
    assert len(office.figures()) == len(TYPED) + 1
    assert office.here == ("P02-03-02", "figure")


def paste_block(office):
    """Paste what was copied from a table, look at what is read another way, take it as a step."""
    QGuiApplication.clipboard().setText(PASTED)
    office.press("Ctrl+V")
    preview = office.dialog(PastePreview)
    assert preview._table.rowCount() == 2
    office.press("Return")
    office.come_back()
    assert tuple(office.figures().values())[-7:] == READ
    office.press("Ctrl+Z")
    assert "P02-03-02" not in office.figures()
    office.press("Ctrl+Y")
    assert tuple(office.figures().values())[-7:] == READ


def correct_what_is_flagged(office):
    """Let 报送 say what is lacking, go there by one click, and mend it."""
    for code, text, column in (
        ("B-01", "741.2", Column.FIGURE),
        ("B-05", "xian shang kou jing", Column.EXPLANATION),
    ):
        office.page._bar.hand_in.click()
        lacking = office.dialog(Lacking)
        assert "请核对单位" in lacking._list.item(0).text()
        office.press("Return")
        office.come_back()
        assert office.here == (code, "figure")
        office.go(code, column)
        office.type(text)
        office.press("Return")
    assert office.form.unexplained == 0


def sign(office):
    """Hand in: who filled it in and the phone are known, the rest is typed."""
    office.page._bar.hand_in.click()
    asked = office.dialog(HandIn)
    office.clerk.type("李四")
    office.press("Tab")
    office.type("王五")
    office.press("Tab", "Tab", "Space")
    assert asked._send.isEnabled()
    office.press("Return")
    office.come_back()


def test_a_whole_quarter(office):
    assert office.window.header.choose(END, PLAN)
    choose_department(office)
    type_figures(office)
    paste_block(office)
    correct_what_is_flagged(office)
    sign(office)
    assert (office.form.state, office.notice) == (State.SUBMITTED, HANDED_IN)
    office.go("B-01")
    office.type("9")
    assert office.figures()["B-01"] == "741.2"

    office.page._bar.take_back.click()
    assert (office.form.state, office.notice) == (State.FILLING, TAKEN_BACK)
    assert told(office.database) == ["已报送", "填报中"]


def told(database):
    """What the chain of changes says of the form; every link of it holds."""
    store = main.open_store(str(database))
    assert store.problems() == ()
    with store.reading() as work:
        events = work.changes.events(PLAN, handing_in.SUBJECT)
    return [each.after.partition("：")[0] for each in events]
