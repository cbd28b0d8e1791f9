"""Judgements worked by hand: what was reported by quarter, and what the program makes of it."""

from decimal import Context, Decimal

from core.domain.completion import judge
from core.domain.judging.judgement import Light
from core.domain.submission import Entry
from tests import factory as the

LIGHTS = {
    "提前实现": Light.BLUE,
    "快于预期": Light.GREEN,
    "基本符合预期": Light.GREEN,
    "略有滞后": Light.YELLOW,
    "明显滞后": Light.RED,
}
_FIFTY = Context(prec=50)


def reported(figures):
    """The entries by quarter: {"2023Q2": "300"}; an entry may stand for its text."""
    return {
        the.quarter(at): given if isinstance(given, Entry) else the.entry(given, at)
        for at, given in figures.items()
    }


def judged(item, figures, at, **plan):
    """The judgement of an indicator of the plan 2021–2025 as of a quarter."""
    return judge(the.plan(item, **plan), item, the.quarter(at), reported(figures))


def told(judgement):
    """What decided: 规划 asked progress pace r, or 增速's 年度 asked points; nothing for a grey."""
    stick = judgement.judged.decisive
    if stick is None:
        return ""
    numbers = [stick.asked, stick.progress, stick.pace, stick.ratio]
    if stick.points is not None:
        numbers = [stick.asked, stick.points]
    return (stick.side.label, *numbers)


def expected(text):
    """The same, from the words of a case: 年度 121 23.1/121 1 —; a fraction is divided out."""
    if not text:
        return ""
    side, *numbers = text.split()
    return (side, *map(_number, numbers))


def check(case, **plan):
    """Hold a case (item, figures, as of, status, what decided) against the program."""
    item, figures, at, status, words = case
    found = judged(item, figures, at, **plan)
    assert (found.status, found.suggested) == (status, status)
    assert found.light is LIGHTS.get(status, Light.GREY)
    assert (found.grey.label if found.grey else None) == (None if words else status)
    assert told(found) == expected(words)


def _number(text):
    """One number of a case."""
    if text == "—":
        return None
    over, _, under = text.partition("/")
    return _FIFTY.divide(Decimal(over), Decimal(under)) if under else Decimal(over)
