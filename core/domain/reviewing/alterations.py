"""审定后改动: what of a form is no longer as its newest approval froze it.

A figure belongs to the form of the department that gives it, its explanation to that of the
department that answers for it. Others may still report theirs; that alters no approved form.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from core.domain.cell import alike
from core.domain.indicator import Duty
from core.domain.period import Quarter
from core.domain.reviewing.review import Alteration, Snapshot
from core.domain.submission import Entry


def alterations(
    snapshot: Snapshot, present: Mapping[str, Entry], duties: Mapping[str, Duty]
) -> tuple[Alteration, ...]:
    """Compare what was frozen with what stands now, by code; `duties` are those of the items.

    An item that is in neither is not compared, nor is one that the plan no longer has.
    """
    return tuple(_altered(snapshot, present, duties))


def _altered(
    snapshot: Snapshot, present: Mapping[str, Entry], duties: Mapping[str, Duty]
) -> Iterator[Alteration]:
    """Give what differs, in the order of the present entries."""
    frozen = {each.code: each for each in snapshot.entries}
    for code in dict.fromkeys([*present, *frozen]):
        if code in duties:
            before, after = frozen.get(code), present.get(code)
            own = (_owned(each, code, snapshot, duties[code]) for each in (before, after))
            if not alike(*own):
                yield Alteration(code, before, after)


def restored(
    snapshot: Snapshot, present: Mapping[str, Entry], duties: Mapping[str, Duty]
) -> Mapping[str, Entry]:
    """Give the entries of a quarter by code, those parts as frozen that belong to a snapshot."""
    frozen = {each.code: each for each in snapshot.entries}
    own = {code: duty for code, duty in duties.items() if _has(snapshot, duty)}
    return {**present, **{code: _back(code, frozen, present, own[code], snapshot) for code in own}}


def _has(snapshot: Snapshot, duty: Duty) -> bool:
    """Tell whether anything of an item belongs to the form of the snapshot."""
    return snapshot.department in (duty.giver, duty.lead)


def _back(
    code: str,
    frozen: Mapping[str, Entry],
    present: Mapping[str, Entry],
    duty: Duty,
    snapshot: Snapshot,
) -> Entry:
    """Put what was frozen of an item in the place of what stands."""
    empty = blank(code, snapshot.quarter)
    then, stands = frozen.get(code, empty), present.get(code, empty)
    figure = then if duty.giver == snapshot.department else stands
    words = then if duty.lead == snapshot.department else stands
    return replace(figure, explanation=words.explanation)


def _owned(entry: Entry | None, code: str, snapshot: Snapshot, duty: Duty) -> Entry:
    """Leave of an entry what belongs to the form of the snapshot."""
    empty = blank(code, snapshot.quarter)
    found = entry or empty
    if duty.giver != snapshot.department:
        found = replace(empty, explanation=found.explanation)
    return found if duty.lead == snapshot.department else replace(found, explanation="")


def blank(code: str, quarter: Quarter) -> Entry:
    """Give what stands where nothing was reported."""
    return Entry(code, quarter, None)
