"""A department's form of a quarter: opening it, and storing what is typed into it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from getpass import getuser

from core.domain import briefing, checks, duties
from core.domain.cell import Column
from core.domain.department import Department
from core.domain.duties import Line
from core.domain.form import Form, Row
from core.domain.indicator import Indicator, Item
from core.domain.issue import Issue
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan, SectionKind
from core.domain.profile import Profile
from core.domain.submission import Entry, Origin
from core.domain.target import Target, TargetState
from core.domain.trajectory import annual_target
from core.errors import UserError
from core.ports import Store, UnitOfWork
from core.services import calendars
from core.services.assessment import find_plan, within
from core.services.clock import now

EARLIER = 12  # quarters of history beside a figure: eight are shown, each with its 同比
THROUGH = "填报"  # how the chain of changes calls what was typed into a form
Past = Mapping[Quarter, Entry]
Pasts = Mapping[str, Past]
_NEVER: Past = {}


class ChangedError(UserError):
    """What was to be stored stands on a figure that somebody else has changed meanwhile."""


def load(store: Store, plan: str, department: str, quarter: Quarter) -> Form:
    """Give the form of a department for a quarter, everything checked.

    Raises NotFoundError for an unknown plan, UsageError for a quarter outside it.
    """
    with store.reading() as work:
        found = find_plan(work, plan)
        return _read(work, plan_as_of(found, within(found, quarter)), department, quarter)


def departments(store: Store, plan: str, quarter: Quarter) -> tuple[Department, ...]:
    """Give the departments that have a form in a quarter, in the plan's order.

    Raises NotFoundError, UsageError.
    """
    with store.reading() as work:
        found = find_plan(work, plan)
    then = plan_as_of(found, within(found, quarter))
    named = {code for each in duties.items(then) for code in (each.duty.giver, each.duty.lead)}
    return tuple(each for each in then.departments if each.code in named)


def origin(profile: Profile) -> Origin:
    """Say through what and by whom a figure is typed; without a name by the system's user."""
    return Origin(THROUGH, profile.name or getuser())


def read(work: UnitOfWork, form: Form) -> Form:
    """Give a form as it is stored now, within a transaction."""
    return _read(work, form.plan, form.department, form.quarter)


def save(store: Store, form: Form, entries: Mapping[int, Entry], origin: Origin) -> Form:
    """Store the entries of some rows in one transaction, and give the form with them checked.

    Raises StorageError where they cannot be stored, ChangedError where what is stored is no
    longer what the form shows; nothing is stored then.
    """
    codes = [entry.code for entry in entries.values()]
    with store.writing() as work:
        stands = {
            each.code: each for each in work.entries.of(form.plan.code, [form.quarter], codes)
        }
        for number in entries:
            _compare(form.rows[number], stands)
        work.entries.save(form.plan.code, entries.values(), origin, now())
    return _with(form, entries)


def _compare(row: Row, stands: Mapping[str, Entry]) -> None:
    """Refuse to write over what somebody else has stored since the form was read."""
    stored = stands.get(row.entry.code, Entry(row.entry.code, row.entry.quarter, None))
    if stored != row.entry:
        raise ChangedError(
            f"“{row.item.name}”刚被别处改为“{stored.text or '空'}”，没有保存；"
            "表已按现在的数重新载入，请核对后再填"
        )


def _read(work: UnitOfWork, plan: Plan, department: str, quarter: Quarter) -> Form:
    """Put the form together from one transaction."""
    lines = duties.lines(plan, department, quarter, _reached(work, plan, department))
    past, now = _known(work, plan, quarter, lines)
    submissions = {each.department: each for each in work.submissions.of(plan.code, quarter)}
    closed = {code for code, each in submissions.items() if each.state.closed}
    others = _others(work, plan, quarter, {_source(line.item) for line in lines})
    make = _Making(plan, quarter, past, now, closed, _ruled(plan, {**others, **now}))
    return Form(
        plan,
        department,
        quarter,
        tuple(_furnished(work, plan, quarter, [make.row(line) for line in lines])),
        calendars.read(work).deadline(quarter),
        submissions.get(department),
        others,
    )


def _reached(work: UnitOfWork, plan: Plan, department: str) -> Mapping[str, Quarter]:
    """Give when the department's milestones were reported reached."""
    nodes = plan.milestones
    mine = [each.code for each in nodes if department in (each.duty.giver, each.duty.lead)]
    return duties.first_reached(plan, work.entries.of(plan.code, codes=mine)) if mine else {}


