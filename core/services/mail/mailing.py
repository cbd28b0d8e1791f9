"""`Mailing`: an occasion on which the office writes to departments, and what it takes to do so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.profile import Profile
from core.mail.account import Account
from core.mail.wording import Kind, Text


@dataclass(frozen=True)
class Mailing:
    """An occasion to write: `departments` by code or name, without any all that are concerned.

    `files` and `matters` are what goes to each department by code: attachments, and what the
    text says beside. With a `password` the attachments are encrypted. `others` are addresses of
    people beside them, who get one letter with the files under the empty code.
    """

    kind: Kind
    plan: str
    quarter: Quarter
    at: datetime
    departments: tuple[str, ...] = ()
    files: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    matters: Mapping[str, str] = field(default_factory=dict)
    password: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Desk:
    """What all letters of an occasion have in common, as it is stored; `plan` is as of then."""

    mailing: Mailing
    plan: Plan
    profile: Profile
    account: Account
    text: Text
    addresses: Mapping[str, str]
