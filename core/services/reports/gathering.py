"""Collecting what reports draw on: one read for all reports of a plan and quarter."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from core.domain.calculated import with_calculated
from core.domain.form_rows import source_of
from core.domain.indicator import Item
from core.domain.lights import Lights
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.printed import Wording
from core.domain.profile import Role
from core.domain.standing import Standing
from core.domain.submission import Change, Decision, Entry, Signature
from core.ports import Store, UnitOfWork
from core.progress import Job
from core.reports.catalogue import Need
from core.reports.facts import Facts
from core.services import assessment, history, overview, profiles
from core.services.assessment import by_code, find_plan, within

_LIT = frozenset({Need.LIGHTS, Need.TURNS})


@dataclass(frozen=True)
class Known:
    """What one read gave; `plan` is whole, `reported` holds what was entered up to `as_of`.

    `decisions` are those of all quarters where lights are wanted, else those of `as_of`;
    `signatures` are those of its forms that are handed in, by department.
    """

    plan: Plan
    as_of: Quarter
    needs: Collection[Need]
    reported: Mapping[str, Mapping[Quarter, Entry]]
    decisions: Mapping[Quarter, tuple[Decision, ...]]
    standings: tuple[Standing, ...]
    changes: Mapping[str, tuple[Change, ...]]
    signatures: Mapping[str, Signature]
    wordings: tuple[Wording, ...]
    office: str

    @property
    def then(self) -> Plan:
        """The plan as of the quarter."""
        return plan_as_of(self.plan, self.as_of)


@dataclass(frozen=True)
class Gathered:
    """The facts of a whole plan, and the narratives that were edited for it."""

    facts: Facts
    wordings: tuple[Wording, ...] = field(default=())


def gather(
    store: Store, plan: str, quarter: Quarter | None, needs: Collection[Need], today: date
) -> Job[Gathered]:
    """Read once and judge what was read; without a quarter as of the plan's last one.

    Raises NotFoundError for an unknown plan, UsageError for a quarter outside it, StorageError.
    """
    with store.reading() as work:
        known = read(work, plan, quarter, needs, today)
    return Gathered((yield from judged(known)), known.wordings)


def read(
    work: UnitOfWork, code: str, quarter: Quarter | None, needs: Collection[Need], today: date
) -> Known:
    """Read within a transaction what reports need; `today` is when forms that lack are late."""
    plan = find_plan(work, code)
    as_of = within(plan, quarter)
    reported = by_code(work.entries.of(code, [each for each in plan.quarters if each <= as_of]))
    every = not _LIT.isdisjoint(needs)
    return Known(
        plan,
        as_of,
        needs,
        reported,
        work.decisions.every(code) if every else {as_of: work.decisions.of(code, as_of)},
        overview.standings(work, code, as_of, today) if Need.STANDINGS in needs else (),
        _changes(work, plan, as_of, reported) if Need.CHANGES in needs else {},
        _signatures(work, code, as_of) if Need.SIGNATURES in needs else {},
        work.printed.wordings(code),
        _office(work, plan),
    )


def judged(known: Known) -> Job[Facts]:
    """Judge what was read."""
    decided = {each.code: each for each in known.decisions.get(known.as_of, ())}
    entries = with_calculated(known.plan, known.reported)
    facts = assessment.judged(known.then, known.as_of, entries, decided)
    lights = None if _LIT.isdisjoint(known.needs) else (yield from _lights(known))
    return replace(
        facts,
        lights=lights,
        standings=known.standings,
        changes=known.changes,
        signatures=known.signatures,
        office=known.office,
    )


def _lights(known: Known) -> Job[Lights]:
    """Judge every quarter, or the last two where no kind needs more."""
    quarters = [each for each in known.plan.quarters if each <= known.as_of]
    shown = quarters if Need.LIGHTS in known.needs else quarters[-2:]
    return (yield from history.judged(known.plan, shown, known.reported, known.decisions))


def _signatures(work: UnitOfWork, plan: str, quarter: Quarter) -> Mapping[str, Signature]:
    """Give who signed the forms of a quarter that are handed in."""
    found = work.submissions.of(plan, quarter)
    return {
        each.department: each.signature for each in found if each.signature and each.state.closed
    }


def _office(work: UnitOfWork, plan: Plan) -> str:
    """Give the code of the department that uses this program as 汇总单位; empty without one."""
    profile = profiles.read(work)
    return profile.department(plan.region) if profile.role is Role.OFFICE else ""


def _changes(
    work: UnitOfWork, plan: Plan, quarter: Quarter, reported: Mapping[str, Mapping[Quarter, Entry]]
) -> Mapping[str, tuple[Change, ...]]:
    """Give the changes of every figure of the quarter by the codes under which they are entered."""
    items = chain[Item](plan.indicators, plan.milestones)
    codes = dict.fromkeys(source_of(each) for each in items)
    entered = (code for code in codes if quarter in reported.get(code, {}))
    return {code: work.changes.of(plan.code, code, quarter) for code in entered}
