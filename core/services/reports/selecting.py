"""Finding by code or name which part of a plan a report is to be about."""

from core.domain.indicator import Binding
from core.domain.plan import Plan
from core.errors import NotFoundError
from core.reports.selection import Selection


def selection(
    plan: Plan, department: str = "", section: str = "", binding: Binding | None = None
) -> Selection:
    """Give the part of a plan by codes or names; empty ones mean all.

    Raises NotFoundError that names what there is.
    """
    return Selection(_department(plan, department), _section(plan, section), binding)


def _department(plan: Plan, name: str) -> str:
    """Give the code of a department."""
    for each in plan.departments:
        if name and name in each.called:
            return each.code
    if name:
        known = "、".join(f"{each.code}{each.short_name}" for each in plan.departments) or "无"
        raise NotFoundError(f"没有单位“{name}”，规划里的单位：{known}")
    return ""


def _section(plan: Plan, name: str) -> str:
    """Give the code of a section."""
    for each in plan.sections:
        if name and name in (each.code, each.name):
            return each.code
    if name:
        known = "、".join(f"{each.code}{each.name}" for each in plan.sections) or "无"
        raise NotFoundError(f"没有类别或专栏“{name}”，规划里的有：{known}")
    return ""
