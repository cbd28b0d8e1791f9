"""收件: files are dropped, read, decided about with the keyboard, and taken in."""

import shutil
from dataclasses import replace
from email.message import EmailMessage
from threading import Event

import msoffcrypto
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from core.domain.cell import Column
from core.domain.changes import Choice, Way
from core.domain.holder import Holder
from core.domain.returned import Verdict
from core.domain.submission import Origin
from gui.dialogs.password import Password
from gui.dialogs.question import Question
from gui.inbox import steps
from gui.journeys.intake import IntakeJourneys
from gui.models import arrivals_model
from gui.models.cell_lines import Mark
from gui.pages.inbox import receiving, sources, taking
from gui.pages.intake import HELD
from gui.theme import Look, Size
from tests.forms import HALF, entry
from tests.gui.papers import job
from tests.returning import SIGNED, filled, issued

KEY = Qt.Key
BY = Origin("填报", "张三")


@pytest.fixture
def sent(desk, tmp_path):
    """The desk, and the form of the science department as it was sent out."""
    made = desk()
    return made, issued(made.store, tmp_path)


def type_in(made, *entries):
    """Somebody types into the form at the office."""
    with made.store.writing() as work:
        work.entries.save("p", entries, BY, "2024-07-02T12:00:00+08:00")


def conflicting(made, path, name="回件.xlsx", value=12):
    """A file whose figure was changed in the store as well."""
    back = filled(path, {"B-01": 300, "B-02": value}, SIGNED, name)
    type_in(made, entry("B-02", "15"))
    return back


def lock(path, password):
    """The same file, behind a password."""
    locked = path.with_name(f"密-{path.name}")
    with path.open("rb") as plain, locked.open("wb") as target:
        msoffcrypto.OfficeFile(plain).encrypt(password, target)
    return locked


def test_the_page_says_where_files_are_dropped(desk):
    made = desk()
    made.part("收件")
    assert made.page.advice == steps.BEGIN
    assert made.receiving._stack.currentIndex() == 0
    made.receiving.go_on()
    made.receiving.read([])
    assert not made.receiving.reading.at_work


def test_a_file_that_is_dropped_is_read_and_nothing_is_written(sent, tmp_path):
    made, path = sent
    made.drop(filled(path, {"B-01": 300}))
    assert made.page.part is made.receiving
    texts = made.texts()
    assert texts[:4] == ["回件.xlsx", "区科技局", "2024年上半年", "有问题"]
    assert ("B-01", "figure", "采用（来件改了）") in made.deeds
    assert made.figures() == {}


def test_what_was_read_is_taken_in_and_told(sent):
    made, path = sent
    made.drop(filled(path, {"B-01": 300, "B-02": 12}))
    assert made.page.advice == steps.READY
    made.take()
    assert made.figures() == {"B-01": "300.00", "B-02": "12.00"}
    assert made.notices[-1].startswith("已从1个文件入库2项")
    assert made.page.advice == steps.DONE
    assert "由李四入库" in made.texts()[-1]


def test_taking_the_same_again_changes_nothing_and_says_so(sent):
    made, path = sent
    back = filled(path, {"B-01": 300})
    made.drop(back)
    made.take()
    made.take()
    assert made.notices[-1] == taking.SAME.format(count=1)
    made.drop(back)
    made.take()
    assert made.notices[-1] == taking.SAME.format(count=1)
    assert made.figures() == {"B-01": "300.00"}


def test_conflicts_come_first_and_are_decided_with_the_keyboard(sent):
    made, path = sent
    made.show()
    made.drop(conflicting(made, path))
    assert made.page.advice == steps.DECIDE.format(count=1)
    assert made.deeds[0] == ("B-02", "figure", "未定")
    assert made.view.texts._texts[1].toPlainText() == "15"
    made.press(KEY.Key_C)
    assert made.deeds[0][2] == "采用"
    assert made.page.advice == steps.READY
    made.press(KEY.Key_1)
    assert made.deeds[0][2] == "保留"
    made.press(KEY.Key_Delete)
    assert made.deeds[0][2] == "未定"
    made.press(KEY.Key_2)
    made.take()
    assert made.figures()["B-02"] == "12.00"


