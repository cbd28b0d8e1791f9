"""`Form`: what a department fills in for a quarter, row by row."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from core.domain.calculated import Calculation, takes
from core.domain.cell import TYPED, Column, alike, shown
from core.domain.duties import Line
from core.domain.indicator import GrowthKind, Indicator, Item, Milestone
from core.domain.issue import Issue, Severity
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry, State, Submission

CLOSED = {
    State.SUBMITTED: "本表已报送，要改请先撤回",
    State.REVIEWED: "本表已审核，要改请联系汇总单位退回",
    State.APPROVED: "本表已审定，要改请由汇总单位在“审核”里写明理由后改",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a form.

    `category` heads it, `given` are the texts of the locked columns, `past` the entries of the
    quarters before, as many as are looked back upon. `settled` says by whom the figure is 核定, so
    that it is locked here, and `taken` that it came with a workbook or the plan, not by typing.
    `calculation` is what a formula gives, of an indicator that has one; it is in no entry.
    """

    line: Line
    category: str
    given: Mapping[Column, str]
    entry: Entry
    past: Mapping[Quarter, Entry]
    issues: tuple[Issue, ...] = ()
    settled: str = ""
    taken: bool = False
    evidences: int = 0
    calculation: Calculation | None = None

    @property
    def item(self) -> Item:
        """The indicator or milestone."""
        return self.line.item

    @property
    def idle(self) -> str:
        """Say why the quarter asks for nothing here; empty where it does."""
        return "" if self.line.due else self.line.reason

    @property
    def filled(self) -> bool:
        """Whether the figure is there, typed or computed, or the reason why there is none."""
        return not takes(self.entry) or self.computed

    @property
    def computed(self) -> bool:
        """Whether the figure that counts is the formula's."""
        return bool(self.calculation and self.calculation.figure) and takes(self.entry)

    @property
    def asked(self) -> bool:
        """Whether the row is to be filled; where a formula waits for others' figures it is not."""
        return self.line.required and (self.calculation is None or self.filled)

    @property
    def counted(self) -> Entry:
        """The entry with the figure that counts: the formula's where nobody gave one."""
        figure = self.calculation.figure if self.calculation and self.computed else None
        return replace(self.entry, figure=figure) if figure else self.entry

    @property
    def unexplained(self) -> bool:
        """Whether something must be explained and is not."""
        return not self.entry.explanation and any(
            issue.severity is Severity.EXPLAIN for issue in self.issues
        )

    def text(self, column: Column) -> str:
        """Give what stands in a column."""
        return shown(self.counted, column) if column in TYPED else self.given.get(column, "")

    def lock(self, column: Column) -> str:
        """Say why a column cannot be typed into; empty where it can."""
        if column not in TYPED:
            return f"{column.label}由系统填好，不能改"
        if self.idle:
            return self.idle
        if column is Column.GROWTH and not takes_growth(self.item):
            return "同比由系统计算，不用填"
        if column is Column.PROGRESS and not isinstance(self.item, Milestone):
            return "只有节点填形象进度"
        return self.settled if column is not Column.EXPLANATION else ""


@dataclass(frozen=True)
class Form:
    """A department's form; `others` are entries of other forms that the plan's rules look at."""

    plan: Plan
    department: str
    quarter: Quarter
    rows: tuple[Row, ...]
    deadline: date
    submission: Submission | None = None
    others: Mapping[str, Entry] = field(default_factory=dict)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The numbers of the rows by the codes of their items."""
        return {row.item.code: number for number, row in enumerate(self.rows)}

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns that this form has: 同比 and 形象进度 only where a row takes them."""
        growth = any(takes_growth(row.item) for row in self.rows)
        nodes = any(isinstance(row.item, Milestone) for row in self.rows)
        left_out = {Column.GROWTH: not growth, Column.PROGRESS: not nodes}
        return tuple(each for each in Column if not left_out.get(each, False))

    @cached_property
    def state(self) -> State:
        """How far the form has come; before the first 报送 by what is in it."""
        if self.submission is not None:
            return self.submission.state
        begun = any(not takes(row.entry) for row in self.rows if row.line.due)
        return State.FILLING if begun else State.PENDING

    @property
    def asked(self) -> int:
        """How many rows are to be filled."""
        return sum(row.asked for row in self.rows)

    @property
    def filled(self) -> int:
        """How many of those are."""
        return sum(row.asked and row.filled for row in self.rows)

    @property
    def unexplained(self) -> int:
        """How many rows still need an explanation."""
        return sum(row.unexplained for row in self.rows)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """All findings, in the order of the rows."""
        return tuple(issue for row in self.rows for issue in row.issues)

    @property
    def blocking(self) -> tuple[Issue, ...]:
        """The findings with which the form cannot be 报送."""
        return tuple(each for each in self.issues if each.severity is Severity.BLOCKING)

    def lock(self, row: Row, column: Column) -> str:
        """Say why a cell cannot be typed into; empty where it can."""
        return CLOSED.get(self.state) or row.lock(column)

    def row(self, code: str) -> int:
        """Give the number of an item's row.

        Raises KeyError.
        """
        return self.places[code]

    def with_entry(self, number: int, entry: Entry) -> "Form":
        """Give the form with another entry in a row, unchecked."""
        row = self.rows[number]
        if alike(row.entry, entry):
            return self
        return self.with_rows({number: replace(row, entry=entry)})

    def with_rows(self, rows: Mapping[int, Row]) -> "Form":
        """Give the form with other rows at some numbers."""
        kept = list(self.rows)
        for number, row in rows.items():
            kept[number] = row
        return replace(self, rows=tuple(kept))


def takes_growth(item: Item) -> bool:
    """Tell whether a published growth is entered beside the figure, never computed."""
    return isinstance(item, Indicator) and item.growth_kind is GrowthKind.REAL
