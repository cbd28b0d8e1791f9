"""`Account`: the items that a narrative is about, parted by how they stand."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.domain.indicator import Item
from core.domain.judgement import Grey, Light
from core.domain.lights import UNDECIDED
from core.domain.risk import ALARMING
from core.domain.verdict import light, vocabulary
from core.reports.facts import Facts

_BEHIND = "滞后"


@dataclass(frozen=True, slots=True)
class Group:
    """The items that one word is said of."""

    word: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """Some items of the facts, called by a `name` (指标) and counted by a `counter` (个)."""

    facts: Facts
    items: tuple[Item, ...]
    name: str = "指标"
    counter: str = "个"

    @property
    def judged(self) -> tuple[Group, ...]:
        """The items that have a status, by the phase's words, best first, then other words."""
        order = vocabulary(self.facts.plan, self.facts.as_of).words
        found = [each for each in self.items if not self._is_open(each)]
        return _grouped(order, [(self._status(each), each) for each in found])

    @property
    def open(self) -> tuple[Group, ...]:
        """The items that could not be judged, by the word that stands in a status's place."""
        order = (*(grey.label for grey in Grey), UNDECIDED)
        found = [each for each in self.items if self._is_open(each)]
        return _grouped(order, [(self._status(each) or UNDECIDED, each) for each in found])

    @property
    def behind(self) -> tuple[Group, ...]:
        """The items whose light is yellow or red, worst first.

        They are one group 滞后 where several words of the phase all say so.
        """
        groups = tuple(each for each in reversed(self.judged) if self._alarms(each))
        if len(groups) > 1 and all(_BEHIND in each.word for each in groups):
            together = {item.code for each in groups for item in each.items}
            return (Group(_BEHIND, self.of(together).items),)
        return groups

    @property
    def alarming(self) -> str:
        """How the phase calls what is behind: 滞后, or its own words."""
        words = self._words(ALARMING)
        return _BEHIND if all(_BEHIND in word for word in words) else "或".join(words)

    def of(self, codes: Iterable[str]) -> "Account":
        """Leave the items that have one of some codes."""
        kept = set(codes)
        return replace(self, items=tuple(each for each in self.items if each.code in kept))

    def count(self, number: int) -> str:
        """Count so many of them: 3个指标."""
        return f"{number}{self.counter}{self.name}"

    def light(self, item: Item) -> Light:
        """Give an item's light."""
        return self.facts.assessments[item.code].light

    def status(self, item: Item) -> str:
        """Give an item's word."""
        return self._status(item) or UNDECIDED

    def _status(self, item: Item) -> str:
        """Give an item's status in force, which is empty where a person has to decide."""
        return self.facts.assessments[item.code].status

    def _is_open(self, item: Item) -> bool:
        """Tell whether an item has no status but what stands in its place."""
        return self._status(item) in ("", *(grey.label for grey in Grey))

    def _alarms(self, group: Group) -> bool:
        """Tell whether the light of a group's word is yellow or red."""
        return self.light(group.items[0]) in ALARMING

    def _words(self, lights: Iterable[Light]) -> list[str]:
        """Give the phase's words that have one of some lights."""
        words = vocabulary(self.facts.plan, self.facts.as_of)
        return [word for word in words.words if light(words, word) in lights]


def _grouped(order: Iterable[str], said: list[tuple[str, Item]]) -> tuple[Group, ...]:
    """Put items together by their words, in an order, and behind it as they come."""
    groups: dict[str, list[Item]] = {word: [] for word in order}
    for word, item in said:
        groups.setdefault(word, []).append(item)
    return tuple(Group(word, tuple(items)) for word, items in groups.items() if items)
