"""The page 填报: whose form is open, what it says, what becomes of what is typed into it."""

from contextlib import contextmanager
from dataclasses import replace

import pytest

from core.domain.cell import Column
from core.domain.holder import Holder
from core.domain.issue import Issue, Severity
from core.domain.profile import Profile
from core.domain.reviewing.review import Remark
from core.domain.submission import Draft, Missing, Origin, State, Submission
from core.errors import StorageError
from core.services import profiles
from core.services.forms import THROUGH
from core.services.planning import plans
from gui.dialogs.hand_in import HandIn, Lacking
from gui.form.handing import HANDED_IN, TAKEN_BACK
from gui.journeys.database import Database
from gui.journeys.forms import FormJourneys
from gui.pages.filling import (
    APPROVED,
    CLOSED,
    FILL,
    NO_FORM,
    NO_PLAN,
    NOT_OPENED,
    READY,
    REMARKS,
    REVIEWED,
    SAVED,
    Filling,
)
from gui.scope import Scope, Way
from tests import factory as the
from tests import forms
from tests.core.memory import MemoryStore
from tests.forms import HALF, entry
from tests.gui.form.clerk import Clerk

NOON = "2024-07-02T12:00:00+08:00"
OWN = Profile(name="张三", departments={"章贡区": "D05"})
COMPLETE = (
    entry("B-01", "300", growth=the.figure("6.1")),
    entry("B-02", "12"),
    entry("P01-01", "开工"),
    entry("P01-02", missing=Missing.UNCOUNTED),
)
BUSY = StorageError("数据库正被占用，没有保存；请稍候再试")


class Refusing(MemoryStore):
    """A store that refuses to be read or written while it has an `error`."""

    error = None

    @contextmanager
    def writing(self):
        with self._asked(), super().writing() as work:
            yield work

    @contextmanager
    def reading(self):
        with self._asked(), super().reading() as work:
            yield work

    @contextmanager
    def _asked(self):
        if self.error:
            raise self.error
        yield


class Desk:
    """The page over a store, a clerk before it."""

    def __init__(self, qtbot, start):
        self.qtbot, self.store = qtbot, Refusing()
        with self.store.writing() as work:
            work.plans.add(forms.plan())
        profiles.save(self.store, OWN)
        self.database = Database(lambda _: self.store)
        self.page = Filling(FormJourneys(self.database), start)
        self.notices: list[str] = []
        self.errors: list[str] = []
        self.page.noticed.connect(lambda notice: self.notices.append(notice.text))
        self.page.failed.connect(lambda error: self.errors.append(str(error)))
        qtbot.addWidget(self.page)
        self.page.resize(1300, 700)

    def put(self, *entries, by="李四"):
        """What somebody else stores."""
        with self.store.writing() as work:
            work.entries.save("p", entries, Origin(THROUGH, by), NOON)

    def open(self, *, at=HALF, wait=True):
        """Show the page, and the form that it opens by itself."""
        for _ in self.database.open("x"):
            pass
        self.page.welcome(self.database.look())
        self.page.show_scope(self.scope(at))
        self.clerk = Clerk(self.qtbot, self.page)
        self.press, self.type = self.clerk.press, self.clerk.type
        if wait:
            self.wait()
        return self

    def wait(self):
        """Wait until a form is open."""
        self.qtbot.waitUntil(lambda: self.page._loading is None)

    def scope(self, at=HALF):
        """What the header chooses."""
        return Scope(plans.summaries(self.store)[0], at)

    def stored(self, code="B-01"):
        """The text that stands in the database."""
        held = self.store.held.entries.get(("p", code, HALF))
        return held.text if held else ""

    @property
    def here(self):
        """Where the cursor is."""
        index, model = self.page._grid.currentIndex(), self.page._model
        return model.row(index.row()).item.code, str(model.column(index.column()))

    @property
    def editor(self):
        """The open editor, if any."""
        return self.page._grid._delegate.editor

    def dialog(self, kind):
        """The dialog that is open."""
        return next((each for each in self.page.findChildren(kind) if each.isVisible()), None)

    def rest(self, code):
        """Let the cursor rest on a row until the panel has followed."""
        model, panel = self.page._model, self.page._panel
        self.page._deeds.go_to(model.place(code, Column.FIGURE))
        self.qtbot.waitUntil(lambda: panel.number == model.place(code, Column.FIGURE).row())
        return panel


