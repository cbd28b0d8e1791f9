"""Numbers on the way from one year to a later one: even steps, constant growth, equal shares."""

from collections.abc import Sequence
from decimal import Decimal

from core.domain import exact
from core.domain.figure import WHOLE, half_up

Anchor = tuple[int, Decimal]  # a year, and what is known or asked for at its end


def around(anchors: Sequence[Anchor], year: int) -> tuple[Anchor, Anchor] | None:
    """Give the nearest anchors before and after a year; None outside of them."""
    before = [anchor for anchor in anchors if anchor[0] < year]
    after = [anchor for anchor in anchors if anchor[0] > year]
    return (max(before), min(after)) if before and after else None


def even(before: Anchor, after: Anchor, year: int) -> Decimal:
    """Go by the same amount every year."""
    way = exact.difference(after[1], before[1])
    gone = exact.share_of(way, year - before[0], after[0] - before[0])
    return exact.sum_of(before[1], gone)


def growing(before: Anchor, after: Anchor, year: int) -> Decimal:
    """Go by the same share every year; by even steps where a number is not positive."""
    if before[1] <= 0 or after[1] <= 0:
        return even(before, after, year)
    ratio = exact.quotient(after[1], before[1])
    return exact.product(before[1], exact.power(ratio, year - before[0], after[0] - before[0]))


def part(whole: Decimal, place: int, count: int, decimals: int) -> Decimal:
    """Give the part with that place, from 1, of an amount shared equally by `count`.

    The parts are rounded so that they add up to the amount.
    """
    until = half_up(exact.share_of(whole, place, count), decimals)
    before = half_up(exact.share_of(whole, place - 1, count), decimals)
    return exact.difference(until, before)


def yearly_fall(total: Decimal, falls: Sequence[Decimal], count: int) -> Decimal:
    """Give the fall of each of `count` years that with the given `falls` makes up the total.

    All in per cent: 1 − (1 − D)^(1/n). What cannot be compounded is shared equally.
    """
    left = exact.difference(WHOLE, total)
    for fall in falls:
        kept = exact.difference(WHOLE, fall)
        left = exact.quotient(exact.product(left, WHOLE), kept) if kept > 0 else Decimal(0)
    if left <= 0:
        return exact.share_of(total, 1, count + len(falls))
    share = exact.power(exact.quotient(left, WHOLE), 1, count)
    return exact.difference(WHOLE, exact.product(share, WHOLE))


def fallen(falls: Sequence[Decimal]) -> Decimal:
    """Give what yearly falls compound to, all in per cent: 1 − Π(1 − dᵢ) (domain.md, Measures)."""
    left = WHOLE
    for fall in falls:
        left = exact.quotient(exact.product(left, exact.difference(WHOLE, fall)), WHOLE)
    return exact.difference(WHOLE, left)
