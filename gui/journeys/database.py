"""`Database`: the one store of the window, opened in the background."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.progress import Job, Progress

if TYPE_CHECKING:  # the first frame does not wait for these
    from core.domain.profile import Profile
    from core.ports import PlanSummary, Store
    from core.reports.catalogue import Kind

OPENING = "正在打开数据库…"


@dataclass(frozen=True, slots=True)
class Opened:
    """What the window needs to know of a database once it is open."""

    plans: tuple["PlanSummary", ...]
    kinds: tuple["Kind", ...]
    profile: "Profile"


class Database:
    """Opens a store; transactions are short and of their own, so that threads may share it."""

    def __init__(self, open_store: Callable[[str], "Store"]) -> None:
        self._open_store = open_store
        self._store: Store

    @property
    def store(self) -> "Store":
        """The store, once it is open."""
        return self._store

    def open(self, address: str) -> Job[Opened]:
        """Open a database and list what is in it.

        Raises StorageError.
        """
        yield Progress(0, 1, OPENING)
        self._store = self._open_store(address)
        return self.look()

    def look(self) -> Opened:
        """List what is in the open database now."""
        from core.reports.catalogue import KINDS
        from core.services import plans, profiles

        return Opened(plans.summaries(self.store), KINDS, profiles.load(self.store))
