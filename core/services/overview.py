"""报送一览: how far every department has come in every quarter, and what is to be done next."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from core.domain import advice, calculated, return_slip, steps
from core.domain.bases import Gap, gaps
from core.domain.calendar import Calendar
from core.domain.duties import departments_due, first_reached, lines
from core.domain.form import Form
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.profile import Profile, Role
from core.domain.standing import Standing, standing
from core.domain.steps import Open, Step
from core.domain.submission import Submission
from core.ports import Store, UnitOfWork
from core.services import calendars, forms, profiles
from core.services.assessment import by_code, find_plan, within

COLLECTED = 366  # days after its end for which forms of a plan's last quarter are called for


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page 首页 shows: a row per department of the plan, a standing per quarter in it.

    `plan` is as of `quarter`. `own` is the code of the department that uses the program, empty for
    none; `advice` says in a sentence how the quarter stands, `steps` what can be done about it.
    """

    plan: Plan
    quarter: Quarter
    rows: tuple[tuple[Standing, ...], ...]
    role: Role | None
    own: str
    gaps: tuple[Gap, ...]
    advice: str = ""
    steps: tuple[Step, ...] = ()

    @property
    def now(self) -> tuple[Standing, ...]:
        """The forms of the chosen quarter, in the order of the departments."""
        column = self.plan.quarters.index(self.quarter)
        return tuple(row[column] for row in self.rows)

    @property
    def mine(self) -> tuple[Standing, ...]:
        """The forms of the user's own department, quarter by quarter; none without one."""
        return next((row for row in self.rows if row[0].department == self.own), ())

    @property
    def groups(self) -> tuple[tuple[Standing, ...], ...]:
        """The forms of the chosen quarter by the word of their state, the least advanced first."""
        order: dict[str, list[Standing]] = {}
        for form in sorted(self.now, key=attrgetter("rank")):
            order.setdefault(form.word, []).append(form)
        return tuple(map(tuple, order.values()))

    def has_lines(self, form: Standing) -> bool:
        """Tell whether there is anything in a form: to fill in, or to explain only."""
        return bool(lines(self.plan, form.department, form.quarter))


@dataclass(frozen=True, slots=True)
class _Facts:
    """What one read of the database gives."""

    plan: Plan
    profile: Profile
    calendar: Calendar
    submissions: Mapping[Quarter, Mapping[str, Submission]]  # by quarter and department
    reported: Mapping[Quarter, frozenset[str]]
    reached: Mapping[str, Quarter]
    formulas: frozenset[str]  # the codes of what is computed
    computed: Mapping[Quarter, frozenset[str]]  # those that a formula gives a figure


def collect(store: Store, plan: str, quarter: Quarter, today: date) -> Overview:
    """Give the overview of a plan with the eyes of whoever uses the program.

    Raises NotFoundError for an unknown plan, UsageError for a quarter outside it, StorageError.
    """
    with store.reading() as work:
        facts = _read(work, plan)
        then = plan_as_of(facts.plan, within(facts.plan, quarter))
        own = facts.profile.department(then.region)
        mine = own if then.department(own) else ""
        todo = _todo(work, facts, then, mine, quarter) if mine else Open()
    rows = _rows(facts, then, today)
    overview = Overview(then, quarter, rows, facts.profile.role, mine, gaps(then))
    return replace(overview, steps=tuple(_steps(overview, todo)), advice=_advice(overview, today))


def standings(work: UnitOfWork, plan: str, quarter: Quarter, today: date) -> tuple[Standing, ...]:
    """Give every form up to a quarter within a transaction, by department and quarter.

    Each tells how often it was given back. Raises NotFoundError for an unknown plan.
    """
    facts = _read(work, plan)
    then = plan_as_of(facts.plan, quarter)
    until = then.quarters.index(quarter) + 1
    events = work.changes.events(plan, return_slip.SUBJECT)
    back = Counter((each.code, each.quarter) for each in events)
    return tuple(
        replace(form, returned=back[form.department, str(form.quarter)])
        for row in _rows(facts, then, today)
        for form in row[:until]
    )


def _read(work: UnitOfWork, code: str) -> _Facts:
    """Collect what the overview is made of; figures stay where they are, but for milestones."""
    plan = find_plan(work, code)
    milestones = [each.code for each in plan.milestones]
    nodes = work.entries.of(code, codes=milestones) if milestones else ()
    return _Facts(
        plan,
        profiles.read(work),
        calendars.read(work),
        _handed_in(work.submissions.of(code)),
        work.entries.reported(code),
        first_reached(plan, nodes),
        frozenset(each.code for each in plan.calculated),
        _computed(work, plan),
    )


