"""Mail on the page 设置与数据: the account, its password, addresses, trial letters and texts."""

from dataclasses import replace

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit

import main
from core.errors import StorageError
from core.mail.account import Account, Security
from core.mail.wording import USUAL, Kind, Text
from core.progress import finish
from core.services import profiles
from core.services.mail import addresses, mail_settings
from gui.dialogs.letter_texts import LetterTexts
from gui.journeys.database import Database
from gui.journeys.settings import SettingsJourneys
from gui.models.addresses_model import AddressesModel, Part
from gui.pages.settings import Settings
from gui.scope import Scope
from gui.widgets.address_form import NO_DEPARTMENTS
from gui.widgets.mail_form import KEPT, NO_KEYRING, NO_PASSWORD, NOT_KEPT, TRYING
from tests import factory as the
from tests.core.mail.keyrings import Locked, Remembering
from tests.core.mail.server import KEY, SENDER, USER, serving

PLAN = "zhanggong-2021-2025"
ACCOUNT = Account("mail.example.cn", 587, Security.STARTTLS, USER, SENDER, "区发改委")
TYPED = "1234"


class Desk:
    """A page on an open database."""

    def __init__(self, database, background):
        self.kept = Database(main.open_store)
        self.opened = finish(self.kept.open(str(database)))
        self.page = Settings(SettingsJourneys(self.kept), background.start)
        self.errors: list[Exception] = []
        self.page.failed.connect(self.errors.append)
        (plan,) = [each for each in self.opened.plans if each.code == PLAN]
        self.scope = Scope(plan, the.quarter("2025Q4"))

    @property
    def store(self):
        return self.kept.store

    @property
    def form(self):
        """The account's form."""
        return self.page._mail.account

    @property
    def table(self):
        return self.page._mail.addresses._table

    @property
    def said(self):
        return self.form._told.text()


@pytest.fixture
def desk(qtbot, theme, background, database):
    made = Desk(database, background)
    qtbot.addWidget(made.page)
    made.page.resize(1100, 760)
    made.page.show()
    made.page.welcome(made.opened)
    made.page.show_scope(made.scope)
    qtbot.waitUntil(lambda: made.table.model().rowCount() > 30)
    yield made
    made.kept.close()


def use(monkeypatch, backend):
    """Give this computer another keyring."""
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    return backend


def show(qtbot, desk, account):
    """Keep an account and have the page show it."""
    mail_settings.save(desk.store, account)
    desk.page.show_scope(desk.scope)
    qtbot.waitUntil(lambda: desk.form.account == account)


