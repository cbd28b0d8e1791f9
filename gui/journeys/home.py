"""报送一览, 晴雨表, and the bases that are still missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from core.progress import Job, Progress
from gui.journeys.database import Database
from gui.scope import Scope

if TYPE_CHECKING:
    from core.domain.lights import Lights
    from core.services.overview import Overview

LOOKING, SAVING = "正在汇总报送情况…", "正在保存基期…"


@dataclass(frozen=True, slots=True)
class HomeJourneys:
    """Jobs of the page 首页."""

    database: Database

    def look(self, scope: Scope) -> Job["Overview"]:
        """Say how far all departments have come by today."""
        from core.services import overview

        yield Progress(0, 1, LOOKING)
        today = datetime.now().astimezone().date()
        return overview.collect(self.database.store, scope.plan.code, scope.quarter, today)

    def follow(self, scope: Scope) -> Job["Lights"]:
        """Judge every quarter up to the chosen one, for 晴雨表."""
        from core.services import history

        return (yield from history.follow(self.database.store, scope.plan.code, scope.quarter))

    def fill_bases(
        self, scope: Scope, texts: Mapping[str, str], reason: str, document: str
    ) -> Job[int]:
        """Store bases that the plan does not print; give their number."""
        from core.services.planning import bases

        yield Progress(0, 1, SAVING)
        bases.fill(self.database.store, scope.plan.code, texts, reason, document)
        return len(texts)
