"""Before 报送: what is lacking, each with its way there; then who answers for the form."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from core.domain.issue import Issue, Severity
from core.domain.profile import Profile
from core.domain.submission import Signature
from gui.dialogs.hand_in import SAME, HandIn, Lacking
from tests.forms import SIGNED, entry, form, handed_in

TODAY = date(2024, 7, 10)
BLOCKING = Issue("B-01", Severity.BLOCKING, "", "“高新产业产值”未填")
ODD = Issue("B-02", Severity.EXPLAIN, "-5", "“研发经费”为负，请说明")
HINT = Issue("B-03", Severity.HINT, "5", "“技术合同额”与上期相同")
PROFILE = Profile(name="张三", phone="0797-8200000")


@pytest.fixture
def window(qtbot, theme):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def lacking(window, *issues):
    dialog = Lacking(issues, window)
    dialog.open()
    return dialog


def asked(window, found=None, hints=(), profile=PROFILE):
    dialog = HandIn(found or form(entry("B-02", "12")), hints, profile, TODAY, window)
    dialog.open()
    return dialog


def sign(dialog, **texts):
    for code, text in texts.items():
        dialog._fields[code].setText(text)
    dialog._reviewed.setChecked(True)


def test_what_is_lacking_is_listed_with_its_grade_and_the_first_is_chosen(window):
    dialog = lacking(window, BLOCKING, ODD)

    assert [dialog._list.item(row).text() for row in range(2)] == [
        "〔强制〕“高新产业产值”未填",
        "〔须说明〕“研发经费”为负，请说明",
    ]
    assert dialog._list.currentRow() == 0
    assert "还有2处要处理" in dialog.findChild(QLabel).text()
    dialog._close.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize("by", ["button", "double click"])
def test_one_click_leads_to_the_cell(qtbot, window, by):
    dialog = lacking(window, BLOCKING, ODD)
    dialog._list.setCurrentRow(1)
    with qtbot.waitSignal(dialog.led) as led:
        if by == "button":
            dialog._go.click()
        else:
            dialog._list.itemActivated.emit(dialog._list.item(1))
    assert led.args == [ODD]
    assert not dialog.isVisible()


def test_what_is_known_of_the_person_is_filled_in_and_the_first_gap_has_the_keyboard(window):
    dialog = asked(window)

    assert dialog._fields["filled_by"].text() == "张三"
    assert dialog._fields["phone"].text() == "0797-8200000"
    assert dialog.focusWidget() is dialog._fields["reviewed_by"]


def test_the_signature_of_before_is_offered_again(window):
    dialog = asked(window, handed_in(form()), profile=replace(PROFILE, name="别人"))

    assert {code: each.text() for code, each in dialog._fields.items()} == {
        "filled_by": "张三",
        "reviewed_by": "李四",
        "head": "王五",
        "phone": "0797-8200000",
    }
    assert dialog.focusWidget() is dialog._reviewed


def test_what_is_still_to_be_filled_in_is_said_and_nothing_is_sent_before(window):
    dialog = asked(window)
    assert dialog._hint.text() == "请填写审核人、单位负责人。请先完成科室审核并勾选。"
    assert not dialog._send.isEnabled()

    sign(dialog, reviewed_by="李四", head="  ")
    assert dialog._hint.text() == "请填写单位负责人。"
    sign(dialog, head="王五")
    assert dialog._send.isEnabled()
    dialog._reviewed.setChecked(False)
    assert not dialog._send.isEnabled()


def test_who_reviews_the_own_form_is_told_but_not_hindered(window):
    dialog = asked(window)
    sign(dialog, reviewed_by=" 张三 ", head="王五")

    assert dialog._hint.text() == SAME
    assert dialog._send.isEnabled()


def test_signing_gives_names_phone_and_the_day(qtbot, window):
    dialog = asked(window)
    sign(dialog, reviewed_by="李四", head=" 王五 ")
    with qtbot.waitSignal(dialog.signed) as signed:
        dialog._send.click()
    assert signed.args == [SIGNED]
    assert isinstance(signed.args[0], Signature)
    assert not dialog.isVisible()


def test_hints_are_shown_before_the_names_and_hinder_nothing(window):
    dialog = asked(window, hints=(HINT,))

    assert "报送之前请看一看1处提示：" in [each.text() for each in dialog.findChildren(QLabel)]
    assert dialog._hints.item(0).text() == HINT.message
    sign(dialog, reviewed_by="李四", head="王五")
    assert dialog._send.isEnabled()


def test_giving_up_sends_nothing(qtbot, window):
    dialog = asked(window)
    sign(dialog, reviewed_by="李四", head="王五")
    with qtbot.assertNotEmitted(dialog.signed):
        dialog._cancel.click()
    assert not dialog.isVisible()