@pytest.fixture
def desk(qtbot, theme, background):
    return Desk(qtbot, background.start)


def test_one_s_own_form_opens_at_the_first_figure_that_is_lacking(desk):
    desk.put(entry("B-01", "300"))
    desk.open()

    assert desk.page.form.department == "D05"
    assert desk.here == ("B-02", "figure")
    assert desk.page._grid.hasFocus()
    assert desk.page.advice == FILL
    assert desk.page._bar._progress.text() == "填报中，已填1/4，截止2024年7月22日"


def test_without_a_plan_or_a_department_the_page_says_what_to_do(desk):
    desk.open()
    desk.page.show_scope(None)
    assert (desk.page.form, desk.page.advice) == (None, NO_PLAN)

    with desk.store.writing() as work:
        work.plans.replace(forms.plan(departments=(), milestones=()))
    desk.page.show_scope(desk.scope())
    desk.wait()
    assert (desk.page.form, desk.page.advice) == (None, NO_FORM)
    assert not desk.page._bar._department.isEnabled()


def test_without_a_form_keys_and_buttons_do_nothing(desk):
    desk.open()
    desk.type("5")
    desk.press("Return")
    desk.page.show_scope(None)
    desk.page._grid.setFocus()
    desk.press("Ctrl+Z", "Ctrl+Y", "Delete", "Ctrl+0", "Ctrl+L", "F6", "F6", "F6")
    desk.page._bar.hand_in.click()
    desk.page._hand(desk.page._handing.ask)

    assert (desk.errors, desk.stored()) == ([], "5")


def test_each_accepted_cell_is_in_the_database_before_the_cursor_moves_on(desk):
    desk.open()
    desk.type("300")
    assert desk.stored() == ""
    desk.press("Return")

    assert (desk.stored(), desk.here) == ("300", ("B-02", "figure"))
    assert desk.store.drafted == Draft("p", "D05", HALF, "B-01", "figure", None)
    assert desk.page._bar._progress.text() == "填报中，已填1/4，截止2024年7月22日"


def test_when_all_is_filled_the_page_says_what_comes_next(desk):
    desk.put(*COMPLETE[:3])
    desk.open()
    desk.press("Tab", "Tab")
    desk.type("1")
    desk.press("Return")

    assert desk.page.advice == READY
    assert "已填4/4" in desk.page._bar._progress.text()


def test_what_is_wrong_is_counted_above_the_form(desk):
    desk.put(entry("B-01", "稳步增长"), entry("B-02", "-5"))
    desk.open()

    assert "须说明1，强制1" in desk.page._bar._progress.text()
    assert len(desk.page._panel.form_findings.issues) == 2


def test_another_department_is_chosen_above_and_nothing_of_before_is_taken_back_there(desk):
    desk.open()
    desk.type("300")
    desk.press("Return")
    desk.page._bar._department.setCurrentIndex(1)
    desk.wait()

    assert desk.page.form.department == "D02"
    desk.press("Ctrl+Z")
    assert desk.stored() == "300"


def test_what_is_half_typed_is_taken_when_another_form_is_opened(desk):
    desk.open()
    desk.type("300")
    desk.page._bar._department.setCurrentIndex(1)
    desk.wait()

    assert (desk.stored(), desk.notices) == ("300", [])


