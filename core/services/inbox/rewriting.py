"""改为: how a text is read that somebody types in the place of a returned part."""

from core.domain import duties
from core.domain.changes import Choice, Way, apply, told
from core.domain.incoming import Incoming, Match
from core.domain.past import plan_as_of
from core.ports import Store
from core.services.assessment import find_plan


def reading(store: Store, file: Incoming, match: Match, text: str) -> str:
    """Give what would stand there, as a reader sees it; nothing is stored.

    Raises FigureError for a text that cannot be read, NotFoundError for a plan that is gone.
    """
    if file.slip is None:
        raise ValueError(file.name)
    with store.reading() as work:
        plan = plan_as_of(find_plan(work, file.slip.plan), file.slip.quarter)
    items = {each.code: each for each in duties.items(plan)}
    here, choices = match.difference, {match.spot: Choice(Way.WRITE, text)}
    changed = apply({here.code: here.stored}, [here], choices, items)
    return told(changed.get(here.code, here.stored), here.column)
