"""Indicators, plans and figures as planners say them: `level(base="311.64", target="450")`."""

from dataclasses import replace

from core.domain.completion import judge
from core.domain.department import Department
from core.domain.figure import Figure
from core.domain.indicator import (
    Binding,
    Direction,
    Duty,
    EnteredAs,
    Frequency,
    Indicator,
    Measure,
    Milestone,
    Nature,
    Node,
)
from core.domain.judging.course import course
from core.domain.judging.finding import find
from core.domain.period import Quarter
from core.domain.plan import Dictionary, Plan, Section, SectionKind
from core.domain.submission import Decision, Entry
from core.domain.target import Target, TargetRevision, TargetState

STATISTICS = Department("D02", "区统计局", "区统计局")
TABLE = Section("T", "", SectionKind.TABLE, "主要指标")
CATEGORY = Section("T1", "T", SectionKind.CATEGORY, "综合质效")
BOX = Section("X1", "", SectionKind.BOX, "专栏1")
NO_FLOOR = Dictionary(floor=None)
WITH_EXCEEDED = Dictionary(exceeded="超额完成")


def figure(text):
    """A figure as printed; an empty cell is none."""
    return Figure.parse(text) if text else None


def target(text):
    """A target as printed, judged by what its text says."""
    return text if isinstance(text, Target) else Target(figure(text))


def words(text):
    """A target that words ask for: 稳定."""
    return Target(figure(text), TargetState.WORDS)


def pending(text=""):
    """A target that the province or the city has still to set (待下达)."""
    return Target(figure(text), TargetState.PENDING)


def indicator(target_text="750", base="", growth_text="", **rest):
    """An expected annual level in 亿元 with two decimals, where nothing else is said."""
    given = {
        "code": "B-01",
        "section": "T1",
        "name": "地区生产总值",
        "unit": "亿元",
        "decimals": 2,
        "measure": Measure.LEVEL,
        "nature": Nature.FLOW,
        "frequency": Frequency.QUARTERLY,
        "direction": Direction.HIGHER,
        "target": target(target_text),
        "duty": Duty("D02"),
        "binding": Binding.EXPECTED,
        "base": figure(base),
        "growth": figure(growth_text),
    }
    return Indicator(**(given | rest))


def level(target, base="", **rest):
    return indicator(target, base, measure=Measure.LEVEL, **rest)


def growth(target, **rest):
    given = {"unit": "%", "decimals": 1, "nature": Nature.RATE}
    return indicator(target, measure=Measure.GROWTH, **(given | rest))


def cumulative(target, entered_as=EnteredAs.YEAR, **rest):
    given = {"unit": "名", "decimals": 0, "entered_as": entered_as}
    return indicator(target, measure=Measure.CUMULATIVE, **(given | rest))


def reduction(target, entered_as=EnteredAs.YEAR, **rest):
    given = {"unit": "%", "decimals": 2, "entered_as": entered_as}
    return indicator(target, measure=Measure.REDUCTION, **(given | rest))


def annual(target, **rest):
    given = {"unit": "家", "decimals": 0}
    return indicator(target, measure=Measure.ANNUAL, **(given | rest))


def control(target, base="", **rest):
    given = {"unit": "%", "direction": Direction.LOWER, "nature": Nature.RATE}
    return indicator(target, base, measure=Measure.CONTROL, **(given | rest))


def keep(target, base="", **rest):
    given = {"unit": "%", "nature": Nature.RATE}
    return indicator(target, base, measure=Measure.KEEP, **(given | rest))


def structure(target, base="", **rest):
    given = {"unit": "%", "decimals": 1, "direction": Direction.NEITHER}
    return indicator(target, base, measure=Measure.STRUCTURE, **(given | rest))


def binding(item):
    """The same indicator as 约束性."""
    return replace(item, binding=Binding.BINDING)


def lower(item):
    """The same indicator where lower is better."""
    return replace(item, direction=Direction.LOWER)


def revised(item, to, because="经批准调整"):
    """The same indicator after a 目标调整."""
    return replace(item, revisions=(*item.revisions, TargetRevision(target(to), because)))


def milestone(code="P01-01", section="X1"):
    return Milestone(code, section, "大桥", Node.OPENED, "2025Q4", Duty("D02"))


def plan(*indicators, first=2021, last=2025, **rest):
    """A plan with a main table of one category and one box beside it."""
    given = {
        "code": "p",
        "title": "国民经济和社会发展规划纲要",
        "name": "“十四五”规划",
        "region": "章贡区",
        "level": "区",
        "base_year": first - 1,
        "sections": (TABLE, CATEGORY, BOX),
    }
    return Plan(first_year=first, last_year=last, indicators=indicators, **(given | rest))


def quarter(text="2025Q4"):
    return Quarter.parse(text)


def entry(text, at="2025Q4", **rest):
    """What a department reported; an empty text is a figure that is missing."""
    return Entry("B-01", quarter(at), figure(text), **rest)


def reported(figures):
    """The full-year figures by quarter; one text alone is that of the plan's last year, 2025."""
    by_year = figures if isinstance(figures, dict) else {2025: figures}
    entries = [entry(text, f"{year}Q4") for year, text in by_year.items()]
    return {each.quarter: each for each in entries}


def decision(status, grounds="附表1印出", by="规划原文"):
    return Decision("B-01", quarter(), status, grounds, by)


def found(item, figures, **rest):
    """What is known of an indicator of the plan 2021–2025 at its end, given its yearly figures."""
    return find(course(plan(item, **rest), item), reported(figures))


def judged(item, figures, at="2025Q4", **rest):
    """The judgement of an indicator of the plan 2021–2025, given its full-year figures."""
    return judge(plan(item, **rest), item, quarter(at), reported(figures))
