"""What is written to whom: the departments of an occasion, and the text for each of them."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.domain.department import Department
from core.domain.plan import Plan
from core.domain.standing import Standing
from core.errors import NotFoundError
from core.mail import addresses as spelling
from core.mail.account import Account
from core.mail.letter import Letter
from core.mail.message import written
from core.mail.wording import Kind, Text, filled
from core.ports import Store
from core.services import overview, profiles
from core.services.mail import addresses, attachments, mail_settings
from core.services.mail.letter_words import general, values
from core.services.mail.mailing import Desk, Mailing

OTHERS = "其他收件人"


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
    outlines += [_outline_to_others(desk)] if mailing.others else []
    return Post(desk.account, tuple(outlines), tuple(left_out))


def _desk(store: Store, mailing: Mailing, plan: Plan) -> Desk:
    """Collect what all letters have in common."""
    with store.reading() as work:
        return Desk(
            mailing,
            plan,
            profiles.read(work),
            mail_settings.read(work),
            mail_settings.text(work, mailing.kind),
            addresses.read(work, plan.region),
        )


def _asked(desk: Desk, forms: Mapping[str, Standing]) -> Iterator[Department]:
    """Give the departments that are meant, in the plan's order.

    Raises NotFoundError naming the one that is not there.
    """
    known, asked = desk.plan.departments, set(desk.mailing.departments)
    for name in desk.mailing.departments:
        if not any(name in each.called for each in known):
            names = "、".join(f"{each.code}{each.short_name}" for each in known) or "无"
            raise NotFoundError(f"没有单位“{name}”，规划里的单位：{names}")
    for each in known:
        if asked.intersection(each.called) or (
            not asked and _concerned(desk.mailing, forms[each.code])
        ):
            yield each


def _concerned(mailing: Mailing, form: Standing) -> bool:
    """Tell whether a department is written to where nobody is named."""
    given = form.department in mailing.files or form.department in mailing.matters
    match mailing.kind:
        case Kind.FORMS:
            return given or not (form.idle or form.state.closed)
        case Kind.REMINDER:
            return form.owed
    return given


def _needless(desk: Desk, form: Standing, department: Department) -> str:
    """Say why a department gets no letter; empty where it does."""
    name, mailing = department.short_name, desk.mailing
    if mailing.kind is Kind.REMINDER and not form.owed:
        return f"{name}{form.quarter.label}{form.word}，没有催报"
    if mailing.kind is Kind.FORMS and not mailing.files.get(department.code):
        return f"没有{name}的填报表，没有给它写邮件"
    if mailing.kind is Kind.REPORT and not mailing.files.get(department.code):
        return f"没有给{name}的报告，没有给它写邮件"
    if not desk.addresses.get(department.code):
        return f"{name}没有填写电子邮箱，没有给它写邮件"
    return ""


def _outline(desk: Desk, form: Standing, department: Department) -> Outline:
    """Word the letter to a department."""
    mailing, code = desk.mailing, department.code
    to = spelling.addresses(desk.addresses[code])
    text = filled(desk.text, values(desk, form, department))
    return Outline(department, to, text, mailing.files.get(code, ()))


def _outline_to_others(desk: Desk) -> Outline:
    """Word the letter to people that are of no department."""
    mailing, department = desk.mailing, Department("", OTHERS, "")
    text = filled(desk.text, general(desk))
    return Outline(department, mailing.others, text, mailing.files.get("", ()))


def composed(mailing: Mailing, post: Post, outline: Outline, *, draft: bool) -> bytes:
    """Write a letter with its attachments.

    Raises MailError.
    """
    letter = Letter(
        outline.to,
        outline.text.subject,
        outline.text.body,
        mailing.at,
        uuid.uuid4().hex,
        post.account.sender,
        post.account.sender_name,
        attachments.read(outline.files, mailing.password),
    )
    return written(letter, draft=draft, limit=post.account.limit)
