"""A form that a department received as a workbook: filled in here, and written again as one.

take_up(store, path, open_file, by) -> Job[TakenUp]    its figures, where nothing stands yet
write_back(store, path, open_file) -> Job[Path]        beside it, with the seal that it came with
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from core.domain.cell import alike
from core.domain.form import Form
from core.domain.period import Quarter
from core.domain.returned import Finding, Returned
from core.domain.submission import Origin
from core.errors import UserError
from core.ports import Store
from core.progress import Job, Progress
from core.services import files, forms
from core.services.inbox import arrivals
from core.services.inbox.arrivals import Arrival
from core.services.inbox.intake import Open
from core.workbooks.manifest import Manifest
from core.workbooks.reader import understood
from core.workbooks.search.arrived import Arrived

THROUGH = "填报表"  # how the chain of changes calls what came with a received form
_FILLED = "-已填"


@dataclass(frozen=True, slots=True)
class TakenUp:
    """Which form it was, and what came of it.

    `taken` counts the rows that came with the file, `kept` those in which something else stands
    here already; `findings` are about the file.
    """

    plan: str
    department: str
    quarter: Quarter
    taken: int
    kept: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Received:
    """A file as it came, and the form in this database that it belongs to."""

    arrived: Arrived
    sent: Manifest
    form: Form

    @property
    def returned(self) -> Returned:
        """What its cells mean; nobody here can tell whether its seal is whole."""
        items = {row.item.code: row.item for row in self.form.rows}
        return understood(self.arrived, None, lambda _: items)


def take_up(store: Store, path: Path, open_file: Open, by: str) -> Job[TakenUp]:
    """Take the figures of a workbook into the form, but where something stands already.

    Raises UserError for a file that is no form, or one that was handed in here; NotFoundError for
    another plan, UsageError for a quarter outside it, StorageError. Nothing is stored then.
    """
    yield Progress(0, 1, f"正在读{path.name}")
    received = _received(store, path, open_file)
    form, returned = received.form, received.returned
    if form.state.closed:
        raise UserError(
            f"这张表在本机{form.state.label}，没有带入“{path.name}”里的数；要改请先撤回"
        )
    told = {form.row(code): each for code, each in returned.entries.items() if not each.empty}
    fresh = {at: each for at, each in told.items() if form.rows[at].entry.empty}
    kept = sum(not alike(form.rows[at].entry, told[at]) for at in told.keys() - fresh.keys())
    if fresh:
        origin = Origin(THROUGH, by, returned.name, returned.sha256)
        forms.save(store, form, fresh, origin)
    slip = received.sent.slip
    return TakenUp(slip.plan, slip.department, slip.quarter, len(fresh), kept, returned.findings)


def write_back(store: Store, path: Path, open_file: Open) -> Job[Path]:
    """Write the form as it stands here into a workbook beside the one received; give where.

    Both can be told to belong together by what the office has sealed. Raises UserError, too where
    the plan here lacks what is asked for, OutputError, StorageError.
    """
    from core.workbooks.writer import refill

    yield Progress(0, 2, f"正在读{path.name}")
    received = _received(store, path, open_file)
    yield Progress(1, 2, "正在写回填报表")
    content = refill(received.sent, received.form, received.returned.signatory)
    target = next(each for each in _beside(path.absolute()) if not each.exists())
    files.put(target, content)
    return target


def _received(store: Store, path: Path, open_file: Open) -> _Received:
    """Open a file and the form that it belongs to."""
    whole = path.absolute()
    arrived = open_file(path.name, arrivals.content(Arrival(whole, path.name)), "")
    if arrived.manifest is None:
        why = "；".join(each.message for each in arrived.findings)
        raise UserError(f"“{path.name}”不是汇总单位分发的填报表，没有打开：{why}")
    slip = arrived.manifest.slip
    form = forms.load(store, slip.plan, slip.department, slip.quarter)
    return _Received(arrived, arrived.manifest, form)


def _beside(path: Path) -> Iterator[Path]:
    """Name files beside one, the plainest first."""
    stem = path.stem.removesuffix(_FILLED)
    yield path.with_name(f"{stem}{_FILLED}.xlsx")
    for number in count(2):
        yield path.with_name(f"{stem}{_FILLED}（{number}）.xlsx")
