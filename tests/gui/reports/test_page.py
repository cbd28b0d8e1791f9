"""The page 报告: choose, see, write, print, send."""

from dataclasses import replace
from email import message_from_bytes, policy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from core.domain.printed import Edition
from core.services.mail import addresses, mail, mail_settings
from core.services.reports import favourites, printing
from gui.choice import Copies
from gui.dialogs.naming import Naming
from gui.dialogs.recipients import Recipients
from gui.pages import reports
from gui.posting import STOPPED
from gui.reports.writing import CANCELLED
from gui.widgets.reports.panel import CHOOSING, WRITING
from tests import factory as the
from tests.forms import OWN

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def test_the_first_kind_is_shown_and_the_page_says_what_to_do(desk):
    assert desk.page._choosing.choice.kind == "completion"
    assert desk.view.count == 1
    assert desk.page.advice == reports.CHOOSE
    scope = desk.panel.scope
    assert [scope._department.itemText(row) for row in range(3)] == ["全区", "区科技局", "区统计局"]


def test_while_choices_follow_each_other_only_the_last_is_drawn(desk):
    with desk.qtbot.assertNotEmitted(desk.page._preview.drawn):
        desk.panel.kinds.setCurrentRow(2)
        desk.panel.kinds.setCurrentRow(3)
        assert desk.page._preview._task is None
    assert not desk.panel.print.isEnabled()
    desk.settle()
    assert desk.panel.print.isEnabled()


def test_a_report_of_one_department_is_given_the_first_and_gives_it_back(desk):
    desk.choose("department")
    assert desk.page._choosing.choice.department == OWN.code
    desk.choose("completion")
    assert desk.page._choosing.choice.department == ""
    desk.pick(desk.panel.scope._department, "区统计局")
    desk.choose("department")
    desk.choose("completion")
    assert desk.page._choosing.choice.department == the.STATISTICS.code


def test_what_was_chosen_is_chosen_of_another_plan_too_where_that_has_it(desk):
    for name, code in (("区统计局", the.STATISTICS.code), ("区科技局", "")):
        desk.pick(desk.panel.scope._department, name)
        desk.settle()
        desk.show(desk.other)
        assert desk.page._choosing.choice.department == code
        desk.show(desk.scope)


def test_a_report_of_one_department_waits_until_the_departments_are_read(desk):
    desk.choose("department")
    desk.page.show_scope(desk.other)
    assert desk.page.advice == desk.view.words == reports.WAIT
    desk.settle()
    assert desk.page._choosing.choice.department == the.STATISTICS.code


def test_where_there_is_nothing_to_print_the_page_says_why_instead_of_pages(desk):
    desk.pick(desk.panel.scope._department, "区统计局")
    desk.pick(desk.panel.scope._binding, "约束性")
    desk.settle()
    assert "没有指标或工程" in desk.view.words
    assert desk.page.advice == reports.REFUSED
    assert not desk.panel.write.is_allowed
    assert not desk.panel.print.isEnabled()


def test_without_a_plan_a_format_or_a_whole_path_nothing_can_be_written(desk):
    form = desk.panel.form
    for box in form._boxes.values():
        box.setChecked(False)
    assert desk.page.advice == reports.NO_FORMAT
    form._boxes["pdf"].setChecked(True)
    for text in ("", "somewhere"):
        form.set_folder(text)
        assert desk.page.advice == reports.NO_FOLDER
    desk.page.show_scope(None)
    assert desk.page.advice == desk.view.words == reports.NO_PLAN
    assert not desk.panel.write.is_allowed


@pytest.mark.parametrize("keys", [(Qt.Key.Key_S, CTRL), (Qt.Key.Key_W, ALT)])
def test_a_report_is_written_with_the_keyboard_and_its_files_can_be_opened(
    qtbot, desk, tmp_path, monkeypatch, keys
):
    opened = []

    def open_url(url):
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    desk.panel.form.set_folder(str(tmp_path / "out"))
    desk.pick(desk.panel.scope._edition, "送审稿")
    desk.settle()
    with qtbot.waitExposed(desk.page):
        desk.page.activateWindow()
    qtbot.keyClick(desk.page, *keys)
    desk.wait(lambda: desk.page.advice == reports.WRITTEN)
    assert [each.rpartition(".")[2] for each in names(tmp_path / "out")] == ["pdf", "xlsx"]
    assert all("送审稿" in each for each in names(tmp_path / "out"))
    assert desk.panel.tabs.currentIndex() == WRITING
    desk.panel.files._open.click()
    assert opened == [str(desk.panel.files.paths[0])]
    (written,) = printing.printed(desk.store, "p")
    assert written.edition is Edition.REVIEW
    desk.settle()
    assert desk.panel.recent.count() == 1


