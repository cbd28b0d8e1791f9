"""The plan's own checks: formulas over the figures of one quarter."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from core.domain import calculated
from core.domain.checks.figures import strays
from core.domain.exact import plain
from core.domain.figure import Figure, half_up
from core.domain.formulas.formula import Formula, Verdict
from core.domain.issue import Issue, Rule
from core.domain.plan import Plan
from core.domain.submission import Entry
from core.errors import FormulaError

_SHOWN = 4  # decimals in which both sides are said


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that was not judged, and why, in Chinese."""

    rule: Rule
    reason: str


def rules(plan: Plan, entries: Mapping[str, Entry]) -> tuple[Issue, ...]:
    """Judge the plan's rules over the entries of one quarter by code.

    A finding stands at the first code of its formula, and names the rule in `check`.
    """
    found = (_judged(plan, rule, entries) for rule in plan.rules)
    return tuple(each for each in found if isinstance(each, Issue))


def skipped(plan: Plan, entries: Mapping[str, Entry]) -> tuple[Skipped, ...]:
    """Give the rules that cannot be judged over the entries of one quarter."""
    found = (_judged(plan, rule, entries) for rule in plan.rules)
    return tuple(each for each in found if isinstance(each, Skipped))


def rules_of(plan: Plan, given: Collection[str]) -> tuple[Rule, ...]:
    """Give the rules that look at any of the codes under which figures are entered."""
    touched = set(given)
    return tuple(rule for rule in plan.rules if not touched.isdisjoint(codes(plan, rule)))


def codes(plan: Plan, rule: Rule) -> tuple[str, ...]:
    """Give the codes of the figures that a rule looks at, of a same source that of the source.

    None where its formula cannot be read.
    """
    try:
        return tuple(plan.entered_under(code) for code in Formula.parse(rule.formula).codes)
    except FormulaError:
        return ()


def _judged(plan: Plan, rule: Rule, entries: Mapping[str, Entry]) -> Issue | Skipped | None:
    """Judge a rule; one that holds gives nothing."""
    try:
        formula = Formula.parse(rule.formula)
    except FormulaError as error:
        return Skipped(rule, str(error))
    values = _values(plan, formula, entries)
    verdict = formula.judge(values, rule.tolerance)
    if verdict.holds is None or not values:
        return Skipped(rule, _lack(plan, verdict))
    if verdict.holds or _told(plan, values) or _restates(plan, formula):
        return None
    return _issue(plan, rule, formula, verdict, values)


def _values(plan: Plan, formula: Formula, entries: Mapping[str, Entry]) -> dict[str, Figure]:
    """Give the figures that a formula looks at, of a same source that of the source."""
    found = {code: entries.get(plan.entered_under(code)) for code in formula.codes}
    return {code: entry.figure for code, entry in found.items() if entry and entry.figure}


def _told(plan: Plan, values: Mapping[str, Figure]) -> bool:
    """Tell whether a rule looks at one structure alone, of which a check already says it."""
    (code, figure), *others = values.items()
    indicator = plan.find(code)
    return not others and indicator is not None and strays(indicator, figure)


def _restates(plan: Plan, formula: Formula) -> bool:
    """Tell whether a rule only says how an indicator is computed, of which a check says it too.

    Over the printed bases and targets such a rule still says something.
    """
    indicator = plan.find(formula.codes[0])
    if indicator is None or not indicator.formula or formula.right is None:
        return False
    computed = calculated.formula_of(indicator)
    alone = formula.left.text == f"[{indicator.code}]"
    return alone and computed is not None and computed.left == formula.right


def _lack(plan: Plan, verdict: Verdict) -> str:
    """Say why a rule could not be judged."""
    if verdict.missing:
        names = (f"“{_name(plan, label)}”" for label in verdict.missing)
        return f"缺{'、'.join(names)}，没有核对"
    return verdict.reason or "算式没有比较符号或指标编码，没有核对"


def _issue(
    plan: Plan, rule: Rule, formula: Formula, verdict: Verdict, values: Mapping[str, Figure]
) -> Issue:
    """Make the finding: the instruction, and both sides with names and numbers."""
    names = {code: _name(plan, code) for code in formula.codes}
    numbers = (verdict.left, verdict.right)
    sides = [
        f"{side.worded(names)}为{plain(half_up(number, _SHOWN))}"
        for side, number in zip(formula.sides, numbers, strict=True)
        if side.codes and number is not None
    ]
    first = formula.codes[0]
    message = f"{rule.message}（{'，'.join(sides)}）"
    return Issue(
        plan.entered_under(first), rule.grade, str(values[first]), message, check=rule.code
    )


def _name(plan: Plan, code: str) -> str:
    """Give an indicator's name, else its code."""
    indicator = plan.find(code)
    return indicator.name if indicator else code
