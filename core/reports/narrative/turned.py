"""Which lights are others than the quarter before, and how many shine how."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from core.domain.judging.judgement import Light
from core.domain.lights import Turn
from core.reports.names import some
from core.reports.narrative.account import Account
from core.reports.prose import Paragraph

_Turned = dict[tuple[Light, Light], list[str]]


def turned(account: Account) -> Iterator[Paragraph]:
    """Say which lights changed since the quarter before, from what to what."""
    lights = account.facts.lights
    if lights is None or len(lights.quarters) == 1:
        return
    own = {each.code for each in account.items}
    rows = [row for row in lights.rows if row.item.code in own]
    turns = [(row.item.name, turn) for row in rows if (turn := row.turn(len(row.quarters) - 1))]
    found = _alike((name, turn) for name, turn in turns if not turn.first)
    said = f"{_told(account, found)}{_left_out(account, turns)}"
    yield Paragraph(f"与{lights.quarters[-2].label}相比，{said}。")


def shining(account: Account) -> Paragraph:
    """Count the lights, best first."""
    counts = Counter(map(account.light, account.items))
    told = (f"{each.label}灯{counts[each]}{account.counter}" for each in Light if counts[each])
    head = f"按{account.facts.as_of.label}填报情况，共{account.count(account.items)}"
    return Paragraph(f"{head}，其中{'、'.join(told)}。")


def _told(account: Account, found: _Turned) -> str:
    """Say how many changed, and which."""
    if not found:
        return "灯色没有变化"
    said = [
        f"由{before.label}灯转{after.label}灯{len(names)}{account.counter}，是{some(names)}"
        for (before, after), names in found.items()
    ]
    if len(said) == 1:
        return said[0]
    number = sum(map(len, found.values()))
    return f"{number}{account.counter}{account.name}灯色有变化：{'；'.join(said)}"


def _left_out(account: Account, turns: Iterable[tuple[str, Turn]]) -> str:
    """Say how many items were judged for the first time, which is no change."""
    first = sum(turn.first for _, turn in turns)
    return f"（首次判断{first}{account.counter}不列）" if first else ""


def _alike(turns: Iterable[tuple[str, Turn]]) -> _Turned:
    """Put the items together whose light changed in the same way, in printed order."""
    found: defaultdict[tuple[Light, Light], list[str]] = defaultdict(list)
    for name, turn in turns:
        found[turn.before, turn.after.light].append(name)
    return found
