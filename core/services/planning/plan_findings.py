"""What is looked up for the page 规划与指标 besides the plan: disagreements, earlier figures."""

from collections.abc import Mapping

from core.domain.calculated import operands, with_calculated
from core.domain.consistency import consistency
from core.domain.consistency.inconsistency import Inconsistency
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry
from core.ports import Store
from core.services.assessment import by_code


def inconsistencies(store: Store, plan: Plan) -> tuple[Inconsistency, ...]:
    """Tell where a plan's table disagrees with itself, or with what was reported until its end.

    Raises StorageError.
    """
    with store.reading() as work:
        known = by_code(work.entries.of(plan.code))
    return consistency.findings(plan, with_calculated(plan, known))


def past(store: Store, plan: Plan, code: str) -> Mapping[Quarter, Entry]:
    """Give what was reported of an indicator by quarter, or computed for it.

    Raises StorageError.
    """
    source = plan.entered_under(code)
    with store.reading() as work:
        entries = work.entries.of(plan.code, codes={source, *operands(plan, [code])})
    return with_calculated(plan, by_code(entries)).get(source, {})