def _computed(work: UnitOfWork, plan: Plan) -> Mapping[Quarter, frozenset[str]]:
    """Give what formulas compute in each quarter; without any nothing is read."""
    own = [each.code for each in plan.calculated]
    if not own:
        return {}
    known = by_code(work.entries.of(plan.code, codes={*own, *calculated.operands(plan, own)}))
    counted = calculated.with_calculated(plan, known)
    found: defaultdict[Quarter, set[str]] = defaultdict(set)
    for code in own:
        for quarter, entry in counted.get(code, {}).items():
            if entry.figure and calculated.takes(known.get(code, {}).get(quarter)):
                found[quarter].add(code)
    return {quarter: frozenset(codes) for quarter, codes in found.items()}


def _todo(work: UnitOfWork, facts: _Facts, then: Plan, department: str, quarter: Quarter) -> Open:
    """Check the user's own form, and give what is still open in it."""
    empty = Form(then, department, quarter, (), facts.calendar.deadline(quarter))
    form = forms.read(work, empty)
    return Open(
        tuple(row.item.code for row in form.rows if row.asked and not row.filled),
        tuple(row.item.code for row in form.rows if row.unexplained),
        tuple(dict.fromkeys(issue.code for issue in form.blocking)),
    )


def _handed_in(submissions: Iterable[Submission]) -> dict[Quarter, dict[str, Submission]]:
    """Put the forms of each quarter together, by department."""
    found: defaultdict[Quarter, dict[str, Submission]] = defaultdict(dict)
    for each in submissions:
        found[each.quarter][each.department] = each
    return found


def _rows(facts: _Facts, then: Plan, today: date) -> tuple[tuple[Standing, ...], ...]:
    """Judge every department's form of every quarter; departments stand as in the plan."""
    columns = [_column(facts, then, quarter, today) for quarter in then.quarters]
    return tuple(zip(*columns, strict=True))


def _column(facts: _Facts, then: Plan, quarter: Quarter, today: date) -> list[Standing]:
    """Judge all forms of one quarter, by the duties of that time."""
    due = departments_due(_with_duties(facts.plan, quarter), quarter, facts.reached)
    handed_in = facts.submissions.get(quarter, {})
    counted = bool(handed_in) or quarter == _collected(then, today)
    reported = facts.reported.get(quarter, frozenset())
    computed = facts.computed.get(quarter, frozenset())
    waiting = facts.formulas - reported - computed
    deadline = facts.calendar.deadline(quarter)
    return [
        standing(
            each.code,
            quarter,
            required=[code for code in due.get(each.code, ()) if code not in waiting],
            reported=reported,
            computed=computed,
            submission=handed_in.get(each.code),
            deadline=deadline,
            today=today,
            counted=counted,
        )
        for each in then.departments
    ]


def _with_duties(plan: Plan, quarter: Quarter) -> Plan:
    """Give a plan with the duties of a quarter; nothing but a reorganisation changes them."""
    return plan_as_of(plan, quarter) if plan.reorganisations else plan


def _collected(plan: Plan, today: date) -> Quarter | None:
    """Give the newest quarter that is over, which the office collects these days.

    A plan that ended more than a year ago is collected no more.
    """
    over = [each for each in plan.quarters if each.last_day < today]
    recent = over and (today - over[-1].last_day).days <= COLLECTED
    return over[-1] if recent else None


def _steps(overview: Overview, todo: Open) -> Iterator[Step]:
    """Say what can be done next, the most pressing first."""
    role, plan = overview.role, overview.plan
    yield from steps.preparing(plan, role, overview.own)
    if overview.own:
        form = overview.mine[plan.quarters.index(overview.quarter)]
        yield from steps.own(form, todo)
        yield from steps.earlier(overview.mine, overview.quarter)
    if role is not Role.DEPARTMENT:
        names = {each.code: each.short_name for each in plan.departments}
        yield from steps.reviewing(overview.now, names)
        yield from steps.chasing(overview.now, names)
        yield from steps.filling_bases(len(overview.gaps))


def _advice(overview: Overview, today: date) -> str:
    """Say in one sentence how the quarter stands for whoever uses the program."""
    if not overview.plan.departments:
        return advice.NO_DEPARTMENTS
    if overview.role is not Role.DEPARTMENT:
        return advice.for_office(overview.now, today)
    if not overview.own:
        return advice.NO_OWN
    return advice.for_department(
        overview.mine[overview.plan.quarters.index(overview.quarter)], today
    )
