"""The rows of a form: what is known of each item, what was entered, and what the checks find."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial

from core.domain import calculated, checks
from core.domain.aims.trajectory import annual_target
from core.domain.briefing import planned
from core.domain.calculated import Calculation
from core.domain.cell import Column
from core.domain.duties import Line
from core.domain.form import Form, Row
from core.domain.indicator import Indicator, Item
from core.domain.issue import Issue
from core.domain.period import Quarter
from core.domain.plan import Plan, SectionKind
from core.domain.submission import Entry
from core.domain.target import Target, TargetState

Past = Mapping[Quarter, Entry]
Pasts = Mapping[str, Past]
Ruled = Mapping[str, tuple[Issue, ...]]
_NEVER: Past = {}


@dataclass(frozen=True)
class Making:
    """What all rows of a form are made with: entries by code, earlier ones and those of now.

    `counted` are those of now that count, the figures of formulas among them, also of others.
    """

    plan: Plan
    quarter: Quarter
    past: Pasts
    now: Mapping[str, Entry]
    closed: AbstractSet[str]
    ruled: Ruled
    counted: Mapping[str, Entry]

    @cached_property
    def _moments(self) -> Mapping[Column, Quarter]:
        """The earlier quarters that have a column."""
        return {Column.LAST_YEAR: self.quarter.moved(-4), Column.LAST: self.quarter.moved(-1)}

    @cached_property
    def _category(self) -> Callable[[str], str]:
        """Give a section's category, looked up once for all of its rows."""
        return cache(partial(_category, self.plan))

    def row(self, line: Line) -> Row:
        """Make a row: what is known of an item, what was entered, what is wrong with it."""
        source = source_of(line.item)
        known = self.past.get(source, _NEVER)
        entry = self.now.get(source) or Entry(source, self.quarter, None)
        given = calculation(self.plan, line.item, self.quarter, self.counted)
        return Row(
            line,
            self._category(line.item.section),
            self._given(line.item, known),
            entry,
            known,
            _checked(line, entry, known, self.ruled, given),
            settled(self.plan, line, self.closed),
            calculation=given,
        )

    def _given(self, item: Item, known: Past) -> dict[Column, str]:
        """Give what stands in the locked columns."""
        given = _printed(self.plan, item, self.quarter)
        for column, at in self._moments.items():
            if at in known:
                given[column] = known[at].text
        return given


def source_of(item: Item) -> str:
    """Give the code under which an item's figure is entered."""
    return item.same_source or item.code


def _category(plan: Plan, section: str) -> str:
    """Name what heads the rows of a section: its category, or the box or task it belongs to."""
    path = plan.path(section)
    in_table = path[0].kind is SectionKind.TABLE and len(path) > 1
    return path[1 if in_table else 0].name


def _printed(plan: Plan, item: Item, quarter: Quarter) -> dict[Column, str]:
    """Give what the plan says of an item."""
    if not isinstance(item, Indicator):
        return {Column.TARGET: planned(item)}
    yearly = annual_target(plan, item, quarter.year)
    return {
        Column.BASE: str(item.base or ""),
        Column.TARGET: _aim(item.aim),
        Column.ANNUAL: str(yearly.figure) if yearly else "",
    }


def _aim(target: Target) -> str:
    """Write a target, or why it has no number."""
    if target.printed:
        return str(target.printed)
    return "" if target.state is TargetState.GIVEN else target.state.label


def settled(plan: Plan, line: Line, closed: AbstractSet[str]) -> str:
    """Say by whom a figure is 核定, so that others only read it."""
    giver = line.item.duty.giver
    if line.gives or giver not in closed:
        return ""
    department = plan.department(giver)
    return f"已由{department.short_name if department else giver}核定，不能改"


def calculation(
    plan: Plan, item: Item, quarter: Quarter, counted: Mapping[str, Entry]
) -> Calculation | None:
    """Say what the formula of an item gives, or of the one under which it is entered."""
    indicator = plan.find(source_of(item)) if plan.calculated else None
    if indicator is None or not indicator.formula:
        return None
    return calculated.calculation(plan, indicator, quarter, counted)


def _checked(
    line: Line, entry: Entry, past: Past, found: Ruled, given: Calculation | None
) -> tuple[Issue, ...]:
    """Check a row by itself and by the plan's rules; where nothing is asked, nothing is found."""
    if not line.due:
        return ()
    own = checks.check(line.item, entry, past)
    if given is not None:
        own += checks.overridden(line.item, entry, given)
    return own + found.get(entry.code, ())


def ruled(plan: Plan, entries: Mapping[str, Entry]) -> Ruled:
    """Check what the plan says of several figures, by the code that it is shown at."""
    found: defaultdict[str, tuple[Issue, ...]] = defaultdict(tuple)
    for issue in checks.rules(plan, entries) if plan.rules else ():
        found[issue.code] += (issue,)
    return found


def _rechecked(form: Form, counted: Mapping[str, Entry], numbers: Iterable[int]) -> dict[int, Row]:
    """Give some rows with what the checks find in them now."""
    found, fresh = ruled(form.plan, counted), dict[int, Row]()
    for number in numbers:
        row = form.rows[number]
        issues = _checked(row.line, row.entry, row.past, found, row.calculation)
        fresh[number] = replace(row, issues=issues)
    return fresh


def _recalculated(
    form: Form, counted: Mapping[str, Entry], codes: AbstractSet[str]
) -> dict[int, Row]:
    """Give the rows of some computed indicators with what their formulas give now."""
    return {
        number: replace(row, calculation=calculation(form.plan, row.item, form.quarter, counted))
        for number, row in enumerate(form.rows)
        if row.entry.code in codes
    }


def with_entries(form: Form, entries: Mapping[int, Entry]) -> Form:
    """Give the form with some rows' entries others, and all that hangs on them checked anew."""
    given = {entry.code: entry for entry in entries.values()}
    changed = {
        number: replace(row, entry=given[row.entry.code], taken=False)
        for number, row in enumerate(form.rows)
        if row.entry.code in given
    }
    fresh = form.with_rows(changed)
    stand = {**form.others, **{row.entry.code: row.entry for row in fresh.rows}}
    counted = calculated.filled(form.plan, form.quarter, stand)
    hanging = calculated.depending(form.plan, given.keys())
    if hanging:
        fresh = fresh.with_rows(_recalculated(fresh, counted, hanging))
    rules = checks.rules_of(form.plan, {*given, *hanging})
    touched = {code for rule in rules for code in checks.codes(form.plan, rule)}
    beside = (n for n, row in enumerate(form.rows) if row.entry.code in touched | hanging)
    return fresh.with_rows(_rechecked(fresh, counted, {*changed, *beside}))