def test_another_figure_is_typed_in_the_place_of_both(qtbot, sent):
    made, path = sent
    made.show()
    made.drop(conflicting(made, path))
    made.view._ways[Way.WRITE].click()
    editor = written(made)
    assert editor.text() == "12.00"
    editor.setText("abc")
    QTest.keyClick(editor, KEY.Key_Return)
    made.wait(lambda: bool(made.failures))
    made.wait(lambda: written(made).text() == "abc")
    editor = written(made)
    editor.setText("1３.5")
    QTest.keyClick(editor, KEY.Key_Return)
    made.wait(lambda: made.deeds[0][2] == "改为：1３.5")
    assert "读作“13.5”" in made.notices[-1]
    made.take()
    assert made.figures()["B-02"] == "13.5"


def written(made):
    """The line in which a text is typed."""
    made.wait(lambda: bool(made.view.cells.findChildren(QLineEdit)))
    return made.view.cells.findChildren(QLineEdit)[-1]


def test_a_conflict_that_nobody_decided_stays_open_and_can_be_decided_later(sent):
    made, path = sent
    made.drop(conflicting(made, path))
    made.take()
    assert made.figures() == {"B-01": "300.00", "B-02": "15"}
    assert "还有1处冲突待选定" in made.notices[-1]
    assert made.deeds == [("B-02", "figure", "未定")]
    made.view._all[Way.TAKE].click()
    made.take()
    assert made.figures()["B-02"] == "12.00"


def test_the_whole_file_is_decided_at_once(sent):
    made, path = sent
    made.drop(conflicting(made, path))
    made.view._all[Way.KEEP].click()
    assert made.deeds[0][2] == "保留"
    made.take()
    assert made.figures()["B-02"] == "15"


def test_the_question_says_how_much_goes_in_and_no_leaves_it(sent):
    made, path = sent
    made.drop(conflicting(made, path))
    made.receiving._bar.take._write.click()
    (dialog,) = made.page.findChildren(Question)
    words = made.receiving.taking._words()
    assert words.startswith("从1个文件入库，数和说明共1格。\n还有1处冲突没有选定")
    dialog.answered.emit(1)
    assert made.figures() == {"B-02": "15"}
    assert not made.receiving.taking.at_work


def test_two_files_that_contradict_each_other_are_decided_once(sent):
    made, path = sent
    one = filled(path, {"B-01": 300}, name="a.xlsx")
    two = filled(path, {"B-01": 400}, name="b.xlsx")
    made.drop(one, two)
    assert made.page.advice == steps.DECIDE.format(count=2)
    assert "“b.xlsx”里是“400.00”" in made.view.texts._source.text()
    made.view.cells.decide(Way.TAKE)
    assert made.page.advice == steps.READY
    made.receiving._files.choose(made.receiving.desk.batch.files[1].place)
    assert made.deeds[0][2] == "保留（采用了另一个文件）"
    made.take()
    assert made.figures() == {"B-01": "300.00"}


def test_the_next_open_conflict_is_found_in_later_files(sent):
    made, path = sent
    made.drop(filled(path, {"B-01": 300}, name="a.xlsx"), filled(path, {"B-01": 4}, name="b.xlsx"))
    made.receiving._files.choose(None)
    made.view.cells.clearSelection()
    made.receiving._bar.next.click()
    made.receiving._bar.next.click()
    made.receiving.desk.choose(
        made.receiving.desk.batch.files[0], ("B-01", Column.FIGURE), Choice(Way.KEEP)
    )
    made.receiving.go_on()
    assert made.receiving._files.file.name == "b.xlsx"


def test_a_file_that_is_turned_to_is_decided_from_its_first_conflict(sent):
    made, path = sent
    values = ({"B-01": 300, "B-02": 1}, {"B-01": 4, "B-02": 2})
    made.drop(*(filled(path, each, name=f"{n}.xlsx") for n, each in enumerate(values)))
    made.receiving._files.choose(made.receiving.desk.batch.files[0].place)
    for _ in range(2):
        made.view.cells.decide(Way.KEEP)
    made.receiving._bar.next.click()
    assert made.receiving._files.file.name == "1.xlsx"
    assert made.view.cells.currentIndex().row() == 0


def test_ctrl_enter_of_the_keypad_takes_in_too(sent):
    made, path = sent
    made.show()
    made.part("收件")
    made.receiving._ask()
    assert not made.page.findChildren(Question)
    made.drop(filled(path, {"B-01": 300}))
    made.receiving._ask()
    (dialog,) = made.page.findChildren(Question)
    dialog._tell(0)
    made.wait(lambda: made.figures() == {"B-01": "300.00"})


