"""退回 from the page 来件: a marked copy and a slip for the file that is shown."""

import pytest
from PySide6.QtWidgets import QFileDialog

from core.errors import OutputError
from gui.journeys.intake import IntakeJourneys
from gui.pages.inbox import giving_back
from tests.gui.papers import job
from tests.returning import filled, issued


@pytest.fixture
def shown(desk, tmp_path):
    """The desk with a file that has something to be corrected."""
    made = desk()
    path = filled(issued(made.store, tmp_path), {"B-01": "看不懂"}, None, "回件.xlsx")
    made.part("收件")
    made.receiving.read([path])
    made.wait(lambda: bool(made.receiving.desk.batch.files) and not made.receiving.reading.at_work)
    return made


def test_a_file_goes_back_marked_and_with_its_slip(shown, tmp_path):
    shown.receiving._bar.back.click()
    dialog = shown.page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "back"))
    dialog.reject()
    shown.wait(lambda: "已写出" in "".join(shown.notices[-1:]))
    kinds = sorted(path.suffix for path in (tmp_path / "back").iterdir())
    assert kinds == [".pdf", ".xlsx", ".xlsx"]
    assert not shown.receiving.returning.at_work


def test_what_prevents_it_is_told(shown, tmp_path, monkeypatch):
    monkeypatch.setattr(IntakeJourneys, "give_back", lambda *_: job(OutputError("磁盘已满")))
    shown.receiving.returning.write(shown.receiving._files.file, tmp_path)
    shown.wait(lambda: shown.failures == ["磁盘已满"])


def test_it_can_be_stopped(shown, tmp_path, monkeypatch):
    monkeypatch.setattr(IntakeJourneys, "give_back", lambda *_: endless())
    shown.receiving.returning.write(shown.receiving._files.file, tmp_path)
    shown.receiving._cancel()
    shown.wait(lambda: giving_back.STOPPED in shown.notices)


def endless():
    """A job that goes on until it is cancelled."""
    while True:
        yield from job(None, steps=1)
