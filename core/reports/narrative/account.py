"""`Account`: the items that a narrative is about, parted by how they stand."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from core.domain.indicator import Item
from core.domain.judging.judgement import Grey, Light
from core.domain.judging.verdict import Vocabulary, light, vocabulary
from core.domain.lights import UNDECIDED
from core.domain.risk import ALARMING
from core.reports.facts import Facts

_BEHIND = "滞后"
_GREYS = tuple(grey.label for grey in Grey)


@dataclass(frozen=True, slots=True)
class Group:
    """The items that one word is said of."""

    word: str
    items: tuple[Item, ...]

    @property
    def names(self) -> list[str]:
        """The items' names."""
        return [each.name for each in self.items]


@dataclass(frozen=True, slots=True)
class Account:
    """Some items of the facts, called by a `name` (指标) and counted by a `counter` (个).

    Those that are judged by their year's targets (`yearly`) keep the words of a plan under way.
    """

    facts: Facts
    items: tuple[Item, ...]
    name: str = "指标"
    counter: str = "个"
    yearly: bool = False

    @property
    def words(self) -> Vocabulary:
        """The words by which the items are judged."""
        plan, as_of = self.facts.plan, self.facts.as_of
        return plan.scale(as_of) if self.yearly else vocabulary(plan, as_of)

    @property
    def judged(self) -> tuple[Group, ...]:
        """The items that have a status, by the phase's words, best first, then other words."""
        order = self.words.words
        found = [each for each in self.items if not self._is_open(each)]
        return _grouped(order, [(self.facts.assessments[each.code].status, each) for each in found])

    @property
    def open(self) -> tuple[Group, ...]:
        """The items that could not be judged, by the word for why."""
        found = [each for each in self.items if self._is_open(each)]
        return _grouped(_GREYS, [(self._lack(each), each) for each in found])

    @property
    def behind(self) -> tuple[Group, ...]:
        """The items whose light is yellow or red, worst first.

        They are one group 滞后 where several words of the phase all say so.
        """
        groups = tuple(each for each in reversed(self.judged) if self.alarms(each.items[0]))
        if len(groups) > 1 and all(_BEHIND in each.word for each in groups):
            return (Group(_BEHIND, tuple(filter(self.alarms, self.items))),)
        return groups

    @property
    def alarming(self) -> tuple[str, ...]:
        """How the phase calls what is behind: 滞后, or its own words."""
        words = self.words
        found = tuple(word for word in words.words if light(words, word) in ALARMING)
        return (_BEHIND,) if all(_BEHIND in word for word in found) else found

    @property
    def waits(self) -> str:
        """How the phase calls what could not be judged."""
        return UNDECIDED if self.facts.final and not self.yearly else "尚不能判断"

    def only(self, items: Collection[Item]) -> "Account":
        """Leave some of the items."""
        return replace(self, items=tuple(items))

    def number(self, items: Collection[Item]) -> str:
        """Count some items: 3个."""
        return f"{len(items)}{self.counter}"

    def count(self, items: Collection[Item]) -> str:
        """Count some items by what they are: 3个指标."""
        return self.number(items) + self.name

    def light(self, item: Item) -> Light:
        """Give an item's light."""
        return self.facts.assessments[item.code].light

    def alarms(self, item: Item) -> bool:
        """Tell whether an item's light is yellow or red."""
        return self.light(item) in ALARMING

    def _is_open(self, item: Item) -> bool:
        """Tell whether an item has no status but what stands in its place."""
        return self.facts.assessments[item.code].status in ("", UNDECIDED, *_GREYS)

    def _lack(self, item: Item) -> str:
        """Say why an item could not be judged."""
        found = self.facts.assessments[item.code]
        return found.grey.label if found.grey else UNDECIDED


def _grouped(order: Iterable[str], said: Iterable[tuple[str, Item]]) -> tuple[Group, ...]:
    """Put items together by their words, in an order, and behind it as they come."""
    groups: dict[str, list[Item]] = {word: [] for word in order}
    for word, item in said:
        groups.setdefault(word, []).append(item)
    return tuple(Group(word, tuple(items)) for word, items in groups.items() if items)