def test_what_cannot_be_taken_when_a_form_is_left_is_told(desk):
    desk.open()
    desk.type("12,5")
    desk.page.show_scope(desk.scope(the.quarter("2024Q1")))
    desk.wait()

    assert desk.notices == ["“高新产业产值”里填的“12,5”不能采用，没有保存。"]
    assert str(desk.page.form.quarter) == "2024Q1"


def test_turning_to_the_same_form_again_leaves_everything_as_it_is(desk):
    desk.open()
    desk.type("30")
    desk.page.show_scope(desk.scope())

    assert desk.editor.text() == "30"


def test_the_last_choice_counts_however_quickly_they_follow(desk):
    desk.open(wait=False)
    desk.page.show_scope(desk.scope(the.quarter("2023Q1")))
    desk.page.show_scope(desk.scope(the.quarter("2023Q2")))
    desk.wait()

    assert str(desk.page.form.quarter) == "2023Q2"


def test_a_form_that_is_no_more_wanted_may_fail_unheard(desk):
    desk.open()
    desk.page.show_scope(desk.scope(the.quarter("2031Q1")))
    desk.page.show_scope(desk.scope(the.quarter("2023Q2")))
    desk.wait()

    assert (desk.errors, str(desk.page.form.quarter)) == ([], "2023Q2")


def test_a_cell_that_is_pointed_to_while_its_form_is_read_is_reached_afterwards(desk):
    desk.open()
    desk.page.show_scope(desk.scope(the.quarter("2023Q2")))
    desk.page.arrive(Way("填报", department="D05", code="B-03"))
    desk.wait()

    assert (str(desk.page.form.quarter), desk.here) == ("2023Q2", ("B-03", "figure"))


def test_a_form_asked_for_before_the_plan_went_is_not_shown_afterwards(qtbot, desk):
    desk.open()
    desk.page.show_scope(desk.scope(the.quarter("2023Q1")))
    task = desk.page._loading
    ended = []
    for signal in (task.succeeded, task.cancelled):
        signal.connect(lambda *_: ended.append(1))
    desk.page.show_scope(None)
    qtbot.waitUntil(lambda: bool(ended))

    assert (desk.page.form, desk.page.advice) == (None, NO_PLAN)


def test_a_form_that_does_not_open_leaves_no_other_one_in_its_place(qtbot, desk):
    desk.open()
    later = desk.scope(the.quarter("2023Q1"))
    desk.store.error = BUSY
    desk.page.show_scope(later)
    qtbot.waitUntil(lambda: bool(desk.errors))

    assert desk.errors == [str(BUSY)]
    assert (desk.page.form, desk.page.advice) == (None, NOT_OPENED)


def test_a_store_that_refuses_keeps_the_text_in_the_cell_and_says_so(desk):
    desk.open()
    desk.store.error = BUSY
    desk.type("300")
    desk.press("Return")

    assert (desk.editor.text(), desk.errors) == ("300", [str(BUSY)])
    desk.store.error = None
    desk.press("Return")
    assert (desk.stored(), desk.here) == ("300", ("B-02", "figure"))


def test_what_a_second_person_changed_is_read_again_and_the_text_offered_beside_it(qtbot, desk):
    desk.open()
    desk.type("300")
    desk.put(entry("B-01", "301"))
    desk.press("Return")
    qtbot.waitUntil(lambda: desk.page._model.place("B-01", Column.FIGURE).data() == "301")

    assert desk.errors == [
        "“高新产业产值”刚被别处改为“301”，没有保存；表已按现在的数重新载入，请核对后再填"
    ]
    assert (desk.here, desk.editor.text(), desk.stored()) == (("B-01", "figure"), "300", "301")
    desk.press("Return")
    assert desk.stored() == "300"


