"""Formulas that go in a circle, so that no figure could ever come of them."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from core.domain.formulas.formula import Formula
from core.domain.indicator import Indicator

Uses = Mapping[str, AbstractSet[str]]  # by code, which others with a formula its own looks at


def circular(indicators: Iterable[Indicator]) -> frozenset[str]:
    """Give the codes of those whose formula looks at themselves, be it through others.

    What stands between two circles is among them.
    """
    found = {each.code: each for each in indicators}
    calculated = {code for code, each in found.items() if each.formula}
    uses = {code: _sources(found[code], found) & calculated for code in calculated}
    return frozenset(_peeled(_turned(_peeled(uses))))


def _sources(indicator: Indicator, found: Mapping[str, Indicator]) -> set[str]:
    """Give the codes under which what a formula looks at is entered."""
    named = ((code, found.get(code)) for code in Formula.parse(indicator.formula).codes)
    return {(each.same_source if each else "") or code for code, each in named}


def _peeled(uses: Uses) -> Uses:
    """Take away what looks at nothing that is left, until nothing more can go."""
    left, users = {code: set(own) for code, own in uses.items()}, _turned(uses)
    loose = [code for code, own in uses.items() if not own]
    while loose:
        gone = loose.pop()
        del left[gone]
        for user in users[gone]:
            left[user].discard(gone)
            loose += () if left[user] else (user,)
    return left


def _turned(uses: Uses) -> Uses:
    """Give by code the ones that look at it."""
    found: dict[str, set[str]] = {code: set() for code in uses}
    for code, own in uses.items():
        for each in own:
            found[each].add(code)
    return found
