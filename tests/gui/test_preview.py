"""The PDF on the screen: pages, zoom, keys, and what is drawn when."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent

from core.errors import OutputError
from gui.journeys.reports import Drawn
from gui.widgets import pdf_pages, sheets
from gui.widgets.live_preview import NOTHING, LivePreview
from gui.widgets.pdf_pages import PdfPages
from gui.widgets.preview import Preview
from tests.gui.papers import job, pdf

A4 = QSizeF(595, 842)


@pytest.fixture
def preview(qtbot, theme):
    made = Preview()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.view.show_pdf(pdf(3))
    return made


def words(preview):
    return preview._place.text(), preview._percent.text()


def test_a_document_opens_at_its_first_page_as_wide_as_the_view(preview):
    assert words(preview)[0] == "第 1 / 3 页"
    assert preview.view.fit is sheets.width_zoom
    assert preview.view.accessibleDescription() == "第1页，共3页"


def test_buttons_turn_pages_and_stop_at_both_ends(preview):
    assert not preview._previous.isEnabled()
    preview._next.click()
    preview._next.click()
    assert words(preview)[0] == "第 3 / 3 页"
    assert not preview._next.isEnabled()
    preview._previous.click()
    assert words(preview)[0] == "第 2 / 3 页"


def test_zooming_goes_by_steps_and_ends_following_the_width(preview):
    before = preview.view.zoom
    preview._larger.click()
    assert preview.view.zoom > before
    assert preview.view.fit is None
    preview._smaller.click()
    preview._width.click()
    assert preview.view.zoom == pytest.approx(before)
    preview._page.click()
    assert preview.view.zoom < before
    assert preview._page.isChecked()


def test_zoom_stops_at_its_bounds(preview):
    preview.view.set_zoom(sheets.STEPS[-1])
    assert not preview._larger.isEnabled()
    preview.view.set_zoom(sheets.STEPS[0])
    assert not preview._smaller.isEnabled()


def test_home_and_end_go_to_the_ends(qtbot, preview):
    bar = preview.view.verticalScrollBar()
    qtbot.keyClick(preview.view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    qtbot.keyClick(preview.view, Qt.Key.Key_Home)
    assert bar.value() == 0
    qtbot.keyClick(preview.view, Qt.Key.Key_Down)
    assert bar.value() > 0


def turn_wheel(view, modifier, delta, *, inverted=False):
    event = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
        modifier, Qt.ScrollPhase.NoScrollPhase, inverted,
    )  # fmt: skip
    view.wheelEvent(event)


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(preview):
    view, zoom = preview.view, preview.view.zoom
    turn_wheel(view, Qt.KeyboardModifier.ControlModifier, 120)
    assert view.zoom > zoom
    turn_wheel(view, Qt.KeyboardModifier.ControlModifier, -120)
    turn_wheel(view, Qt.KeyboardModifier.NoModifier, -120)
    assert view.verticalScrollBar().value() > 0


def test_resizing_keeps_the_page_in_sight(preview):
    preview.view.go_to(2)
    preview.resize(900, 500)
    assert preview.view.page == 2


def test_another_document_is_shown_at_the_same_page_where_it_has_one(preview):
    preview.view.go_to(1)
    preview.view.show_pdf(pdf(3))
    assert preview.view.page == 1
    preview.view.show_pdf(pdf(1))
    assert preview.view.page == 0


def test_without_a_document_the_desk_says_why(preview):
    preview.view.show_words("没有")
    assert words(preview) == ("—", "—")
    assert preview.view.words == "没有"
    preview.view.go_to(3)
    preview.view.follow(sheets.page_zoom)
    preview.resize(800, 600)
    assert preview.view.count == 0


@pytest.mark.parametrize("zoom", [None, 4.0])
def test_pages_are_drawn_on_white_paper(preview, zoom):
    if zoom:
        preview.view.set_zoom(zoom)
    preview.view.pale()
    picture = QImage(preview.view.size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.green)
    painter = QPainter(picture)
    preview.view.render(painter, QPoint())
    painter.end()
    assert picture.pixelColor(picture.width() // 2, 60).name() != "#00ff00"


def test_pictures_are_kept_until_there_are_too_many(monkeypatch):
    pages = PdfPages(pdf(3))
    first = pages.picture(0, 300)
    assert pages.picture(0, 300) is first
    monkeypatch.setattr(pdf_pages, "KEPT", first.sizeInBytes())
    pages.picture(1, 300)
    assert pages.picture(0, 300) is not first


def test_an_enormous_picture_is_drawn_smaller(monkeypatch):
    monkeypatch.setattr(pdf_pages, "LARGEST", 10_000)
    pages = PdfPages(pdf(1))
    assert pages.picture(0, 3000).width() < 100


def test_steps_end_at_the_first_and_the_last():
    assert sheets.larger(9.0) == sheets.STEPS[-1]
    assert sheets.smaller(0.1) == sheets.STEPS[0]


def test_a_spot_is_found_again_at_another_zoom():
    one = sheets.lay_out([A4, A4], 1.0, QSize(500, 400))
    two = sheets.lay_out([A4, A4], 2.0, QSize(500, 400))
    spot = sheets.spot(one, QPoint(300, 1500))
    assert sheets.spot(two, sheets.point(two, spot)).page == spot.page == 1


def drawn(pages):
    return job(Drawn(pdf(pages)))


@pytest.fixture
def live(qtbot, theme, background):
    made = LivePreview(background.start)
    qtbot.addWidget(made)
    return made


def test_a_live_preview_shows_the_latest_job_only(qtbot, live):
    with qtbot.waitSignal(live.drawn):
        live.draw(drawn(1))
        live.draw(drawn(3))
    assert live.view.count == 3


def test_while_jobs_follow_each_other_none_is_begun(qtbot, live):
    with qtbot.waitSignal(live.drawn):
        live.draw(drawn(1))
    for pages in (2, 4, 3):
        live.draw(drawn(pages))
        assert live._task is None
    with qtbot.waitSignal(live.drawn):
        assert live.view.count == 1
    assert live.view.count == 3


def test_a_live_preview_says_in_place_of_pages_what_a_person_can_put_right(qtbot, live):
    with qtbot.waitSignal(live.refused):
        live.draw(job(OutputError("没有字体")))
    assert live.view.words == "没有字体"
    with qtbot.waitSignal(live.failed) as failure:
        live.draw(job(ValueError("a bug")))
    assert str(failure.args[0]) == "a bug"
    assert live.view.words == NOTHING
