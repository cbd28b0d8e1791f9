"""What-if: a figure assumed for the next year, carried on to the plan's end and judged there."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.domain import exact, outcome, told
from core.domain.aims import path
from core.domain.aims.derivation import shared
from core.domain.aims.requirement import Need, Required, by_growth, required
from core.domain.explaining.year_words import years_counted
from core.domain.figure import WHOLE, Figure
from core.domain.indicator import Indicator, Measure
from core.domain.judging import judging
from core.domain.judging.judged import Judged
from core.domain.judging.judgement import Grade
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry
from core.domain.target_words import beside, planned
from core.domain.unit import worded

Past = Mapping[Quarter, Entry]

_MOVING = (Measure.LEVEL, Measure.CUMULATIVE, Measure.REDUCTION)


@dataclass(frozen=True, slots=True)
class Projection:
    """Where an assumption for `year` leads, if the years after it go on in the same way.

    `number` is what the plan would have reached, `word` the suggestion that would follow, and
    `required` what the years after the assumed one must bring; None in the last year.
    """

    year: int
    number: Decimal
    grade: Grade | None
    word: str
    required: Required | None
    sentence: str


def projected(
    plan: Plan, indicator: Indicator, as_of: Quarter, past: Past, assumed: Figure
) -> Projection | None:
    """Put an assumption in the first year without a full figure; None where nothing follows.

    Levels go on by the growth or the step of the assumed year, all else as that year was.
    """
    known = {at: entry for at, entry in past.items() if at <= as_of and at.ends_year}
    year = _next(plan, known)
    if year > plan.last_year or outcome.number(assumed, indicator) is None:
        return None
    first = {**known, Quarter(year, 4): Entry(indicator.code, Quarter(year, 4), assumed)}
    filled = {**first, **_carried(plan, indicator, known, year, assumed)}
    judged = judging.judged(plan, indicator, plan.end, filled)
    if judged.finding.actual is None:
        return None
    needed = required(plan, indicator, Quarter(year, 4), first)
    return Projection(
        year,
        judged.finding.actual,
        judged.grade,
        judged.suggested,
        needed,
        _sentence(judged, year, assumed, needed),
    )


def _next(plan: Plan, known: Past) -> int:
    """Give the year after the last one of the plan that has a figure."""
    years = [at.year for at, entry in known.items() if entry.figure and at.year >= plan.first_year]
    return max(years, default=plan.first_year - 1) + 1


def _carried(
    plan: Plan, indicator: Indicator, known: Past, year: int, assumed: Figure
) -> dict[Quarter, Entry]:
    """Give the figures of the years after the assumed one."""
    figures = {}
    before, last = _before(plan, indicator, known, year), assumed.value
    for later in range(year + 1, plan.last_year + 1):
        at = Quarter(later, 4)
        figure = assumed
        if before is not None and last is not None:
            figure = Figure(_at(indicator, ((year - 1, before), (year, last)), later))
        figures[at] = Entry(indicator.code, at, figure)
    return figures


def _before(plan: Plan, indicator: Indicator, known: Past, year: int) -> Decimal | None:
    """Give where the assumed year began; None for what is entered year by year."""
    if indicator.measure not in _MOVING or shared(indicator):
        return None
    if year == plan.first_year:
        return indicator.start if indicator.measure is Measure.LEVEL else Decimal(0)
    figure = known[Quarter(year - 1, 4)].figure
    return outcome.number(figure, indicator) if figure else None


def _at(indicator: Indicator, ends: tuple[path.Anchor, path.Anchor], year: int) -> Decimal:
    """Go on beyond two years as between them."""
    (_, first), (_, last) = ends
    if indicator.measure is Measure.REDUCTION:
        left = (exact.difference(WHOLE, each) for each in (first, last))
        kept = tuple(zip((ends[0][0], ends[1][0]), left, strict=True))
        return exact.difference(WHOLE, path.growing(kept[0], kept[1], year))
    return (
        path.growing(*ends, year) if by_growth(indicator, first, last) else path.even(*ends, year)
    )


def _new(judged: Judged, assumed: Figure, year: int) -> bool:
    """Tell whether the end's number is not simply the assumed one."""
    return year < judged.plan.last_year or judged.finding.actual != assumed.value


def _whole(indicator: Indicator) -> str:
    """Name what several years are put together into."""
    if indicator.measure is Measure.GROWTH:
        return "年均"
    return "累计" if indicator.measure in (Measure.CUMULATIVE, Measure.REDUCTION) else ""


def _sentence(judged: Judged, year: int, assumed: Figure, needed: Required | None) -> str:
    """Say where the assumption leads, what would be suggested, and what the rest needs."""
    finding, plan, indicator = judged.finding, judged.plan, judged.finding.indicator
    number = told.published(finding.actual or Decimal(0), indicator)
    said = f"如{year}年为{worded(assumed, indicator.unit)}"
    said += "，此后照此发展" if year < plan.last_year else ""
    said += (
        f"，{plan.last_year}年{_whole(indicator)}{number}" if _new(judged, assumed, year) else ""
    )
    if finding.margin is not None:
        said += f"，{planned(indicator.aim, indicator)}，{beside(finding.margin, indicator)}"
    elif finding.tally:
        said += f"，{years_counted(finding)}"
    clauses = [said, f"届时建议为{judged.suggested}" if judged.suggested else "届时待定"]
    if needed and needed.kind is not Need.MET:
        clauses.append(f"要正好达到目标，{needed.dated}")
    return "；".join(clauses) + "。"