def test_a_file_that_a_person_has_to_admit_goes_in_with_its_tick(desk, tmp_path):
    other = desk()
    foreign = filled(issued(other.store, tmp_path), {"B-01": 300})
    made = desk()
    made.show()
    made.drop(foreign)
    assert made.page.advice == steps.DOUBTFUL.format(count=1)
    assert "不是本数据库分发的，不入库" in made.texts()[-1]
    assert made.deeds[0][2] == "采用（来件改了）"
    made.receiving._files.setFocus()
    QTest.keyClick(made.receiving._files, KEY.Key_Space)
    assert made.page.advice == steps.READY
    QTest.keyClick(made.receiving._files, KEY.Key_Space)
    QTest.keyClick(made.receiving._files, KEY.Key_Space)
    QTest.keyClick(made.receiving._files, KEY.Key_Down)
    made.take()
    assert made.figures() == {"B-01": "300.00"}


def test_files_without_a_form_are_told_and_those_nobody_reads_skipped(sent, tmp_path, monkeypatch):
    made, _ = sent
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    beside = tmp_path / "~$锁.xlsx"
    beside.write_bytes(b"x")
    made.drop(broken, beside)
    assert made.texts()[3] == Verdict.UNREADABLE.label
    assert made.texts(1)[3] == arrivals_model.SKIPPED
    assert made.page.advice == steps.NOTHING
    made.receiving._files.selectRow(1)
    assert "临时文件" in made.view.issues._list.item(0).text()
    opened = []

    def refuse(url):
        opened.append(url)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    made.receiving._bar.open.click()
    assert opened == [QUrl.fromLocalFile(str(beside))]
    assert "没有能打开" in made.notices[-1]


def test_a_mail_is_read_and_its_attachment_opened_from_there(sent, tmp_path):
    made, path = sent
    mail = EmailMessage()
    mail.set_content("附件是本单位的报表")
    content = filled(path, {"B-01": 300}).read_bytes()
    mail.add_attachment(
        content, maintype="application", subtype="octet-stream", filename="报表.xlsx"
    )
    kept = tmp_path / "来信.eml"
    kept.write_bytes(mail.as_bytes())
    made.drop(kept)
    assert made.texts()[0] == "报表.xlsx"
    made.receiving._bar.open.click()
    assert made.notices[-1] == sources.IN_MAIL.format(name="报表.xlsx")
    made.take()
    assert made.figures() == {"B-01": "300.00"}


def test_a_locked_file_asks_for_its_password_until_it_opens(sent):
    made, path = sent
    made.drop(lock(filled(path, {"B-01": 300}), "章贡"))
    assert made.page.advice == steps.LOCKED.format(count=1)
    assert made.texts()[-1] == "有密码，请输入"
    give(made, "错")
    give(made, "章贡")
    assert made.texts()[1] == "区科技局"
    made.take()
    assert made.figures() == {"B-01": "300.00"}


def give(made, password):
    """Type a password into the dialog that asks for it."""
    dialog = made.page.findChildren(Password)[-1]
    dialog._line.setText(password)
    dialog._open.click()
    made.wait(lambda: not made.receiving.reading.at_work)


def test_a_password_can_be_given_later(sent):
    made, path = sent
    made.drop(lock(filled(path, {"B-01": 300}), "1"))
    made.page.findChildren(Password)[-1]._cancel.click()
    assert made.receiving._bar.unlock.isEnabled()
    made.receiving._bar.unlock.click()
    give(made, "1")
    assert made.texts()[1] == "区科技局"


def test_the_same_file_under_another_name_is_skipped(sent, tmp_path):
    made, path = sent
    back = filled(path, {"B-01": 300})
    twin = tmp_path / "副本.xlsx"
    shutil.copy(back, twin)
    made.drop(back)
    made.drop(twin)
    assert made.texts(1)[-1] == "与“回件.xlsx”是同一个文件，跳过"


def test_what_somebody_changed_meanwhile_is_compared_anew(sent):
    made, path = sent
    made.drop(conflicting(made, path))
    made.view._all[Way.TAKE].click()
    type_in(made, entry("B-02", "16"))
    made.take()
    made.wait(lambda: not made.receiving.reading.at_work)
    assert "请重新读入" in made.failures[-1]
    assert made.deeds[0] == ("B-02", "figure", "未定")
    assert made.view.texts._texts[1].toPlainText() == "16"


