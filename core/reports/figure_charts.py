"""The charts of a report: how many items stand how, how far they are, and where they go."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice
from operator import itemgetter

from core.domain.aims.series import Points
from core.domain.aims.series import series as lines_of
from core.domain.figure import half_up
from core.domain.indicator import Binding, Indicator, Item, Measure, Nature
from core.domain.judging.judgement import Grey, Light
from core.domain.judging.verdict import vocabulary
from core.domain.lights import UNDECIDED
from core.domain.period import Quarter
from core.domain.plan import Plan, SectionKind
from core.domain.risk import ALARMING
from core.domain.submission import Missing
from core.reports import cells
from core.reports.chart import Chart, ChartKind, Series, Tone
from core.reports.columns import is_withheld
from core.reports.facts import Facts

_UNJUDGED = "尚不能判断"
_OPEN = ("", UNDECIDED, *(grey.label for grey in Grey))  # statuses that say nothing of progress
_ACTUAL, _TARGET, _REQUIRED = "实际值", "规划目标", "达到目标所需"
_LAST_PART = "按比例的最后一项绘制。"
_MOST = 6  # trends
_MOST_BARS = 30  # items of which each has a bar
_LEAST = 2  # numbers that make a line


def charts(facts: Facts, items: Sequence[Item]) -> tuple[Chart, ...]:
    """Give all charts of some items that have anything to show, numbered."""
    made = (status_chart(facts, items), progress_chart(facts, items), *trends(facts, items))
    shown = [each for each in made if each.labels]
    return tuple(
        replace(each, title=f"图{number}　{each.title}") for number, each in enumerate(shown, 1)
    )


def status_chart(facts: Facts, items: Sequence[Item], *, yearly: bool = False) -> Chart:
    """Count the items of each category by their lights; `yearly` ones by their year's targets."""
    names, lights = list[str](), list[list[Light]]()
    for item in items:
        name = _category(facts.plan, item)
        if name not in names:
            names.append(name)
            lights.append([])
        lights[names.index(name)].append(_light(facts, item))
    made = (
        Series(told, tuple(Decimal(row.count(light)) for row in lights), Tone.of(light))
        for light, told in _words(facts, items, yearly=yearly).items()
    )
    title = f"各{_called(facts.plan, items)}完成情况"
    return Chart(ChartKind.STACKED, title, tuple(names), tuple(made), "个")


def progress_chart(facts: Facts, items: Sequence[Item]) -> Chart:
    """Set 增量进度 beside 序时进度; of many items only those that are behind.

    What is not for the public is left out and counted.
    """
    ways = [each for each in items if _has_way(facts, each)]
    few = len(ways) <= _MOST_BARS
    asked = ways if few else [each for each in ways if _light(facts, each) in ALARMING]
    shown = [each for each in asked if not is_withheld(facts, each)]
    found = [facts.assessments[each.code] for each in shown]
    tones = tuple(Tone.of(each.light) for each in found)
    notes = (
        _colours(facts, shown),
        "" if few else "只列滞后的",
        f"不公开的{len(asked) - len(shown)}个没有列入" if len(asked) > len(shown) else "",
    )
    return Chart(
        ChartKind.PROGRESS,
        "增量进度与序时进度",
        tuple(each.name for each in shown),
        (
            Series("增量进度", tuple(_percent(each.progress) for each in found), tones=tones),
            Series("序时进度", tuple(_percent(each.pace) for each in found), Tone.TARGET),
        ),
        "%",
        f"{'；'.join(filter(None, notes))}。",
    )


def trend_chart(facts: Facts, indicator: Indicator) -> Chart:
    """Draw an indicator's figures, the path to its target, and what would still be needed."""
    past = facts.past(indicator)
    known = lines_of(facts.plan, indicator, facts.as_of, past)
    needed = tuple((at, half_up(number, indicator.decimals)) for at, number in known.required)
    lines = [(_ACTUAL, known.actuals, Tone.ACTUAL), (_TARGET, known.target, Tone.TARGET)]
    lines += [(_REQUIRED, needed, Tone.REQUIRED)] if len(needed) >= _LEAST else []
    drawn = {at for _, points, _ in lines for at, _ in points}
    places = {at: said for at, said in _places(facts.plan, indicator).items() if at in drawn}
    series = (Series(name, _at(places, points), tone) for name, points, tone in lines)
    until = (each for at, each in past.items() if at <= facts.as_of)
    return Chart(
        ChartKind.TREND,
        indicator.name,
        tuple(places.values()),
        tuple(each for each in series if any(value is not None for value in each.values)),
        indicator.unit,
        _LAST_PART if indicator.measure is Measure.STRUCTURE else "",
        withheld=any(each.missing is Missing.WITHHELD and each.figure for each in until),
    )


