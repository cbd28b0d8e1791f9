"""Where things of a plan go when they are added or moved, in printed order."""

from core.domain.plan import Plan
from core.plans.cards import Thing

Key = tuple[Thing, int]


def next_place(plan: Plan, thing: Thing, section: str, beside: Key | None) -> int:
    """Give the place of a new thing: behind the one chosen, else the last of its section."""
    if beside and beside[0] is thing:
        return beside[1] + 1
    same = [place for place, each in enumerate(getattr(plan, thing)) if _home(each) == section]
    return same[-1] + 1 if same else len(getattr(plan, thing))


def moved(plan: Plan, key: Key, step: int) -> tuple[list[int], int] | None:
    """Give the order of all things of a kind once one went past its neighbour, and its place.

    A section takes along what is below it. Nothing where there is no neighbour on that side.
    """
    thing, place = key
    things = getattr(plan, thing)
    siblings = [at for at, each in enumerate(things) if _home(each) == _home(things[place])]
    at = siblings.index(place) + step
    if not 0 <= at < len(siblings):
        return None
    first, second = sorted((place, siblings[at]))
    blocks = _block(plan, thing, second), _block(plan, thing, first)
    held = {each for block in blocks for each in block}
    before = [each for each in range(first) if each not in held]
    after = [each for each in range(first, len(things)) if each not in held]
    order = [*before, *blocks[0], *blocks[1], *after]
    return order, order.index(place)


def next_code(taken: list[str], beside: str) -> str:
    """Count on from a code until it is free: B-09 → B-10."""
    stem = beside.rstrip("0123456789")
    digits = beside.removeprefix(stem)
    known = {each.upper() for each in taken}
    numbers = range(int(digits or "0") + 1, int(digits or "0") + len(taken) + 2)
    codes = (f"{stem}{number:0{max(len(digits), 1)}d}" for number in numbers)
    return next(each for each in codes if each.upper() not in known)


def _home(thing: object) -> str:
    """Give the section in which something stands."""
    return str(getattr(thing, "section", getattr(thing, "parent", "")))


def _block(plan: Plan, thing: Thing, place: int) -> list[int]:
    """Give the places that move together."""
    if thing is not Thing.SECTION:
        return [place]
    code = plan.sections[place].code
    paths = (plan.path(each.code) for each in plan.sections)
    return [at for at, path in enumerate(paths) if any(each.code == code for each in path)]
