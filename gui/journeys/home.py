"""报送一览, and the bases that are still missing."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from core.progress import Job, Progress
from gui.journeys.database import Database
from gui.scope import Scope

if TYPE_CHECKING:
    from core.services.overview import Overview

LOOKING = "正在汇总报送情况…"


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
