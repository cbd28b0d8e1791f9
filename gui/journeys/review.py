"""审核 and 审定: what there is to look at, what is said of it, and the steps that lead on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.progress import Job, Progress
from gui.journeys.database import Database
from gui.scope import Scope

if TYPE_CHECKING:
    from pathlib import Path

    from core.domain.form import Form
    from core.domain.reviewing.docket import Case, Docketed
    from core.domain.reviewing.review import Remark
    from core.services.review.amending import Amended, Amendment
    from core.services.review.approval import Authority
    from core.services.review.review_steps import Chosen
    from core.services.review.vintages import Reported


@dataclass(frozen=True, slots=True)
class ReviewJourneys:
    """What the page 审核 asks of the core; each of its steps is a job that returns nothing."""

    database: Database

    def docket(self, scope: Scope) -> "Job[tuple[Docketed, ...]]":
        """List the forms of the quarter."""
        from core.services.review import review

        store = self.database.store
        return (yield from review.docket(store, scope.plan.code, scope.quarter))

    def case(self, scope: Scope, department: str) -> "Job[Case]":
        """Open one form, with all that stands beside its figures."""
        from core.services.review import review

        yield Progress(0, 1, "正在打开报表")
        return review.case(self.database.store, scope.plan.code, department, scope.quarter)

    def reported(self, form: "Form", code: str) -> "tuple[Reported, ...]":
        """Give what was reported of a figure under which 数据性质."""
        from core.services.review import vintages

        with self.database.store.reading() as work:
            return vintages.vintages(work, form.plan, code, form.quarter)

    def say(self, scope: Scope, department: str, code: str, text: str) -> Job[None]:
        """Keep a remark on a figure."""
        from core.domain.reviewing.review import Remark
        from core.services.review import remarks

        yield Progress(0, 1, "正在保存意见")
        said = Remark(department, scope.quarter, code, text, self._person(), "")
        remarks.add(self.database.store, scope.plan.code, said)

    def settle(self, scope: Scope, said: "tuple[Remark, ...]", *, done: bool) -> Job[None]:
        """Note that remarks were dealt with, or open them again."""
        from core.services.review import remarks

        yield Progress(0, 1, "正在保存意见")
        for each in said:
            store, by = self.database.store, self._person()
            remarks.settle(store, scope.plan.code, each, by, done=done)

    def review(self, scope: Scope, department: str) -> Job[None]:
        """Find a form in order."""
        from core.services.review import review_steps

        yield Progress(0, 1, "正在审核")
        review_steps.review(self.database.store, _chosen(scope, department), self._person())

    def take_back(self, scope: Scope, department: str) -> Job[None]:
        """Take a review back."""
        from core.services.review import review_steps

        yield Progress(0, 1, "正在撤销审核")
        review_steps.take_back(self.database.store, _chosen(scope, department), self._person())

    def approve(
        self, scope: Scope, departments: tuple[str, ...], authority: "Authority"
    ) -> Job[None]:
        """Approve forms, all or none."""
        from core.services.review import approval

        yield Progress(0, 1, "正在审定")
        store, by = self.database.store, self._person()
        approval.approve(store, _chosen(scope, *departments), authority, by)

    def revoke(self, scope: Scope, department: str, reason: str) -> Job[None]:
        """Take an approval back."""
        from core.services.review import approval

        yield Progress(0, 1, "正在撤销审定")
        store, by = self.database.store, self._person()
        approval.revoke(store, _chosen(scope, department), reason, by)

    def amend(self, scope: Scope, amendment: "Amendment") -> "Job[Amended]":
        """Put another figure in the place of one that was reported."""
        from core.services.review import amending

        yield Progress(0, 1, "正在改数")
        store, by = self.database.store, self._person()
        return amending.amend(store, scope.plan.code, scope.quarter, amendment, by)

    def give_back(self, scope: Scope, department: str, folder: "Path") -> "Job[tuple[Path, ...]]":
        """Write what goes back with the open remarks into a folder, and open the form."""
        from core.services.inbox import returning
        from core.services.review import review_steps
        from core.workbooks.sandbox import Sandbox

        store, by = self.database.store, self._person()
        asked = review_steps.asked(store, _chosen(scope, department))
        with Sandbox() as sandbox:
            done = yield from returning.give_back(store, asked, folder, sandbox.arrive, by)
        return tuple(path for each in done for path in each.files)

    def _person(self) -> str:
        """Give the name of who sits here: as entered, else as logged in."""
        from core.services import profiles

        return profiles.person(self.database.store)


def _chosen(scope: Scope, *departments: str) -> "Chosen":
    """Name forms of the quarter."""
    from core.services.review.review_steps import Chosen

    return Chosen(scope.plan.code, scope.quarter, departments)
