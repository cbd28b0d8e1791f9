"""Columns that several files share: the target, who is in charge, what is remarked."""

from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter

from core.domain.target import Target, TargetState
from core.plans.kinds import CODE, CODES, FIGURE, NUMBER, word
from core.plans.sheet import DEPARTMENTS, Column


def _given(path: str, bound: str) -> Callable[[object], Decimal | None]:
    """Make a getter of a bound that the printed target does not yield by itself."""

    def get(item: object) -> Decimal | None:
        target: Target = attrgetter(path)(item)
        if target == Target(target.printed, target.state):
            return None
        number: Decimal | None = getattr(target, bound)
        return number

    return get


def target_columns(path: str) -> tuple[Column, ...]:
    """Make the columns of the target to which a path leads."""
    return (
        Column("目标", f"{path}.printed", FIGURE),
        Column("目标状态", f"{path}.state", word(TargetState), required=True),
        Column("下限", f"{path}.low", NUMBER, get=_given(path, "low")),
        Column("上限", f"{path}.high", NUMBER, get=_given(path, "high")),
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
