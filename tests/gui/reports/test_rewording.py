"""The paragraphs of a report, edited before it is printed."""

import pytest
from PySide6.QtWidgets import QDialog

from core.progress import finish
from core.services.reports import narratives
from core.services.reports.reporting import Request
from gui.dialogs.narrative import NarrativeEditor
from gui.dialogs.question import Question
from gui.reports.rewording import CLEARED, KEPT
from gui.widgets.reports.voice_bar import WORDS
from tests.gui.reports.conftest import NOW

REQUEST = Request("progress", "p", NOW)


@pytest.fixture
def progress(desk):
    """The desk with a report that has paragraphs."""
    desk.choose("progress")
    return desk


def edit(desk):
    desk.panel.voice._edit.click()
    return desk.dialog(NarrativeEditor)


def said(desk):
    return desk.panel.voice.words


def test_a_report_without_paragraphs_has_nothing_to_edit(desk):
    assert not desk.panel.voice._edit.isEnabled()
    assert said(desk) == "这种报告没有成段文字"


def test_an_edited_text_is_kept_printed_and_marked(progress):
    dialog = edit(progress)
    assert not dialog._save.isEnabled()
    dialog._text.setPlainText("一、概况\n我们自己写的话。")
    dialog._save.click()
    progress.wait(lambda: progress.notices == [KEPT])
    progress.settle()
    assert said(progress) == "文字已修改"
    kept = finish(narratives.narrative(progress.store, REQUEST))
    assert kept.text == "一、概况\n我们自己写的话。"
    assert kept.edited
    assert kept.edited.by == "李明"


def test_where_the_figures_changed_since_it_says_so_and_the_generated_text_can_come_back(progress):
    finish(narratives.reword(progress.store, REQUEST, "旧话。"))
    progress.report("B-02", "61")
    progress.show(progress.scope)
    assert said(progress) == "文字已修改，数据已变"
    dialog = edit(progress)
    assert dialog._narrative.outdated
    dialog._usual.click()
    assert dialog.text == dialog._generated.toPlainText() != "旧话。"
    dialog._save.click()
    progress.wait(lambda: progress.notices == [CLEARED])
    progress.settle()
    assert said(progress) == "文字由数据生成"


def test_a_text_that_cannot_be_printed_stays_in_its_box_with_the_reason(progress):
    dialog = edit(progress)
    dialog._text.setPlainText("\U0001f600")
    dialog._save.click()
    progress.wait(lambda: "没有字体" in dialog._status.text())
    assert dialog.text == "\U0001f600"
    assert dialog._save.isEnabled()
    QDialog.reject(dialog)


def test_what_was_typed_is_not_lost_without_asking(progress):
    dialog = edit(progress)
    dialog._text.setPlainText("写了一半")
    dialog._cancel.click()
    progress.dialog(Question).answered.emit(0)
    assert dialog.isVisible()
    dialog._cancel.click()
    with progress.qtbot.waitSignal(dialog.finished):
        dialog.findChildren(Question)[-1].answered.emit(1)


def test_every_voice_has_its_words(desk):
    for voice, words in WORDS.items():
        desk.panel.voice.show_voice(voice)
        assert said(desk) == words
