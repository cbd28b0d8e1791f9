"""Calculated indicators: figures that a formula gives from others, never stored, always anew."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal

from core.domain import exact
from core.domain.figure import Figure, half_up
from core.domain.formulas.formula import OPERATORS, Formula
from core.domain.indicator import Indicator
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry
from core.errors import FormulaError

Entries = Mapping[str, Entry]  # of one quarter, by code
Known = Mapping[str, Mapping[Quarter, Entry]]  # by code and quarter


@dataclass(frozen=True, slots=True)
class Calculation:
    """What a formula gives in a quarter: the figure, and how it comes about in a sentence.

    `figure` is None where a number is wanting; the sentence then says which.
    """

    figure: Figure | None
    sentence: str


def with_calculated(plan: Plan, entries: Known) -> Known:
    """Fill in the figures that formulas give, where nobody gave one of his own.

    收入比 = 城镇居民人均可支配收入 / 农村居民人均可支配收入, 46155 / 20088 = 2.298 → 2.30 at two
    decimals. A quarter that does not ask for an indicator gives it no figure.
    """
    order = _ordered(plan)
    if not order:
        return entries
    own = [each.code for each in order]
    touched = {*own, *operands(plan, own)}
    found = {code: dict(entries.get(code, {})) for code in touched}
    for quarter in sorted({at for code in touched for at in found[code]}):
        given = {code: found[code][quarter] for code in touched if quarter in found[code]}
        for code, entry in _filled(plan, order, quarter, given).items():
            found[code][quarter] = entry
    fresh = {code: dict(sorted(found[code].items())) for code in own if found[code]}
    return {**entries, **fresh}


def filled(plan: Plan, quarter: Quarter, entries: Entries) -> Entries:
    """Do the same with the entries of one quarter."""
    order = _ordered(plan)
    return _filled(plan, order, quarter, entries) if order else entries


def calculated(plan: Plan, indicator: Indicator, quarter: Quarter, entries: Known) -> Figure | None:
    """Give what an indicator's formula gives in a quarter, whatever figure somebody typed."""
    given = {code: each[quarter] for code, each in entries.items() if quarter in each}
    return _figure(plan, indicator, quarter, filled(plan, quarter, given))


def calculation(
    plan: Plan, indicator: Indicator, quarter: Quarter, entries: Entries
) -> Calculation | None:
    """Say what an indicator's formula gives of the entries of a quarter that are already filled.

    None for an indicator without a formula, or of which the quarter asks nothing.
    """
    formula = formula_of(indicator)
    if formula is None or not indicator.frequency.due(quarter.number):
        return None
    values = _values(plan, formula, entries)
    verdict = formula.judge(values, Decimal(0))
    worded = formula.worded({code: _name(plan, code) for code in formula.codes})
    if verdict.left is None:
        names = "、".join(f"“{_name(plan, label)}”" for label in verdict.missing)
        return Calculation(None, f"{worded}，{f'缺{names}' if names else verdict.reason}，还没有算")
    figure = _printed(verdict.left, indicator)
    numbers = formula.left.numbered(values).translate(OPERATORS)
    return Calculation(figure, f"{worded} = {numbers} = {figure}{indicator.unit}")


def operands(plan: Plan, codes: Iterable[str]) -> frozenset[str]:
    """Give the codes under which what formulas of some indicators look at is entered.

    Those of calculated operands are among them.
    """
    found: set[str] = set()
    open_ = [plan.entered_under(code) for code in codes] if plan.calculated else []
    while open_:
        fresh = set(_sources(plan, open_.pop())) - found
        found |= fresh
        open_ += fresh
    return frozenset(found)


def depending(plan: Plan, codes: AbstractSet[str]) -> frozenset[str]:
    """Give the indicators whose formulas look at any of the codes, also through others."""
    return frozenset(
        each.code for each in _ordered(plan) if not operands(plan, [each.code]).isdisjoint(codes)
    )


def takes(entry: Entry | None) -> bool:
    """Tell whether a computed figure counts: nobody gave one, nor said why there is none."""
    return entry is None or (entry.figure is None and entry.missing is None)


def _ordered(plan: Plan) -> tuple[Indicator, ...]:
    """Give the indicators with a formula, each behind those that it is computed from.

    What goes in a circle stands in some order: the first of it lacks an operand.
    """
    order: dict[str, Indicator] = {}
    for each in plan.calculated:
        _visit(plan, each, order, frozenset())
    return tuple(order.values())


def _visit(
    plan: Plan, indicator: Indicator, order: dict[str, Indicator], above: AbstractSet[str]
) -> None:
    """Put an indicator into the order, its operands first."""
    if indicator.code in order or indicator.code in above:
        return
    for code in _sources(plan, indicator.code):
        operand = plan.find(code)
        if operand and operand.formula:
            _visit(plan, operand, order, above | {indicator.code})
    order[indicator.code] = indicator


def _filled(
    plan: Plan, order: Iterable[Indicator], quarter: Quarter, entries: Entries
) -> dict[str, Entry]:
    """Compute one after the other; each finds those before it."""
    found = dict(entries)
    for each in order:
        own = found.get(each.code)
        if takes(own) and (figure := _figure(plan, each, quarter, found)):
            blank = own or Entry(each.code, quarter, None)
            found[each.code] = replace(blank, figure=figure)
    return found


def _figure(plan: Plan, indicator: Indicator, quarter: Quarter, entries: Entries) -> Figure | None:
    """Compute one figure; nothing where an operand lacks a number, or nothing is asked."""
    formula = formula_of(indicator)
    if formula is None or not indicator.frequency.due(quarter.number):
        return None
    number = formula.judge(_values(plan, formula, entries), Decimal(0)).left
    return None if number is None else _printed(number, indicator)


def formula_of(indicator: Indicator) -> Formula | None:
    """Read a formula that looks at figures; nothing where there is none."""
    try:
        formula = Formula.parse(indicator.formula) if indicator.formula else None
    except FormulaError:
        return None
    return formula if formula and formula.codes else None


def _sources(plan: Plan, code: str) -> Iterator[str]:
    """Give the codes under which the operands of an indicator are entered."""
    indicator = plan.find(code)
    formula = formula_of(indicator) if indicator else None
    return (plan.entered_under(each) for each in (formula.codes if formula else ()))


def _values(plan: Plan, formula: Formula, entries: Entries) -> dict[str, Figure]:
    """Give the figures that a formula looks at, of a same source that of the source."""
    found = {code: entries.get(plan.entered_under(code)) for code in formula.codes}
    return {code: entry.figure for code, entry in found.items() if entry and entry.figure}


def _printed(number: Decimal, indicator: Indicator) -> Figure:
    """Round once, half up, and write all the decimals that are published."""
    zeros = Decimal(0).scaleb(-indicator.decimals)
    return Figure(exact.sum_of(half_up(number, indicator.decimals), zeros))


def _name(plan: Plan, label: str) -> str:
    """Name an operand, or a part of one (B-12.3)."""
    indicator = plan.find(label) or plan.find(label.rpartition(".")[0])
    return indicator.name if indicator else label