def _known(
    work: UnitOfWork, plan: Plan, quarter: Quarter, lines: Iterable[Line]
) -> tuple[Pasts, Mapping[str, Entry]]:
    """Give the earlier entries of each line, and those of the quarter itself."""
    quarters = [each for each in plan.quarters if each <= quarter][-EARLIER - 1 :]
    past: defaultdict[str, dict[Quarter, Entry]] = defaultdict(dict)
    now: dict[str, Entry] = {}
    for each in work.entries.of(plan.code, quarters, {_source(line.item) for line in lines}):
        if each.quarter == quarter:
            now[each.code] = each
        else:
            past[each.code][each.quarter] = each
    return past, now


def _others(
    work: UnitOfWork, plan: Plan, quarter: Quarter, mine: AbstractSet[str]
) -> Mapping[str, Entry]:
    """Give the entries that the plan's rules look at and that are not in the form."""
    looked_at = {code for rule in plan.rules for code in checks.codes(rule)} - mine
    entries = work.entries.of(plan.code, [quarter], looked_at) if looked_at else ()
    return {each.code: each for each in entries}


@dataclass(frozen=True)
class _Making:
    """What all rows of a form are made with: entries by code, earlier ones and those of now."""

    plan: Plan
    quarter: Quarter
    past: Pasts
    now: Mapping[str, Entry]
    closed: AbstractSet[str]
    ruled: Mapping[str, tuple[Issue, ...]]

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
        source = _source(line.item)
        known = self.past.get(source, _NEVER)
        entry = self.now.get(source) or Entry(source, self.quarter, None)
        return Row(
            line,
            self._category(line.item.section),
            self._given(line.item, known),
            entry,
            known,
            _checked(line, entry, known) + self.ruled.get(source, ()),
            _settled(self.plan, line, self.closed),
        )

    def _given(self, item: Item, known: Past) -> dict[Column, str]:
        """Give what stands in the locked columns."""
        given = _printed(self.plan, item, self.quarter)
        for column, at in self._moments.items():
            if at in known:
                given[column] = known[at].text
        return given


def _furnished(
    work: UnitOfWork, plan: Plan, quarter: Quarter, rows: Sequence[Row]
) -> Iterator[Row]:
    """Add what is known beside the figures: through what they came, and their evidence."""
    codes = [row.entry.code for row in rows if row.filled]
    through = work.changes.sources(plan.code, quarter, codes) if codes else {}
    beside = Counter(each.code for each in work.evidences.of(plan.code, quarter))
    for row in rows:
        taken = through.get(row.entry.code, THROUGH) != THROUGH
        count = beside[row.entry.code]
        yield replace(row, taken=taken, evidences=count) if taken or count else row


def _source(item: Item) -> str:
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
        return {Column.TARGET: briefing.planned(item)}
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


def _settled(plan: Plan, line: Line, closed: AbstractSet[str]) -> str:
    """Say by whom a figure is 核定, so that others only read it."""
    giver = line.item.duty.giver
    if line.gives or giver not in closed:
        return ""
    department = plan.department(giver)
    return f"已由{department.short_name if department else giver}核定，不能改"


def _checked(line: Line, entry: Entry, past: Past) -> tuple[Issue, ...]:
    """Check a row by itself; where nothing is asked, nothing is found."""
    return checks.check(line.item, entry, past) if line.due else ()


def _ruled(plan: Plan, entries: Mapping[str, Entry]) -> Mapping[str, tuple[Issue, ...]]:
    """Check what the plan says of several figures, by the code that it is shown at."""
    found: defaultdict[str, tuple[Issue, ...]] = defaultdict(tuple)
    for issue in checks.rules(plan, entries) if plan.rules else ():
        found[issue.code] += (issue,)
    return found


def _rechecked(form: Form, numbers: Iterable[int]) -> dict[int, Row]:
    """Give some rows with what the checks find in them now."""
    entries = {**form.others, **{row.entry.code: row.entry for row in form.rows}}
    ruled, fresh = _ruled(form.plan, entries), dict[int, Row]()
    for number in numbers:
        row = form.rows[number]
        issues = _checked(row.line, row.entry, row.past) + ruled.get(row.entry.code, ())
        fresh[number] = replace(row, issues=issues)
    return fresh


def _with(form: Form, entries: Mapping[int, Entry]) -> Form:
    """Give the form with some rows' entries others, and all that hangs on them checked anew."""
    given = {entry.code: entry for entry in entries.values()}
    changed = {
        number: replace(row, entry=given[row.entry.code], taken=False)
        for number, row in enumerate(form.rows)
        if row.entry.code in given
    }
    fresh = form.with_rows(changed)
    touched = {code for rule in checks.rules_of(form.plan, given) for code in checks.codes(rule)}
    beside = (n for n, row in enumerate(form.rows) if row.entry.code in touched)
    return fresh.with_rows(_rechecked(fresh, {*changed, *beside}))
