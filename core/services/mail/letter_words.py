"""What stands in the places of a letter's text, for each department."""

from collections.abc import Mapping

from core.domain.department import Department
from core.domain.profile import Profile
from core.domain.standing import Standing
from core.mail.wording import Blank
from core.services.mail.mailing import Desk

_LOCKED = "附件加了打开密码，密码另行告知。"


def values(desk: Desk, form: Standing, department: Department) -> Mapping[Blank, str]:
    """Give what stands in the places of a text to a department."""
    mailing = desk.mailing
    locked = bool(mailing.password and mailing.files.get(department.code))
    return {
        **general(desk),
        Blank.DEPARTMENT: department.full_name,
        Blank.DEADLINE: f"{form.deadline.year}年{form.deadline.month}月{form.deadline.day}日",
        Blank.TIMING: _timing(form),
        Blank.MATTERS: mailing.matters.get(department.code, ""),
        Blank.PASSWORD: _LOCKED if locked else "",
    }


def general(desk: Desk) -> Mapping[Blank, str]:
    """Give what stands in the places of a text to whomever it goes."""
    mailing, plan = desk.mailing, desk.plan
    return {
        Blank.PLAN: f"{plan.region}{plan.name}",
        Blank.QUARTER: mailing.quarter.label,
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


def _office(desk: Desk) -> str:
    """Give who signs: the office's department, else the name of the sender."""
    office = desk.plan.department(desk.profile.department(desk.plan.region))
    return office.full_name if office else desk.account.sender_name
