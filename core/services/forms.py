"""A department's form of a quarter: opening it, and storing what is typed into it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
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
from core.domain.plan import Plan
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
    past = _past(work, plan, quarter, lines)
    submissions = {each.department: each for each in work.submissions.of(plan.code, quarter)}
    closed = {code for code, each in submissions.items() if each.state.closed}
    rows = [_row(plan, line, quarter, past, closed) for line in lines]
    form = Form(
        plan,
        department,
        quarter,
        tuple(_furnished(work, plan, quarter, rows)),
        calendars.read(work).deadline(quarter),
        submissions.get(department),
        _others(work, plan, quarter, past),
    )
    return form.with_rows(rechecked(form, range(len(rows))))


def _reached(work: UnitOfWork, plan: Plan, department: str) -> Mapping[str, Quarter]:
    """Give when the department's milestones were reported reached."""
    mine = [
        each.code for each in plan.milestones if department in (each.duty.giver, each.duty.lead)
    ]
    return duties.first_reached(plan, work.entries.of(plan.code, codes=mine)) if mine else {}


def _past(work: UnitOfWork, plan: Plan, quarter: Quarter, lines: Iterable[Line]) -> Pasts:
    """Give the entries of each line, those of the quarter itself included."""
    quarters = [each for each in plan.quarters if each <= quarter][-EARLIER - 1 :]
    found: defaultdict[str, dict[Quarter, Entry]] = defaultdict(dict)
    for each in work.entries.of(plan.code, quarters, {_source(line.item) for line in lines}):
        found[each.code][each.quarter] = each
    return found


def _others(work: UnitOfWork, plan: Plan, quarter: Quarter, past: Pasts) -> Mapping[str, Entry]:
    """Give the entries that the plan's rules look at and that are not in the form."""
    looked_at = {code for rule in plan.rules for code in checks.codes(rule)} - past.keys()
    entries = work.entries.of(plan.code, [quarter], looked_at) if looked_at else ()
    return {each.code: each for each in entries}


def _row(plan: Plan, line: Line, quarter: Quarter, past: Pasts, closed: AbstractSet[str]) -> Row:
    """Make a row: what is known of an item, and what was entered."""
    source = _source(line.item)
    known = past.get(source, {})
    return Row(
        line,
        _category(plan, line.item),
        {**_printed(plan, line.item, quarter), **_before(known, quarter)},
        known.get(quarter, Entry(source, quarter, None)),
        {at: entry for at, entry in known.items() if at < quarter},
        settled=_settled(plan, line, closed),
    )


def _furnished(
    work: UnitOfWork, plan: Plan, quarter: Quarter, rows: Sequence[Row]
) -> Iterator[Row]:
    """Add what is known beside the figures: through what they came, and their evidence."""
    codes = [row.entry.code for row in rows if row.filled]
    through = work.changes.sources(plan.code, quarter, codes) if codes else {}
    beside = Counter(each.code for each in work.evidences.of(plan.code, quarter))
    for row in rows:
        came = through.get(row.entry.code, THROUGH)
        count = beside[row.entry.code]
        taken = came != THROUGH
        yield replace(row, taken=taken, evidences=count) if taken or count else row


def _source(item: Item) -> str:
    """Give the code under which an item's figure is entered."""
    return item.same_source or item.code


def _category(plan: Plan, item: Item) -> str:
    """Name what heads an item's row: its category, or the box or task that it belongs to."""
    path = plan.path(item.section)
    return path[min(1, len(path) - 1)].name if plan.is_main(item) else path[0].name


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


def _before(known: Past, quarter: Quarter) -> dict[Column, str]:
    """Give what was reported a year and a quarter before."""
    moments = {Column.LAST_YEAR: quarter.moved(-4), Column.LAST: quarter.moved(-1)}
    return {column: known[at].text for column, at in moments.items() if at in known}


def _settled(plan: Plan, line: Line, closed: AbstractSet[str]) -> str:
    """Say by whom a figure is 核定, so that others only read it."""
    giver = line.item.duty.giver
    if line.gives or giver not in closed:
        return ""
    department = plan.department(giver)
    return f"已由{department.short_name if department else giver}核定，不能改"


def rechecked(form: Form, numbers: Iterable[int]) -> dict[int, Row]:
    """Give some rows with what the checks find in them now."""
    found = _ruled(form)
    return {
        number: replace(row, issues=(*_checked(row), *found.get(row.entry.code, ())))
        for number in numbers
        if (row := form.rows[number])
    }


def _checked(row: Row) -> tuple[Issue, ...]:
    """Check a row by itself; where nothing is asked, nothing is found."""
    return checks.check(row.item, row.entry, row.past) if row.line.due else ()


def _ruled(form: Form) -> Mapping[str, tuple[Issue, ...]]:
    """Check what the plan says of several figures, by the code that it is shown at."""
    entries = {**form.others, **{row.entry.code: row.entry for row in form.rows}}
    found: defaultdict[str, tuple[Issue, ...]] = defaultdict(tuple)
    for issue in checks.rules(form.plan, entries):
        found[issue.code] += (issue,)
    return found


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
    return fresh.with_rows(rechecked(fresh, {*changed, *beside}))
