"""A department's form of a quarter: opening it, and storing what is typed into it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from getpass import getuser
from itertools import chain

from core.domain import calculated, checks, duties
from core.domain.department import Department
from core.domain.form import Form, Row
from core.domain.form_rows import Making, Pasts, ruled, settled, source_of, with_entries
from core.domain.indicator import Item
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.profile import Profile
from core.domain.submission import Entry, Origin
from core.errors import UserError
from core.ports import Store, UnitOfWork
from core.services import calendars, figures
from core.services.assessment import find_plan, within

EARLIER = 12  # quarters of history beside a figure: eight are shown, each with its 同比
THROUGH = "填报"  # how the chain of changes calls what was typed into a form


class ChangedError(UserError):
    """What was to be stored stands on a figure that somebody else has changed meanwhile."""


def load(store: Store, plan: str, department: str, quarter: Quarter) -> Form:
    """Give the form of a department for a quarter, everything checked.

    Raises NotFoundError for an unknown plan, UsageError for a quarter outside it.
    """
    with store.reading() as work:
        found = find_plan(work, plan)
        return of(work, plan_as_of(found, within(found, quarter)), department, quarter)


def departments(store: Store, plan: str, quarter: Quarter) -> tuple[Department, ...]:
    """Give the departments that have a form in a quarter, in the plan's order.

    Raises NotFoundError, UsageError.
    """
    with store.reading() as work:
        found = find_plan(work, plan)
    return with_form(plan_as_of(found, within(found, quarter)))


def with_form(plan: Plan) -> tuple[Department, ...]:
    """Give the departments that have a form by a plan as of its quarter, in the plan's order."""
    items = chain[Item](plan.indicators, plan.milestones)
    named = {code for each in items for code in (each.duty.giver, each.duty.lead)}
    return tuple(each for each in plan.departments if each.code in named)


def origin(profile: Profile) -> Origin:
    """Say through what and by whom a figure is typed; without a name by the system's user."""
    return Origin(THROUGH, profile.name or getuser())


def read(work: UnitOfWork, form: Form) -> Form:
    """Give a form as it is stored now, within a transaction."""
    return of(work, form.plan, form.department, form.quarter)


def of(work: UnitOfWork, plan: Plan, department: str, quarter: Quarter) -> Form:
    """Give the form of a department within a transaction; `plan` is as of the quarter."""
    lines = duties.lines(plan, department, quarter, _reached(work, plan, department))
    mine = {source_of(line.item) for line in lines}
    past, now = _known(work, plan, quarter, mine)
    submissions = {each.department: each for each in work.submissions.of(plan.code, quarter)}
    closed = {code for code, each in submissions.items() if each.state.closed}
    others = _others(work, plan, quarter, mine)
    counted = calculated.filled(plan, quarter, {**others, **now})
    make = Making(plan, quarter, past, now, closed, ruled(plan, counted), counted)
    return Form(
        plan,
        department,
        quarter,
        tuple(_furnished(work, plan, quarter, [make.row(line) for line in lines])),
        calendars.read(work).deadline(quarter),
        submissions.get(department),
        others,
    )


def save(store: Store, form: Form, entries: Mapping[int, Entry], origin: Origin) -> Form:
    """Store the entries of some rows in one transaction, and give the form with them checked.

    Raises StorageError where they cannot be stored, ChangedError where what is stored is no
    longer what the form shows, FixedError; nothing is stored then.
    """
    codes = [entry.code for entry in entries.values()]
    with store.writing() as work:
        stands = {
            each.code: each for each in work.entries.of(form.plan.code, [form.quarter], codes)
        }
        closed = _closed(work, form)
        for number, entry in entries.items():
            _compare(form.rows[number], stands)
            _respect(form, form.rows[number], entry, closed)
        figures.save(work, form.plan, entries.values(), origin)
    return with_entries(form, entries)


def _compare(row: Row, stands: Mapping[str, Entry]) -> None:
    """Refuse to write over what somebody else has stored since the form was read."""
    stored = stands.get(row.entry.code, Entry(row.entry.code, row.entry.quarter, None))
    if stored != row.entry:
        raise ChangedError(
            f"“{row.item.name}”刚被别处改为“{stored.text or '空'}”，没有保存；"
            "表已按现在的数重新载入，请核对后再填"
        )


def _closed(work: UnitOfWork, form: Form) -> AbstractSet[str]:
    """Give the departments whose forms were handed in; refuse where this one is among them."""
    given = work.submissions.of(form.plan.code, form.quarter)
    closed = {each.department: each.state for each in given if each.state.closed}
    if state := closed.get(form.department):
        raise ChangedError(f"本表刚在别处改为“{state.label}”，没有保存；表已重新载入")
    return closed.keys()


def _respect(form: Form, row: Row, entry: Entry, closed: AbstractSet[str]) -> None:
    """Refuse to change what its provider has handed in since; an explanation is always taken."""
    words = settled(form.plan, row.line, closed)
    if words and replace(entry, explanation=row.entry.explanation) != row.entry:
        raise ChangedError(f"“{row.item.name}”{words}，没有保存；表已重新载入")


def _reached(work: UnitOfWork, plan: Plan, department: str) -> Mapping[str, Quarter]:
    """Give when the department's milestones were reported reached."""
    nodes = plan.milestones
    mine = [each.code for each in nodes if department in (each.duty.giver, each.duty.lead)]
    return duties.first_reached(plan, work.entries.of(plan.code, codes=mine)) if mine else {}


def _known(
    work: UnitOfWork, plan: Plan, quarter: Quarter, mine: AbstractSet[str]
) -> tuple[Pasts, Mapping[str, Entry]]:
    """Give the earlier entries of the form's codes, computed ones too, and those of the quarter."""
    quarters = [each for each in plan.quarters if each <= quarter][-EARLIER - 1 :]
    past: defaultdict[str, dict[Quarter, Entry]] = defaultdict(dict)
    now: dict[str, Entry] = {}
    for each in work.entries.of(plan.code, quarters, mine | calculated.operands(plan, mine)):
        if each.quarter < quarter:
            past[each.code][each.quarter] = each
        elif each.code in mine:
            now[each.code] = each
    return calculated.with_calculated(plan, past), now


def _others(
    work: UnitOfWork, plan: Plan, quarter: Quarter, mine: AbstractSet[str]
) -> Mapping[str, Entry]:
    """Give the entries that rules and formulas look at and that are not in the form."""
    compared = {code for rule in plan.rules for code in checks.codes(plan, rule)}
    looked_at = (compared | calculated.operands(plan, compared | mine)) - mine
    entries = work.entries.of(plan.code, [quarter], looked_at) if looked_at else ()
    return {each.code: each for each in entries}


def _furnished(
    work: UnitOfWork, plan: Plan, quarter: Quarter, rows: Sequence[Row]
) -> Iterator[Row]:
    """Add what is known beside the figures: through what they came, and their evidence."""
    codes = [row.entry.code for row in rows if not calculated.takes(row.entry)]
    through = work.changes.sources(plan.code, quarter, codes) if codes else {}
    beside = Counter(each.code for each in work.evidences.of(plan.code, quarter))
    for row in rows:
        taken = through.get(row.entry.code, THROUGH) != THROUGH
        count = beside[row.entry.code]
        yield replace(row, taken=taken, evidences=count) if taken or count else row
