"""Writing to departments: drafts for the mail program, or sending at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserError
from gui.journeys.database import Database
from gui.scope import Scope

if TYPE_CHECKING:
    from core.ports import Store
    from core.progress import Job
    from core.services.mail.mail import Drafted
    from core.services.mail.mailing import Mailing
    from core.services.mail.sending import Sent

FORMS, REMINDER = "forms", "reminders"  # the occasions, as `core.mail.wording.Kind` codes them
NOT_KEPT = "还没有存下发信密码，没有发出；请在“设置与数据”的“发信”里填写密码，或改写邮件草稿。"


@dataclass(frozen=True, slots=True)
class LetterJourneys:
    """What the page 来件 asks of the mail; `departments` are codes, `paths` their files."""

    database: Database

    def drafts(
        self,
        occasion: str,
        scope: Scope,
        departments: tuple[str, ...],
        paths: Iterable[Path],
        folder: Path,
    ) -> "Job[Drafted]":
        """Write a draft for each department into a folder."""
        from core.services.mail import mail

        mailing = self._mailing(occasion, scope, departments, paths)
        return (yield from mail.drafts(self.database.store, mailing, folder))

    def send(
        self, occasion: str, scope: Scope, departments: tuple[str, ...], paths: Iterable[Path]
    ) -> "Job[Sent]":
        """Send a letter to each department through the office's account.

        Raises UserError where its password is not kept.
        """
        from core.services.mail import sending

        key = password(self.database.store)
        mailing = self._mailing(occasion, scope, departments, paths)
        return (yield from sending.send(self.database.store, mailing, key))

    def _mailing(
        self, occasion: str, scope: Scope, departments: tuple[str, ...], paths: Iterable[Path]
    ) -> "Mailing":
        """Say on what occasion who is written to, each with the files that bear its name."""
        from core.mail.wording import Kind
        from core.services import forms
        from core.services.mail import attachments
        from core.services.mail.mailing import Mailing

        store, plan = self.database.store, scope.plan.code
        offered = forms.departments(store, plan, scope.quarter)
        files = attachments.by_department(paths, offered).files
        at = datetime.now().astimezone()
        return Mailing(Kind.of(occasion), plan, scope.quarter, at, departments, files)


def password(store: "Store") -> str:
    """Give the password of the office's account, empty where it needs none.

    Raises UserError where it is not kept.
    """
    from core.services.mail import mail_passwords, mail_settings

    account = mail_settings.load(store)
    kept = mail_passwords.known(account) if account.user else ""
    if account.user and not kept:
        raise UserError(NOT_KEPT)
    return kept
