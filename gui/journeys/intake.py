"""Sending forms out, reading what comes back and taking it in."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from core.progress import Job, Progress
from gui.journeys.database import Database
from gui.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from core.domain.incoming import Incoming, Match, Rulings
    from core.domain.receipt import Receipt
    from core.services.distribution import Distributed
    from core.services.due import Due
    from core.services.inbox.intake import Batch
    from core.services.inbox.received import TakenUp
    from core.services.inbox.taking import Taken
    from core.workbooks.search.arrived import Arrived


class Reader(Protocol):
    """What opens files, as `core.workbooks.sandbox.Sandbox` does in a process of its own."""

    def arrive(self, name: str, content: bytes, password: str = "") -> "Arrived":
        """Open a file; one that cannot be opened says so."""
        ...

    def close(self) -> None:
        """End what was begun for it."""
        ...


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of taking a batch in, and when each file of it was taken in, by its digest."""

    taken: "Taken"
    known: "Mapping[str, str]"


@dataclass(frozen=True, slots=True)
class History:
    """The receipts of a plan, and the names of its departments and items by their codes."""

    receipts: "tuple[Receipt, ...]"
    departments: "Mapping[str, str]"
    items: "Mapping[str, str]"


@dataclass(frozen=True, slots=True)
class IntakeJourneys:
    """What the page 来件 asks of the core."""

    database: Database
    reader: Reader

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

    def read(self, paths: "Sequence[Path]", password: str = "") -> "Job[Batch]":
        """Read files, folders and mails beside the database; nothing is stored."""
        from core.services.inbox import intake

        store, open_file = self.database.store, self.reader.arrive
        return (yield from intake.read(store, paths, open_file, password=password))

    def reading(self, file: "Incoming", match: "Match", text: str) -> str:
        """Say how a text is read that somebody types in the place of a part.

        Raises UserError.
        """
        from core.services.inbox import rewriting

        return rewriting.reading(self.database.store, file, match, text)

    def take(self, batch: "Batch", rulings: "Rulings") -> "Job[Settled]":
        """Take a batch in, after a backup and in one transaction."""
        from core.services.inbox import comparing, taking

        store = self.database.store
        taken = yield from taking.take(store, batch, rulings, self._person())
        digests = [each.file.sha256 for each in taken.files]
        with store.reading() as work:
            receipts = {each: work.receipts.of_file(each) for each in digests}
        return Settled(taken, {each: comparing.known(found) for each, found in receipts.items()})

    def is_overtaken(self, error: Exception) -> bool:
        """Tell whether nothing was taken in because the files have to be compared anew."""
        from core.services.inbox.taking import OvertakenError

        return isinstance(error, OvertakenError)

    def history(self, scope: Scope) -> "Job[History]":
        """Give what was taken in of a plan, the latest first."""
        from core.domain import duties
        from core.services.inbox import receipts
        from core.services.planning import planning

        yield Progress(0, 1, "正在读取回执")
        plan = planning.load(self.database.store, scope.plan.code)
        return History(
            receipts.history(self.database.store, plan.code),
            {each.code: each.short_name for each in plan.departments},
            {each.code: each.name for each in duties.items(plan)},
        )

    def save_original(self, name: str, digest: str, folder: "Path") -> "Job[Path]":
        """Write a file that was kept into a folder, byte for byte; give its path."""
        from core.services.inbox import receipts

        yield Progress(0, 1, "正在另存")
        return receipts.save_original(self.database.store, name, digest, folder)

    def add_scan(self, receipt: "Receipt", path: "Path") -> Job[None]:
        """Keep a scanned form beside its workbook."""
        from core.services.inbox import receipts

        yield Progress(0, 1, "正在添加扫描件")
        receipts.add_scan(self.database.store, receipt, path, self._person())

    def give_back(self, file: "Incoming", folder: "Path") -> "Job[tuple[Path, ...]]":
        """Write a marked copy of a file and its 退回单 into a folder.

        Raises UserError where nothing is to be corrected.
        """
        from core.services.inbox import reasons, returning

        store, open_file = self.database.store, self.reader.arrive
        asked = (reasons.of_file(file),)
        done = yield from returning.give_back(store, asked, folder, open_file, self._person())
        return tuple(path for each in done for path in each.files)

    def take_up(self, path: "Path") -> "Job[TakenUp]":
        """Take the figures of a form that the office sent into this database."""
        from core.services.inbox import received

        store, open_file = self.database.store, self.reader.arrive
        return (yield from received.take_up(store, path, open_file, self._person()))

    def write_back(self, path: "Path") -> "Job[Path]":
        """Write the form as it stands here into a workbook beside the one received."""
        from core.services.inbox import received

        store, open_file = self.database.store, self.reader.arrive
        return (yield from received.write_back(store, path, open_file))

    def close(self) -> None:
        """End the process that opens files."""
        self.reader.close()

    def _person(self) -> str:
        """Give the name of who sits here: as entered, else as logged in."""
        from core.services import profiles

        return profiles.person(self.database.store)