def test_a_decision_outlives_a_second_reading(sent):
    made, path = sent
    back = conflicting(made, path)
    made.drop(back)
    made.view._all[Way.TAKE].click()
    made.drop(back)
    assert made.deeds[0][2] == "采用"


def test_reading_and_taking_can_be_cancelled(sent, monkeypatch):
    made, path = sent
    back = filled(path, {"B-01": 300})
    read, take = IntakeJourneys.read, IntakeJourneys.take
    gate = slow(monkeypatch, "read", read)
    made.part("收件")
    made.receiving.read([back])
    assert made.page.advice == receiving.READING
    made.receiving.read([back])
    made.receiving._bar.take._cancel.click()
    gate.set()
    made.wait(lambda: not made.receiving.reading.at_work)
    monkeypatch.setattr(IntakeJourneys, "read", read)
    made.drop(back)
    gate = slow(monkeypatch, "take", take)
    made.receiving.taking.begin()
    assert made.page.advice == receiving.TAKING
    made.receiving.taking.ask()
    made.receiving._bar.take._cancel.click()
    gate.set()
    made.wait(lambda: made.notices == [taking.CANCELLED])
    assert made.figures() == {}


def slow(monkeypatch, name, then):
    """Let a journey wait at its first step."""
    gate = Event()

    def waiting(self, *rest):
        yield from job(None)
        gate.wait(10)
        return (yield from then(self, *rest))

    monkeypatch.setattr(IntakeJourneys, name, waiting)
    return gate


def test_a_reading_that_fails_is_told(sent, monkeypatch):
    made, path = sent
    monkeypatch.setattr(IntakeJourneys, "read", lambda *_: job(OSError("磁盘坏了")))
    made.drop(path)
    assert made.failures == ["磁盘坏了"]
    assert not made.receiving._bar.take.at_work


def test_an_issue_leads_to_its_line_or_to_the_form(sent):
    made, path = sent
    made.show()
    made.drop(filled(path, {"B-01": "很多", "B-02": 12}))
    issues = made.view.issues
    number = next(n for n, each in enumerate(issues._issues) if each.place)
    assert "填报表!" in issues._list.item(number).text()
    issues._list.setCurrentRow(number)
    issues._list.itemActivated.emit(issues._list.item(number))
    code = issues._issues[number].code
    assert (made.ways and made.ways[-1].code == code) or made.view.cells.line.spot[0] == code
    finding = replace(issues._issues[number], code="B-02", column=Column.FIGURE)
    made.view._lead(finding)
    assert made.view.cells.line.spot == ("B-02", Column.FIGURE)
    made.view._lead(replace(finding, code="B-04"))
    way = made.ways[-1]
    assert (way.page, way.quarter, way.department, way.code) == ("填报", HALF, "D05", "B-04")


def test_files_and_folders_are_chosen_in_dialogs_that_do_not_block(qtbot, sent):
    made, path = sent
    back = filled(path, {"B-01": 300})
    for button in (made.receiving._bar.pick, made.receiving._bar.pick_folder):
        button.click()
        dialog = made.receiving.findChildren(QFileDialog)[-1]
        with qtbot.waitSignal(dialog.finished):
            dialog.filesSelected.emit([str(back)])
            dialog.reject()
        made.wait(lambda: not made.receiving.reading.at_work)
    assert made.texts()[0] == "回件.xlsx"


def test_a_second_window_takes_nothing_in(desk, tmp_path):
    held = desk(holder=Holder("memory", "张三"))
    held.drop(tmp_path)
    assert held.page.advice == HELD
    assert not held.receiving._bar.pick.isEnabled()
    assert held.receiving._stack.currentIndex() == 0


def test_only_what_asks_for_somebody_can_be_shown(sent):
    made, path = sent
    complete = {
        "B-01": 300,
        ("B-01", Column.GROWTH): 6.1,
        "B-02": 12,
        "P01-01": "开工",
        ("P01-02", Column.MISSING): "未统计",
    }
    made.drop(filled(path, complete, SIGNED))
    assert made.texts()[3] == "可入库"
    made.receiving._files.grab()
    made.receiving._bar.asking.setChecked(True)
    assert made.receiving._files.model().rowCount() == 0
    made.receiving._bar.asking.setChecked(False)
    made.take()
    assert "1个单位的报表已报送" in made.notices[-1]