def enter(qtbot, field, text):
    """Type a text to its end."""
    field.clear()
    field.insert(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_account_is_saved_as_it_is_typed(qtbot, desk):
    form = desk.form
    assert form.account == Account()
    with qtbot.waitSignal(desk.page._mail.saved):
        enter(qtbot, form._host, " mail.example.cn ")
    with qtbot.waitSignal(desk.page._mail.saved):
        form._security.setCurrentIndex(0)
        form._security.activated.emit(0)
    with qtbot.waitSignal(desk.page._mail.saved):
        enter(qtbot, form._sender, SENDER)
    kept = mail_settings.load(desk.store)
    assert kept == Account("mail.example.cn", 587, Security.STARTTLS, sender=SENDER)
    assert "已保存" in desk.page.advice


def test_a_port_of_ones_own_stays_when_the_encryption_becomes_another(qtbot, desk):
    desk.form._port.setValue(2525)
    desk.form._security.setCurrentIndex(0)
    desk.form._security.activated.emit(0)
    assert desk.form.account.port == 2525


def test_what_is_kept_is_shown(qtbot, desk):
    show(qtbot, desk, replace(ACCOUNT, limit=40 * 2**20))
    assert desk.form._limit.text() == "40MB"


def test_a_sender_that_is_no_address_is_told_beside_it_and_not_kept(qtbot, desk):
    enter(qtbot, desk.form._sender, "发改委")
    qtbot.waitUntil(lambda: "不是电子邮箱地址" in desk.said)
    assert desk.form._told.property("role") == "wrong"
    assert mail_settings.load(desk.store).sender == ""
    assert desk.form._sender.text() == "发改委"
    enter(qtbot, desk.form._sender, SENDER)
    qtbot.waitUntil(lambda: desk.said == "")
    assert mail_settings.load(desk.store).sender == SENDER


def test_ctrl_s_and_the_end_of_the_window_save_what_is_being_typed(qtbot, desk):
    desk.form._name.insert("区发改委")
    with qtbot.waitSignal(desk.page._mail.saved):
        qtbot.keyClick(desk.page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(desk.form._user, "fgw")
    desk.page.leave()
    kept = mail_settings.load(desk.store)
    assert (kept.sender_name, kept.user) == ("区发改委", "fgw")
    desk.form._sender.insert("无")
    desk.page.leave()
    assert mail_settings.load(desk.store) == kept


def test_a_password_goes_to_the_keyring_and_can_be_taken_away(qtbot, desk, monkeypatch):
    kept = use(monkeypatch, Remembering()).kept
    show(qtbot, desk, ACCOUNT)
    field = desk.form._password
    qtbot.waitUntil(lambda: field.placeholderText() == NOT_KEPT)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    enter(qtbot, field, TYPED)
    qtbot.waitUntil(lambda: field.placeholderText() == KEPT)
    assert kept == {("guiji", "fgw@mail.example.cn"): TYPED}
    assert field.text() == ""
    desk.form._forget.click()
    qtbot.waitUntil(lambda: field.placeholderText() == NOT_KEPT)
    assert kept == {}
    assert desk.said == "保存的密码已删除。"
    assert not desk.form._forget.isEnabled()


def test_without_a_keyring_the_password_stays_in_its_field(qtbot, desk):
    show(qtbot, desk, ACCOUNT)
    field = desk.form._password
    assert field.placeholderText() == NO_KEYRING
    with qtbot.assertNotEmitted(desk.form.secret):
        enter(qtbot, field, TYPED)
    desk.page.show_scope(desk.scope)
    enter(qtbot, desk.form._host, "other.example.cn")
    qtbot.waitUntil(lambda: mail_settings.load(desk.store).host == "other.example.cn")
    assert desk.form.password == TYPED


def test_a_keyring_that_does_not_open_is_told(qtbot, desk, monkeypatch):
    use(monkeypatch, Locked())
    show(qtbot, desk, ACCOUNT)
    qtbot.waitUntil(lambda: desk.form._password.placeholderText() == NOT_KEPT)
    enter(qtbot, desk.form._password, TYPED)
    qtbot.waitUntil(lambda: "系统的密码库没有打开" in desk.said)
    assert desk.form.password == TYPED


def test_a_trial_letter_is_sent_with_what_is_typed(qtbot, desk):
    with serving() as (account, mailbox):
        show(qtbot, desk, account)
        desk.form._password.insert(KEY)
        desk.form._try.click()
        assert desk.said == TRYING
        assert not desk.form._try.isEnabled()
        qtbot.waitUntil(lambda: desk.said.startswith("试发成功"))
    assert desk.said == f"试发成功，请在“{SENDER}”的收件箱里查看。"
    assert [to for _, to, _ in mailbox.messages] == [(SENDER,)]
    assert desk.form._try.isEnabled()


def test_a_trial_letter_is_sent_with_the_password_that_is_kept(qtbot, desk, monkeypatch):
    use(monkeypatch, Remembering())
    with serving() as (account, mailbox):
        keyring.get_keyring().set_password("guiji", f"{USER}@{account.host}", KEY)
        show(qtbot, desk, account)
        qtbot.waitUntil(lambda: desk.form._password.placeholderText() == KEPT)
        desk.form._try.click()
        qtbot.waitUntil(lambda: desk.said.startswith("试发成功"))
    assert len(mailbox.messages) == 1


def test_a_trial_that_fails_says_why(qtbot, desk):
    with serving() as (account, _):
        show(qtbot, desk, account)
        desk.form._password.insert("wrong")
        desk.form._try.click()
        qtbot.waitUntil(lambda: "不接受用户名" in desk.said)
    assert desk.form._told.property("role") == "wrong"
    assert desk.errors == []


def test_a_trial_without_a_password_asks_for_one(qtbot, desk):
    show(qtbot, desk, ACCOUNT)
    with qtbot.assertNotEmitted(desk.form.trial):
        desk.form._try.click()
    assert desk.said == NO_PASSWORD


def test_what_is_no_fault_of_the_fields_is_told_by_the_page(qtbot, desk, monkeypatch):
    def refuse(*_):
        raise StorageError("数据库正被占用")

    monkeypatch.setattr(mail_settings, "save", refuse)
    enter(qtbot, desk.form._host, "mail.example.cn")
    qtbot.waitUntil(lambda: len(desk.errors) == 1)
    assert str(desk.errors[0]) == "数据库正被占用"


def kept(desk, code):
    """The address of a department."""
    found = addresses.load(desk.store, PLAN)
    return {each.department.code: each.address for each in found}[code]


def test_addresses_are_typed_below_each_other_and_saved(qtbot, desk):
    model, table = desk.table.model(), desk.table
    assert model.index(1, Part.NAME).data() == "区统计局"
    with qtbot.waitSignal(desk.page._mail.saved):
        table.setCurrentIndex(model.index(1, Part.CODE))
        qtbot.keyClick(table, Qt.Key.Key_Return)
        editor = table.findChild(QLineEdit)
        qtbot.keyClicks(editor, "tjj@example.cn;b@example.cn")
        table.commitData(editor)
        table.closeEditor(editor, QAbstractItemDelegate.EndEditHint.SubmitModelCache)
    assert kept(desk, "D02") == "tjj@example.cn, b@example.cn"
    assert table.currentIndex().row() == 2


def test_a_column_of_addresses_is_pasted_and_one_cleared(qtbot, desk):
    QGuiApplication.clipboard().setText("a@example.cn\n\n不是邮箱\nd@example.cn")
    desk.table.setCurrentIndex(desk.table.model().index(0, Part.ADDRESS))
    qtbot.keyClick(desk.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: kept(desk, "D04") == "d@example.cn")
    assert [kept(desk, code) for code in ("D01", "D02", "D03")] == ["a@example.cn", "", ""]
    wrong = desk.table.model().index(2, Part.NOTE)
    assert wrong.data().startswith("“不是邮箱”不是电子邮箱地址")
    qtbot.keyClick(desk.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: kept(desk, "D01") == "")


def test_departments_are_sought(qtbot, desk):
    desk.page._mail.addresses._search.insert("统计")
    assert desk.table.model().rowCount() == 1


def test_without_a_plan_there_is_nobody_to_write_to(qtbot, desk):
    desk.page.show_scope(None)
    assert desk.table.model().rowCount() == 0
    assert desk.page._mail.addresses._told.text() == NO_DEPARTMENTS
    desk.page._mail._save_address("D02", "a@example.cn")
    assert kept(desk, "D02") == ""


def test_addresses_are_a_table(qtmodeltester, qtbot, theme):
    department = addresses.Addressed(the.STATISTICS, "a@b.cn")
    model = AddressesModel()
    model.show_addresses((department,))
    qtmodeltester.check(model)
    cells = [model.index(0, part).data() for part in Part]
    assert cells == ["D02", "区统计局", "a@b.cn", ""]
    assert model.headerData(Part.ADDRESS, Qt.Orientation.Horizontal) == "电子邮箱"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.index(0, Part.ADDRESS).data(Qt.ItemDataRole.ToolTipRole) == "a@b.cn"
    with qtbot.assertNotEmitted(model.typed):
        model.setData(model.index(0, Part.ADDRESS), " a@b.cn")
        model.setData(model.index(0, Part.ADDRESS), "错")
    assert "“错”" in model.index(0, Part.ADDRESS).data(Qt.ItemDataRole.ToolTipRole)
    assert not model.setData(model.index(-1, 0), "a@b.cn")


def open_texts(qtbot, desk):
    """Have the dialog opened."""
    desk.form._texts.click()
    qtbot.waitUntil(lambda: desk.page.findChild(LetterTexts) is not None)
    return desk.page.findChild(LetterTexts)


def test_the_texts_of_letters_are_the_offices_own(qtbot, desk):
    dialog = open_texts(qtbot, desk)
    assert dialog._subject.text() == USUAL[Kind.FORMS].subject
    dialog._kind.setCurrentIndex(1)
    dialog._subject.setText("请{单位}报表")
    dialog._body.setPlainText("{单位}：\n　　请报表。\n")
    with qtbot.waitSignal(desk.page._mail.saved):
        dialog._save.click()
    own = Text("请{单位}报表", "{单位}：\n　　请报表。\n")
    assert mail_settings.texts(desk.store) == {**USUAL, Kind.REMINDER: own}


def test_a_text_that_cannot_be_sent_is_explained_and_can_be_made_the_usual_one(qtbot, desk):
    dialog = open_texts(qtbot, desk)
    dialog._body.setPlainText("{部门}")
    assert dialog._status.text().startswith("下发填报表：邮件文字里的“{部门}”不认识")
    assert not dialog._save.isEnabled()
    dialog._usual.click()
    assert dialog._save.isEnabled()
    assert dialog._body.toPlainText() == USUAL[Kind.FORMS].body
    dialog._cancel.click()
    assert mail_settings.texts(desk.store) == USUAL


def test_a_window_that_may_only_read_changes_nothing(desk):
    desk.page._mail.allow(writing=False)
    assert not desk.form.isEnabled()
    assert not desk.page._mail.addresses.isEnabled()
    assert profiles.load(desk.store).name == ""