def trends(facts: Facts, items: Sequence[Item]) -> tuple[Chart, ...]:
    """Draw the indicators to look at, six at most: what is behind, worst first, then 约束性."""
    ranked = [(_rank(facts, each), each) for each in items if isinstance(each, Indicator)]
    chosen = sorted((each for each in ranked if each[0] is not None), key=itemgetter(0))
    drawn = (trend_chart(facts, each) for _, each in chosen)
    return tuple(islice((each for each in drawn if _is_line(each)), _MOST))


def _rank(facts: Facts, indicator: Indicator) -> int | None:
    """Give an indicator's place in the order of what is to be looked at; None where it is not."""
    light, binding = _light(facts, indicator), indicator.binding
    if light in ALARMING:
        return ALARMING[::-1].index(light)
    return len(ALARMING) if binding is Binding.BINDING else None


def _is_line(chart: Chart) -> bool:
    """Tell whether a trend has figures to join and a path to hold them against."""
    names = {each.name: sum(value is not None for value in each.values) for each in chart.series}
    return names.get(_ACTUAL, 0) >= _LEAST and _TARGET in names


def _places(plan: Plan, indicator: Indicator) -> dict[Quarter, str]:
    """Name the places of a trend: full years, in a plan of one year its quarters.

    A whole year before them would dwarf the sums of quarters.
    """
    base = Quarter(plan.base_year, 4)
    if plan.first_year < plan.last_year:
        return {each: f"{each.year}年" for each in (base, *plan.quarters) if each.ends_year}
    before = {} if indicator.nature is Nature.FLOW else {base: f"{base.year}年"}
    return before | {each: each.span for each in plan.quarters}


def _at(places: Iterable[Quarter], points: Points) -> tuple[Decimal | None, ...]:
    """Give the number at each place."""
    known = dict(points)
    return tuple(known.get(each) for each in places)


def _words(facts: Facts, items: Iterable[Item], *, yearly: bool = False) -> dict[Light, str]:
    """Name each light by the statuses that show it, both best first."""
    found = [facts.assessments[each.code] for each in items]
    open_ = UNDECIDED if facts.final and not yearly else _UNJUDGED
    at = facts.as_of
    words = facts.plan.scale(at) if yearly else vocabulary(facts.plan, at)
    shown = {(each.light, open_ if each.status in _OPEN else each.status) for each in found}
    order = (*words.words, open_)
    known = [(light, word) for word in order for light in Light if (light, word) in shown]
    known += sorted(shown.difference(known))
    return {
        light: "、".join(word for lit, word in known if lit is light)
        for light in Light
        if any(lit is light for lit, _ in known)
    }


def _colours(facts: Facts, items: Iterable[Item]) -> str:
    """Say what the colours of bars stand for: 蓝色为提前实现."""
    words = _words(facts, items).items()
    return "，".join(f"{light.label}色为{said}" for light, said in words)


def _light(facts: Facts, item: Item) -> Light:
    """Give an item's light."""
    return facts.assessments[item.code].light


def _category(plan: Plan, item: Item) -> str:
    """Name what an item is counted under: 类别 of the main table, box, task."""
    path = plan.path(item.section)
    return path[1 if len(path) > 1 and path[0].kind is not SectionKind.BOX else 0].name


def _called(plan: Plan, items: Iterable[Item]) -> str:
    """Name what items are counted under."""
    roots = {plan.path(each.section)[0].kind for each in items}
    return "专栏" if roots == {SectionKind.BOX} else "类别"


def _has_way(facts: Facts, item: Item) -> bool:
    """Tell whether an item has 增量进度 and 序时进度."""
    found = facts.assessments[item.code]
    return found.progress is not None and bool(found.pace)


def _percent(fraction: Decimal | None) -> Decimal | None:
    """Give a fraction in per cent, as it is printed."""
    return cells.percent(fraction).number
