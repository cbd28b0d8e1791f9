"""What begins when it is needed and ends with the window: pictures, jobs, the thread."""

from threading import Event
from threading import enumerate as all_threads

import pytest
from PySide6.QtCore import QSignalBlocker, Qt

import main
from core.progress import Progress
from gui import application
from gui.dialogs.manual import Manual
from gui.feedback import Notice
from gui.pages.reports import Reports
from gui.places import PLACES
from gui.theme import DARK, LIGHT, Look
from gui.widgets import pdf_pages
from gui.widgets.pdf_pages import PdfPages
from gui.widgets.pdf_view import PdfView
from tests.gui.papers import job, pdf


def threads():
    """The background threads that run."""
    return [each for each in all_threads() if each.name == "background"]


def test_only_pages_that_can_be_seen_are_drawn(qtbot, theme, monkeypatch):
    drawn, draw = [], PdfPages._draw

    def noted(pages, number, scale):
        drawn.append(number)
        return draw(pages, number, scale)

    monkeypatch.setattr(PdfPages, "_draw", noted)
    view = PdfView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show_pdf(pdf(30))
    with qtbot.waitExposed(view):
        view.show()
    view.grab()
    assert set(drawn) == {0}
    view.go_to(29)
    view.grab()
    assert set(drawn) <= {0, 28, 29}


def test_a_picture_too_large_to_be_kept_is_enlarged_to_the_size_of_its_page(
    qtbot, theme, monkeypatch
):
    monkeypatch.setattr(pdf_pages, "LARGEST", 10_000)
    view = PdfView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show_pdf(pdf(1))
    picture = view.viewport().grab().toImage()
    page = view._sheets.pages[0]
    assert page.width() > 300
    assert picture.pixelColor(page.right() - 5, page.top() + 5).name() == "#ffffff"


def test_stopping_cancels_what_runs_forgets_what_waits_and_joins_the_thread(background):
    begun, begun_too = Event(), []

    def endless():
        while True:
            yield Progress(0, 0, "正在写出")
            begun.set()

    def second():
        begun_too.append(True)
        yield Progress(0, 0, "")

    background.start(endless())
    background.start(second())
    begun.wait(10)
    background.stop()
    assert not background._thread.is_alive()
    assert begun_too == []


def test_a_job_that_is_cancelled_after_its_end_has_succeeded_once(qtbot, background):
    ends = []
    task = background.start(job("ganz"))
    task.succeeded.connect(task.cancel)
    task.succeeded.connect(lambda _: ends.append("succeeded"))
    task.cancelled.connect(lambda: ends.append("cancelled"))
    with qtbot.waitSignal(task.destroyed):
        pass
    assert ends == ["succeeded"]


@pytest.fixture
def window(qtbot, qapp, database):
    """The whole window on a real database, with the keyboard."""
    before = len(threads())
    made = application.build(qapp)
    qtbot.addWidget(made)
    made.navigation.turn_to([place.title for place in PLACES].index("报告"))
    made.painted.connect(lambda: application.furnish(made, main.open_store, str(database)))
    with qtbot.waitActive(made):
        made.show()
    qtbot.waitUntil(lambda: made.header.scope is not None, timeout=20_000)
    yield made
    made.close()
    assert len(threads()) == before


def test_f1_opens_the_manual_at_the_chapter_of_the_page(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.findChild(Manual) is not None)
    assert window.findChild(Manual).chapter == "报告"
    window.findChild(Manual).close()


def test_a_message_takes_the_place_of_the_one_before(window):
    window.show_notice(Notice("第一条"))
    strip = window._strip
    window.show_notice(Notice("第二条"))
    assert window._strip is strip
    assert strip.notice.text == "第二条"


def test_ctrl_and_a_number_turn_to_a_page(qtbot, window):
    with QSignalBlocker(window.navigation):
        window.navigation.turn_to(-1)
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.navigation.number == 0


def test_a_low_window_scrolls_to_the_files_that_were_written(qtbot, window, tmp_path):
    window.resize(window.minimumSize())
    panel = window.findChild(Reports)._panel
    panel.form.set_folder(str(tmp_path))
    panel.write._write.click()
    qtbot.waitUntil(lambda: len(panel.files.paths) == 2, timeout=20_000)
    bar = panel.tabs.currentWidget().verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    qtbot.waitUntil(lambda: not panel.mail.visibleRegion().isEmpty())


def test_a_manual_that_is_open_follows_the_theme(qtbot, theme):
    manual = Manual("命令行")
    qtbot.addWidget(manual)
    manual.show()
    grounds = []
    for look in (Look.DARK, Look.LIGHT):
        theme.choose(look)
        cursor = manual._text.document().find("--json")
        grounds.append(cursor.charFormat().background().color().name())
    assert grounds == [DARK.window, LIGHT.window]


def test_a_window_that_is_closed_while_a_report_is_written_leaves_no_half_file(
    qtbot, window, tmp_path
):
    panel = window.findChild(Reports)._panel
    panel.form.set_folder(str(tmp_path / "out"))
    panel.write._write.click()
    window.close()
    assert all(file.suffix in {".pdf", ".xlsx"} for file in (tmp_path / "out").glob("*"))
    assert all(file.stat().st_size > 0 for file in (tmp_path / "out").glob("*"))
