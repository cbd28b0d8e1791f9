"""What makes a person decide about a whole returned file: whose it is, for when, of which issue."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.profile import Role
from core.domain.receipt import Doubt
from core.domain.returned import Slip
from core.ports import UnitOfWork
from core.services import distribution, issuer, profiles
from core.workbooks.revision import revision

_END = "确认可用再入库，否则不要入库"


@dataclass(frozen=True, slots=True)
class Expected:
    """What somebody waits for: forms of a quarter, of a department by its code; empty for any."""

    quarter: Quarter | None = None
    department: str = ""


ANY = Expected()


def found(
    work: UnitOfWork, plan: Plan, slip: Slip, expected: Expected = ANY
) -> Iterator[tuple[Doubt, str]]:
    """Give each doubt about a form with a sentence that names it.

    `plan` is as of the form's quarter.
    """
    issuing = issuer.read(work)
    if issuing is None or issuing.identity != slip.database:
        yield Doubt.FOREIGN, f"这张表不是本数据库分发的，可能来自别的单位或旧的数据库；{_END}"
    else:
        yield from _outdated(work, slip, expected.quarter)
    if expected.quarter not in (None, slip.quarter):
        yield Doubt.QUARTER, _late(slip, expected.quarter)
    department = expected.department or _own(work, plan)
    if department and department != slip.department:
        asked, came = _name(plan, department), _name(plan, slip.department)
        yield Doubt.DEPARTMENT, f"这是{came}的表，不是{asked}的；{_END}"
    if revision(plan, slip.department) != slip.revision:
        yield Doubt.REVISED, f"这张表分发以后，规划里这个单位的指标有修改；请核对各行，{_END}"


def _outdated(work: UnitOfWork, slip: Slip, quarter: Quarter | None) -> Iterator[tuple[Doubt, str]]:
    """Compare a form with what was issued to its department since."""
    events = work.changes.events(slip.plan, distribution.SUBJECT)
    issued = [Quarter.parse(each.quarter) for each in events if each.code == slip.department]
    times = issued.count(slip.quarter)
    if slip.number < times:
        said = f"这是第{slip.number}次分发的表，最近一次是第{times}次"
        yield Doubt.OLDER, f"{said}；请核对对方填的是不是旧表，{_END}"
    if quarter is None and (last := max(issued, default=slip.quarter)) > slip.quarter:
        yield Doubt.QUARTER, _late(slip, last)


def _late(slip: Slip, quarter: Quarter | None) -> str:
    """Name the quarter of a form and the one that is in hand."""
    now = f"，现在收的是{quarter.label}" if quarter else ""
    return f"这是{slip.quarter.label}的表{now}；{_END}"


def _own(work: UnitOfWork, plan: Plan) -> str:
    """Give the department of somebody who fills in its forms; nothing for the office."""
    profile = profiles.read(work)
    return profile.department(plan.region) if profile.role is Role.DEPARTMENT else ""


def _name(plan: Plan, code: str) -> str:
    """Give a department's name, else its code."""
    department = plan.department(code)
    return department.short_name if department else code
