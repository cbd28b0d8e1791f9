"""The command mail: drafts for departments, and the addresses that they go to."""

import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from core.console.answer import Answer
from core.console.pairs import pairs
from core.domain.period import Quarter
from core.errors import UsageError
from core.mail.wording import Kind
from core.ports import Store
from core.progress import Progress, finish
from core.services import addresses, attachments, distribution, forms, mail, profiles
from core.services.attachments import Sorted
from core.services.distribution import Distributed
from core.services.mailing import Mailing

Watch = Callable[[Progress], None]
_NOBODY = "没有要写信的单位"


def letters(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Write a draft to each department that is concerned; forms are written first, if need be."""
    kind, quarter, password = Kind.of(words.action), Quarter.parse(words.quarter), _password(words)
    issued = _issued(words, kind, store, watch)
    found = _files(words, quarter, issued, store)
    mailing = Mailing(
        kind,
        words.plan,
        quarter,
        datetime.now().astimezone(),
        (words.department,) if words.department else (),
        found.files,
        password=password,
    )
    done = finish(mail.drafts(store, mailing, Path(words.output)), watch)
    others = [f"附件“{name}”不知道给哪个单位，没有发" for name in found.others]
    left_out = [*issued.left_out, *others, *done.left_out]
    lines = [str(path) for path in done.files]
    document = {"files": lines, "forms": list(map(str, issued.files)), "left_out": left_out}
    return Answer(lines or [_NOBODY], document, not (others or done.left_out), left_out)


def known_addresses(words: Namespace, store: Store) -> Answer:
    """List where departments get their mail, what is given kept first."""
    addresses.save(store, words.plan, pairs(words.addresses, "地址", "D02=tjj@example.cn"))
    kept = addresses.load(store, words.plan)
    lines = [
        f"{each.department.code}  {each.department.short_name}  {each.address or '没有填写'}"
        for each in kept
    ]
    return Answer(lines, {"addresses": {each.department.code: each.address for each in kept}})


def _issued(words: Namespace, kind: Kind, store: Store, watch: Watch) -> Distributed:
    """Write the forms that are to be sent, unless they are given."""
    if kind is not Kind.FORMS or words.attach:
        return Distributed(())
    request = distribution.Request(words.plan, Quarter.parse(words.quarter), words.department)
    job = distribution.distribute(store, request, Path(words.output), profiles.person(store))
    return finish(job, watch)


def _files(words: Namespace, quarter: Quarter, issued: Distributed, store: Store) -> Sorted:
    """Give the files that go with the letters."""
    departments = forms.departments(store, words.plan, quarter)
    if words.attach:
        return attachments.in_folder(Path(words.attach), departments)
    return attachments.by_department(issued.files, departments)


def _password(words: Namespace) -> str:
    """Read the password of the attachments from stdin, where one is wanted.

    Raises UsageError where none comes.
    """
    if not words.password_stdin:
        return ""
    password = sys.stdin.readline().rstrip("\r\n") if sys.stdin else ""
    if not password:
        raise UsageError("--password-stdin要从标准输入读一行密码，没有读到")
    return password
