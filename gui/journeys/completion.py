"""Looking at how far a plan has come, and deciding a status in the program's place."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.progress import Job, Progress
from gui.journeys.database import Database
from gui.scope import Scope

if TYPE_CHECKING:
    from pathlib import Path

    from core.domain.lights import Lights
    from core.domain.profile import Profile
    from core.domain.submission import Decision, Event, Origin
    from core.services.completing import Completion

LOOKING, WRITING = "正在判断完成情况…", "正在写出表格…"


@dataclass(frozen=True, slots=True)
class CompletionJourneys:
    """What the page 完成情况 asks of the core; what a person decides is stored at once."""

    database: Database

    def look(self, scope: Scope) -> Job["Completion"]:
        """Judge everything as of the quarter."""
        from core.services import completing

        yield Progress(0, 1, LOOKING)
        return completing.look(self.database.store, scope.plan.code, scope.quarter)

    def follow(self, scope: Scope) -> Job["Lights"]:
        """Judge every quarter up to the chosen one, for 晴雨表."""
        from core.services import history

        return (yield from history.follow(self.database.store, scope.plan.code, scope.quarter))

    def override(self, scope: Scope, decision: "Decision", profile: "Profile") -> None:
        """Store a status that a person gives.

        Raises UserError.
        """
        from core.services import completing

        store, plan = self.database.store, scope.plan.code
        completing.override(store, plan, decision, _origin(profile))

    def take_back(self, scope: Scope, code: str, profile: "Profile") -> None:
        """Let the program's own judgement stand again.

        Raises UserError.
        """
        from core.services import completing

        store, plan = self.database.store, scope.plan.code
        completing.take_back(store, plan, code, scope.quarter, _origin(profile))

    def record(self, scope: Scope, code: str) -> "tuple[Event, ...]":
        """Give what was decided about an item in the quarter, oldest first."""
        from core.services import completing

        return completing.record(self.database.store, scope.plan.code, code, scope.quarter)

    def export(self, path: "Path", title: str, table: "tuple[tuple[str, ...], ...]") -> Job["Path"]:
        """Write a table as an Excel workbook; give its path."""
        from core.services import completing

        yield Progress(0, 1, WRITING)
        return completing.export(path, title, table)


def _origin(profile: "Profile") -> "Origin":
    """Say by whom something is decided."""
    from getpass import getuser

    from core.domain.submission import Origin

    return Origin("完成情况", profile.name or getuser())
