"""The page 报告: choose, see, write, open."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QScrollArea

from core.errors import OutputError
from core.progress import Progress
from gui.pages.reports import (
    CANCELLED,
    CHOOSE,
    NO_FOLDER,
    NO_FORMAT,
    NO_PLAN,
    WRITING,
    WRITTEN,
    Reports,
)
from tests.gui.papers import OPENED, SCOPE, job, pdf

ALT = Qt.KeyboardModifier.AltModifier


class Desk:
    """A page with journeys that note what was asked of them."""

    def __init__(self, background, produce):
        self.asked = []
        self.notices: list[Any] = []
        self.page = Reports(self._preview, self._produce, background.start)
        self._made = produce
        self.page.noticed.connect(self.notices.append)

    def _preview(self, kind, scope):
        self.asked.append((kind, scope))
        return job(pdf(2))

    def _produce(self, kind, scope, formats, folder):
        self.asked.append((kind, scope, formats, folder))
        return self._made(folder)


def written(folder):
    """A job that writes two files."""
    folder.mkdir(exist_ok=True)
    paths = folder / "a.pdf", folder / "a.xlsx"
    for path in paths:
        path.write_bytes(b"whole")
    return job(paths, steps=2)


@pytest.fixture
def desk(qtbot, theme, background):
    def make(produce=written):
        made = Desk(background, produce)
        qtbot.addWidget(made.page)
        made.page.welcome(OPENED)
        made.page.show_scope(SCOPE)
        qtbot.waitUntil(lambda: made.page._preview.view.count == 2)
        return made

    return make


def write(qtbot, desk, folder):
    desk.page._form.set_folder(str(folder))
    desk.page._write._write.click()
    qtbot.waitUntil(lambda: not desk.page._write.at_work)


def test_the_first_kind_is_shown_at_once_and_the_page_says_what_to_do(desk):
    made = desk()
    assert made.asked == [("completion", SCOPE)]
    assert made.page.advice == CHOOSE


def test_another_kind_is_shown_when_it_is_chosen(qtbot, desk):
    made = desk()
    made.page._kinds.setCurrentRow(1)
    assert made.asked[-1] == ("targets", SCOPE)


def test_without_a_plan_nothing_can_be_written(desk):
    made = desk()
    made.page.show_scope(None)
    assert made.page.advice == NO_PLAN
    assert not made.page._write._write.isEnabled()
    made.page._produce()
    assert len(made.asked) == 1


def test_without_a_format_or_a_whole_path_nothing_can_be_written(desk):
    page = desk().page
    for box in page._form._boxes.values():
        box.setChecked(False)
    assert page.advice == NO_FORMAT
    page._form._boxes["pdf"].setChecked(True)
    for text in ("", "somewhere"):
        page._form.set_folder(text)
        assert page.advice == NO_FOLDER
    page._form.set_folder("~/reports")
    assert page.advice == CHOOSE


def test_a_report_is_written_and_its_files_can_be_opened(qtbot, desk, tmp_path, monkeypatch):
    opened = []

    def open_url(url):
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    made = desk()
    write(qtbot, made, tmp_path / "out")
    assert made.asked[-1] == ("completion", SCOPE, ("pdf", "xlsx"), tmp_path / "out")
    assert made.page.advice == WRITTEN
    assert made.notices[-1].text == f"已写出2个文件，在“{tmp_path / 'out'}”。"
    files = made.page._files
    assert [path.name for path in files.paths] == ["a.pdf", "a.xlsx"]
    files._open.click()
    files._folder.click()
    assert opened == [str(tmp_path / "out" / "a.pdf"), str(tmp_path / "out")]


def test_a_file_that_is_gone_or_that_nothing_opens_is_told(qtbot, desk, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    made = desk()
    write(qtbot, made, tmp_path / "out")
    made.page._files._open.click()
    assert "没有能打开" in made.notices[-1].text
    (tmp_path / "out" / "a.pdf").unlink()
    made.page._files._open.click()
    assert "已经不在了" in made.notices[-1].text


def test_what_cannot_be_written_is_told_and_the_page_goes_on(qtbot, desk, tmp_path):
    made = desk(lambda _: job(OutputError("不能写出：磁盘空间不足")))
    with qtbot.waitSignal(made.page.failed) as failure:
        write(qtbot, made, tmp_path)
    assert str(failure.args[0]) == "不能写出：磁盘空间不足"
    assert made.page.advice == CHOOSE


def test_writing_can_be_cancelled(qtbot, desk, tmp_path):
    begun, wanted = Event(), Event()

    def long(_folder):
        yield Progress(0, 2, "正在写出")
        begun.set()
        wanted.wait(10)
        yield Progress(1, 2, "正在写出")

    made = desk(long)
    made.page._form.set_folder(str(tmp_path))
    made.page._write._write.click()
    begun.wait(10)
    qtbot.waitUntil(lambda: made.page._write._words.text() == "正在写出")
    assert made.page.advice == WRITING
    made.page._write._cancel.click()
    wanted.set()
    qtbot.waitUntil(lambda: not made.page._write.at_work)
    assert made.notices[-1].text == CANCELLED
    made.page._cancel()


def test_the_folder_is_chosen_in_a_dialog_that_does_not_block(qtbot, desk, tmp_path):
    form = desk().page._form
    form._place._choose.click()
    dialog = form.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.finished):
        dialog.fileSelected.emit(str(tmp_path))
        dialog.reject()
    assert form.folder == Path(tmp_path)


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_W, ALT)]
)
def test_a_report_is_written_with_the_keyboard(qtbot, desk, tmp_path, key, modifier):
    page = desk().page
    page._form.set_folder(str(tmp_path))
    with qtbot.waitExposed(page):
        page.show()
    qtbot.keyClick(page, key, modifier)
    qtbot.waitUntil(lambda: page.advice == WRITTEN)


def test_a_low_window_scrolls_its_panel_and_squeezes_nothing(qtbot, desk, tmp_path):
    made = desk()
    page = made.page
    page.resize(780, 440)
    page.show()
    write(qtbot, made, tmp_path / "out")
    panel = page.findChild(QScrollArea)
    least = panel.widget().layout().totalMinimumSize
    qtbot.waitUntil(lambda: panel.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: panel.widget().height() >= least().height())
    assert panel.horizontalScrollBar().maximum() == 0
