"""Putting the judgement of a plan into lines and JSON."""

from decimal import Decimal

from core.console.answer import Answer, Value
from core.domain import exact
from core.domain.completion import Assessment
from core.domain.figure import half_up
from core.domain.indicator import Item, Milestone
from core.domain.judging.verdict import word
from core.domain.livelihood import Tally, tallies
from core.domain.submission import Decision
from core.reports.facts import Facts

_PLACES = 4
_ANNUAL = ("target", "actual", "progress", "pace", "status", "asked", "derived", "even")


def judgements(facts: Facts) -> Answer:
    """List judgements, first of indicators, then of milestones, and count 民生实事."""
    judged = facts.assessments
    items: tuple[Item, ...] = (*facts.plan.indicators, *facts.plan.milestones)
    lines = [
        f"{each.code}  {each.name}  {judged[each.code].status or '待定'}  "
        f"{judged[each.code].sentence}"
        for each in items
    ]
    document: dict[str, Value] = {
        "plan": facts.plan.code,
        "as_of": str(facts.as_of),
        "phase": facts.plan.phase(facts.as_of).label,
        "indicators": [
            _assessment(judged[each.code], each.name, facts) for each in facts.plan.indicators
        ],
        "milestones": [
            _milestone(judged[each.code], each, facts) for each in facts.plan.milestones
        ],
        "livelihood": [_tally(each) for each in tallies(facts.plan, judged.values())],
    }
    return Answer(lines, document)


def _assessment(each: Assessment, name: str, facts: Facts) -> dict[str, Value]:
    """Give the judgement of an indicator; ratios are of the yardstick 规划."""
    return {
        **_status(each, name),
        "progress": _ratio(each.progress),
        "pace": _ratio(each.pace),
        "elapsed": _ratio(facts.elapsed),
        "completion": _ratio(each.completion),
        "annual": _annual(each, facts),
        "sentence": each.sentence,
        "override": _override(each.decision) if each.decision and each.overridden else None,
    }


def _milestone(each: Assessment, milestone: Milestone, facts: Facts) -> dict[str, Value]:
    """Give the judgement of a milestone; progress is 形象进度."""
    return {
        **_status(each, milestone.name),
        "node": milestone.node.label,
        "planned": milestone.planned or None,
        "progress": _ratio(each.progress),
        "pace": _ratio(each.pace),
        "elapsed": _ratio(facts.elapsed),
        "completion": _ratio(each.completion),
        "sentence": each.sentence,
        "override": _override(each.decision) if each.decision and each.overridden else None,
    }


def _status(each: Assessment, name: str) -> dict[str, Value]:
    """Give what is judged, how, and by the figure of which period."""
    return {
        "code": each.code,
        "name": name,
        "status": each.status or None,
        "suggested": each.suggested or None,
        "light": each.light.label,
        "data_period": str(each.data_period) if each.data_period else None,
    }


def _annual(each: Assessment, facts: Facts) -> Value:
    """Give the yardstick 年度; all of it is null where the year is asked for nothing."""
    found, scale = each.annual, facts.plan.scale(facts.as_of)
    if found is None:
        return dict.fromkeys(_ANNUAL)
    grey = found.grey.label if found.grey else None
    return {
        "target": _number(found.target),
        "actual": _number(found.actual),
        "progress": _ratio(found.progress),
        "pace": _ratio(found.pace),
        "status": word(scale, found.grade) if found.grade else grey,
        "asked": _number(found.asked),
        "derived": found.derived,
        "even": found.even,
    }


def _tally(each: Tally) -> Value:
    """Give how many rows of a 民生实事 are done."""
    return {
        "code": each.section,
        "name": each.name,
        "done": each.done,
        "rows": len(each.rows),
        "reached": len(each.finished),
    }


def _override(decision: Decision) -> Value:
    """Give a decision that stands against the suggestion."""
    return {
        "status": decision.status,
        "reason": decision.grounds,
        "by": decision.by,
        "at": decision.on or None,
    }


def _ratio(fraction: Decimal | None) -> str | None:
    """Write a fraction as a decimal string, to four places at most: 0.4791, 0.25, 1."""
    return None if fraction is None else exact.plain(half_up(fraction, _PLACES))


def _number(number: Decimal | None) -> str | None:
    """Write a number in an indicator's unit, digit by digit."""
    return None if number is None else format(number, "f")
