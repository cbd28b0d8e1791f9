"""What stands beside the row where the cursor rests: facts, history, findings, evidence, record."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QLabel

from core.domain.issue import Issue, Severity
from core.domain.submission import Change, Evidence, Missing, Origin
from gui.theme import Size
from gui.widgets.context.panel import FORM, ContextPanel
from gui.widgets.context.past import Past
from gui.widgets.context.proofs import Proofs
from gui.widgets.context.record import Record
from gui.widgets.sparkline import Sparkline
from tests import factory as the
from tests.forms import HALF, entry, form

PAST = [
    entry("B-02", "10", "2023Q2"),
    entry("B-02", "21", "2023Q4"),
    entry("B-02", missing=Missing.UNCOUNTED, at="2024Q1"),
]
FULL = form(entry("B-02", "-5"), past=PAST)
ORIGIN = Origin("填报", "张三")
BY_MAIL = Origin("来件", "李四", "回表.xlsx", sheet="填报", cell="F7")


def shown(qtbot, made, width=320):
    """Put a widget on the screen."""
    qtbot.addWidget(made)
    made.resize(width, 700)
    made.show()
    return made


@pytest.fixture
def panel(qtbot, theme):
    made = shown(qtbot, ContextPanel())
    made.show_form(FULL)
    return made


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def lines(listed):
    return [listed.item(row).text() for row in range(listed.count())]


def follow(qtbot, panel, number):
    with qtbot.waitSignal(panel.wanted) as wanted:
        panel.follow(number)
    assert wanted.args == [panel.number]


def test_it_shows_the_row_once_the_cursor_rests(qtbot, panel):
    follow(qtbot, panel, 1)

    assert "研发经费（亿元）" in texts(panel)
    assert ("牵头单位", "区科技局") in panel._facts.lines
    assert "区科技局" in panel._facts.text()


def test_it_follows_a_cursor_that_runs_only_to_where_it_rests(qtbot, panel):
    asked: list[int] = []
    panel.wanted.connect(asked.append)
    for number in range(4):
        panel.follow(number)
    qtbot.waitUntil(lambda: asked == [3])
    assert panel.number == 3


def test_until_the_cursor_rests_the_row_that_is_shown_is_meant(qtbot, panel):
    follow(qtbot, panel, 1)
    panel.follow(2)

    assert panel.number == 1


def test_where_there_is_no_row_nothing_is_shown(qtbot, panel):
    follow(qtbot, panel, 1)
    panel.follow(-1)
    qtbot.waitUntil(lambda: not panel._card.widget().isVisible())
    follow(qtbot, panel, 0)
    assert panel._card.widget().isVisible()
    panel.show_form(None)
    panel.follow(0)
    qtbot.waitUntil(lambda: not panel._card.widget().isVisible())


def test_fewer_facts_leave_no_old_ones_behind(qtbot, panel):
    follow(qtbot, panel, 1)
    many = panel._facts.text()
    follow(qtbot, panel, FULL.row("P01-01"))

    assert "衡量方式" in many
    assert "衡量方式" not in panel._facts.text()
    assert "2025年投用" in panel._facts.text()


def test_findings_of_the_row_are_instructions_and_lead_to_their_cell(qtbot, panel):
    follow(qtbot, panel, 1)
    (line,) = lines(panel.row_findings._list)
    assert line.startswith("△ 须说明：“研发经费”")
    with qtbot.waitSignal(panel.row_findings.led) as led:
        panel.row_findings._list.setCurrentRow(0)
        panel.row_findings._list.itemActivated.emit(panel.row_findings._list.item(0))
    assert led.args[0].check == "negative"


def test_all_findings_stand_on_the_other_tab_with_their_number(qtbot, panel):
    assert panel._tabs.button(FORM).text() == "全部问题（1）(&2)"
    panel._tabs.button(FORM).click()

    assert [each[:4] for each in lines(panel.form_findings._list)] == ["△ 须说"]
    panel.focus()
    assert panel._tabs.button(FORM).hasFocus()


def test_findings_that_are_gone_are_hidden_and_a_click_beside_them_leads_nowhere(qtbot, panel):
    panel.show_form(form())

    assert not panel.form_findings.isVisible()
    with qtbot.assertNotEmitted(panel.form_findings.led):
        panel.form_findings._lead()


@pytest.mark.parametrize(
    ("grade", "sign"), [(Severity.BLOCKING, "▲"), (Severity.EXPLAIN, "△"), (Severity.HINT, "·")]
)
def test_grades_are_told_apart_without_colour(panel, grade, sign):
    panel.form_findings.show_issues([Issue("B-01", grade, "1", "请核对")])

    assert lines(panel.form_findings._list) == [f"{sign} {grade.label}：请核对"]


def test_the_panel_grows_with_the_size_of_text(qapp, theme, panel):
    before = panel.width()
    theme.resize(Size.LARGEST)
    after = panel.width()
    theme.resize(Size.USUAL)

    assert before < after
    assert panel.width() == before


def test_the_last_quarters_stand_one_below_the_other_with_their_growth(qtbot, theme):
    past = shown(qtbot, Past())
    found = form(entry("B-02", "12"), past=PAST)
    past.show_row(found, found.rows[1])

    assert texts(past) == [
        "近八季",
        *("2023年上半年", "10", ""),
        *("2023年全年", "21", ""),
        *("2024年一季度", "未统计", ""),
        *("2024年上半年", "12", "同比增加2亿元"),
    ]
    assert past._line.isVisible()


def test_milestones_and_rows_without_a_past_have_none_to_show(qtbot, theme):
    past = shown(qtbot, Past())
    past.show_row(form(), form().rows[1])
    assert not past.isVisible()
    node = form(past=[entry("P01-01", "开工", "2024Q1")])
    past.show_row(node, node.rows[node.row("P01-01")])
    assert not past.isVisible()


def inked(widget):
    """How many pixels of a widget are not its ground."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixel(0, 0)
    return sum(
        image.pixel(x, y) != ground for x in range(image.width()) for y in range(image.height())
    )