def test_taking_back_what_a_second_person_changed_reads_the_form_again(qtbot, desk):
    desk.open()
    desk.type("300")
    desk.press("Return")
    desk.put(entry("B-01", "301"))
    desk.press("Ctrl+Z")
    qtbot.waitUntil(lambda: desk.page._model.place("B-01", Column.FIGURE).data() == "301")

    assert (len(desk.errors), desk.stored(), desk.here) == (1, "301", ("B-02", "figure"))
    assert desk.page._editing.steps.last is None


def test_taking_back_that_the_store_refuses_can_be_tried_again(desk):
    desk.open()
    desk.type("300")
    desk.press("Return")
    desk.store.error = BUSY
    desk.press("Ctrl+Z")
    assert (desk.errors, desk.notices) == ([str(BUSY)], [])

    desk.store.error = None
    desk.press("Ctrl+Z")
    assert (desk.stored(), desk.notices) == ("", ["已撤销：填写本期。"])


def test_a_database_that_somebody_else_has_open_is_only_read(desk):
    desk.store.holder = Holder("guiji.db", "李四", "PC-2")
    desk.open()
    desk.type("5")
    desk.press("Ctrl+0")

    assert (desk.stored(), desk.editor) == ("", None)
    assert desk.notices == [str(desk.store.holder)]
    assert not desk.page._bar.zero.isEnabled()
    assert not desk.page._bar.hand_in.isEnabled()


def test_zero_and_as_before_are_one_key_each(desk):
    desk.put(entry("B-02", "11.5", "2024Q1"))
    desk.open()
    desk.press("Ctrl+0", "Down", "Ctrl+L")

    assert (desk.stored("B-01"), desk.stored("B-02")) == ("0", "11.5")


def test_a_row_is_found_by_ctrl_f(desk):
    desk.open()
    desk.press("Ctrl+F")
    desk.page._bar._find.setText("")
    desk.type("b-0")
    assert desk.page._bar._find.hasFocus()
    assert desk.here == ("B-01", "figure")
    desk.press("Return")
    assert desk.here == ("B-02", "figure")
    desk.type("3")
    assert desk.here == ("B-03", "figure")


def test_ctrl_s_says_that_everything_is_stored_already(desk):
    desk.open()
    desk.press("Ctrl+S")

    assert desk.notices == [SAVED]


def test_f6_turns_from_the_form_to_the_panel_to_the_bar_and_back(desk):
    desk.open()
    panel, bar = desk.page._panel, desk.page._bar
    desk.press("F6")
    assert panel.isAncestorOf(desk.clerk.hands)
    desk.press("F6")
    assert bar.isAncestorOf(desk.clerk.hands)
    desk.press("F6")
    assert desk.page._grid.hasFocus()


def test_f6_takes_what_is_being_typed_and_stays_where_it_cannot(desk):
    desk.open()
    desk.type("12,5")
    desk.press("F6")
    assert desk.editor.hasFocus()

    desk.press("Ctrl+A")
    desk.type("7")
    desk.press("F6")
    assert (desk.stored(), desk.page._panel.isAncestorOf(desk.clerk.hands)) == ("7", True)


def test_another_page_leads_to_a_cell_of_another_form(desk):
    desk.open()
    desk.page.arrive(Way("填报", department="D02", code="B-03"))
    desk.wait()
    assert (desk.page.form.department, desk.here) == ("D02", ("B-03", "figure"))

    desk.page.arrive(Way("填报", department="D02", code="B-03", column="explanation"))
    assert desk.here == ("B-03", "explanation")
    desk.page.arrive(Way("填报", code="B-99"))
    assert desk.here == ("B-03", "figure")


def test_a_way_that_is_given_while_a_form_opens_is_followed_once_it_is_open(desk):
    desk.open(wait=False)
    desk.page.arrive(Way("填报", department="D05", code="B-03", column="figure", text="12."))
    desk.wait()

    assert (desk.here, desk.editor.text()) == (("B-03", "figure"), "12.")
    desk.type("5")
    desk.press("Return")
    assert desk.stored("B-03") == "12.5"


