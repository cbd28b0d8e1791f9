"""`Database`: the one store of the window, opened in the background."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.progress import Job, Progress

if TYPE_CHECKING:  # the first frame does not wait for these
    from core.domain.holder import Holder
    from core.domain.profile import Profile
    from core.domain.submission import Draft
    from core.ports import PlanSummary, Store
    from core.reports.catalogue import Kind

OPENING = "正在打开数据库…"


@dataclass(frozen=True, slots=True)
class Opened:
    """What the window needs to know of a database once it is open."""

    plans: tuple["PlanSummary", ...]
    kinds: tuple["Kind", ...]
    profile: "Profile"
    draft: "Draft | None" = None
    address: str = ""
    holder: "Holder | None" = None


class Database:
    """Opens a store; transactions are short and of their own, so that threads may share it."""

    def __init__(
        self,
        open_store: Callable[[str], "Store"],
        open_unread: Callable[[str], "Store"] | None = None,
    ) -> None:
        """`open_unread` gives a database in which nothing is read, however damaged it is."""
        self._open_store, self._open_unread = open_store, open_unread or open_store
        self._store: Store | None = None

    @property
    def store(self) -> "Store":
        """The store, once it is open."""
        assert self._store  # noqa: S101 - pages ask after the welcome
        return self._store

    def open(self, address: str) -> Job[Opened]:
        """Open a database and list what is in it.

        Raises StorageError.
        """
        yield Progress(0, 1, OPENING)
        self.close()
        self._store = self._open_store(address)
        return replace(self.look(), draft=self.store.draft())

    def leave_unread(self, address: str) -> None:
        """Take a database that does not open, so that it can be restored.

        Raises StorageError for a place where none can be.
        """
        self._store = self._open_unread(address)

    def look(self) -> Opened:
        """List what is in the open database now."""
        from core.reports.catalogue import KINDS
        from core.services import profiles
        from core.services.planning import plans

        listed, profile = plans.summaries(self.store), profiles.load(self.store)
        address, holder = self.store.address, self.store.holder
        return Opened(listed, KINDS, profile, None, address, holder)

    def close(self) -> None:
        """Let others have the database, if one is open."""
        if self._store:
            self._store.close()
