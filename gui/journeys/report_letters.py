"""Writing to departments and others with reports: to whom, as drafts, or sent at once."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from core.progress import Job, Progress
from gui.journeys.database import Database
from gui.journeys.letters import password
from gui.scope import Scope

if TYPE_CHECKING:
    from core.services.mail.addresses import Addressed
    from core.services.mail.mail import Drafted
    from core.services.mail.mailing import Mailing
    from core.services.mail.report_letters import Addressees
    from core.services.mail.sending import Sent
    from core.services.reports.recording import Made


@dataclass(frozen=True, slots=True)
class ReportLetterJourneys:
    """What the page 报告 asks of the mail."""

    database: Database

    def addresses(self, scope: Scope) -> "Job[tuple[Addressed, ...]]":
        """Give the departments of the plan and their addresses."""
        from core.services.mail import addresses

        yield Progress(0, 1, "正在读取单位邮箱")
        return addresses.load(self.database.store, scope.plan.code)

    def drafts(
        self, reports: "tuple[Made, ...]", scope: Scope, to: "Addressees", folder: Path
    ) -> "Job[Drafted]":
        """Write letters with reports as drafts into a folder."""
        from core.services.mail import mail

        mailing = _mailing(reports, scope, to)
        return (yield from mail.drafts(self.database.store, mailing, folder))

    def send(self, reports: "tuple[Made, ...]", scope: Scope, to: "Addressees") -> "Job[Sent]":
        """Send letters with reports through the office's account.

        Raises UserError where its password is not kept.
        """
        from core.services.mail import sending

        key = password(self.database.store)
        return (yield from sending.send(self.database.store, _mailing(reports, scope, to), key))


def _mailing(reports: "tuple[Made, ...]", scope: Scope, to: "Addressees") -> "Mailing":
    """Say who gets which reports."""
    from core.services.mail import report_letters

    at = datetime.now().astimezone()
    return report_letters.mailing(scope.plan.code, scope.quarter, reports, to, at)
