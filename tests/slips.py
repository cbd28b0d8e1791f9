"""What the planning office tells the science department to correct, 2024上半年."""

from datetime import date

from core.domain.cell import Column
from core.domain.issue import Severity
from core.domain.return_slip import ReturnSlip
from core.domain.returned import Finding
from tests.forms import HALF

NAMES = {"B-01": "高新产业产值", "B-02": "研发经费", "P01-01": "科创大桥"}


def finding(place, message="“研发经费”：请核对单位", code="B-02", found="-5"):
    """Something to correct, about a figure where nothing else is said."""
    return Finding(Severity.BLOCKING, found, message, place, code, Column.FIGURE)


def slip(*findings, **rest):
    """The first return of the form, to be corrected until Monday."""
    given = {
        "plan": "章贡区“十四五”规划",
        "department": "区科学技术局",
        "quarter": HALF,
        "number": 1,
        "on": date(2024, 7, 24),
        "until": date(2024, 7, 29),
        "office": "区发展和改革委员会",
        "person": "张三",
        "phone": "8200000",
        "names": NAMES,
    }
    return ReturnSlip(findings=findings, **(given | rest))
