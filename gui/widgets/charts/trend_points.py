"""What a trend chart shows of an indicator in each quarter, as numbers and in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from core.domain.aims.derivation import shared
from core.domain.aims.series import Series
from core.domain.figure import Figure
from core.domain.growth import growth
from core.domain.indicator import Indicator, Nature
from core.domain.period import Quarter
from core.domain.submission import Entry
from core.domain.unit import worded
from core.domain.vintage import Vintage

BASE, ACTUAL, EXPECTED = "基期", "实际", "预计"
TARGET, REQUIRED = "目标路径", "倒算路径"


@dataclass(frozen=True, slots=True)
class Point:
    """A quarter of the chart; numbers in the indicator's unit, `words` say all that is known."""

    quarter: Quarter
    actual: Decimal | None
    target: Decimal | None
    required: Decimal | None
    expected: bool
    words: str

    @property
    def place(self) -> int:
        """Where it stands from left to right, in quarters."""
        return place(self.quarter)

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """What is known of actual, target and required, in this order."""
        every = (self.actual, self.target, self.required)
        return tuple(each for each in every if each is not None)


@dataclass(frozen=True, slots=True)
class Strand:
    """Points with an actual number that one line joins; a `thin` one runs within a year."""

    points: tuple[Point, ...]
    thin: bool = False


@dataclass(frozen=True, slots=True)
class Trend:
    """A chart: a point per quarter that any line has, oldest first, and what the lines join."""

    points: tuple[Point, ...] = ()
    strands: tuple[Strand, ...] = ()


def place(quarter: Quarter) -> int:
    """Count the quarters, so that neighbours differ by one."""
    return 4 * quarter.year + quarter.number - 1


def trend(indicator: Indicator, series: Series, past: Mapping[Quarter, Entry]) -> Trend:
    """Put the lines of a chart together.

    Sums of a year begin anew with it: ends of years are joined, and each year's course by itself.
    """
    lines = tuple(map(dict, (series.actuals, series.target, series.required)))
    points = tuple(
        _point(indicator, quarter, tuple(line.get(quarter) for line in lines), past)
        for quarter in sorted({quarter for line in lines for quarter in line})
    )
    reached = tuple(each for each in points if each.actual is not None)
    begins_anew = indicator.nature is Nature.FLOW or shared(indicator)
    return Trend(points, tuple(_parted(reached)) if begins_anew else (Strand(reached),))


def _parted(points: Sequence[Point]) -> Iterator[Strand]:
    """Join the ends of years, and the quarters of each year."""
    yield Strand(tuple(each for each in points if each.quarter.ends_year))
    for _, year in groupby(points, key=lambda each: each.quarter.year):
        yield Strand(tuple(year), thin=True)


def _point(
    indicator: Indicator,
    quarter: Quarter,
    numbers: tuple[Decimal | None, ...],
    past: Mapping[Quarter, Entry],
) -> Point:
    """Say all that is known of a quarter."""
    actual, target, required = numbers
    entry = past.get(quarter)
    expected = entry is not None and entry.vintage is Vintage.EXPECTED
    name = BASE if entry is None else EXPECTED if expected else ACTUAL
    grown = growth(indicator, entry, past) if entry else None
    said = (
        _told(name, actual, indicator),
        grown.text if grown else "",
        "" if name == BASE and target == actual else _told(TARGET, target, indicator),
        "" if required == actual else _told(REQUIRED, required, indicator),
    )
    words = f"{quarter.label}：{'，'.join(each for each in said if each)}"
    return Point(quarter, actual, target, required, expected, words)


def _told(name: str, number: Decimal | None, indicator: Indicator) -> str:
    """Word a number with its unit, at the published decimals."""
    if number is None:
        return ""
    figure = Figure(number).rounded(indicator.decimals)
    return name + worded(figure, indicator.unit)
