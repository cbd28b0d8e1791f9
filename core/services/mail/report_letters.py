"""E-mail with reports: to departments, each with its own and those about all, and to others."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from core.domain.period import Quarter
from core.mail import addresses as spelling
from core.mail.wording import Kind
from core.services.mail.mailing import Mailing
from core.services.reports.recording import Made


@dataclass(frozen=True, slots=True)
class Addressees:
    """To whom reports go: departments by code, and other addresses as they are typed.

    Without any, each department gets a letter of which there is a report of its own.
    """

    departments: tuple[str, ...] = ()
    others: str = ""


def mailing(
    plan: str, quarter: Quarter, reports: Iterable[Made], to: Addressees, at: datetime
) -> Mailing:
    """Say who gets which files; `mail.drafts` and `sending.send` take it from there.

    Raises MailError for an address that is none.
    """
    files = _files(reports, to)
    others = spelling.addresses(to.others)
    return Mailing(Kind.REPORT, plan, quarter, at, to.departments, files, others=others)


def _files(reports: Iterable[Made], to: Addressees) -> dict[str, tuple[Path, ...]]:
    """Give the files for each department by code, and under an empty one all, for the others."""
    listed = tuple(reports)
    own: defaultdict[str, tuple[Path, ...]] = defaultdict(tuple)
    for each in listed:
        if each.department:
            own[each.department] += each.files
    about_all = tuple(path for each in listed if not each.department for path in each.files)
    every = tuple(path for each in listed for path in each.files)
    codes = to.departments or (() if to.others.strip() else tuple(own))
    return {"": every} | {code: about_all + own.get(code, ()) for code in codes}
