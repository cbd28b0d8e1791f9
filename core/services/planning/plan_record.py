"""Edits of plans on record: who, when, and what it said before."""

from getpass import getuser

from core.domain.plan import Plan
from core.domain.submission import Event, Origin
from core.ports import Store, UnitOfWork
from core.services import profiles
from core.services.clock import now

SUBJECT = "规划"  # under which edits stand in the chain of changes
THROUGH = "规划与指标"


def history(store: Store, plan: str) -> tuple[Event, ...]:
    """Give the recorded edits of a plan, the latest first."""
    with store.reading() as work:
        return work.changes.events(plan, SUBJECT)[::-1]


def origin(work: UnitOfWork) -> Origin:
    """Say who edits."""
    return Origin(THROUGH, profiles.read(work).name or getuser())


def note(work: UnitOfWork, plan: Plan, before: str, after: str) -> None:
    """Record what happened to a plan as a whole."""
    work.changes.note(plan.code, Event(SUBJECT, plan.code, "", before, after, origin(work), now()))
