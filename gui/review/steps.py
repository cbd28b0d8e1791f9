"""What the person in front of the page 审核 should do now, in one sentence."""

from collections.abc import Sequence

from core.domain.reviewing.docket import Case, Docketed
from core.domain.submission import State

NO_PLAN = "还没有规划。请先在“规划与指标”导入或新建规划。"
NOBODY = "本期没有要填报的单位。请在窗口上方换规划或报告期。"
NOT_READ = "报表没有读出来，原因见窗口下方。请稍候再试。"
OTHERS = "本单位在这个规划里没有报表。请在“设置与数据”里选定单位，或者换规划、报告期。"
OWN = "这里看本单位的报表审到哪一步、有哪些意见；改数请到“填报”，已报送的先撤回或等退回。"
_OPEN = "还没有报送，报送以后再审核；现在也可以先写意见。"
_LOOK = "逐项核对，按F4到下一处，按Enter写意见；没有问题按“审核通过”，有问题写好意见按“退回…”。"
_ASKING = "还有{}条意见没有处理。按“退回…”请该单位改正，或者核对后按空格标为已处理。"
_REVIEWED = "已审核，等待审定。领导或会议定了以后按“审定…”，可以几份一起审定。"
_APPROVED = "已审定，数已留存。以后要改按“改数…”，写明理由。"
_ALTERED = "已审定，审定后改动{}处，理由见“审定后改动”。"


def for_office(docket: Sequence[Docketed], case: Case | None) -> str:
    """Say what to do with the form that is shown, else with all of them."""
    if case:
        return _for_case(case)
    waiting = sum(form.state is State.SUBMITTED for form in docket)
    return f"本期待审核{waiting}份。请在左边选一份报表。" if docket else NOBODY


def _for_case(case: Case) -> str:
    """Say what to do with a form."""
    match case.form.state:
        case State.APPROVED:
            count = len(case.alterations)
            return _ALTERED.format(count) if count else _APPROVED
        case State.SUBMITTED | State.REVIEWED if case.remarks:
            return _ASKING.format(case.remarks)
        case State.SUBMITTED:
            return _LOOK
        case State.REVIEWED:
            return _REVIEWED
    return _OPEN


def for_department(case: Case | None) -> str:
    """Say what a department sees here of its own form."""
    return OWN if case else OTHERS