def test_the_line_is_drawn_through_known_quarters_and_broken_at_a_gap(qtbot, theme):
    line = shown(qtbot, Sparkline(), 160)
    numbers = [Decimal(each) for each in (1, 5, 2, 8)]
    line.show_values(numbers)
    whole = inked(line)
    line.show_values([numbers[0], None, None, numbers[3]])
    broken = inked(line)

    assert 0 < broken < whole


def test_a_flat_line_lies_in_the_middle_and_a_single_point_is_hidden(qtbot, theme):
    line = shown(qtbot, Sparkline(), 160)
    line.show_values([Decimal(3), Decimal(3)])
    assert {point.y() for point in line._points()} == {line.height() / 2}
    line.show_values([Decimal(3), None])
    assert not line.isVisible()
    line.show_values([])
    assert line._points() == []


def change(text, *, by=ORIGIN, at="2024-07-02T12:00:00+08:00", **rest):
    made = entry("B-01", text, **rest)
    return Change("B-01", HALF, "", made.text, by, at, made)


CHANGES = (
    change("300"),
    change("", missing=Missing.UNVERIFIED, by=BY_MAIL),
    change("301", growth=the.figure("6.1"), progress=the.figure("30"), explanation="更正"),
)


@pytest.fixture
def record(qtbot, theme):
    made = shown(qtbot, Record())
    made.show_changes(CHANGES, open_=True)
    return made


def test_the_record_says_what_when_who_and_through_what_newest_first(record):
    assert lines(record._list) == [
        "301，同比6.1%，进度30%，说明：更正（现在）\n2024-07-02 12:00 填报，张三",
        "待核实\n2024-07-02 12:00 来件，李四，回表.xlsx 填报 F7",
        "300\n2024-07-02 12:00 填报，张三",
    ]


def test_an_earlier_state_can_be_brought_back_and_the_present_one_cannot(qtbot, record):
    record._list.setCurrentRow(0)
    assert not record._back.isEnabled()
    with qtbot.assertNotEmitted(record.wanted):
        record._want()
    record._list.setCurrentRow(2)
    with qtbot.waitSignal(record.wanted) as wanted:
        record._back.click()
    assert wanted.args == [entry("B-01", "300")]


def test_a_record_of_a_locked_cell_is_only_read(qtbot, record):
    record.show_changes(CHANGES, open_=False)
    record._list.setCurrentRow(2)

    assert not record._back.isVisible()
    with qtbot.assertNotEmitted(record.wanted):
        record._list.itemActivated.emit(record._list.item(2))


def test_a_single_state_has_nothing_to_be_brought_back_to(record):
    record.show_changes(CHANGES[:1], open_=True)
    assert not record._back.isVisible()
    record.show_changes((), open_=True)
    assert not record.isVisible()


