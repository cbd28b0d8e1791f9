"""Sending forms out, reading what comes back and taking it in."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from core.progress import Job, Progress
from gui.journeys.database import Database
from gui.scope import Scope

if TYPE_CHECKING:
    from pathlib import Path

    from core.services.distribution import Distributed
    from core.services.due import Due


@dataclass(frozen=True, slots=True)
class IntakeJourneys:
    """What the page 来件 asks of the core."""

    database: Database

    def due(self, scope: Scope) -> "Job[tuple[Due, ...]]":
        """Give the departments to which a form can be sent."""
        from core.services import due

        yield Progress(0, 1, "正在列出各单位")
        today = datetime.now().astimezone().date()
        return due.due(self.database.store, scope.plan.code, scope.quarter, today)

    def send_out(
        self, scope: Scope, departments: tuple[str, ...], folder: "Path"
    ) -> "Job[Distributed]":
        """Write the forms of some departments, by their codes, into a folder."""
        from core.services import distribution

        request = distribution.Request(scope.plan.code, scope.quarter, only=departments)
        by = self._person()
        return (yield from distribution.distribute(self.database.store, request, folder, by))

    def _person(self) -> str:
        """Give the name of who sits here: as entered, else as logged in."""
        from core.services import profiles

        return profiles.person(self.database.store)
