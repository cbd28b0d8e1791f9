"""`Journeys`: what the window asks of the core, as jobs; what they import, they import late."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.progress import Job, Progress
from gui.scope import Scope

if TYPE_CHECKING:  # the first frame does not wait for these
    from core.ports import PlanSummary, Store
    from core.reports.catalogue import Kind

OPENING = "正在打开数据库…"


@dataclass(frozen=True, slots=True)
class Opened:
    """What the window needs to know of a database once it is open."""

    plans: tuple["PlanSummary", ...]
    kinds: tuple["Kind", ...]


class Journeys:
    """Jobs on one database; only the thread that runs the jobs touches the store."""

    def __init__(self, open_store: Callable[[str], "Store"]) -> None:
        self._open_store = open_store
        self._store: Store

    def open(self, database: str) -> Job[Opened]:
        """Open a database and list what is in it.

        Raises StorageError.
        """
        yield Progress(0, 1, OPENING)
        from core.reports.catalogue import KINDS
        from core.services import plans

        self._store = self._open_store(database)
        return Opened(plans.summaries(self._store), KINDS)

    def preview(self, kind: str, scope: Scope) -> Job[bytes]:
        """Draw a report as PDF."""
        from core.services import reporting

        request = reporting.Request(kind, scope.plan.code, scope.quarter)
        return (yield from reporting.preview(self._store, request))

    def produce(
        self, kind: str, scope: Scope, formats: tuple[str, ...], folder: Path
    ) -> Job[tuple[Path, ...]]:
        """Write a report into a folder in each of the formats, `pdf` and `xlsx`."""
        from core.services import reporting

        requests = (reporting.Request(kind, scope.plan.code, scope.quarter),)
        wanted = tuple(map(reporting.Format, formats))
        return (yield from reporting.produce(self._store, requests, wanted, folder))
