"""Where the printed table of a plan disagrees with itself; the plan page shows each sentence."""

from collections.abc import Iterator, Mapping

from core.domain.consistency.inconsistency import Inconsistency
from core.domain.consistency.printed_bases import (
    base_finding,
    beyond_finding,
    looser_finding,
    worse_finding,
)
from core.domain.consistency.printed_growth import growth_finding, increment_finding
from core.domain.consistency.printed_relations import relation_findings
from core.domain.indicator import Indicator
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry

Results = Mapping[str, Mapping[Quarter, Entry]]
_NONE: Results = {}


def findings(plan: Plan, results: Results = _NONE) -> tuple[Inconsistency, ...]:
    """Give what does not go together, in printed order, then by the plan's own relations.

    `results` are figures by code and quarter: a plan that is over is also held against them. What
    is entered under another indicator's code is that one's finding.
    """
    return (*_of_indicators(plan, results), *_of_relations(plan))


def _of_indicators(plan: Plan, results: Results) -> Iterator[Inconsistency]:
    """Look at each indicator by itself."""
    for indicator in plan.indicators:
        if not indicator.same_source:
            found = _of_one(plan, indicator, results.get(indicator.code, {}))
            yield from (each for each in found if each)


def _of_one(
    plan: Plan, indicator: Indicator, past: Mapping[Quarter, Entry]
) -> Iterator[Inconsistency | None]:
    """Look at one indicator's cells."""
    yield growth_finding(plan, indicator)
    yield increment_finding(indicator)
    yield looser_finding(plan, indicator)
    yield base_finding(plan, indicator)
    yield worse_finding(plan, indicator, past)
    yield beyond_finding(plan, indicator, past)


def _of_relations(plan: Plan) -> Iterator[Inconsistency]:
    """Look at what the plan itself says of several indicators."""
    for rule in plan.rules:
        yield from relation_findings(plan, rule)
