"""`MailSettings`: what is typed around mail on the page 设置与数据, kept at once."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.errors import MailError, UserError
from core.progress import Job, finish
from gui.journeys.mail import MailJourneys
from gui.scope import Scope
from gui.task import Task
from gui.widgets.address_form import AddressForm
from gui.widgets.mail_form import MailForm

if TYPE_CHECKING:
    from core.mail.account import Account
    from core.mail.wording import Kind, Text
    from core.services.mail.mail_passwords import Keeping

PASSWORD_KEPT = "密码已保存在系统密码库。"  # noqa: S105 - a sentence about one
PASSWORD_GONE = "保存的密码已删除。"  # noqa: S105


class MailSettings(QObject):
    """Has the two forms, `account` and `addresses`; emits `saved`, and `failed` with an error."""

    saved = Signal()
    failed = Signal(object)

    def __init__(
        self, journeys: MailJourneys, start: Callable[[Job[Any]], Task], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._journeys, self._start, self._parent = journeys, start, parent
        self.account, self.addresses = MailForm(), AddressForm()
        self._kept: Account | None = None
        self._scope: Scope | None = None
        self._connect()

    def _connect(self) -> None:
        self.account.changed.connect(self.save)
        self.account.secret.connect(self._keep_password)
        self.account.trial.connect(self._try_out)
        self.account.texts.connect(self._ask_texts)
        self.addresses.typed.connect(self._save_address)

    def allow(self, *, writing: bool) -> None:
        """Let things be changed, or only be seen."""
        self.account.setEnabled(writing)
        self.addresses.setEnabled(writing)

    def show_scope(self, scope: Scope | None) -> None:
        """Show how everything is kept now, and the departments of the header's plan."""
        self._scope = scope
        self._ask(self._journeys.account(), self._show_account)
        if scope:
            addresses = self._journeys.addresses(scope.plan.code)
            self._ask(addresses, self.addresses.show_addresses)
        else:
            self.addresses.show_addresses(())

    def save(self) -> None:
        """Save the account, once it is another."""
        account, before = self.account.account, self._kept
        if before is not None and account != before:
            self._kept = account
            self._ask(self._journeys.save_account(account), self._tell_saved)

    def leave(self) -> None:
        """Save at once what is just being typed: no job is begun any more."""
        account = self.account.account
        if self._kept not in (None, account):
            with suppress(UserError):  # there is nobody left to be told
                finish(self._journeys.save_account(account))

    def _show_account(self, found: "tuple[Account, Keeping]") -> None:
        account, keeping = found
        if account != self._kept:
            self._kept = account
            self.account.show_account(account)
        self.account.show_keeping(keeping)

    def _tell_saved(self, keeping: "Keeping") -> None:
        self.account.say("", "")
        self.account.show_keeping(keeping)
        self.saved.emit()

    def _keep_password(self, password: str) -> None:
        job = self._journeys.keep_password(self.account.account, password)
        self._ask(job, partial(self._tell_password, PASSWORD_KEPT if password else PASSWORD_GONE))

    def _tell_password(self, words: str, keeping: "Keeping") -> None:
        self.account.show_keeping(keeping)
        self.account.say(words, "good")

    def _try_out(self) -> None:
        account = self.account.account
        words = f"试发成功，请在“{account.sender}”的收件箱里查看。"
        job = self._journeys.try_out(account, self.account.password)
        self._ask(job, lambda _: self.account.say(words, "good"))

    def _save_address(self, code: str, text: str) -> None:
        if self._scope:
            job = self._journeys.save_address(self._scope.plan.code, code, text)
            self._ask(job, lambda _: self.saved.emit())

    def _ask_texts(self) -> None:
        self._ask(self._journeys.texts(), self._open_texts)

    def _open_texts(self, texts: "Mapping[Kind, Text]") -> None:
        from gui.dialogs.letter_texts import LetterTexts

        dialog = LetterTexts(texts, self._parent)
        dialog.wanted.connect(self._save_texts)
        dialog.open()

    def _save_texts(self, texts: "Mapping[Kind, Text]") -> None:
        self._ask(self._journeys.save_texts(texts), lambda _: self.saved.emit())

    def _ask(self, job: Job[Any], then: Callable[[Any], None]) -> None:
        """Run a journey and go on with what it gives."""
        task = self._start(job)
        task.succeeded.connect(then)
        task.failed.connect(self._miss)

    def _miss(self, error: Exception) -> None:
        """Say beside the fields what is wrong with them; everything else is the page's affair."""
        if isinstance(error, MailError):
            self.account.say(str(error), "wrong")
        else:
            self.account.say("", "")
            self.failed.emit(error)
