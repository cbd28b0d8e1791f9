"""`PlanBench`: the plan that is being edited, and what can be done with it, for all its panels."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from core.domain.plan import Plan
from core.errors import UserError
from core.plans.cards import Card, Field, Thing
from gui.journeys.plans import PlanJourneys
from gui.plan.draft import PlanDraft

Key = tuple[Thing, int]


class PlanBench(QObject):
    """Emits `changed` with every edition, and `failed` with what prevented an edit."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, journeys: PlanJourneys) -> None:
        super().__init__()
        self.journeys = journeys
        self.editable = False
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
        if draft:
            draft.changed.connect(self.changed)
        self.changed.emit()

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

    def offer(self, field: Field) -> Sequence[tuple[str, str]]:
        """Give what a field may refer to: codes, and what a person reads."""
        return [
            (each.code, f"{each.code} {_named(each)}")
            for thing in field.refers
            for each in (getattr(self.plan, thing) if self.plan else ())
        ]

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
