"""晴雨表: the lights of a plan item by item and quarter by quarter, and why one changed."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from core.domain.completion import Assessment
from core.domain.indicator import Binding, Indicator, Item
from core.domain.judging.judgement import Light
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry

UNDECIDED = "待定"
_ORDER = tuple(Light)  # best first, grey last
_ALARMING = (Light.YELLOW, Light.RED)


def words(assessment: Assessment) -> str:
    """Word a light and its status: 黄灯，略有滞后."""
    return f"{assessment.light.label}灯，{assessment.status or UNDECIDED}"


@dataclass(frozen=True, slots=True)
class Turn:
    """A light that is another one than the quarter before.

    `since` is the last colour before it, which a grey light between them does not wipe out; grey
    where there was none. `explanation` is what the department wrote.
    """

    quarter: Quarter
    before: Light
    since: Light
    after: Assessment
    explanation: str

    @property
    def first(self) -> bool:
        """Whether the item was never judged before, so that no light has changed."""
        return self.since is Light.GREY

    @property
    def worse(self) -> bool:
        """Whether the light became yellow or red, and was better or none before."""
        light = self.after.light
        return light in _ALARMING and (self.since is Light.GREY or _worse(light, self.since))

    @property
    def better(self) -> bool:
        """Whether the light shows a better colour than the one before it."""
        coloured = Light.GREY not in (self.after.light, self.since)
        return coloured and _worse(self.since, self.after.light)

    @property
    def sentence(self) -> str:
        """When it changed, from what to what, and why, with the department's own words."""
        return f"{self.quarter.label}{self.change}：{self.reason}"

    @property
    def reason(self) -> str:
        """Why it changed: the judgement's sentence, with the department's own words."""
        told = self.after.sentence.rstrip("。")
        noted = self.explanation.rstrip("。；")
        said = f"；部门说明：{noted}" if noted and noted not in told else ""
        return f"{told}{said}。"

    @property
    def change(self) -> str:
        """From what to what it changed; beside a grey light, what had been before it."""
        light = self.after.light
        if self.since in (Light.GREY, self.before) or light is Light.GREY:
            return f"由{self.before.label}转{light.label}"
        if light is self.since:
            return f"由{self.before.label}恢复为{light.label}"
        return f"由{self.before.label}转{light.label}（此前为{self.since.label}）"


@dataclass(frozen=True, slots=True)
class Row:
    """An item of the plan, and how it was judged in each of the `quarters`.

    `entries` are those by which it was judged, by quarter; `earlier` is the last colour that it
    had before the quarters, grey for none.
    """

    item: Item
    quarters: tuple[Quarter, ...]
    assessments: tuple[Assessment, ...]
    entries: Mapping[Quarter, Entry]
    earlier: Light = Light.GREY

    @property
    def latest(self) -> Assessment:
        """The judgement of the last quarter."""
        return self.assessments[-1]

    @property
    def binding(self) -> bool:
        """Whether the item is 约束性."""
        return isinstance(self.item, Indicator) and self.item.binding is Binding.BINDING

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every change of light, oldest first."""
        found = (self.turn(column) for column in range(len(self.quarters)))
        return tuple(turn for turn in found if turn)

    def turn(self, column: int) -> Turn | None:
        """Give the change of light from the quarter before a column to it, if there is one."""
        if column == 0:
            return None
        before, after = self.assessments[column - 1], self.assessments[column]
        if before.light is after.light:
            return None
        told = self._explanation(column)
        return Turn(self.quarters[column], before.light, self._since(column), after, told)

    @property
    def alarming(self) -> bool:
        """Whether the light now became worse, or is that of a 约束性 item in danger."""
        turn = self.turn(len(self.quarters) - 1)
        turned = turn is not None and turn.worse
        return turned or (self.binding and self.latest.light in _ALARMING)

    @property
    def news(self) -> str:
        """What is to be said of the item now: the change of its light, else its status."""
        turn = self.turn(len(self.quarters) - 1)
        return turn.sentence if turn else f"{words(self.latest)}：{self.latest.sentence}"

    def _since(self, column: int) -> Light:
        """Give the last colour before a column."""
        lights = (each.light for each in reversed(self.assessments[:column]))
        return next((light for light in lights if light is not Light.GREY), self.earlier)

    def _explanation(self, column: int) -> str:
        """Give what the department wrote to the quarter itself, else to that of the figure."""
        places = (self.quarters[column], self.assessments[column].data_period)
        entries = (self.entries.get(each) for each in places if each)
        return next((each.explanation for each in entries if each and each.explanation), "")


@dataclass(frozen=True, slots=True)
class Lights:
    """The rows of a plan in printed order; `plan` is as of the last of the `quarters`."""

    plan: Plan
    quarters: tuple[Quarter, ...]
    rows: tuple[Row, ...]

    @property
    def counts(self) -> Mapping[Light, int]:
        """How many items show which light in the last quarter, best first, grey last."""
        found = Counter(row.latest.light for row in self.rows)
        return {light: found[light] for light in _ORDER}

    @property
    def judged(self) -> bool:
        """Whether any item shows a colour in the last quarter."""
        return any(row.latest.light is not Light.GREY for row in self.rows)

    @property
    def alarms(self) -> tuple[Row, ...]:
        """The items to look at now: red before yellow, 约束性 first, else in printed order."""
        found = [row for row in self.rows if row.alarming]
        return tuple(sorted(found, key=_urgency))

    def row(self, code: str) -> Row | None:
        """Give the row of an item, or nothing."""
        return next((row for row in self.rows if row.item.code == code), None)

    def only(self, codes: Collection[str]) -> "Lights":
        """Leave the rows of some items."""
        return replace(self, rows=tuple(row for row in self.rows if row.item.code in codes))


def _worse(first: Light, second: Light) -> bool:
    """Tell whether the first of two colours is the worse one."""
    return _ORDER.index(first) > _ORDER.index(second)


def _urgency(row: Row) -> tuple[int, bool]:
    """Give what to sort alarms by, the most urgent first."""
    return -_ORDER.index(row.latest.light), not row.binding
