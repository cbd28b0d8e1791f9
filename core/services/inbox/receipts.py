"""The files that were taken in: their list, saving them out again, and scans kept beside them.

What was decided is in each receipt: `Ruling(choices=receipt.choices)` decides the same again.
"""

import re
from hashlib import sha256
from itertools import count
from pathlib import Path

from core.domain.period import Quarter
from core.domain.receipt import Receipt, Scan
from core.domain.submission import Event, Origin
from core.ports import Store
from core.services import evidence, files
from core.services.clock import now

SCANNED = "扫描件"  # the subject under which scans stand in the chain of changes
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')  # of files, on Windows


def history(store: Store, plan: str, quarter: Quarter | None = None) -> tuple[Receipt, ...]:
    """Give a plan's receipts, of all quarters or one, the latest first."""
    with store.reading() as work:
        return work.receipts.of(plan, quarter)[::-1]


def save_original(store: Store, name: str, digest: str, folder: Path) -> Path:
    """Write a file out again into a folder, byte for byte and beside what is there; give its path.

    Raises NotFoundError for a file that was never taken in, OutputError, StorageError.
    """
    with store.reading() as work:
        content = work.receipts.content(digest)
    path = _free(files.prepare(folder), _NOT_IN_NAMES.sub("_", name))
    files.put(path, content)
    return path


def add_scan(store: Store, receipt: Receipt, path: Path, by: str) -> None:
    """Keep a scanned form, signed and stamped, beside its workbook; the same twice changes nothing.

    Raises UserError for a file that cannot be read, is empty or too large.
    """
    name, content = evidence.read_file(path)
    scan = Scan(name, sha256(content).hexdigest(), len(content))
    with store.writing() as work:
        if scan in _stored(work.receipts.of(receipt.slip.plan), receipt).scans:
            return
        work.receipts.add_scan(receipt, scan, content)
        work.changes.note(receipt.slip.plan, _event(receipt, scan, by))


def _stored(receipts: tuple[Receipt, ...], receipt: Receipt) -> Receipt:
    """Give a receipt as it is stored now."""
    return next(each for each in receipts if each.number == receipt.number)


def _event(receipt: Receipt, scan: Scan, by: str) -> Event:
    """Record that a scan was kept."""
    origin = Origin(SCANNED, by, scan.name, scan.sha256)
    slip = receipt.slip
    place = (slip.department, str(slip.quarter))
    return Event(SCANNED, *place, "", f"{receipt.name}：{scan.name}", origin, now())


def _free(folder: Path, name: str) -> Path:
    """Give the first name that nothing in a folder has: 回件.xlsx, 回件（2）.xlsx."""
    first = Path(name)
    names = (name if n == 1 else f"{first.stem}（{n}）{first.suffix}" for n in count(1))
    return next(path for each in names if not (path := folder / each).exists())
