"""Where bugs go: into the log file, and once into a dialog that offers the details."""

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from gui import feedback

LARGEST = 1_000_000  # bytes after which the log begins anew, one older one kept


def install(show: Callable[[str, Path], None]) -> None:
    """Send what nobody caught to the log and to `show`, with its details and the log's path."""
    sys.excepthook = partial(_report, show)


def log_path() -> Path:
    """Give where the log of bugs lies, in the user's own folders."""
    from platformdirs import user_log_path

    return user_log_path("guiji", appauthor=False) / "guiji.log"


def _report(
    show: Callable[[str, Path], None],
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Write the log and show the dialog; what only ends the program does that."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    details = feedback.details(error.with_traceback(trace))
    log = log_path()
    _keep(details, log)
    show(details, log)


def _keep(details: str, log: Path) -> None:
    """Append to the log; where even that fails, the dialog still has the details."""
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > LARGEST:
            log.replace(log.with_suffix(".old.log"))
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{when}\n{details}\n")
    except OSError as error:
        sys.stderr.write(f"日志写不进“{log}”：{error}\n{details}")
