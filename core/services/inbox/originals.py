"""The file in which a form came: the one that was read, or the last one that was taken in."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from core.domain.changes import Spot
from core.domain.incoming import Incoming
from core.domain.indicator import Item
from core.domain.receipt import Doubt, Receipt
from core.domain.returned import Place
from core.errors import UserError
from core.ports import UnitOfWork
from core.services import handing_in
from core.services.inbox import arrivals
from core.services.inbox.arrivals import Arrival
from core.services.inbox.intake import Open
from core.services.inbox.reasons import Return
from core.workbooks.files.book import Book
from core.workbooks.files.opening import open_book
from core.workbooks.manifest import Manifest
from core.workbooks.reader import understood
from core.workbooks.search.arrived import Arrived


@dataclass(frozen=True)
class Original:
    """A file and what was found in it; `password` opens it, `forged` tells of a broken seal."""

    content: bytes
    arrived: Arrived
    password: str = ""
    forged: bool = False

    @property
    def sent(self) -> Manifest | None:
        """What it was sent with; without that, or forged, a copy of it could not come back."""
        return None if self.forged else self.arrived.manifest

    def book(self) -> Book:
        """Open it here: another process has opened these bytes within its bounds.

        Raises BookError.
        """
        return open_book(self.arrived.name, self.content, self.password)

    def places(self, items: Mapping[str, Item]) -> Mapping[Spot, Place]:
        """Give where the cells that could be filled in stand."""
        returned = understood(self.arrived, None, lambda _: items)
        return {(each.code, each.column): each.place for each in returned.answers}


def find(work: UnitOfWork, asked: Return, open_file: Open) -> Original | None:
    """Find the file in which a form came; nothing where it was typed, or never came.

    Raises UserError for a file that is no longer as it was read.
    """
    forged = asked.file is not None and Doubt.FORGED in asked.file.doubts
    if asked.file:
        name, content = asked.file.name, _read(asked.file)
    elif kept := _kept(work, asked):
        name, content = kept.name, work.receipts.content(kept.sha256)
    else:
        return None
    arrived = open_file(name, content, asked.password)
    return Original(content, arrived, asked.password, forged)


def _read(file: Incoming) -> bytes:
    """Read a file again."""
    content = arrivals.content(Arrival(file.path, file.name, file.inside))
    if sha256(content).hexdigest() != file.sha256:
        raise UserError(f"“{file.name}”在读入以后有改动，没有退回；请重新读入，核对后再退回")
    return content


def _kept(work: UnitOfWork, asked: Return) -> Receipt | None:
    """Give the last file of a form that was taken in, unless the form was typed since."""
    receipts = work.receipts.of(asked.plan, asked.quarter)
    mine = [each for each in receipts if each.slip.department == asked.department]
    place = (asked.department, str(asked.quarter))
    steps = work.changes.events(asked.plan, handing_in.SUBJECT)
    last = [each for each in steps if (each.code, each.quarter) == place][-1:]
    typed = any(not each.origin.sha256 for each in last)
    return mine[-1] if mine and not typed else None
