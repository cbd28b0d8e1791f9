"""来件: returned workbooks are read, compared and decided about, then taken in all at once.

    read(store, paths, open_file) -> Job[Batch]             nothing is written; verdicts stream in
    taking.take(store, batch, rulings, by) -> Job[Taken]    入库: a backup, then one transaction

A `Batch` has an `Incoming` for each file (see `core.domain.incoming`: files → cells → choices),
and a word for each that was skipped. Whoever decides gives a `Ruling` per file by its digest;
without one a file about which there is no doubt goes in, what only one side has changed is taken
or kept, and conflicts stay out. `Judged` is the progress that brings a file's verdict while others
are still read; which files contradict each other is only known in the end. Of a file that asks for
a password (`locked`), or after somebody changed what was compared, the same paths are read again
and `joined` to the batch.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from core.domain import duties
from core.domain.incoming import Incoming, paired
from core.domain.indicator import Item
from core.domain.issue import Severity
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.returned import Finding, Slip
from core.errors import UserError
from core.ports import Store
from core.progress import Job, Progress
from core.services import issuer
from core.services.inbox import arrivals, comparing
from core.services.inbox.arrivals import Arrival, Skipped
from core.services.inbox.doubts import ANY, Expected
from core.workbooks.reader import understood
from core.workbooks.search.arrived import Arrived

Open = Callable[[str, bytes, str], Arrived]  # by name, content and password, as `Sandbox.arrive`
_Opening = Future[Arrived | UserError]


@dataclass(frozen=True, slots=True)
class Judged(Progress):
    """A step that ended with a file's verdict."""

    file: Incoming


@dataclass(frozen=True, slots=True)
class Batch:
    """The files that were read, each once, and those that were skipped."""

    files: tuple[Incoming, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def joined(self, later: "Batch") -> "Batch":
        """Give it with what was read later; a file that is read again takes its place."""
        again = {each.place: each for each in later.files}
        kept = [again.pop(each.place, each) for each in self.files]
        skipped = dict.fromkeys((*self.skipped, *later.skipped))
        return Batch(paired((*kept, *again.values())), tuple(skipped))


@dataclass(frozen=True)
class _Desk:
    """What all files of a batch are read with."""

    store: Store
    open_file: Open
    plan: Callable[[str, Quarter], Plan | None]
    expected: Expected
    password: str


def read(
    store: Store,
    paths: Iterable[Path],
    open_file: Open,
    expected: Expected = ANY,
    password: str = "",
) -> Job[Batch]:
    """Read files, folders and mails and compare each form with the database; nothing is written.

    A file that cannot be read is an issue, not an end. Raises StorageError.
    """
    desk = _Desk(store, open_file, cache(partial(_plan, store)), expected, password)
    found = tuple(arrivals.gather(paths))
    skipped = [each for each in found if isinstance(each, Skipped)]
    waiting = [each for each in found if isinstance(each, Arrival)]
    files: dict[str, Incoming] = {}
    for done, (arrival, opening) in enumerate(_in_turn(desk, waiting)):
        yield Progress(done, len(waiting), f"正在读{arrival.name}")
        file = _compared(desk, arrival, opening.result())
        first = files.setdefault(file.sha256 or str(file.place), file)
        if first is file:
            yield Judged(done, len(waiting), f"{file.name}：{file.verdict.label}", file)
        else:
            same = f"与“{first.name}”是同一个文件，跳过"
            skipped.append(Skipped(file.path, file.name, same))
    return Batch(paired(tuple(files.values())), tuple(skipped))


def _in_turn(desk: _Desk, waiting: Iterable[Arrival]) -> Iterator[tuple[Arrival, _Opening]]:
    """Give the files as they are opened, the next one while one is compared."""
    coming: deque[tuple[Arrival, _Opening]] = deque()
    with ThreadPoolExecutor(1) as opener:
        for arrival in waiting:
            coming.append((arrival, opener.submit(_opened, desk, arrival)))
            if len(coming) > 1:
                yield coming.popleft()
        yield from coming


def _plan(store: Store, code: str, quarter: Quarter) -> Plan | None:
    """Give a plan as of a quarter, nothing where there is none or the quarter is outside it."""
    with store.reading() as work:
        plan = work.plans.get(code)
    return plan_as_of(plan, quarter) if plan and quarter in plan.quarters else None


def _opened(desk: _Desk, arrival: Arrival) -> Arrived | UserError:
    """Open a file, or say why that cannot be done."""
    try:
        content = arrivals.content(arrival)
    except UserError as error:
        return error
    return desk.open_file(arrival.name, content, desk.password)


def _compared(desk: _Desk, arrival: Arrival, arrived: Arrived | UserError) -> Incoming:
    """Tell what the cells of a file mean, and put it beside the database."""
    bare = Incoming(arrival.path, arrival.name, inside=arrival.inside)
    if isinstance(arrived, UserError):
        return replace(bare, issues=(Finding(Severity.BLOCKING, "", str(arrived)),))
    bare = replace(bare, sha256=arrived.sha256, size=arrived.size)
    slip = arrived.manifest.slip if arrived.manifest else None
    plan = desk.plan(slip.plan, slip.quarter) if slip else None
    returned = understood(arrived, _key(desk.store, slip), partial(_items, plan))
    with desk.store.reading() as work:
        return comparing.put_beside(work, plan, returned, bare, desk.expected)


def _key(store: Store, slip: Slip | None) -> bytes | None:
    """Give the key of the seal, nothing for what another database issued."""
    with store.reading() as work:
        own = issuer.read(work)
    return own.key if own and slip and own.identity == slip.database else None


def _items(plan: Plan | None, _: Slip) -> Mapping[str, Item]:
    """Give what a plan asks, by code."""
    return {each.code: each for each in duties.items(plan)} if plan else {}