def test_a_text_whose_cell_takes_nothing_any_more_is_told(desk):
    desk.open()
    desk.page.arrive(Way("填报", code="B-04", column="figure", text="12."))

    assert desk.notices == ["“B-04”里填的“12.”不能采用，没有保存。"]
    assert desk.editor is None


def test_a_page_that_is_left_in_order_leaves_no_draft(desk):
    desk.open()
    desk.type("300")
    assert desk.store.drafted.text == "300"
    desk.page.leave()
    assert (desk.store.drafted, desk.stored()) == (None, "300")


def test_a_text_that_cannot_be_taken_at_the_end_is_kept_for_the_next_start(desk):
    desk.open()
    desk.type("12,5")
    desk.page.leave()

    assert desk.store.drafted == Draft("p", "D05", HALF, "B-01", "figure", "12,5")


def test_evidence_is_added_listed_saved_and_taken_away(qtbot, desk, tmp_path):
    (tmp_path / "证明.pdf").write_bytes(b"%PDF")
    desk.open()
    proofs = desk.rest("B-02").proofs
    proofs.files.emit([tmp_path / "证明.pdf", tmp_path / "没有.pdf"])
    proofs.document.emit("区科字〔2024〕12号")
    listed = [proofs._list.item(row).text() for row in range(proofs._list.count())]
    assert listed == ["证明.pdf（1KB）", "文号：区科字〔2024〕12号"]
    assert "没有.pdf" in desk.errors[0]

    proofs.saved.emit(proofs._evidence[0], tmp_path / "另存.pdf")
    assert (tmp_path / "另存.pdf").read_bytes() == b"%PDF"
    proofs.saved.emit(proofs._evidence[0], tmp_path / "没有" / "另存.pdf")
    assert len(desk.errors) == 2
    proofs.unwanted.emit(proofs._evidence[0])
    assert proofs._list.count() == 1
    assert desk.notices == [f"已存到“{tmp_path / '另存.pdf'}”。"]


def test_evidence_stands_beside_the_row_that_was_shown_when_it_was_added(qtbot, desk, tmp_path):
    (tmp_path / "证明.pdf").write_bytes(b"%PDF")
    desk.open()
    proofs = desk.rest("B-02").proofs
    desk.page._deeds.go_to(desk.page._model.place("B-03", Column.FIGURE))
    proofs.files.emit([tmp_path / "证明.pdf"])

    assert [each.code for _, each in desk.store.held.evidences] == ["B-02"]


def test_without_a_form_nothing_is_added(desk, tmp_path):
    desk.open()
    proofs = desk.rest("B-02").proofs
    desk.page.show_scope(None)
    proofs.document.emit("区科字〔2024〕12号")
    proofs.unwanted.emit(None)
    desk.page._beside.show_row(0)

    assert desk.store.held.evidences == []


def test_an_earlier_state_is_brought_back_as_a_step(qtbot, desk):
    desk.put(entry("B-02", "11"))
    desk.put(entry("B-02", "12", explanation="更正"))
    desk.open()
    record = desk.rest("B-02").record
    desk.page._deeds.go_to(desk.page._model.place("B-03", Column.FIGURE))
    record._list.setCurrentRow(1)
    record._back.click()

    assert desk.stored("B-02") == "11"
    desk.page._grid.setFocus()
    desk.press("Ctrl+Z")
    assert desk.stored("B-02") == "12"


def test_what_is_beside_a_row_that_cannot_be_read_is_said_and_no_bug(qtbot, desk):
    desk.open()
    desk.store.error = BUSY
    desk.page._deeds.go_to(desk.page._model.place("B-03", Column.FIGURE))
    qtbot.waitUntil(lambda: desk.errors == [str(BUSY)])


def test_a_finding_leads_to_its_cell(desk):
    desk.open()
    desk.page._panel.form_findings.led.emit(Issue("B-01", Severity.HINT, "", "", "growth"))
    assert desk.here == ("B-01", "growth")
    desk.page.show_issue(Issue("B-99", Severity.HINT, "", ""))
    assert desk.here == ("B-01", "growth")


