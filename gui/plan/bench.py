"""`PlanBench`: the plan that is being edited, and what can be done with it, for all its panels."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.domain.plan import Plan
from core.errors import UserError
from core.plans.cards import Card, Field, Thing
from gui.journeys.plans import PlanJourneys
from gui.plan.draft import PlanDraft

if TYPE_CHECKING:
    from core.domain.indicator import Indicator
    from core.domain.period import Quarter
    from core.domain.submission import Entry
    from core.plans.proposed import Proposal

Key = tuple[Thing, int]


class PlanBench(QObject):
    """Emits `changed` with every edition, and `failed` with what prevented an edit."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, journeys: PlanJourneys) -> None:
        super().__init__()
        self.journeys = journeys
        self.editable = False
        self.year = 0
        self._past: dict[str, Mapping[Quarter, Entry]] = {}
        self._draft: PlanDraft | None = None

    @property
    def draft(self) -> PlanDraft | None:
        """What is on the bench."""
        return self._draft

    @property
    def plan(self) -> Plan | None:
        """The plan as it is now on the page."""
        return self._draft.plan if self._draft else None

    def take(self, draft: PlanDraft | None) -> None:
        """Work at another plan."""
        if draft is self._draft:
            return
        if self._draft:
            self._draft.changed.disconnect(self.changed)
        self._draft = draft
        self._past.clear()
        if draft:
            draft.changed.connect(self.changed)
        self.changed.emit()

    def look_at(self, year: int) -> None:
        """Propose the quarters of another year; what was reported may be other by now."""
        self.year = year
        self._past.clear()

    def card(self, key: Key) -> Card:
        """Give the texts of a thing."""
        from core.plans import cards

        thing, place = key
        return cards.card(self._shown, thing, place)

    def name(self, key: Key) -> str:
        """Name a thing: 指标 B-01 地区生产总值（GDP）."""
        thing, place = key
        if thing is Thing.PLAN:
            return f"{thing.label} {self._shown.name}"
        item = getattr(self._shown, thing)[place]
        return f"{thing.label} {item.code} {_named(item)}".strip()

    def has(self, key: Key) -> bool:
        """Tell whether a thing is still there."""
        thing, place = key
        return self.plan is not None and (
            thing is Thing.PLAN or place < len(getattr(self.plan, thing))
        )

    def is_pending(self, key: Key) -> bool:
        """Tell whether an indicator's target has still to be set by somebody above (待下达)."""
        from core.domain.target import TargetState

        return self._shown.indicators[key[1]].aim.state is TargetState.PENDING

    def offer(self, field: Field) -> Sequence[tuple[str, str]]:
        """Give what a field may refer to: codes, and what a person reads."""
        return [
            (each.code, f"{each.code} {_named(each)}")
            for thing in field.refers
            for each in (getattr(self.plan, thing) if self.plan else ())
        ]

    def proposals(self, key: Key) -> "Mapping[str, Sequence[Proposal]]":
        """Give what could be given of an indicator's targets, by the name of its rows."""
        thing, place = key
        if thing is not Thing.INDICATOR:
            return {}
        from core.plans import proposed

        plan, indicator = self._shown, self._shown.indicators[place]
        quarters = proposed.quarterly(plan, indicator, self.year, self._reported(indicator))
        return {
            "annual_targets": tuple(proposed.annual(plan, indicator)),
            "quarterly_targets": tuple(quarters),
        }

    def _reported(self, indicator: "Indicator") -> "Mapping[Quarter, Entry]":
        """Give what was reported of an indicator, read once."""
        if indicator.code not in self._past:
            try:
                self._past[indicator.code] = self.journeys.past(self._shown, indicator.code)
            except UserError as error:
                self.failed.emit(error)
        return self._past.setdefault(indicator.code, {})

    def put(self, key: Key, card: Card) -> UserError | None:
        """Give a thing other texts, or say why not."""
        journeys, words = self.journeys, f"修改{self.name(key)}"
        try:
            self._edit(lambda plan: journeys.put(plan, *key, card), words)
        except UserError as error:
            return error
        return None

    def insert(self, key: Key, card: Card) -> UserError | None:
        """Add a thing at a place, or say why not."""
        thing, place = key
        journeys = self.journeys
        try:
            self._edit(lambda plan: journeys.insert(plan, thing, place, card), f"新增{thing.label}")
        except UserError as error:
            return error
        return None

    def take_out(self, key: Key) -> bool:
        """Take a thing away; tell whether it could be done."""
        return self._try(lambda plan: self.journeys.take_out(plan, *key), f"删除{self.name(key)}")

    def reorder(self, key: Key, order: Sequence[int]) -> bool:
        """Put things of a kind into another order; tell whether it could be done."""
        words = f"移动{self.name(key)}"
        return self._try(lambda plan: self.journeys.reorder(plan, key[0], order), words)

    @property
    def _shown(self) -> Plan:
        assert self.plan  # noqa: S101 - panels ask only where a plan is shown
        return self.plan

    def _edit(self, change: Callable[[Plan], Plan], words: str) -> None:
        if self._draft and self.editable:
            self._draft.edit(change(self._draft.plan), words)

    def _try(self, change: Callable[[Plan], Plan], words: str) -> bool:
        try:
            self._edit(change, words)
        except UserError as error:
            self.failed.emit(error)
            return False
        return True


def _named(thing: object) -> str:
    """Give what a person calls a thing, where it has a name."""
    return str(getattr(thing, "name", "") or getattr(thing, "short_name", ""))