def test_every_department_gets_a_report_of_its_own(desk, tmp_path):
    desk.choose("department")
    desk.pick(desk.panel.form._copies, Copies.DEPARTMENTS.label)
    desk.panel.tabs.setCurrentIndex(WRITING)
    assert desk.page.advice == reports.MANY.format(count=2)
    desk.write(tmp_path / "out")
    departments = {each.department for each in printing.printed(desk.store, "p")}
    assert departments == {OWN.code, the.STATISTICS.code}
    assert len(names(tmp_path / "out")) == 4


def test_all_kinds_are_written_and_those_that_cannot_be_are_named(desk, tmp_path):
    desk.pick(desk.panel.form._copies, Copies.KINDS.label)
    desk.write(tmp_path / "out")
    fitting = [each for each in desk.opened.kinds if not each.for_department]
    assert len(desk.page._choosing.choices) == len(fitting)
    left = desk.notices[-1].count("没有写出")
    assert len(names(tmp_path / "out")) == 2 * (len(fitting) - left) > 0


def test_a_batch_is_cancelled_between_two_reports(desk, tmp_path, monkeypatch):
    desk.choose("department")
    desk.pick(desk.panel.form._copies, Copies.DEPARTMENTS.label)
    desk.panel.form.set_folder(str(tmp_path / "out"))
    produce = printing.produce

    def slow(*args, **rest):
        job = produce(*args, **rest)
        for step in job:
            yield step
            if step.done == 1:
                desk.page._works.writing._task.cancel()

    monkeypatch.setattr(printing, "produce", slow)
    desk.panel.write._write.click()
    assert desk.page.advice == reports.BUSY
    desk.wait(lambda: not desk.panel.write.at_work)
    assert desk.notices == [CANCELLED]
    assert len(names(tmp_path / "out")) == 2
    assert desk.panel.write.is_allowed


def test_what_cannot_be_written_is_told_and_the_page_goes_on(desk, tmp_path):
    (tmp_path / "out").write_text("a file where the folder should be")
    with desk.qtbot.waitSignal(desk.page.failed):
        desk.write(tmp_path / "out")
    assert desk.page.advice == reports.CHOOSE
    desk.errors.clear()


def test_a_choice_is_kept_as_a_favourite_recalled_and_dropped(desk):
    desk.choose("department")
    desk.pick(desk.panel.scope._edition, "内部资料")
    desk.panel.scope._public.setChecked(True)
    desk.settle()
    chosen = desk.page._choosing.choice
    desk.panel.star.click()
    dialog = desk.dialog(Naming)
    assert dialog._name.text() == "部门完成情况（区科技局、内部资料、公开版）"
    dialog._name.setText("每季给局里")
    dialog._save.click()
    desk.wait(lambda: desk.panel.kinds.favourite == "每季给局里")
    assert desk.panel.star.isChecked()
    desk.choose("completion")
    desk.pick(desk.panel.scope._edition, "正式稿")
    assert not desk.panel.star.isChecked()
    desk.panel.kinds.setCurrentRow(1)
    assert desk.page._choosing.choice == chosen
    desk.settle()
    desk.panel.star.click()
    desk.wait(lambda: desk.panel.kinds.item(0).text() == "规划")
    assert favourites.load(desk.store) == ()
    assert desk.page._choosing.choice == chosen


def test_a_favourite_without_a_name_that_can_be_kept_says_why(desk):
    desk.panel.star.click()
    dialog = desk.dialog(Naming)
    dialog._name.setText("长" * 41)
    dialog._save.click()
    desk.wait(lambda: "40个" in dialog._status.text())
    dialog.reject()


def test_where_somebody_else_has_the_database_it_prints_but_keeps_nothing(desk, tmp_path):
    desk.page.welcome(replace(desk.opened, holder="正由别人使用"))
    desk.show(desk.scope)
    assert desk.page.advice == reports.HELD
    desk.panel.star.click()
    assert desk.notices[-1] == reports.HELD
    desk.choose("progress")
    desk.panel.voice._edit.click()
    assert desk.notices == [reports.HELD] * 2
    desk.write(tmp_path / "out")
    assert len(names(tmp_path / "out")) == 2


