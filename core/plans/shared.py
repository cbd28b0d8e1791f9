"""Columns that several files share: the target, who is in charge, what is remarked."""

from collections.abc import Callable
from decimal import Decimal
from typing import Protocol

from core.domain.target import Target, TargetState
from core.plans.kinds import CODE, CODES, FIGURE, NUMBER, word
from core.plans.sheet import DEPARTMENTS, Column


class Aimed(Protocol):
    """Whatever has a target."""

    @property
    def target(self) -> Target:
        """The target."""
        ...


def _given(bound: str) -> Callable[[Aimed], Decimal | None]:
    """Make a getter of a bound that the printed target does not yield by itself."""

    def get(item: Aimed) -> Decimal | None:
        target = item.target
        if target == Target(target.printed, target.state):
            return None
        number: Decimal | None = getattr(target, bound)
        return number

    return get


TARGET = (
    Column("目标", "target.printed", FIGURE),
    Column("目标状态", "target.state", word(TargetState), required=True),
    Column("下限", "target.low", NUMBER, get=_given("low")),
    Column("上限", "target.high", NUMBER, get=_given("high")),
)
DUTY = (
    Column("牵头单位", "duty.lead", CODE, refers=DEPARTMENTS),
    Column("配合单位", "duty.supporting", CODES, refers=DEPARTMENTS),
    Column("数据提供单位", "duty.provider", CODE, refers=DEPARTMENTS),
)
REMARKS = (
    Column("口径", "definition"),
    Column("备注", "remark"),
    Column("依据", "basis"),
)


def target_faults(target: Target) -> tuple[tuple[str, str, str], ...]:
    """Tell what contradicts itself in a target: column, what stands there, what is expected."""
    open_ended = target.low is None and target.high is None
    given = target.state is TargetState.GIVEN
    low, high = target.low, target.high
    if given and target.printed is None and open_ended:
        return (("目标", "", "已定的目标，或其下限、上限"),)
    if not given and not open_ended:
        bound = "下限" if low is not None else "上限"
        found = str(low if low is not None else high)
        return ((bound, found, f"空格：目标状态为“{target.state.label}”时不判断"),)
    if low is not None and high is not None and low > high:
        return (("下限", str(low), f"不大于上限{high}的数"),)
    return ()
