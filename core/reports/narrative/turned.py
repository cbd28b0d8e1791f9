"""Which lights are others than the quarter before, and how many shine how."""

from collections import defaultdict
from collections.abc import Iterator

from core.domain.lights import Row
from core.reports.narrative.account import Account
from core.reports.narrative.names import some
from core.reports.prose import Paragraph

_Turned = defaultdict[tuple[str, str], list[str]]


def turned(account: Account) -> Iterator[Paragraph]:
    """Say which lights changed since the quarter before, from what to what."""
    lights = account.facts.lights
    if lights is None or lights.quarters[1:] == ():
        return
    own = {each.code for each in account.items}
    found = _turns([row for row in lights.rows if row.item.code in own])
    before = f"与{lights.quarters[-2].label}相比，"
    if not found:
        yield Paragraph(f"{before}各{account.name}的灯没有变化。")
        return
    number = sum(map(len, found.values()))
    said = "；".join(
        f"由{first}灯转{last}灯{len(names)}{account.counter}，是{some(names)}"
        for (first, last), names in found.items()
    )
    yield Paragraph(f"{before}{account.count(number)}的灯有变化：{said}。")


def shining(account: Account) -> Paragraph:
    """Count the lights."""
    counts = defaultdict[str, int](int)
    for item in account.items:
        counts[account.light(item).label] += 1
    said = "、".join(
        f"{light}灯{counts[light]}{account.counter}" for light in "蓝绿黄红灰" if counts[light]
    )
    head = f"按{account.facts.as_of.label}填报情况，共{account.count(len(account.items))}"
    return Paragraph(f"{head}，其中{said}。")


def _turns(rows: list[Row]) -> _Turned:
    """Put the items together whose light changed in the same way."""
    found: _Turned = defaultdict(list)
    for row in rows:
        turn = row.turn(len(row.quarters) - 1)
        if turn:
            found[turn.before.label, turn.after.light.label].append(row.item.name)
    return found
