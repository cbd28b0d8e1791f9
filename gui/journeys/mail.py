"""The office's mail account, the addresses of departments and the texts of letters."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.progress import Job, Progress
from gui.journeys.database import Database

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.mail.account import Account
    from core.mail.wording import Kind, Text
    from core.services.mail.addresses import Addressed
    from core.services.mail.mail_passwords import Keeping


@dataclass(frozen=True, slots=True)
class MailJourneys:
    """Jobs around mail on the page 设置与数据; each is one step."""

    database: Database

    def account(self) -> "Job[tuple[Account, Keeping]]":
        """Give the account, and whether its password is kept."""
        from core.services.mail import mail_passwords, mail_settings

        yield Progress(0, 1, "正在读取发信设置")
        found = mail_settings.load(self.database.store)
        return found, mail_passwords.look(found)

    def save_account(self, account: "Account") -> "Job[Keeping]":
        """Keep the account; say whether its password is kept."""
        from core.services.mail import mail_passwords, mail_settings

        yield Progress(0, 1, "正在保存")
        mail_settings.save(self.database.store, account)
        return mail_passwords.look(account)

    def keep_password(self, account: "Account", password: str) -> "Job[Keeping]":
        """Give the password to the system's keyring; an empty one takes it away."""
        from core.services.mail import mail_passwords

        yield Progress(0, 1, "正在保存密码")
        return mail_passwords.keep(account, password)

    def try_out(self, account: "Account", password: str) -> Job[None]:
        """Send a letter to the sender, with the password that was typed or is kept."""
        from core.services.mail import mail_passwords, sending

        return (yield from sending.trial(account, password or mail_passwords.known(account)))

    def addresses(self, plan: str) -> "Job[tuple[Addressed, ...]]":
        """Give the departments of a plan and their addresses."""
        from core.services.mail import addresses

        yield Progress(0, 1, "正在读取单位邮箱")
        return addresses.load(self.database.store, plan)

    def save_address(self, plan: str, code: str, text: str) -> Job[None]:
        """Keep the addresses of a department."""
        from core.services.mail import addresses

        yield Progress(0, 1, "正在保存")
        addresses.save(self.database.store, plan, {code: text})

    def texts(self) -> "Job[Mapping[Kind, Text]]":
        """Give the texts of letters by occasion."""
        from core.services.mail import mail_settings

        yield Progress(0, 1, "正在读取邮件文字")
        return mail_settings.texts(self.database.store)

    def save_texts(self, texts: "Mapping[Kind, Text]") -> Job[None]:
        """Keep the texts of letters, or none of them."""
        from core.services.mail import mail_settings

        yield Progress(0, 1, "正在保存")
        mail_settings.save_texts(self.database.store, texts)
