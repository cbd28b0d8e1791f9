"""Notes under a table, made from its rows: counts, what is missing and why, what the signs mean."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from core.domain import told
from core.domain.aims.trajectory import FOURTHS
from core.domain.figure import WHOLE, Figure, Ratio
from core.domain.indicator import Binding, GrowthKind, Indicator, Item, Measure
from core.domain.judging.judgement import Grey
from core.domain.judging.verdict import vocabulary
from core.domain.lights import UNDECIDED
from core.domain.risk import ALARMING
from core.domain.submission import Missing
from core.domain.unit import worded
from core.domain.vintage import Vintage
from core.reports import cells
from core.reports.columns import explained, is_due
from core.reports.compared import growth_kinds
from core.reports.content import Table
from core.reports.facts import Facts
from core.reports.names import counted

WORKS = "项目（任务）"
BLANK_LEGEND = "空格表示无数据或不详"
ROUNDED = "部分数据因四舍五入，存在总计与分项合计不等的情况，均未作机械调整"
_PAIR = 2  # parts of a plain proportion, which make up no whole
_KINDS = (GrowthKind.REAL, GrowthKind.NOMINAL)


def closed(notes: Iterable[str]) -> tuple[str, ...]:
    """End each note with ；and the last with 。; what is empty falls away."""
    kept = [note.rstrip("；。") for note in notes if note]
    return (*(f"{note}；" for note in kept[:-1]), *(f"{note}。" for note in kept[-1:]))


def listed(items: Sequence[Item]) -> str:
    """Name some items; of many the first ones and their number."""
    return counted(item.name for item in items)


def counts(facts: Facts, items: Sequence[Item], called: str = "") -> str:
    """Count the rows by 属性 and by status, best first; they are called 指标 where all are."""
    statuses = Counter(facts.assessments[each.code].status or UNDECIDED for each in items)
    order = dict.fromkeys((*vocabulary(facts.plan, facts.as_of).words, *_greys(), *statuses))
    said = "、".join(f"{word}{statuses[word]}个" for word in order if statuses[word])
    whole = f"共{len(items)}个{called or _sort(items)}{_bound(items)}"
    return f"{whole}，其中{said}" if len(items) > 1 else f"{whole}，为{next(iter(statuses))}"


def missing(facts: Facts, items: Iterable[Item]) -> Iterator[str]:
    """Name for each reason the items that have no figure for it, with what was written of them."""
    found = defaultdict[tuple[Missing, str], list[Item]](list)
    for item in items:
        entry = facts.entry(item)
        if entry and entry.missing and entry.figure is None:
            found[entry.missing, entry.explanation.rstrip("；。")].append(item)
    order = list(Missing)
    for kind, said in sorted(found, key=lambda each: (order.index(each[0]), each[1])):
        yield f"{kind.label}的是{listed(found[kind, said])}" + (f"（{said}）" if said else "")


def brackets(facts: Facts, items: Iterable[Item], table: Table) -> str:
    """Say what [ ] means where it occurs, and of which indicators it is an average."""
    if not any("[" in cell.text for row in table.rows for cell in row.cells):
        return ""
    averages = [
        each
        for each in items
        if isinstance(each, Indicator)
        and each.measure is Measure.GROWTH
        and each.base
        and each.base.bracketed
    ]
    said = f"[ ]表示{facts.plan.bracket or '累计数'}"
    if not averages:
        return said
    return f"{said}，其中{listed(averages)}的基期值为{facts.plan.previous}平均增速"


def signs(table: Table) -> Iterator[str]:
    """Explain the signs that occur."""
    texts = {cell.text for row in table.rows for cell in row.cells}
    if any(text.endswith(cells.DERIVED) for text in texts):
        yield f"{cells.DERIVED}表示年度目标没有文件下达，按规划目标推算"
    if cells.NOT_MEANT in texts:
        yield f"{cells.NOT_MEANT}表示该栏不适用"
    if "" in texts:
        yield BLANK_LEGEND


def not_due(facts: Facts, items: Iterable[Item]) -> str:
    """Say by which figures those are judged of which the quarter asks for none."""
    waiting = [each for each in items if not is_due(each, facts.as_of)]
    if not waiting:
        return ""
    said = f"“{cells.NOT_DUE}”的{len(waiting)}个指标本期不要求填报"
    periods = Counter(facts.assessments[each.code].data_period for each in waiting)
    known = [(at.label, periods[at]) for at in sorted(filter(None, periods))]
    if len(known) == 1 == len(periods):
        return f"{said}，状态按{known[0][0]}数判断"
    return "，".join([said, *(f"其中{count}个的状态按{at}数判断" for at, count in known)])


def time_over(facts: Facts) -> str:
    """Say which share of the year and of the plan is over, until all of it is."""
    at, plan = facts.as_of, f"规划时间已过{told.percent(facts.elapsed, 0)}"
    if facts.final:
        return ""
    if at.ends_year:
        return f"至{at.year}年底，{plan}"
    year = f"全年时间已过{told.percent(FOURTHS[at.number], 0)}"
    until = f"至{at.year}年{at.last_day.month}月底，{year}"
    return until if facts.plan.first_year == facts.plan.last_year else f"{until}，{plan}"


def year_on_year(facts: Facts, items: Sequence[Item]) -> str:
    """Say which 同比 are at constant prices and which are nominal."""
    found = defaultdict[GrowthKind, list[Item]](list)
    for item, kind in growth_kinds(facts, items):
        found[kind].append(item)
    said = [f"{listed(found[kind])}为{kind.label}" for kind in _KINDS if kind in found]
    return f"同比中{'，'.join(said)}" if said else ""


def expected(facts: Facts, items: Iterable[Item]) -> str:
    """Name the indicators whose figures of the quarter are still 预计数."""
    entries = ((item, facts.entry(item)) for item in items)
    found = [item for item, each in entries if each and each.vintage is Vintage.EXPECTED]
    return f"{listed(found)}的{facts.as_of.label}数为预计数" if found else ""


def silent(facts: Facts, items: Iterable[Item]) -> str:
    """Say how many are behind without an explanation."""
    found = [
        each
        for each in items
        if facts.assessments[each.code].light in ALARMING and not explained(facts, each)
    ]
    return f"{listed(found)}滞后，责任单位未作说明" if found else ""


def revised(items: Iterable[Item]) -> Iterator[str]:
    """Name the targets that were revised after the table was first printed."""
    for item in items:
        if isinstance(item, Indicator) and item.revisions:
            printed, reason = item.revisions[-1].target.printed, item.revisions[-1].reason
            to = worded(printed, item.unit) if printed else "文件所定"
            yield f"{item.name}{reason}，目标已调整为{to}，完成情况按调整后目标判断"


def decided(facts: Facts, items: Iterable[Item]) -> Iterator[str]:
    """Name what a person judged otherwise than the rule, same grounds together."""
    signed = defaultdict[str, dict[str, list[Item]]](dict)
    for item in items:
        found = facts.assessments[item.code]
        if found.decision and found.overridden:
            grounds = f"{found.decision.grounds}（{found.decision.by}）"
            said = f"按规则为{found.suggested or UNDECIDED}，改判为{found.status}"
            signed[grounds].setdefault(said, []).append(item)
    for grounds, by in signed.items():
        clauses = "，".join(f"{listed(of)}{said}" for said, of in by.items())
        yield f"{clauses}：{grounds}"


def rounding(figures: Iterable[Figure | None]) -> str:
    """Say that parts do not make up their whole, where that is seen."""
    ratios = (each.core.parts for each in figures if each and isinstance(each.core, Ratio))
    off = any(len(parts) > _PAIR and sum(parts) != WHOLE for parts in ratios)
    return ROUNDED if off else ""


def _greys() -> Iterator[str]:
    """Give the words that stand in a status's place."""
    return (grey.label for grey in Grey)


def _sort(items: Iterable[Item]) -> str:
    """Name what the rows are."""
    return "指标" if all(isinstance(each, Indicator) for each in items) else WORKS


def _bound(items: Sequence[Item]) -> str:
    """Count the rows by 属性, where all have one and there are both."""
    bindings = Counter(each.binding for each in items if isinstance(each, Indicator))
    bound, open_ = bindings[Binding.BINDING], bindings[Binding.EXPECTED]
    if not bound or not open_ or bound + open_ < len(items):
        return ""
    return f"（约束性{bound}个、预期性{open_}个）"