FILE = Evidence("B-01", HALF, "证明.pdf", sha256="ab" * 32, size=204_800)
DOCUMENT = Evidence("B-01", HALF, "区科字〔2024〕12号", document="区科字〔2024〕12号")


@pytest.fixture
def proofs(qtbot, theme):
    made = shown(qtbot, Proofs())
    made.show_evidence([FILE, DOCUMENT], open_=True)
    return made


def test_files_and_numbers_are_listed(proofs):
    assert lines(proofs._list) == ["证明.pdf（200KB）", "文号：区科字〔2024〕12号"]


def test_only_a_file_can_be_saved_and_only_what_is_chosen_removed(qtbot, proofs):
    proofs._list.setCurrentRow(-1)
    assert not proofs._remove.isEnabled()
    proofs._list.setCurrentRow(1)
    assert (proofs._save.isEnabled(), proofs._remove.isEnabled()) == (False, True)
    proofs._list.setCurrentRow(0)
    assert proofs._save.isEnabled()
    with qtbot.waitSignal(proofs.unwanted) as unwanted:
        proofs._remove.click()
    assert unwanted.args == [FILE]
    proofs.show_evidence([DOCUMENT], open_=True)
    assert not proofs._save.isVisible()
    proofs._drop()
    proofs._ask_place()
    assert proofs.findChild(QFileDialog) is None


def test_a_closed_form_s_files_can_only_be_saved(proofs):
    proofs.show_evidence([FILE], open_=False)

    assert [each.isVisible() for each in (proofs._add, proofs._number, proofs._remove)] == [
        False
    ] * 3
    assert proofs._save.isVisible()
    assert not proofs.acceptDrops()
    proofs.show_evidence([], open_=False)
    assert not proofs.isVisible()


def test_a_number_is_added_by_enter_and_a_blank_one_is_not(qtbot, proofs):
    with qtbot.assertNotEmitted(proofs.document):
        qtbot.keyClick(proofs._number, Qt.Key.Key_Return)
    proofs._number.setText("区科字〔2024〕13号")
    with qtbot.waitSignal(proofs.document) as added:
        qtbot.keyClick(proofs._number, Qt.Key.Key_Return)
    assert (added.args, proofs._number.text()) == (["区科字〔2024〕13号"], "")


def dragged(*urls):
    data = QMimeData()
    data.setUrls([QUrl(each) for each in urls])
    return data


def drag(event_type, data, place):
    rest = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return event_type(place, *rest)


def test_files_can_be_dropped_and_links_to_the_net_cannot(qtbot, proofs, tmp_path):
    mixed = dragged(f"file://{tmp_path}/a.pdf", "https://example.org/b.pdf")
    links = dragged("https://example.org/b.pdf")
    for data, taken in ((mixed, True), (links, False), (QMimeData(), False)):
        event = drag(QDragEnterEvent, data, QPointF(1, 1).toPoint())
        event.ignore()
        proofs.dragEnterEvent(event)
        assert event.isAccepted() is taken
    with qtbot.waitSignal(proofs.files) as dropped:
        proofs.dropEvent(drag(QDropEvent, mixed, QPointF(1, 1)))
    assert dropped.args == [[tmp_path / "a.pdf"]]


def test_files_are_chosen_and_saved_in_dialogs_that_block_nobody(qtbot, proofs):
    proofs._add.click()
    dialog = proofs.findChild(QFileDialog)
    with qtbot.waitSignal(proofs.files) as files:
        dialog.filesSelected.emit(["/x/a.pdf", "/x/b.pdf"])
    assert files.args == [[Path("/x/a.pdf"), Path("/x/b.pdf")]]
    dialog.reject()
    qtbot.waitUntil(lambda: proofs.findChild(QFileDialog) is None)

    proofs._list.setCurrentRow(0)
    proofs._save.click()
    dialog = proofs.findChild(QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    with qtbot.waitSignal(proofs.saved) as saved:
        dialog.fileSelected.emit("/x/另存.pdf")
    assert saved.args == [FILE, Path("/x/另存.pdf")]
    dialog.reject()
    qtbot.waitUntil(lambda: proofs.findChild(QFileDialog) is None)


def test_a_tiny_file_counts_as_one_kilobyte(proofs):
    proofs.show_evidence([replace(FILE, size=3)], open_=True)

    assert lines(proofs._list) == ["证明.pdf（1KB）"]
