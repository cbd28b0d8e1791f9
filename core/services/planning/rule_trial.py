"""Trying a check of a plan against the figures that the plan has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.domain.calculated import operands, with_calculated
from core.domain.figure import Figure, half_up
from core.domain.formulas.formula import Formula, Verdict
from core.domain.issue import Rule
from core.domain.plan import Plan
from core.errors import FormulaError
from core.ports import Store
from core.services.assessment import by_code

HOLDS, FAILS, UNKNOWN = "成立", "不成立", "不能核对"
_SHOWN = 4  # decimals


@dataclass(frozen=True, slots=True)
class Trial:
    """What a formula gives for one set of figures: both sides as texts, and what follows."""

    figures: str
    left: str = ""
    right: str = ""
    outcome: str = UNKNOWN
    reason: str = ""


def try_rule(store: Store, plan: Plan, rule: Rule) -> tuple[Trial, ...]:
    """Judge a rule over the plan's bases, its targets, and every quarter with figures.

    A formula that cannot be read gives one trial that says why.
    """
    try:
        formula = Formula.parse(rule.formula)
    except FormulaError as error:
        return (Trial("公式", reason=str(error)),)
    sets = _printed(plan, formula) | _reported(store, plan, formula)
    return tuple(_trial(plan, name, formula, values, rule) for name, values in sets.items())


def _printed(plan: Plan, formula: Formula) -> dict[str, Mapping[str, Figure]]:
    """Give the bases and the targets that the plan prints."""
    found = [plan.find(code) for code in formula.codes]
    bases = {each.code: each.base for each in found if each and each.base}
    aims = {each.code: each.aim.printed for each in found if each and each.aim.printed}
    return {f"{plan.base_year}年基期": bases, f"{plan.last_year}年目标": aims}


def _reported(store: Store, plan: Plan, formula: Formula) -> dict[str, Mapping[str, Figure]]:
    """Give the reported figures by quarter, the latest first; of a same source its source's."""
    sources = {code: plan.entered_under(code) for code in formula.codes}
    codes = set(sources.values()) | operands(plan, formula.codes)
    with store.reading() as work:
        known = with_calculated(plan, by_code(work.entries.of(plan.code, codes=codes)))
    entries = [entry for code in sources.values() for entry in known.get(code, {}).values()]
    given = {(each.quarter, each.code): each.figure for each in entries if each.figure}
    return {
        quarter.label: {
            code: given[quarter, source]
            for code, source in sources.items()
            if (quarter, source) in given
        }
        for quarter in sorted({quarter for quarter, _ in given}, reverse=True)
    }


def _trial(
    plan: Plan, name: str, formula: Formula, values: Mapping[str, Figure], rule: Rule
) -> Trial:
    """Judge one set of figures."""
    verdict = formula.judge(values, rule.tolerance)
    left, right = map(_number, (verdict.left, verdict.right))
    if verdict.holds is None:
        return Trial(name, left, right, UNKNOWN, _lack(plan, verdict))
    return Trial(name, left, right, HOLDS if verdict.holds else FAILS, _gap(verdict))


def _number(number: Decimal | None) -> str:
    """Write a number without needless digits."""
    return "" if number is None else f"{half_up(number, _SHOWN).normalize():f}"


def _lack(plan: Plan, verdict: Verdict) -> str:
    """Say why nothing could be judged."""
    names = "、".join(_names(plan, verdict.missing))
    return f"缺{names}" if names else verdict.reason or "没有比较符号"


def _names(plan: Plan, labels: tuple[str, ...]) -> Iterator[str]:
    """Name the figures that are wanting."""
    for label in labels:
        indicator = plan.find(label) or plan.find(label.rpartition(".")[0])
        yield indicator.name if indicator else label


def _gap(verdict: Verdict) -> str:
    """Say by how much the two sides differ, where they do."""
    if verdict.left is None or not verdict.right or verdict.left == verdict.right:
        return ""
    share = abs(verdict.left - verdict.right) / abs(verdict.right) * 100
    return f"相差{half_up(share, 2).normalize():f}%"
