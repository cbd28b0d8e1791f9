"""How forms were handed in, as words and counts: 按时, 迟报3天, 未报, 退回1次."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from core.domain.plan import Plan
from core.domain.standing import Standing


class Sort(StrEnum):
    """Whether a form was handed in, and in time; the value is how that is called."""

    ON_TIME = "按时"
    LATE = "迟报"
    OWED = "未报"
    OPEN = "未到期"
    IDLE = "—"
    UNCOUNTED = "未组织"


NAMED = (Sort.ON_TIME, Sort.LATE, Sort.OWED)
BACK = "退回"


def name(plan: Plan, code: str) -> str:
    """Give the short name of a department."""
    department = plan.department(code)
    return department.short_name if department else code


def sort(form: Standing) -> Sort:
    """Tell how a form was handed in; one that was never collected is nobody's fault."""
    if form.idle:
        return Sort.IDLE
    if form.on is not None:
        return Sort.LATE if form.late else Sort.ON_TIME
    if not form.over or form.left >= 0:
        return Sort.OPEN
    return Sort.OWED if form.counted else Sort.UNCOUNTED


def is_collected(forms: Iterable[Standing]) -> bool:
    """Tell whether the office collects any of some forms, or has them."""
    return any(sort(each) not in (Sort.IDLE, Sort.UNCOUNTED) for each in forms)


def words(form: Standing) -> str:
    """Word how a form was handed in, and how often it went back."""
    found = sort(form)
    said = f"{found}{form.late}天" if found is Sort.LATE else str(found)
    back = f"{BACK}{form.returned}次" if form.returned else ""
    return "\n".join(filter(None, (said, back)))


def counts(forms: Iterable[Standing]) -> tuple[int, int, int, int]:
    """Count what was on time, late and owed, and how often something went back."""
    every = tuple(forms)
    found = Counter(map(sort, every))
    on_time, late, owed = (found[each] for each in NAMED)
    return on_time, late, owed, sum(each.returned for each in every)
