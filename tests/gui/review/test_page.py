"""审核: a form is read figure by figure, spoken of, let pass, approved, changed, given back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from core.domain.holder import Holder
from core.domain.profile import Role
from core.domain.submission import Decision, State
from core.errors import StorageError
from core.services import completing, evidence, handing_in
from gui.dialogs.amend import NO_FIGURE, Amend
from gui.dialogs.approve import Approve
from gui.dialogs.reason import Reason
from gui.models.docket_model import Kind
from gui.models.figures_columns import CHANGE
from gui.models.figures_order import Look
from gui.pages import review as page_of
from gui.review import steps
from gui.scope import Way
from gui.theme import LIGHT
from tests.forms import HALF, SIGNED, entry
from tests.gui.papers import job
from tests.reviews import BY, COMPLETE, approved, handed_in, opened, put, remark, reviewed


def test_what_waits_is_opened_and_said(office):
    at = office(handed_in)

    assert at.page.advice.startswith("逐项核对，按F4到下一处")
    assert at.page._list.form.name == "区科技局"
    assert at.offered == ["review", "amend"]
    assert at.facts["本期"].startswith("300")


def test_without_a_plan_or_with_nothing_handed_in_the_page_says_what_to_do(office):
    at = office()
    assert at.page.advice == "还没有报送，报送以后再审核；现在也可以先写意见。"
    at.turn(None)
    assert (at.page.advice, at.offered) == (steps.NO_PLAN, [])


def test_a_form_in_order_passes_by_one_key(office):
    at = office(handed_in)
    at.press("review")

    assert (at.state, at.notices) == (State.REVIEWED, ["区科技局的表已审核。"])
    assert at.offered == ["approve", "undo", "amend"]
    at.press("undo")
    assert at.state is State.SUBMITTED


def test_a_remark_is_typed_without_the_mouse_and_hinders_until_it_is_dealt_with(office):
    at = office(handed_in)
    at.go("B-02")
    at.key(Qt.Key.Key_Return)
    box = at.page._view.remarks
    box._line.setText("请核对口径")
    box._line.returnPressed.emit()
    at.settle()

    assert [each.text for each in at.page._shown.open] == ["请核对口径"]
    assert at.page._code == "B-02"
    assert at.offered == ["back", "amend"]
    assert at.page.advice.startswith("还有1条意见没有处理")
    at.key(Qt.Key.Key_Space)
    assert at.offered == ["review", "amend"]
    at.key(Qt.Key.Key_Space)
    assert at.offered == ["back", "amend"]
    box._settle.click()
    at.settle()
    assert box._list.item(0).text().startswith("✓ 已处理　请核对口径")


def test_a_remark_that_was_typed_is_kept_when_another_figure_is_turned_to(office):
    at = office(handed_in)
    at.go("B-02")
    at.page._view.remarks._line.setText("请附文件")
    at.go("B-01")
    at.settle()

    at.go("B-02")
    assert [each.text for each in at.page._shown.open] == ["请附文件"]
    assert at.page._view.remarks.typed == ""


def test_a_remark_that_was_typed_is_kept_when_the_window_closes_or_the_form_would_pass(office):
    at = office(handed_in)
    at.go("B-02")
    at.page._view.remarks._line.setText("请附文件")
    at.press("review")
    assert (at.state, at.page._view.remarks.typed) == (State.SUBMITTED, "")
    assert [each.text for each in at.page._shown.open] == ["请附文件"]

    at.page._view.remarks._line.setText("请盖章")
    at.page.leave()
    at.page._look()
    at.settle()
    assert [each.text for each in at.page._shown.open] == ["请附文件", "请盖章"]


def test_what_asks_for_a_look_is_found_by_a_key_or_shown_alone(office):
    at = office(handed_in, lambda store: remark(store, "P01-01"))
    at.go("B-01")
    at.page._bar.next.click()
    assert at.page._table.figure.row.item.code == "P01-01"

    look = at.page._bar.look
    look.setCurrentIndex(list(Look).index(Look.REMARKS))
    look.activated.emit(look.currentIndex())
    assert at.shown == ["P01-01"]
    assert look.currentText() == "有意见的（1）"


def test_several_forms_are_approved_with_who_and_when(office):
    at = office(reviewed)
    at.page._bar.approve.click()
    dialog = at.dialog(Approve)
    assert dialog.departments == ("D05",)
    dialog._fields["meeting"].setText("区长办公会")
    dialog._on.setText("2024-08-01")
    dialog._save.click()
    at.settle()

    assert at.state is State.APPROVED
    assert at.notices == ["已审定1份报表，数和完成情况已留存。"]
    assert at.page._bar._state.text().endswith("审定：区长办公会，2024年8月1日")
    assert at.offered == ["revoke", "amend"]


def test_a_figure_is_changed_after_approval_with_a_reason_and_shows_beside_what_was(office):
    at = office(approved)
    at.go("B-02")
    at.page._bar.amend.click()
    dialog = at.dialog(Amend)
    dialog._text.setText("１３")
    dialog._vintage.setCurrentIndex(3)
    dialog._reason.setText("统计局核实")
    dialog._save.click()
    at.settle()

    assert at.page.advice == "已审定，审定后改动1处，理由见“审定后改动”。"
    assert at.facts["审定后改动"].startswith("本期12→13，初步核算数→最终核实数")
    assert "初步核算数12，已审定（填报，张三" in at.facts["各次数据"]
    later = at.page._view._later
    assert "理由：统计局核实　王主任" in later.item(0).text()
    at.go("B-01")
    later.setCurrentRow(0)
    later.itemActivated.emit(later.item(0))
    assert at.page._table.figure.row.item.code == "B-02"


def test_what_cannot_be_stored_keeps_the_dialog_open_and_says_why(office):
    at = office(approved)
    at.go("B-02")
    at.page._bar.amend.click()
    dialog = at.dialog(Amend)
    dialog._text.setText("1.2.3")
    dialog._reason.setText("统计局核实")
    dialog._save.click()
    at.settle()

    assert dialog.isVisible()
    assert "1.2.3" in dialog._status.text()
    dialog.reject()


def test_a_figure_that_is_taken_away_leaves_the_reason_why(office):
    at = office(approved)
    at.go("B-02")
    at.page._bar.amend.click()
    dialog = at.dialog(Amend)
    assert not dialog._fields.isRowVisible(dialog._missing)
    dialog._text.clear()
    dialog._reason.setText("统计局撤回")
    assert (dialog._status.text(), dialog._save.isEnabled()) == (NO_FIGURE, False)
    dialog._missing.setCurrentText("待核实")
    dialog._save.click()
    at.settle()

    assert at.facts["本期"] == "待核实"
    assert at.facts["审定后改动"].startswith("本期12→待核实")


def test_a_status_that_was_decided_afterwards_is_told_as_a_change(office):
    def decide(store):
        decision = Decision("B-02", HALF, "快于预期", "常务会议纪要", "李明", "2024-08-02")
        completing.override(store, "p", decision, BY)

    at = office(approved, decide)
    at.go("B-02")

    assert at.page.advice == "已审定，审定后改动1处，理由见“审定后改动”。"
    assert "→快于预期\n理由：常务会议纪要　张三" in at.facts["审定后改动"]
    cell = at.page._figures.index(at.page._table.currentIndex().row(), CHANGE)
    assert cell.data() == "改判"


def test_an_approval_is_taken_back_with_a_reason_only(office):
    at = office(approved)
    at.page._bar.revoke.click()
    dialog = at.dialog(Reason)
    assert not dialog._do.isEnabled()
    dialog._reason.setText("会议要求复核")
    dialog._do.click()
    at.settle()

    assert at.state is State.REVIEWED
    assert opened(at.store).state is State.REVIEWED


def test_a_form_goes_back_with_its_open_remarks(office, tmp_path):
    at = office(handed_in, remark)
    at.page._bar.back.click()
    dialog = at.page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    at.settle()

    assert sorted(path.suffix for path in tmp_path.glob("2024年上半年-区科技局-*")) == [
        ".pdf",
        ".xlsx",
        ".xlsx",
    ]
    assert (at.state, at.page._list.form.returned) == (State.FILLING, True)
    assert at.notices[0].startswith("已退回，写出2024年上半年-区科技局-填报表.xlsx、")
    assert [each.text for each in at.page._case.figures[1].open] == ["请核对口径"]


def test_forms_of_one_kind_are_listed_and_another_one_is_opened(office):
    at = office(handed_in)
    names = at.page._list
    names.show_kind(Kind.OPEN)
    assert at.page._docket.rowCount() == 1
    names._kind.activated.emit(0)
    at.settle()
    assert (names.form.name, at.state) == ("区统计局", State.PENDING)
    assert at.offered == ["amend"]


def test_another_page_leads_to_a_form_and_a_figure(office):
    at = office(handed_in)
    at.page.arrive(Way("审核", HALF, "D02", "B-03"))
    at.settle()
    assert (at.page._list.form.department, at.page._code) == ("D02", "B-03")

    at.page._bar.open.click()
    assert at.ways == [Way("填报", HALF, "D02", "B-03")]


def test_a_department_reads_its_own_form_and_cannot_change_anything(office):
    at = office(handed_in, remark, role=Role.DEPARTMENT)

    assert [form.department for form in at.page._docket.forms] == ["D05"]
    assert (at.page.advice, at.offered) == (steps.OWN, [])
    at.go("B-02")
    assert at.page._view.remarks._line.isHidden()
    at.key(Qt.Key.Key_Space)
    assert len(at.page._shown.open) == 1


def test_a_database_that_somebody_else_holds_is_only_read(office):
    at = office(handed_in, holder=Holder("李四", "pc"))

    assert (at.page.advice, at.offered) == (page_of.HELD, [])


def test_what_cannot_be_read_is_said_and_can_be_tried_again(office, monkeypatch):
    at = office(handed_in)
    broken = StorageError("读不出来")
    monkeypatch.setattr(at.page._journeys.__class__, "docket", lambda *_: job(broken))
    at.page._look()
    at.settle()

    assert (at.page.advice, at.failures) == (steps.NOT_READ, ["读不出来"])
    monkeypatch.undo()
    at.page._look()
    at.settle()
    assert at.page.advice.startswith("逐项核对")


def test_the_table_is_copied_with_its_heads_and_names(office):
    at = office(handed_in)
    at.page._table.copy()
    lines = QGuiApplication.clipboard().text().splitlines()

    assert lines[0].startswith("指标\t本期\t上期")
    assert lines[2].startswith("研发经费（亿元）\t12\t")
    assert at.notices == ["已复制7行，可以粘贴到Excel或WPS。"]


def test_what_the_eye_looks_for_is_set_off(office, theme):
    def odd(store):
        form = handed_in(store, entry("B-02", "-5", explanation="冲销上年"), *COMPLETE[::2])
        evidence.add_document(store, form, "B-02", "统字〔2024〕3号", BY)

    at = office(lambda store: put(store, *COMPLETE), odd, lambda store: remark(store, "B-01"))
    at.go("B-02")
    at.window.show()
    accent, tint = (QColor(getattr(LIGHT, name)).name() for name in ("accent", "tint"))
    names = at.page._table.verticalHeader().grab().toImage()
    row = at.page._table.currentIndex().row()
    middle = at.page._table.rowViewportPosition(row) + at.page._table.rowHeight(row) // 2

    assert at.page._list._list.viewport().grab().toImage().pixelColor(1, 10).name() == accent
    assert names.pixelColor(names.width() - 4, middle).name() == tint
    assert not at.page._table.grab().toImage().isNull()
    assert (at.facts["说明"], at.facts["佐证材料"]) == ("冲销上年", "文号：统字〔2024〕3号")
    assert at.facts["须说明"].startswith("“研发经费”")


def test_what_changed_since_it_was_given_back_is_told(office):
    def again(store):
        form = handing_in.take_back(store, handed_in(store), BY)
        put(store, entry("B-02", "13"), at="2099-01-01T08:00:00+08:00")
        handing_in.hand_in(store, form, SIGNED, BY)

    at = office(again)
    at.go("B-02")

    assert at.facts["比上次报送"] == "本期12→13"
    assert "报送（第2次）" in at.page._bar._state.text()


def test_a_step_that_fails_is_said_and_nothing_else_happens(office):
    at = office(handed_in)
    handing_in.take_back(at.store, opened(at.store), BY)
    at.press("review")

    assert at.failures == ["区科技局2024年上半年的表现在是“填报中”，没有审核"]
    assert at.notices == []


def test_only_one_step_is_taken_at_a_time(office):
    at = office(handed_in)
    at.page._bar.review.click()
    at.page._deeds.review(at.page._list.form)
    at.settle()

    assert (at.failures, at.notices) == ([], ["区科技局的表已审核。"])
