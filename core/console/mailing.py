"""The command mail: letters to departments as drafts or sent, and the addresses they go to."""

import getpass
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from core.console.answer import Answer, Value
from core.console.pairs import pairs
from core.domain.period import Quarter
from core.domain.submission import Event
from core.errors import UsageError
from core.mail.wording import Kind
from core.ports import Store
from core.progress import Progress, finish
from core.services import distribution, forms, profiles
from core.services.distribution import Distributed
from core.services.mail import addresses, attachments, mail, mail_passwords, mail_settings, sending
from core.services.mail.attachments import Sorted
from core.services.mail.mailing import Mailing

Watch = Callable[[Progress], None]
_NOBODY = "没有要写信的单位"


def letters(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Write to each department that is concerned; forms are written first, if need be."""
    password = _password(store) if words.send else ""
    issued = _issued(words, store, watch)
    found = _files(words, store, issued)
    mailing = _mailing(words, found)
    others = [f"附件“{name}”不知道给哪个单位，没有发" for name in found.others]
    if words.send:
        went = finish(sending.send(store, mailing, password), watch)
        names = [each.short_name for each in went.departments]
        lines = [f"已发给{name}" for name in names]
        return _answer(lines, {"files": [], "sent": names}, issued, [*others, *went.left_out])
    done = finish(mail.drafts(store, mailing, Path(words.output)), watch)
    lines = [str(path) for path in done.files]
    return _answer(lines, {"files": lines}, issued, [*others, *done.left_out])


def known_addresses(words: Namespace, store: Store) -> Answer:
    """List where departments get their mail, what is given kept first."""
    addresses.save(store, words.plan, pairs(words.addresses, "地址", "D02=tjj@example.cn"))
    kept = addresses.load(store, words.plan)
    lines = [
        f"{each.department.code}  {each.department.short_name}  {each.address or '没有填写'}"
        for each in kept
    ]
    return Answer(lines, {"addresses": {each.department.code: each.address for each in kept}})


def sent(words: Namespace, store: Store) -> Answer:
    """List what was sent to whom, the latest first."""
    found = sending.history(store, words.plan)
    lines = [f"{each.at}  {each.quarter}  {each.code}  {each.after}" for each in found]
    return Answer(lines or ["没有发过信"], {"sent": [_letter(each) for each in found]})


def _letter(event: Event) -> Value:
    """Give a letter that was sent."""
    return {
        "department": event.code,
        "quarter": event.quarter,
        "text": event.after,
        "files": event.origin.file or None,
        "by": event.origin.by,
        "at": event.at,
    }


def _answer(
    lines: Sequence[str], document: dict[str, Value], issued: Distributed, missed: Sequence[str]
) -> Answer:
    """Tell what was written or sent, and whom it was not."""
    left_out = [*issued.left_out, *missed]
    forms_too = {"forms": [str(path) for path in issued.files], "left_out": left_out}
    return Answer(lines or [_NOBODY], {**document, **forms_too}, not missed, left_out)


def _issued(words: Namespace, store: Store, watch: Watch) -> Distributed:
    """Write the forms that are to be sent, unless they are given."""
    if Kind.of(words.action) is not Kind.FORMS or words.attach:
        return Distributed(())
    request = distribution.Request(words.plan, Quarter.parse(words.quarter), words.department)
    job = distribution.distribute(store, request, Path(words.output), profiles.person(store))
    return finish(job, watch)


def _files(words: Namespace, store: Store, issued: Distributed) -> Sorted:
    """Give the files that go with the letters."""
    departments = forms.departments(store, words.plan, Quarter.parse(words.quarter))
    if words.attach:
        return attachments.in_folder(Path(words.attach), departments)
    return attachments.by_department(issued.files, departments)


def _mailing(words: Namespace, found: Sorted) -> Mailing:
    """Say on what occasion who is written to."""
    return Mailing(
        Kind.of(words.action),
        words.plan,
        Quarter.parse(words.quarter),
        datetime.now().astimezone(),
        (words.department,) if words.department else (),
        found.files,
        password=words.password,
    )


def _password(store: Store) -> str:
    """Give the password of the mail account: from the system's keyring, else it is asked for."""
    account = mail_settings.load(store)
    if not account.user:
        return ""
    return mail_passwords.known(account) or _asked(account.user)


def _asked(user: str) -> str:
    """Ask for the password of the mail account.

    Raises UsageError where nobody answers.
    """
    try:
        return getpass.getpass(f"“{user}”的发信密码：")
    except (EOFError, OSError) as error:
        raise UsageError("没有读到发信密码，没有发信；请在“设置与数据”里保存密码") from error
