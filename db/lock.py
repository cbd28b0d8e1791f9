"""The lock beside a database: one window writes, others read; it ends with its process."""

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from time import sleep

from core.domain.holder import Holder

ATTEMPTS, PAUSE = 4, 0.05  # whoever only looks holds the lock for a moment, too
_FAR = 1 << 20  # where Windows locks a byte: what lies before it stays legible

if sys.platform == "win32":
    import msvcrt

    def _seize(file: io.FileIO) -> None:
        """Lock a file for this process alone.

        Raises PermissionError where another one has it.
        """
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(file: io.FileIO) -> None:
        """Lock a file for this process alone.

        Raises BlockingIOError where another one has it, another OSError where nothing locks.
        """
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """Held until it is released, or until the process ends in whatever way."""

    def __init__(self, path: Path, file: io.FileIO) -> None:
        self._path, self._file = path, file

    def release(self) -> None:
        """Let others have it; the file goes. A second time nothing happens."""
        if self._file.closed:
            return
        windows = sys.platform == "win32"
        if not windows:  # while it is still locked: the next one makes a file of its own
            _remove(self._path)
        self._file.close()
        if windows:  # which deletes no open file
            _remove(self._path)


def beside(database: Path) -> Path:
    """Give where the lock of a database lies: guiji.db.lock, beside the file that links mean."""
    real = database.resolve()
    return real.with_name(f"{real.name}.lock")


def take(database: Path) -> Lock | Holder | None:
    """Take a database's lock, or give who has it; nothing where no lock can be made."""
    path = beside(database)
    for attempt in range(ATTEMPTS):
        sleep(PAUSE * bool(attempt))
        try:
            return _seized(path)
        except (BlockingIOError, PermissionError):
            continue
        except OSError:  # a disk that is read-only, full, or knows no locks
            return None
    return holder(database)


def holder(database: Path) -> Holder | None:
    """Give who has a database's lock now, without making one."""
    with suppress(OSError), io.FileIO(beside(database)) as file:
        try:
            _seize(file)
        except (BlockingIOError, PermissionError):
            return _read(database, file)
    return None


def _seized(path: Path) -> Lock:
    """Lock the file, made where there is none, and sign it.

    Raises BlockingIOError where another one has it, or had it a moment ago.
    """
    try:
        file = io.FileIO(os.open(path, os.O_RDWR | os.O_CREAT), "r+")
    except PermissionError:
        _clear(path)
        raise
    try:
        _seize(file)
        _confirm(path, file)
        _sign(file)
    except BaseException:
        file.close()
        raise
    return Lock(path, file)


def _clear(path: Path) -> None:
    """Remove the file of somebody else whose process did not end in order."""
    with suppress(OSError), io.FileIO(path) as file:
        _seize(file)
        path.unlink()


def _confirm(path: Path, file: io.FileIO) -> None:
    """Raise BlockingIOError where the file that was locked is no longer the one of this name."""
    with suppress(FileNotFoundError):
        if os.path.samestat(path.stat(), os.fstat(file.fileno())):
            return
    raise BlockingIOError


def _sign(file: io.FileIO) -> None:
    """Write who has the lock; where the disk is full it is held unsigned."""
    import json
    from datetime import UTC, datetime

    user, host = _here()
    since = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
    signed = {"user": user, "host": host, "since": since, "pid": os.getpid()}
    with suppress(OSError):
        file.truncate(0)
        file.seek(0)
        file.write(json.dumps(signed, ensure_ascii=False).encode())


def _read(database: Path, file: io.FileIO) -> Holder:
    """Read who has the lock; not signed yet, it is somebody unknown."""
    import json

    try:
        file.seek(0)
        signed = json.loads(file.read(_FAR))
        user, host = str(signed["user"]), str(signed["host"])
        mine = (user, host) == _here()
        return Holder(str(database), user, host, str(signed["since"]), int(signed["pid"]), mine)
    except (OSError, ValueError, KeyError, TypeError):
        return Holder(str(database))


def _here() -> tuple[str, str]:
    """Give the login name, empty where the system knows none, and the computer's name."""
    import getpass
    import platform

    with suppress(KeyError, OSError, ImportError):
        return getpass.getuser(), platform.node()
    return "", platform.node()


def _remove(path: Path) -> None:
    """Delete a lock's file, if the folder allows it."""
    with suppress(OSError):
        path.unlink()
