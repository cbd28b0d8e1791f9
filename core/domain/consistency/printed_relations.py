"""The plan's own relations between indicators, held against its printed bases and targets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.domain import exact, outcome, told
from core.domain.consistency.inconsistency import Inconsistency, Kind
from core.domain.consistency.printed_growth import grown, rate
from core.domain.figure import Figure, half_up
from core.domain.formulas.formula import Formula, Verdict
from core.domain.indicator import Indicator
from core.domain.issue import Rule
from core.domain.plan import Plan
from core.domain.unit import worded
from core.errors import FormulaError

_SHOWN = 2  # decimals of a side, more where the two would read alike
_Cells = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class _Relation:
    """A rule of the plan, read, with the indicators that it looks at."""

    rule: Rule
    formula: Formula
    items: Sequence[Indicator]

    def judge(self, cells: _Cells) -> Verdict:
        """Hold the cells of one column against the rule."""
        return self.formula.judge(cells, self.rule.tolerance)

    @property
    def words(self) -> str:
        """The rule with names in the place of codes."""
        names = {item.code: item.name for item in self.items}
        sides = [side.worded(names) for side in self.formula.sides]
        return f" {self.formula.sign} ".join(sides)


def relation_findings(plan: Plan, rule: Rule) -> tuple[Inconsistency, ...]:
    """Find where bases, targets, or what the printed growths lead to, break a relation.

    A formula that cannot be read is told where figures are checked, not here.
    """
    try:
        formula = Formula.parse(rule.formula)
    except FormulaError:
        return ()
    items = [item for code in formula.codes if (item := plan.find(code))]
    relation = _Relation(rule, formula, items)
    found = (
        _broken(relation, _bases(items), f"{plan.base_year}年基期"),
        _broken(relation, _targets(items), f"{plan.last_year}年目标"),
        _by_growth(plan, relation),
    )
    return tuple(each for each in found if each)


def _bases(items: Iterable[Indicator]) -> _Cells:
    """Give the bases as printed, without those that brackets call the plan before's."""
    cells = ((item.code, item.base) for item in items)
    return {code: base for code, base in cells if base and not base.bracketed}


def _targets(items: Iterable[Indicator]) -> _Cells:
    """Give the targets: structures as printed, else the numbers that are asked for."""
    return {item.code: cell for item in items if (cell := _target(item))}


def _target(item: Indicator) -> Figure | None:
    """Give one target as a formula looks at it."""
    printed, asked = item.aim.printed, outcome.goal(item)
    return printed if asked is None or (printed and printed.value is None) else Figure(asked)


def _broken(relation: _Relation, cells: _Cells, which: str) -> Inconsistency | None:
    """Find a relation that the cells of one column break.

    附表1: 工业化率's target 44 is beyond that of the second part of 三产比例, 34.
    """
    verdict = relation.judge(cells)
    if verdict.holds is not False:
        return None
    sentence = f"{which}不符合{relation.words}：{_told(verdict)}，请核对。"
    return _inconsistency(relation, Kind.RELATION, verdict, sentence)


def _by_growth(plan: Plan, relation: _Relation) -> Inconsistency | None:
    """Find targets that go together while the printed growths lead elsewhere.

    收入比 2.22 = 65195 / 29370, but by 8.5 % and 8.6 % only 2.38 (附表2, L1205).
    """
    grew = [item for item in relation.items if grown(plan, item) is not None]
    led = {item.code: Figure(grown(plan, item) or Decimal(0)) for item in grew}
    targets = _targets(relation.items)
    agreed, verdict = relation.judge(targets), relation.judge({**targets, **led})
    if not agreed.holds or verdict.holds is not False:
        return None
    rates = "、".join(f"{each.name}{_printed(each)}" for each in grew)
    sentence = (
        f"{plan.last_year}年目标符合{relation.words}（{_told(agreed)}），"
        f"但按印出的年均增长（{rates}）推算，{_told(verdict)}；增长列不自洽，以目标为准。"
    )
    return _inconsistency(relation, Kind.RELATION_GROWTH, verdict, sentence)


def _printed(item: Indicator) -> str:
    """Word a printed growth."""
    return worded(item.growth or Figure(rate(item) or Decimal(0)), "%")


def _inconsistency(
    relation: _Relation, kind: Kind, verdict: Verdict, sentence: str
) -> Inconsistency:
    """Put a finding together; the deviation is the left side's from the right one."""
    left, right = _sides(verdict)
    off = exact.quotient(exact.difference(left, right), right) if right else None
    return Inconsistency(relation.formula.codes, kind, left, right, sentence, off)


def _told(verdict: Verdict) -> str:
    """Say both sides, and by how much they differ."""
    left, right = _sides(verdict)
    places = next((each for each in range(_SHOWN, 7) if _apart(left, right, each)), _SHOWN)
    said = "，".join(
        f"{side}{exact.plain(half_up(number, places))}"
        for side, number in (("左边为", left), ("右边为", right))
    )
    greater = max(abs(left), abs(right))
    off = exact.quotient(abs(exact.difference(left, right)), greater) if greater else greater
    return f"{said}，相差{told.percent(off)}"


def _apart(left: Decimal, right: Decimal, places: int) -> bool:
    """Tell whether two different numbers read differently; equal ones always read well."""
    return left == right or half_up(left, places) != half_up(right, places)


def _sides(verdict: Verdict) -> tuple[Decimal, Decimal]:
    """Give both sides of a relation that was judged."""
    return verdict.left or Decimal(0), verdict.right or Decimal(0)
