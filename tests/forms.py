"""The form of the science department, 2024上半年: every kind of row that there is, once."""

from dataclasses import replace
from datetime import date

from core.domain import duties
from core.domain.calculated import filled, with_calculated
from core.domain.department import Department
from core.domain.form import Form
from core.domain.form_rows import Making, ruled
from core.domain.indicator import Duty, Frequency, GrowthKind, Node
from core.domain.issue import Rule, Severity
from core.domain.submission import Entry, Signature, State, Submission
from tests import factory as the

OWN = Department("D05", "区科技局", "区科学技术局")
OTHER = the.STATISTICS
HALF = the.quarter("2024Q2")
DEADLINE = date(2024, 7, 22)
SIGNED = Signature("张三", "李四", "王五", "0797-8200000", date(2024, 7, 10))
RULE = Rule("R-01", Severity.HINT, "[B-02] ≤ [B-01]", "研发经费不大于产值，请核对")


def own(code, name, target="750", base="", **rest):
    """An indicator that the department gives itself, 亿元 each quarter."""
    return the.level(target, base, **({"code": code, "name": name, "duty": Duty("D05")} | rest))


def node(code="P01-01", **rest):
    """A milestone of the department."""
    return replace(the.milestone(code), **({"duty": Duty("D05")} | rest))


INDUSTRY = own("B-01", "高新产业产值", base="311.64", growth_kind=GrowthKind.REAL)
RESEARCH = own("B-02", "研发经费", "80")
SHARED = own("B-03", "技术合同额", duty=Duty("D05", provider="D02"))
YEARLY = own("B-04", "科技进步贡献率", "60", unit="%", frequency=Frequency.ANNUAL)
SAME = own("B-05", "高新产业产值（专栏）", same_source="B-01")
BRIDGE = node(name="科创大桥")
PROJECT = node("P01-02", name="成果平台", node=Node.WORDS, planned="")


def plan(*indicators, **rest):
    """A plan of the six rows, or of others."""
    given = {"departments": (OWN, OTHER), "rules": (RULE,), "milestones": (BRIDGE, PROJECT)}
    usual = (INDUSTRY, RESEARCH, SHARED, YEARLY, SAME)
    return the.plan(*(indicators or usual), **(given | rest))


def entry(code, text="", at="2024Q2", **rest):
    """What was reported of an item; an empty text is no figure."""
    return Entry(code, the.quarter(at), the.figure(text), **rest)


def before(*entries):
    """Earlier entries by code and quarter."""
    told = sorted(entries, key=lambda each: each.quarter)
    codes = {each.code for each in told}
    return {code: {each.quarter: each for each in told if each.code == code} for code in codes}


def form(*entries, past=(), closed=(), a_plan=None, at=HALF, others=()):
    """The department's form with some entries in it."""
    a_plan, now = a_plan or plan(), {each.code: each for each in entries}
    beside = {each.code: each for each in others}
    counted = filled(a_plan, at, {**beside, **now})
    earlier = with_calculated(a_plan, before(*past))
    found = ruled(a_plan, counted)
    make = Making(a_plan, at, earlier, now, frozenset(closed), found, counted)
    lines = duties.lines(a_plan, OWN.code, at, duties.first_reached(a_plan, past))
    rows = tuple(make.row(line) for line in lines)
    return Form(a_plan, OWN.code, at, rows, DEADLINE, None, beside)


def handed_in(found, state=State.SUBMITTED):
    """The form as it stands after 报送, and what came of it."""
    return replace(found, submission=Submission(OWN.code, found.quarter, state, SIGNED, revision=1))
