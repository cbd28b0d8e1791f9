"""Plans whose items stand as a test says, and what is told of them.

facts(["略有滞后", ""]) -> Facts    甲 is 略有滞后, 乙 has neither figure nor decision
"""

from dataclasses import replace

from core.domain.completion import assess
from core.domain.lights import Lights, Row
from core.domain.submission import Decision, Entry
from core.reports.facts import Facts
from tests import factory

NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
NOW = factory.quarter("2023Q4")


def plan(count, bound=0, **rest):
    """A plan of indicators that are called by signs; the first ones are 约束性."""
    items = [factory.level("120", "100", code=f"B-{at:02}", name=NAMES[at]) for at in range(count)]
    made = (factory.binding(each) if at < bound else each for at, each in enumerate(items))
    return factory.plan(*made, **rest)


def facts(statuses, *, reasons=(), of=None, at=NOW, entries=None):
    """Facts in which each indicator has the status that a person gave it, an empty one none.

    `reasons` are what departments wrote, in the same order.
    """
    whole = of or plan(len(statuses))
    codes = [each.code for each in whole.indicators]
    decided = {
        code: Decision(code, at, word, "会议纪要", "张三")
        for code, word in zip(codes, statuses, strict=True)
        if word
    }
    known = entries or {
        code: {at: Entry(code, at, None, explanation=reason)}
        for code, reason in zip(codes, reasons, strict=False)
        if reason
    }
    judged = assess(whole, at, known, decided)
    return Facts(whole, at, known, {each.code: each for each in judged})


def with_lights(now, before):
    """The facts with their lights and those of the quarter before, at which others stood."""
    quarters = (before.as_of, now.as_of)
    rows = tuple(
        Row(each, quarters, (before.assessments[each.code], now.assessments[each.code]), {})
        for each in now.plan.indicators
    )
    return replace(now, lights=Lights(now.plan, quarters, rows))


def lines(paragraphs):
    """The texts of paragraphs."""
    return [each.lead + each.text for each in paragraphs]
