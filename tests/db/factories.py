"""Plans and figures made by hand, as small as a test can use."""

from datetime import date
from hashlib import sha256

from core.domain.cell import Column
from core.domain.changes import Choice, Way
from core.domain.department import Department
from core.domain.figure import Figure
from core.domain.indicator import (
    Direction,
    Duty,
    Frequency,
    Indicator,
    Measure,
    Milestone,
    Nature,
    Node,
)
from core.domain.period import Quarter
from core.domain.plan import Plan, Section, SectionKind
from core.domain.printed import Edition, Printed, Wording
from core.domain.receipt import Receipt, Settled
from core.domain.returned import Place, Slip, Verdict
from core.domain.reviewing.review import Approval, Remark
from core.domain.submission import (
    Decision,
    Entry,
    Event,
    Evidence,
    Origin,
    Signature,
    State,
    Submission,
)
from core.domain.target import (
    Target,
)

AT = "2026-11-23T09:00:00+08:00"
FORM = Origin("填报", "张三")
END = Quarter(2025, 4)
TAKEN = Choice(Way.TAKE)
FIRST = Place("填报表", "J5")
STATISTICS = Department("D02", "区统计局", "区统计局", "政府部门", "统计数据提供")
SIGNATURE = Signature("张三", "李四", "王五", "0797-8200000", date(2026, 1, 15))
REFORM = Department("D01", "区发改委", "区发展和改革委员会", "政府部门")


def quarter(text="2025Q4"):
    return Quarter.parse(text)


def entry(code="B-01", at="2025Q4", text="12.50", **rest):
    return Entry(code, quarter(at), Figure.parse(text) if text else None, **rest)


def decision(code="B-01", at="2025Q4", status="全面完成", grounds="附表印出", by="规划"):
    return Decision(code, quarter(at), status, grounds, by)


def submission(department="D01", at="2025Q4", state=State.SUBMITTED, **rest):
    given = {"signature": SIGNATURE, "at": AT, "revision": 1, **rest}
    return Submission(department, quarter(at), state, **given)


def evidence(content=b"", code="B-01", at="2025Q4", name="证明.pdf", document=""):
    """A file beside a figure, or a document number alone where the content is None."""
    if content is None:
        return Evidence(code, quarter(at), name, document)
    digest = sha256(content).hexdigest()
    return Evidence(code, quarter(at), name, document, digest, len(content))


def event(subject="报送", code="D01", **rest):
    given = {"quarter": "2025Q4", "before": "填报中", "after": "已报送", "origin": FORM, **rest}
    return Event(subject, code, at=AT, **given)


def indicator(code="B-01", section="T1", **rest):
    return Indicator(
        code,
        section,
        **{
            "name": f"指标{code}",
            "unit": "亿元",
            "decimals": 2,
            "measure": Measure.LEVEL,
            "nature": Nature.FLOW,
            "frequency": Frequency.QUARTERLY,
            "direction": Direction.HIGHER,
            "target": Target(Figure.parse("750")),
            "duty": Duty("D01"),
            **rest,
        },
    )


def milestone(code="P01-01", section="X1", **rest):
    given = {"name": "大桥", "node": Node.OPENED, "planned": "2025Q4", "duty": Duty("D01"), **rest}
    return Milestone(code, section, **given)


def plan(code="p-2021-2025", first=2021, last=2025, **rest):
    """A plan of two indicators in the main table, one beside it, and a milestone."""
    given = {
        "title": "国民经济和社会发展规划纲要",
        "name": "“十四五”规划",
        "region": "章贡区",
        "level": "区",
        "base_year": first - 1,
        "sections": (
            Section("T", "", SectionKind.TABLE, "主要指标"),
            Section("T1", "T", SectionKind.CATEGORY, "综合质效"),
            Section("X1", "", SectionKind.BOX, "专栏1"),
        ),
        "indicators": (indicator("B-01"), indicator("B-02"), indicator("P01-02", "X1")),
        "milestones": (milestone(),),
        "departments": (REFORM, STATISTICS),
        **rest,
    }
    return Plan(code, first_year=first, last_year=last, **given)


def slip(department="D01", at="2025Q4", number=1, **rest):
    """Which form a returned workbook is."""
    given = {"plan": "p-2021-2025", "database": "库一", "revision": "改一", "issued": AT, **rest}
    return Slip(department=department, quarter=quarter(at), number=number, **given)


def settled(code="B-01", column=Column.FIGURE, choice=TAKEN, **rest):
    """A cell that came back with another figure than the stored one."""
    given = {"sent": "", "stored": "12.5", "returned": "13", "raw": " 13", "place": FIRST, **rest}
    return Settled(code, column, choice=choice, **given)


def receipt(content=b"PK", of=None, name="区发改委.xlsx", **rest):
    """A file that was taken in."""
    digest = sha256(content).hexdigest()
    given = {"verdict": Verdict.READY, "by": "张三", "at": AT, "cells": (settled(),), **rest}
    return Receipt(of or slip(), name, digest, len(content), **given)


def remark(
    code="B-01", at="2025Q4", department="D01", text="与去年同期相比偏高，请核实", by="张三"
):
    """What a reviewer said of a figure."""
    return Remark(department, quarter(at), code, text, by, AT)


def approval(content=b"{}", at="2025Q4", department="D01", by="李四", document=""):
    """An approval that froze a content."""
    digest = sha256(content).hexdigest()
    day = date(2026, 1, 20)
    return Approval(department, quarter(at), by, "", document, day, "张三", AT, digest)


def printed(content=b"%PDF", **rest):
    """A written report that shows a content."""
    digest = sha256(content).hexdigest()
    given = {"kind": "completion", "quarter": END, "title": "完成情况表", "by": "张三", "at": AT}
    return Printed(digest[:12], digest, **{"edition": Edition.REVIEW, **given, **rest})


def wording(**rest):
    """An edited narrative of the district's report."""
    given = {
        "kind": "completion",
        "quarter": END,
        "department": "",
        "text": "总体良好",
        "by": "张三",
    }
    return Wording(**{**given, "original": "总体较好", "at": AT, **rest})