def test_handing_in_lists_what_is_lacking_and_leads_there(desk):
    desk.put(*COMPLETE[1:])
    desk.open()
    desk.press("Down", "Down")
    desk.page._bar.hand_in.click()
    lacking = desk.dialog(Lacking)
    assert lacking._list.count() == 1
    lacking._go.click()

    assert desk.here == ("B-01", "figure")


def sign(dialog):
    dialog._fields["reviewed_by"].setText("李四")
    dialog._fields["head"].setText("王五")
    dialog._fields["phone"].setText("0797-8200000")
    dialog._reviewed.setChecked(True)
    dialog._send.click()


@pytest.fixture
def handed(desk):
    """A form that was handed in on the page."""
    desk.put(*COMPLETE)
    desk.open()
    desk.page._bar.hand_in.click()
    sign(desk.dialog(HandIn))
    desk.page.activateWindow()
    desk.qtbot.waitUntil(desk.page.isActiveWindow)
    return desk


def test_a_form_that_was_handed_in_is_locked_and_says_so(handed):
    page = handed.page
    assert page.form.state is State.SUBMITTED
    assert (handed.notices[-1], page.advice) == (HANDED_IN, CLOSED)
    assert page._bar.take_back.isVisible()
    assert not page._bar.hand_in.isVisible()
    assert "张三于" in page._bar._progress.text()
    handed.type("5")
    handed.press("Ctrl+Z", "Ctrl+0")
    assert (handed.stored(), handed.errors) == ("300", [])


def test_a_form_is_taken_back_and_can_be_corrected(handed):
    handed.page._bar.take_back.click()
    assert (handed.notices[-1], handed.page.form.state) == (TAKEN_BACK, State.FILLING)
    handed.page._deeds.go_to(handed.page._model.place("B-01", Column.FIGURE))
    handed.type("301")
    handed.press("Return")
    assert handed.stored() == "301"


def test_what_was_reviewed_meanwhile_is_not_taken_back(handed):
    with handed.store.writing() as work:
        work.submissions.save("p", Submission("D05", HALF, State.REVIEWED, forms.SIGNED, NOON, 1))
    handed.page._bar.take_back.click()

    assert "不能撤回；已审核的请联系汇总单位退回" in handed.errors[0]


def test_a_form_that_came_back_shows_what_the_office_said(desk):
    with desk.store.writing() as work:
        said = Remark("D05", HALF, "B-01", "请核对口径", "王主任", NOON)
        work.remarks.add("p", said)
        work.remarks.add("p", replace(said, code="B-02", settled=NOON))
    desk.open()
    page = desk.page

    assert page.advice == REMARKS.format(1)
    desk.qtbot.waitUntil(page._panel.said.isVisible)
    assert page._panel.said._list.item(0).text().startswith("● 未处理　请核对口径\n王主任")


@pytest.mark.parametrize(
    ("state", "words"), [(State.REVIEWED, REVIEWED), (State.APPROVED, APPROVED)]
)
def test_a_form_that_was_reviewed_says_whom_to_ask(desk, state, words):
    desk.put(*COMPLETE)
    with desk.store.writing() as work:
        work.submissions.save("p", Submission("D05", HALF, state, forms.SIGNED, NOON, 1))
    desk.open()

    assert desk.page.advice == words


def test_what_is_being_typed_is_taken_before_handing_in(desk):
    desk.put(*COMPLETE)
    desk.open()
    desk.type("12,5")
    desk.page._bar.hand_in.click()
    assert desk.dialog(HandIn) is None

    desk.press("Ctrl+A")
    desk.type("310")
    desk.page._bar.hand_in.click()
    assert desk.stored() == "310"
    assert desk.dialog(HandIn) is not None