def test_what_was_written_goes_out_as_drafts_to_those_who_are_ticked(desk, tmp_path):
    addresses.save(desk.store, "p", {OWN.code: "kjj@example.cn"})
    assert not desk.panel.mail.isVisible()
    desk.write(tmp_path / "out")
    desk.panel.mail.click()
    dialog = desk.dialog(Recipients)
    assert not dialog._draft.isEnabled()
    dialog._all.click()
    assert dialog.departments == (OWN.code,)
    dialog._others.setText("qzf@example.cn")
    dialog._draft.click()
    desk.wait(lambda: desk.notices[-1].startswith("已写2封邮件草稿"))
    letters = [
        message_from_bytes(each.read_bytes(), policy=policy.default)
        for each in sorted((tmp_path / "out").glob("*.eml"))
    ]
    assert {each["To"] for each in letters} == {"kjj@example.cn", "qzf@example.cn"}
    assert all(len(list(each.iter_attachments())) == 2 for each in letters)


def test_letters_can_be_stopped_before_the_next_one(desk, tmp_path, monkeypatch):
    told = {OWN.code: "kjj@example.cn", the.STATISTICS.code: "tjj@example.cn"}
    addresses.save(desk.store, "p", told)
    desk.write(tmp_path / "out")
    drafts = mail.drafts

    def slow(*args):
        job = drafts(*args)
        yield next(job)
        desk.page._works.posting.cancel()
        yield from job

    monkeypatch.setattr(mail, "drafts", slow)
    desk.panel.mail.click()
    dialog = desk.dialog(Recipients)
    dialog._all.click()
    dialog._draft.click()
    desk.wait(lambda: desk.notices[-1] == STOPPED)
    assert len(list((tmp_path / "out").glob("*.eml"))) == 1


def test_sending_without_a_kept_password_says_where_to_put_it(desk, tmp_path, monkeypatch):
    account = mail_settings.load(desk.store)
    mail_settings.save(desk.store, replace(account, host="smtp.example.cn", user="fgw"))
    addresses.save(desk.store, "p", {OWN.code: "kjj@example.cn"})
    desk.write(tmp_path / "out")
    desk.panel.mail.click()
    dialog = desk.dialog(Recipients)
    dialog._all.click()
    dialog._send.click()
    desk.wait(lambda: bool(desk.errors))
    assert "发信密码" in str(desk.errors.pop())


def test_the_systems_print_dialog_opens_without_blocking(desk):
    desk.panel.print.click()
    dialog = desk.dialog(QPrintDialog)
    assert (dialog.minPage(), dialog.maxPage()) == (1, 1)
    assert dialog.printer().docName() == "规划主要指标完成情况"
    dialog.reject()


def test_what_is_printed_comes_out_and_is_kept_for_its_code(desk, tmp_path):
    desk.panel.print.click()
    dialog = desk.dialog(QPrintDialog)
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setResolution(72)
    dialog.done(QDialog.DialogCode.Accepted.value)
    desk.wait(lambda: any("已送去打印，1页" in each for each in desk.notices))
    assert (tmp_path / "paper.pdf").stat().st_size > 0
    assert len(printing.printed(desk.store, "p")) == 1


def test_the_folder_is_chosen_in_a_dialog_that_does_not_block(qtbot, desk, tmp_path):
    desk.panel.tabs.setCurrentIndex(WRITING)
    form = desk.panel.form
    form._place._choose.click()
    dialog = form.findChild(QFileDialog)
    with qtbot.waitSignal(dialog.finished):
        dialog.fileSelected.emit(str(tmp_path))
        dialog.reject()
    assert form.folder == tmp_path


@pytest.mark.parametrize("tab", [CHOOSING, WRITING, 2])
def test_a_low_window_scrolls_its_panel_and_squeezes_nothing(desk, tab):
    desk.page.resize(780, 440)
    desk.panel.tabs.setCurrentIndex(tab)
    area = desk.panel.tabs.widget(tab)
    least = area.widget().layout().totalMinimumSize
    desk.wait(lambda: area.widget().height() >= least().height())
    assert area.widget().width() >= least().width()
