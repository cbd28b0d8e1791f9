"""退回单: what a department has to correct, where and how, on one page where that is enough."""

from collections.abc import Iterator

from core.domain.days import dated
from core.domain.return_slip import ReturnSlip
from core.domain.returned import Finding
from core.reports.content import Align, Cell, Column, Heading, Report, Row, Table
from core.reports.pdf.fonts import typeface
from core.reports.pdf.roles import Role

_COLUMNS = (Column(10), Column(34), Column(26), Column(28), Column(58, Align.LEFT))  # 156 mm
_HEADINGS = ("序号", "指标", "位置", "现为", "应怎样")
_UNKNOWN = "□"  # in place of a character that no font has
_WHOLE = "整个文件"


def build(slip: ReturnSlip, name: str) -> Report:
    """Say what the slip says; `name` is the file's, without its ending."""
    title = f"{slip.plan}\n{slip.quarter.label}填报表退回单"
    notes = (legible(slip.lead), slip.advice)
    return Report(
        kind="return-slip",
        name=name,
        label=f"第{slip.number}次退回",
        title=title,
        subject=f"{slip.department}　{slip.quarter.label}",
        author=slip.office or "规绩",
        parts=(Table(_COLUMNS, (_head(slip),), tuple(_rows(slip)), notes),),
    )


def legible(text: str) -> str:
    """Give a text on one line that fonts can print: what somebody typed may be anything."""
    line = " ".join(text.split())
    unknown = dict.fromkeys(map(ord, typeface(Role.SONG).missing([line])), _UNKNOWN)
    return line.translate(unknown)


def _head(slip: ReturnSlip) -> Heading:
    """Say above the columns, on every page, whose form it is and until when to correct it."""
    said = f"填报单位：{legible(slip.department)}　　改正时限：{dated(slip.until)}"
    return Heading(said, tuple(map(Heading, _HEADINGS)))


def _rows(slip: ReturnSlip) -> Iterator[Row]:
    """Give a row for each thing to correct, then those for the signatures."""
    for number, finding in enumerate(slip.findings, 1):
        yield _row(slip, number, finding)
    yield _signed("退回", slip.office, slip.contact, dated(slip.on))
    yield _signed("签收", slip.department, "签收人：", "　　年　月　日")


def _row(slip: ReturnSlip, number: int, finding: Finding) -> Row:
    """Give a row for what is to be corrected."""
    texts = (
        str(number),
        slip.name(finding),
        str(finding.place) if finding.place else "" if finding.code else _WHOLE,
        finding.found,
        slip.instruction(finding),
    )
    return Row(tuple(Cell(legible(text)) for text in texts))


def _signed(what: str, whose: str, who: str, when: str) -> Row:
    """Give a row in which an office signs and stamps."""
    signing = (f"{what}单位", "（盖章）")
    beside = "\n".join(filter(None, (legible(who), f"日期：{when}")))
    return Row((Cell("\n".join(signing), columns=2), Cell(legible(whose), columns=2), Cell(beside)))
