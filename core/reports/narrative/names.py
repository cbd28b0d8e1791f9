"""Names one after the other, as sentences list them."""

from collections.abc import Iterable

MOST = 8  # of a list that is told whole


def join(names: Iterable[str]) -> str:
    """Join two names by 和, more by 、."""
    listed = list(names)
    return ("和" if len(listed) <= len("和、") else "、").join(listed)


def some(names: Iterable[str]) -> str:
    """Join names; of many the first ones and 等, beside which their number stands."""
    listed = list(names)
    return join(listed) if len(listed) <= MOST else "、".join(listed[:MOST]) + "等"
