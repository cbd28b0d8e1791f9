"""Names one after the other, as sentences list them."""

import re
from collections.abc import Iterable

MOST = 8  # of a list that is told whole
_PARTED = re.compile("[、，；]")
_ASIDE = re.compile("（[^（）]*）")
_INNER = str.maketrans("“”", "‘’")


def join(names: Iterable[str]) -> str:
    """Join two names by 和, more by 、; one that is itself a list stands in “ ”."""
    listed = [_whole(name) for name in names]
    return ("和" if len(listed) <= len("和、") else "、").join(listed)


def some(names: Iterable[str]) -> str:
    """Join names; of many the first ones and 等, beside which their number stands."""
    listed = list(names)
    return join(listed) if len(listed) <= MOST else join(listed[:MOST]) + "等"


def counted(names: Iterable[str]) -> str:
    """Join names; of many the first ones and their number: 甲、乙、…等12个."""
    listed = list(names)
    return some(listed) + (f"{len(listed)}个" if len(listed) > MOST else "")


def _whole(name: str) -> str:
    """Keep a name together that has the marks of a list in it, brackets left aside."""
    bare = _ASIDE.sub("", _ASIDE.sub("", name))  # one pair may stand in another
    return f"“{name.translate(_INNER)}”" if _PARTED.search(bare) else name
