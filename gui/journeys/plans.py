"""Browsing, editing, beginning, bringing in and handing out plans."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.progress import Job, Progress
from gui.journeys.database import Database

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from core.domain.consistency.inconsistency import Inconsistency
    from core.domain.period import Quarter
    from core.domain.plan import Plan
    from core.domain.submission import Entry, Event
    from core.plans.cards import Card, Thing
    from core.ports import LoadedPlan
    from core.services.planning.rule_trial import Trial


@dataclass(frozen=True, slots=True)
class PlanJourneys:
    """What the page 规划与指标 asks of the core; edits give a new plan and store nothing."""

    database: Database

    def load(self, code: str) -> "Plan":
        """Give a plan whole.

        Raises NotFoundError.
        """
        from core.services.planning import planning

        return planning.load(self.database.store, code)

    def save(self, before: "Plan", after: "Plan") -> None:
        """Store an edited plan in place of the edition that was edited.

        Raises EditError, StorageError.
        """
        from core.services.planning import planning

        planning.save(self.database.store, before, after)

    def is_stale(self, plan: "Plan") -> bool:
        """Tell whether the database has another edition than the one that was read."""
        from core.services.planning import planning

        return not planning.same(planning.load(self.database.store, plan.code), plan)

    def put(self, plan: "Plan", thing: "Thing", place: int, card: "Card") -> "Plan":
        """Give a thing other texts; a code under which something was reported stays.

        Raises EditError.
        """
        from core.services.planning import planning

        return planning.put(self.database.store, plan, thing, place, card)

    def insert(self, plan: "Plan", thing: "Thing", place: int, card: "Card") -> "Plan":
        """Add a thing at a place among its like.

        Raises EditError.
        """
        from core.plans import edits

        return edits.insert(plan, thing, place, card)

    def take_out(self, plan: "Plan", thing: "Thing", place: int) -> "Plan":
        """Take a thing away on which nothing depends.

        Raises EditError saying what depends on it.
        """
        from core.services.planning import planning

        return planning.take_out(self.database.store, plan, thing, place)

    def reorder(self, plan: "Plan", thing: "Thing", order: "Sequence[int]") -> "Plan":
        """Put things into another printed order.

        Raises EditError.
        """
        from core.plans import edits

        return edits.reorder(plan, thing, order)

    def inconsistencies(self, plan: "Plan") -> "tuple[Inconsistency, ...]":
        """Tell where the plan's table disagrees with itself, or with what was reported.

        Raises StorageError.
        """
        from core.services.planning import plan_findings

        return plan_findings.inconsistencies(self.database.store, plan)

    def past(self, plan: "Plan", code: str) -> "Mapping[Quarter, Entry]":
        """Give what was reported of an indicator by quarter.

        Raises StorageError.
        """
        from core.services.planning import plan_findings

        return plan_findings.past(self.database.store, plan, code)

    def try_rule(self, plan: "Plan", place: int) -> "tuple[Trial, ...]":
        """Try one of the plan's checks against its figures."""
        from core.services.planning import rule_trial

        return rule_trial.try_rule(self.database.store, plan, plan.rules[place])

    def history(self, code: str) -> "tuple[Event, ...]":
        """Give the recorded edits of a plan, the latest first."""
        from core.services.planning import plan_record

        return plan_record.history(self.database.store, code)

    def blank(self, code: str) -> "Plan":
        """Give the pattern of a blank plan, with the departments of another one, if any."""
        from core.services.planning import plan_starts

        return plan_starts.blank(self.database.store, code)

    def copied(self, code: str) -> "Plan":
        """Give the pattern of a copy."""
        from core.services.planning import plan_starts

        return plan_starts.copied(self.database.store, code)

    def succeeding(self, code: str, *, with_bases: bool) -> "Plan":
        """Give the pattern of the plan that follows, with the last figures as bases or not."""
        from core.services.planning import plan_starts

        return plan_starts.succeeding(self.database.store, code, with_bases=with_bases)

    def create(self, pattern: "Plan", card: "Card") -> str:
        """Store a new plan made of a pattern and what was typed about it; give its code.

        Raises EditError, StorageError.
        """
        from core.services.planning import plan_starts

        return plan_starts.create(self.database.store, pattern, card)

    def remove(self, code: str) -> "LoadedPlan":
        """Delete a plan for which nobody reported anything; give what `restore` needs.

        Raises EditError.
        """
        from core.services.planning import planning

        return planning.remove(self.database.store, code)

    def restore(self, loaded: "LoadedPlan") -> None:
        """Store a deleted plan again."""
        from core.services.planning import planning

        planning.restore(self.database.store, loaded)

    def bring_in(self, folder: "Path") -> Job[str]:
        """Load a plan folder; give the plan's code.

        Raises MalformedPlanError, StorageError.
        """
        from core.services.planning import plans

        yield Progress(0, 1, "正在导入规划…")
        return plans.add(self.database.store, folder)

    def hand_out(self, code: str, parent: "Path") -> Job["Path"]:
        """Write a plan into a new folder; give its path.

        Raises OutputError.
        """
        from core.services.planning import planning

        yield Progress(0, 1, "正在导出规划…")
        return planning.export(self.database.store, code, parent)
