"""What is written to whom: the departments of an occasion, and the text for each of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from core.domain.department import Department
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.profile import Profile
from core.domain.standing import Standing
from core.errors import NotFoundError
from core.mail import addresses as spelling
from core.mail.account import Account
from core.mail.wording import Blank, Kind, Text, filled
from core.ports import Store
from core.services import addresses, mail_settings, overview, profiles

_LOCKED = "附件加了打开密码，密码另行告知。"


@dataclass(frozen=True)
class Mailing:
    """An occasion to write: `departments` by code or name, without any all that are concerned.

    `files` and `matters` are what goes to each department by code: attachments, and what the
    text says beside. With a `password` the attachments are encrypted.
    """

    kind: Kind
    plan: str
    quarter: Quarter
    at: datetime
    departments: tuple[str, ...] = ()
    files: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    matters: Mapping[str, str] = field(default_factory=dict)
    password: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A letter to a department before its attachments are read."""

    department: Department
    to: tuple[str, ...]
    text: Text
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """All letters of an occasion, and a sentence for each department that gets none."""

    account: Account
    outlines: tuple[Outline, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class _Desk:
    """What all letters of an occasion have in common."""

    mailing: Mailing
    plan: Plan
    profile: Profile
    account: Account
    text: Text
    addresses: Mapping[str, str]


def collect(store: Store, mailing: Mailing) -> Post:
    """Say what is written to whom.

    Raises NotFoundError for an unknown plan or department, UsageError for a quarter outside the
    plan, MailError for a text or an address that cannot hold.
    """
    seen = overview.collect(store, mailing.plan, mailing.quarter, mailing.at.date())
    desk = _desk(store, mailing, seen.plan)
    forms = {each.department: each for each in seen.now}
    outlines, left_out = list[Outline](), list[str]()
    for department in _asked(desk, forms):
        if why := _needless(desk, forms[department.code], department):
            left_out.append(why)
        else:
            outlines.append(_outline(desk, forms[department.code], department))
    return Post(desk.account, tuple(outlines), tuple(left_out))


def _desk(store: Store, mailing: Mailing, plan: Plan) -> _Desk:
    """Collect what all letters have in common."""
    with store.reading() as work:
        return _Desk(
            mailing,
            plan,
            profiles.read(work),
            mail_settings.read(work),
            mail_settings.text(work, mailing.kind),
            addresses.read(work, plan.region),
        )


def _asked(desk: _Desk, forms: Mapping[str, Standing]) -> Iterator[Department]:
    """Give the departments that are meant, in the plan's order.

    Raises NotFoundError naming the one that is not there.
    """
    known, asked = desk.plan.departments, set(desk.mailing.departments)
    for name in desk.mailing.departments:
        if not any(name in _called(each) for each in known):
            names = "、".join(f"{each.code}{each.short_name}" for each in known) or "无"
            raise NotFoundError(f"没有单位“{name}”，规划里的单位：{names}")
    for each in known:
        if asked.intersection(_called(each)) or (
            not asked and _concerned(desk.mailing, forms[each.code])
        ):
            yield each


def _called(department: Department) -> tuple[str, ...]:
    """Give what a department can be called by."""
    return department.code, department.short_name, department.full_name


def _concerned(mailing: Mailing, form: Standing) -> bool:
    """Tell whether a department is written to where nobody is named."""
    given = form.department in mailing.files or form.department in mailing.matters
    match mailing.kind:
        case Kind.FORMS:
            return given or not (form.idle or form.state.closed)
        case Kind.REMINDER:
            return form.owed
        case Kind.RETURN:
            return given


def _needless(desk: _Desk, form: Standing, department: Department) -> str:
    """Say why a department gets no letter; empty where it does."""
    name, mailing = department.short_name, desk.mailing
    if mailing.kind is Kind.REMINDER and not form.owed:
        return f"{name}{form.quarter.label}{form.word}，没有催报"
    if mailing.kind is Kind.FORMS and not mailing.files.get(department.code):
        return f"没有{name}的填报表，没有给它写邮件"
    if not desk.addresses.get(department.code):
        return f"{name}没有填写电子邮箱，没有给它写邮件"
    return ""


def _outline(desk: _Desk, form: Standing, department: Department) -> Outline:
    """Word the letter to a department."""
    mailing, code = desk.mailing, department.code
    to = spelling.addresses(desk.addresses[code])
    values = _values(desk, form, department)
    return Outline(department, to, filled(desk.text, values), mailing.files.get(code, ()))


def _values(desk: _Desk, form: Standing, department: Department) -> Mapping[Blank, str]:
    """Give what stands in the places of a text."""
    mailing, plan = desk.mailing, desk.plan
    locked = bool(mailing.password and mailing.files.get(department.code))
    return {
        Blank.DEPARTMENT: department.full_name,
        Blank.PLAN: f"{plan.region}{plan.name}",
        Blank.QUARTER: form.quarter.label,
        Blank.DEADLINE: f"{form.deadline.year}年{form.deadline.month}月{form.deadline.day}日",
        Blank.TIMING: _timing(form),
        Blank.MATTERS: mailing.matters.get(department.code, ""),
        Blank.PASSWORD: _LOCKED if locked else "",
        Blank.CONTACT: _contact(desk.profile),
        Blank.OFFICE: _office(desk),
        Blank.DAY: f"{mailing.at.year}年{mailing.at.month}月{mailing.at.day}日",
    }


def _timing(form: Standing) -> str:
    """Say how a form that is not there stands against its deadline."""
    if form.late:
        return f"已逾期{form.late}天"
    if form.left < 0:
        return "已经截止"
    return f"还有{form.left}天截止" if form.left else "今天截止"


def _contact(profile: Profile) -> str:
    """Say who answers questions."""
    named = f"联系人：{profile.name}" if profile.name else ""
    phone = f"电话：{profile.phone}" if profile.phone else ""
    told = "，".join(filter(None, (named, phone)))
    return f"{told}。" if told else ""


def _office(desk: _Desk) -> str:
    """Give who signs: the office's department, else the name of the sender."""
    office = desk.plan.department(desk.profile.department(desk.plan.region))
    return office.full_name if office else desk.account.sender_name
