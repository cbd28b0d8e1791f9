"""Checks on what was entered: what blocks 报送, what needs a word, what is only a hint.

    check(item, entry, past) -> tuple[Issue, ...]        one row while somebody types
    overridden(item, entry, calculation) -> tuple[Issue, ...]    a figure beside its formula
    complete(item, entry) -> tuple[Issue, ...]           what is only asked at 报送
    unexplained(issues, entry) -> tuple[Issue, ...]      the 须说明 without an explanation
    rules(plan, entries) -> tuple[Issue, ...]            the plan's formulas over a quarter
    skipped(plan, entries) -> tuple[Skipped, ...]        the formulas that lack a number, and why
    rules_of(plan, codes) -> tuple[Rule, ...]            the formulas that look at any of the codes
    codes(plan, rule) -> tuple[str, ...]                 the codes that a formula looks at
    limits(item, quarter, past) -> tuple[Limit, ...]     the numbers that 强制 and 须说明 find
    CATALOGUE                                            every generated check by code and grade

`past` maps quarters to an item's entries in the order of the quarters; `entries` are those of one
quarter by code. `Issue.check` is a code of the catalogue or of one of the plan's rules.
"""

from core.domain.checks.catalogue import (
    ABSENT,
    CATALOGUE,
    CONTRADICTED,
    REWORDED,
    UNREADABLE,
    Check,
)
from core.domain.checks.entries import check, complete, overridden, unexplained
from core.domain.checks.ranges import Limit, Range, limits
from core.domain.checks.relations import Skipped, codes, rules, rules_of, skipped

__all__ = [
    "ABSENT",
    "CATALOGUE",
    "CONTRADICTED",
    "REWORDED",
    "UNREADABLE",
    "Check",
    "Limit",
    "Range",
    "Skipped",
    "check",
    "codes",
    "complete",
    "limits",
    "overridden",
    "rules",
    "rules_of",
    "skipped",
    "unexplained",
]
