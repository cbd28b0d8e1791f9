"""同比: a figure beside that of the same period last year, by the kind of its indicator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.domain import exact
from core.domain.figure import Figure, Ratio, half_up
from core.domain.indicator import GrowthKind, Indicator, Measure
from core.domain.period import Quarter
from core.domain.submission import Entry

DECIMALS = 1  # of a growth in per cent that is computed
_NAMED = {GrowthKind.REAL: "", GrowthKind.NOMINAL: "名义", GrowthKind.PLAIN: ""}
_POINTS = {"%": "个百分点", "‰": "个千分点"}
_PER_CENT = (GrowthKind.REAL, GrowthKind.NOMINAL, GrowthKind.PLAIN)


@dataclass(frozen=True, slots=True)
class Growth:
    """同比 of one figure: one number, or one for each part of a ratio.

    `numbers` are per cent for 增速, 百分点 for shares, else in the indicator's `unit`. `entered`
    tells that it was published and typed, not computed.
    """

    kind: GrowthKind
    numbers: tuple[Decimal, ...]
    unit: str
    entered: bool = False

    @property
    def text(self) -> str:
        """The words of a report: 同比名义增长8.3%, 同比提高0.5个百分点."""
        if not any(self.numbers):
            return f"同比{_NAMED.get(self.kind, '')}持平"
        words = "、".join(self._part(number) for number in self.numbers)
        several = "分别" if len(self.numbers) > 1 else ""
        tail = "（不变价）" if self.kind is GrowthKind.REAL else ""
        return f"同比{several}{words}{tail}"

    def _part(self, number: Decimal) -> str:
        """Word one number."""
        up, down = _VERBS[self.kind]
        if not number:
            return "持平"
        size = number.copy_abs()
        amount = f"{size:f}" if self.kind in _PER_CENT else exact.plain(size)
        return f"{_NAMED.get(self.kind, '')}{up if number > 0 else down}{amount}{self.unit}"


_VERBS = {
    GrowthKind.REAL: ("增长", "下降"),
    GrowthKind.NOMINAL: ("增长", "下降"),
    GrowthKind.PLAIN: ("增长", "下降"),
    GrowthKind.POINTS: ("提高", "下降"),
    GrowthKind.DIFFERENCE: ("增加", "减少"),
}


def growth(indicator: Indicator, entry: Entry, past: Mapping[Quarter, Entry]) -> Growth | None:
    """Give the 同比 of an entry: the published one where it was entered, else the computed one.

    A growth rate is its own 同比. Real growth is never computed; nothing is where the same period
    last year is not in `past`, or has no number that can be compared.
    """
    kind = kind_of(indicator)
    if entry.growth and entry.growth.value is not None:
        return Growth(_published(kind), (entry.growth.value,), "%", entered=True)
    if indicator.measure is Measure.GROWTH:
        value = entry.figure.value if entry.figure else None
        return None if value is None else Growth(_published(kind), (value,), "%", entered=True)
    return computed(indicator, entry, past)


def computed(indicator: Indicator, entry: Entry, past: Mapping[Quarter, Entry]) -> Growth | None:
    """Give the 同比 that follows from both figures; nothing for real growth."""
    before = _year_before(entry.quarter, past)
    kind = kind_of(indicator)
    if kind is GrowthKind.REAL or not (before and before.figure and entry.figure):
        return None
    now, then = _parts(entry.figure), _parts(before.figure)
    if not now or len(now) != len(then):
        return None
    if kind in _PER_CENT:
        return _relative(kind, now, then)
    return Growth(kind, _differences(indicator, now, then), _unit(kind, indicator))


def kind_of(indicator: Indicator) -> GrowthKind:
    """Give how an indicator is compared; 百分点 and 增减量 where the plan does not say."""
    if indicator.growth_kind:
        return indicator.growth_kind
    return GrowthKind.POINTS if indicator.unit in _POINTS else GrowthKind.DIFFERENCE


def _year_before(quarter: Quarter, past: Mapping[Quarter, Entry]) -> Entry | None:
    """Give the entry of the same period last year."""
    sought = quarter.year - 1, quarter.number
    return next((each for at, each in past.items() if (at.year, at.number) == sought), None)


def _published(kind: GrowthKind) -> GrowthKind:
    """Give how a growth in per cent is worded that was published."""
    return kind if kind in _PER_CENT else GrowthKind.PLAIN


def _parts(figure: Figure) -> tuple[Decimal, ...]:
    """Give the numbers that are compared one by one."""
    if isinstance(figure.core, Ratio):
        return figure.core.parts
    return () if figure.value is None else (figure.value,)


def _relative(kind: GrowthKind, now: Sequence[Decimal], then: Sequence[Decimal]) -> Growth | None:
    """Compute a growth in per cent; nothing from a zero or a negative number."""
    if len(now) > 1 or then[0] <= 0:
        return None
    return Growth(kind, (exact.per_cent(now[0], then[0], DECIMALS),), "%")


def _differences(
    indicator: Indicator, now: Sequence[Decimal], then: Sequence[Decimal]
) -> tuple[Decimal, ...]:
    """Take last year's numbers from this year's, at the published decimals."""
    pairs = zip(now, then, strict=True)
    return tuple(half_up(exact.difference(*pair), indicator.decimals) for pair in pairs)


def _unit(kind: GrowthKind, indicator: Indicator) -> str:
    """Give the unit of a difference."""
    return _POINTS.get(indicator.unit, "个百分点") if kind is GrowthKind.POINTS else indicator.unit
