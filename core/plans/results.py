"""`results.csv`: figures and statuses that the plan itself prints."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.submission import Decision, Entry, Missing
from core.domain.vintage import Vintage
from core.errors import Fault
from core.plans.kinds import CODE, FIGURE, QUARTER, word
from core.plans.sheet import ITEMS, QUARTERS, STATUSES, Column, Known, Sheet, parse
from core.plans.table import Row


@dataclass(frozen=True, slots=True)
class _Line:
    """An entry and a decision of one item and quarter, either of which may be wanting."""

    code: str
    quarter: Quarter
    figure: Figure | None = None
    vintage: Vintage | None = None
    missing: Missing | None = None
    explanation: str = ""
    status: str = ""
    grounds: str = ""
    by: str = ""
    on: str = ""

    def entry(self) -> Entry | None:
        """Give the figure, or why there is none."""
        if not (self.figure or self.missing or self.explanation):
            return None
        vintage = self.vintage or Vintage.PRELIMINARY
        return Entry(self.code, self.quarter, self.figure, self.missing, self.explanation, vintage)

    def decision(self) -> Decision | None:
        """Give the status."""
        if not self.status:
            return None
        return Decision(self.code, self.quarter, self.status, self.grounds, self.by, self.on)


SHEET = Sheet(
    "results.csv",
    (
        Column("编码", "code", CODE, required=True, refers=ITEMS),
        Column("报告期", "quarter", QUARTER, required=True, refers=QUARTERS),
        Column("数值", "figure", FIGURE),
        Column("数据性质", "vintage", word(Vintage)),
        Column("缺数原因", "missing", word(Missing)),
        Column("说明", "explanation"),
        Column("完成情况", "status", refers=STATUSES),
        Column("依据", "grounds"),
        Column("判定人", "by"),
        Column("判定日期", "on"),
    ),
    lambda values: _Line(**values[""]),
    key=("编码", "报告期"),
)

Results = tuple[tuple[Entry, ...], tuple[Decision, ...]]


def read(rows: Iterable[Row], known: Known) -> tuple[Results, tuple[Fault, ...]]:
    """Read the entries and decisions; a row that says nothing, or two things, is a fault."""
    items, faults = parse(SHEET, rows, known)
    wrong = (
        Fault(SHEET.file, line, *contradiction)
        for line, each in items
        for contradiction in _contradictions(each)
    )
    entries = (each.entry() for _, each in items)
    decisions = (each.decision() for _, each in items)
    return (tuple(filter(None, entries)), tuple(filter(None, decisions))), (*faults, *wrong)


def show(entries: Iterable[Entry], decisions: Iterable[Decision]) -> str:
    """Write the file, empty where there are none."""
    given = {(each.code, each.quarter): each for each in entries}
    decided = {(each.code, each.quarter): each for each in decisions}
    keys = dict.fromkeys((*given, *decided))
    lines = [_line(*key, given.get(key), decided.get(key)) for key in keys]
    return SHEET.show(lines) if lines else ""


def _line(code: str, quarter: Quarter, entry: Entry | None, decision: Decision | None) -> _Line:
    """Put an entry and a decision side by side."""
    given = (entry.figure, entry.vintage, entry.missing, entry.explanation) if entry else _SILENT
    decided = (decision.status, decision.grounds, decision.by, decision.on) if decision else ()
    return _Line(code, quarter, *given, *decided)


_SILENT = (None, None, None, "")


def _contradictions(each: _Line) -> Iterator[tuple[str, str, str]]:
    """Tell column, what stands there, and what is expected, of each contradiction."""
    if not each.entry() and not each.decision():
        yield "数值", "", "数值、缺数原因、说明或完成情况，至少一项"
    if each.figure and each.missing:
        yield "缺数原因", each.missing.label, "空格：数值已填"
    if not each.status and (each.grounds or each.by or each.on):
        yield "完成情况", "", "所附依据、判定人或日期的完成情况"
