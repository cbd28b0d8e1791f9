"""Drawing and writing reports."""

from dataclasses import dataclass
from pathlib import Path

from core.progress import Job
from gui.journeys.database import Database
from gui.scope import Scope


@dataclass(frozen=True, slots=True)
class ReportJourneys:
    """Jobs of the page 报告."""

    database: Database

    def preview(self, kind: str, scope: Scope) -> Job[bytes]:
        """Draw a report as PDF."""
        from core.services import reporting

        request = reporting.Request(kind, scope.plan.code, scope.quarter)
        return (yield from reporting.preview(self.database.store, request))

    def produce(
        self, kind: str, scope: Scope, formats: tuple[str, ...], folder: Path
    ) -> Job[tuple[Path, ...]]:
        """Write a report into a folder in each of the formats, `pdf` and `xlsx`."""
        from core.services import printing, reporting

        requests = (reporting.Request(kind, scope.plan.code, scope.quarter),)
        wanted = tuple(map(reporting.Format, formats))
        written = yield from printing.produce(self.database.store, requests, wanted, folder)
        return written.files