def test_the_list_is_emptied_and_forgotten_with_the_database(sent):
    made, path = sent
    made.drop(conflicting(made, path))
    made.view._all[Way.TAKE].click()
    made.receiving._bar.clear.click()
    assert made.page.advice == steps.BEGIN
    assert made.receiving.desk.choices == 0
    made.drop(path)
    made.page.welcome(replace(made.database.look(), address="another"))
    assert not made.receiving.desk.batch.files


def test_the_window_asks_before_decisions_are_lost(qtbot, sent):
    made, path = sent
    made.show()
    made.drop(conflicting(made, path))
    made.view._all[Way.TAKE].click()
    made.window.close()
    assert made.window.isVisible()
    answer(made, 1)
    made.window.close()
    answer(made, 0)
    assert made.ways[-1].page == "来件"
    assert [each.windowTitle() for each in made.page.findChildren(Question)] == ["入库"]
    made.window.close()
    answer(made, 2)
    made.wait(lambda: not made.window.isVisible())
    assert made.receiving.desk.choices == 0


def answer(made, number):
    """Answer what the window asks before it closes."""
    dialogs = made.window.findChildren(Question)
    dialog = next(each for each in dialogs if each.windowTitle() == "没有入库的来件")
    dialog._tell(number)
    dialog.setParent(None)


def test_the_process_that_opens_files_ends_with_the_window(sent):
    made, _ = sent
    made.page.leave()
    assert made.reader.closed


def test_the_tables_are_sound_models(sent, qtmodeltester, tmp_path):
    made, path = sent
    beside = tmp_path / "~$锁.xlsx"
    beside.write_bytes(b"x")
    made.drop(conflicting(made, path), beside)
    files, cells = made.receiving._model, made.view.model
    for model in (files, cells):
        qtmodeltester.check(model)
    across = Qt.Orientation.Horizontal
    assert files.headerData(0, across) == "文件"
    assert cells.headerData(5, across) == "处理"
    roles = (Qt.ItemDataRole.ToolTipRole, arrivals_model.SORT, arrivals_model.ASKS)
    assert [files.index(1, 0).data(role) for role in roles] == ["~$锁.xlsx", "~$锁.xlsx", False]
    assert files.index(1, 4).data(arrivals_model.SORT) == 0
    assert files.index(0, 4).data(arrivals_model.SORT) == 1
    assert files.data(files.index(-1, 0)) is None
    assert not files.setData(files.index(1, 0), 2, Qt.ItemDataRole.CheckStateRole)
    assert not cells.setData(cells.index(0, 0), "1")
    assert cells.data(cells.index(-1, 0)) is None
    made.receiving._files.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert made.texts()[0] == "回件.xlsx"


def test_what_cannot_be_taken_is_shown_with_its_reason(sent):
    made, path = sent
    made.show()
    made.drop(filled(path, {"B-01": 300}))
    line = replace(made.view.model.line(0), words="不采用：核定", mark=Mark.BARRED)
    made.view.model.show_lines([line])
    made.view._judge()
    made.view.cells.grab()
    made.press(KEY.Key_B, KEY.Key_G, KEY.Key_Down)
    assert not made.view._ways[Way.TAKE].isEnabled()
    assert made.receiving.desk.choices == 0


def colours(widget):
    picture = widget.grab().toImage()
    across, down = range(0, picture.width(), 2), range(0, picture.height(), 2)
    return {picture.pixelColor(x, y).name() for x in across for y in down}


def test_the_page_is_painted_in_both_themes_and_every_size(sent, theme, tmp_path):
    made, path = sent
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "~$锁.xlsx").write_bytes(b"x")
    made.drop(tmp_path / "~$锁.xlsx")
    made.window.resize(1000, 700)
    made.show()
    made.drop(conflicting(made, path), tmp_path / "坏.xlsx")
    for look in (Look.DARK, Look.LIGHT):
        theme.choose(look)
        assert theme.colours.warn in colours(made.receiving._files)
        assert theme.colours.error_tint in colours(made.view.cells)
    made.view._all[Way.KEEP].click()
    assert theme.colours.accent in colours(made.view.cells)
    width = made.view.cells.columnWidth(0)
    theme.resize(Size.LARGEST)
    made.page.grab()
    assert made.view.cells.columnWidth(0) > width
    theme.resize(Size.USUAL)
