"""What stands above a report and names its file: of which plan, part, department and period."""

from collections.abc import Iterable
from dataclasses import replace

from core.domain.department import Department
from core.domain.plan import Plan
from core.reports.chart import Chart
from core.reports.content import Part, Report, Table
from core.reports.facts import Facts
from core.reports.naming import file_name
from core.reports.prose import Prose

NO_INDICATORS = "选定的单位、类别和属性下没有主要指标，没有写出报告，请另选"
_LINE = 20  # characters of a title, upright


def headed(
    facts: Facts, kind: str, title: str, parts: tuple[Part, ...], data: Table | None = None
) -> Report:
    """Head the parts of a report; `title` says what of the plan.

    The department stands before it, the period below.
    """
    plan, appendix, period = facts.plan, facts.plan.appendix(kind), facts.as_of.label
    said, chosen = appendix.title if appendix else title, department(facts)
    return Report(
        kind=kind,
        name=file_name(f"{office(plan, chosen)}{said}({period})"),
        label=appendix.label if appendix else "附表",
        title=f"{joined(chosen.full_name, said) if chosen else said}\n（{period}）",
        subject=f"{plan.title}（{period}）",
        author=plan.region,
        parts=parts,
        as_of=period,
        data=data,
    )


def told(report: Report, text: Prose, charts: Iterable[Chart] = ()) -> Report:
    """Let a text open a report and charts close it; its first table becomes its 附表 then."""
    drawn = (*report.parts, *charts)
    if not text.paragraphs:
        return replace(report, parts=drawn)
    first, *others = drawn
    if isinstance(first, Table):
        title = first.title or report.title
        first = replace(first, label=report.label, title=title, fresh=True)
    return replace(report, label="", parts=(text, first, *others))


def scope(facts: Facts, whole: str = "主要") -> str:
    """Name the indicators that a report is about: 主要, 约束性, 绿色生态约束性."""
    chosen = facts.selection
    section = facts.plan.section(chosen.section).name if chosen.section else ""
    return section + (chosen.binding.label if chosen.binding else "") or whole


def department(facts: Facts) -> Department | None:
    """Give the department that a report is about, or nothing."""
    return facts.plan.department(facts.selection.department)


def office(plan: Plan, chosen: Department | None) -> str:
    """Name the region, or its department: 赣州市章贡区统计局 of 区统计局."""
    if chosen is None:
        return plan.region
    return plan.region + chosen.short_name.removeprefix(plan.region[-1:])


def in_full(plan: Plan, chosen: Department) -> str:
    """Name a department as it signs, with its region: 章贡区统计局."""
    region, full = plan.region, chosen.full_name
    return full if full.startswith(region) else region + full.removeprefix(region[-1:])


def joined(name: str, title: str) -> str:
    """Put a department's name before a title, on a line of its own where they are long."""
    return name + ("\n" if len(name + title) > _LINE else "") + title
