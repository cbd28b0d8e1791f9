"""`Sandbox`: a process of its own in which files are opened, so that none can harm the program.

    with Sandbox() as sandbox:
        sandbox.arrive(name, content, password) -> Arrived     for `reader.understood`

It is given one file at a time, and replaced when it needs too long or too much, or dies. What
happens in it is in `serving`.
"""

import pickle
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Timer
from types import TracebackType
from typing import IO, Self

from core.workbooks import SERVE
from core.workbooks.search.arrived import Arrived
from core.workbooks.serving import READY, Answer, Request, refused

SECONDS, MEGABYTES = 5.0, 300
_SECONDS_TO_START = 60.0
_CODE = "import sys; sys.path.insert(0, {!r}); from core.workbooks.serving import serve; serve({})"
_NOT_BEGUN = "读文件的进程启动不了（{}），没有读；请关闭一些程序后重试"
_SLOW = "读了{:g}秒还没有读完，已停止；文件可能太大或有害，请对方打开后另存为.xlsx再发送"
_DEAD = "读不下去，已停止；可能要用{}MB以上的内存或有害，请对方打开后另存为.xlsx再发送"


class Sandbox:
    """Owns the process: begins it when the first file comes, and ends it at `close`."""

    def __init__(self, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self._seconds, self._megabytes = seconds, megabytes
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def arrive(self, name: str, content: bytes, password: str = "") -> Arrived:
        """Open a file as `arrival.arrive` does; one that cannot be opened in time says so."""
        with self._lock:
            return self._arrive((name, content, password))

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _arrive(self, request: Request) -> Arrived:
        """Let the process open a file."""
        try:
            process = self._ready()
        except OSError as error:
            return refused(request, _NOT_BEGUN.format(error.strerror or error))
        deadline = _Deadline(process, self._seconds)
        try:
            answer, goes_on = _asked(process, request)
        except (OSError, EOFError, pickle.UnpicklingError):
            slow, dead = _SLOW.format(self._seconds), _DEAD.format(self._megabytes)
            answer, goes_on = refused(request, slow if deadline.passed else dead), False
        if not deadline.kept() or not goes_on:
            self._end()
        return answer

    def _ready(self) -> "subprocess.Popen[bytes]":
        """Give a process that waits for a file."""
        if self._process and self._process.poll() is None:
            return self._process
        self._end()
        self._process = _begun(self._megabytes)
        deadline = _Deadline(self._process, _SECONDS_TO_START)
        _pipe(self._process.stdout).read(len(READY))  # what fails here fails again when asked
        deadline.kept()
        return self._process

    def _end(self) -> None:
        """End the process, whatever it does."""
        if self._process:
            self._process.kill()
            with suppress(OSError):
                self._process.__exit__(None, None, None)
            self._process = None


class _Deadline:
    """Ends a process that does not answer in time."""

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
        self._over = Event()
        self._timer = Timer(seconds, self._pass, (process,))
        self._timer.daemon = True
        self._timer.start()

    @property
    def passed(self) -> bool:
        """Whether it has passed."""
        return self._over.is_set()

    def kept(self) -> bool:
        """Lift it, and tell whether it was kept."""
        self._timer.cancel()
        self._timer.join()
        return not self.passed

    def _pass(self, process: "subprocess.Popen[bytes]") -> None:
        """End the process."""
        self._over.set()
        process.kill()


def _asked(process: "subprocess.Popen[bytes]", request: Request) -> Answer:
    """Ask the process.

    Raises OSError, EOFError or UnpicklingError where it ends before it has answered.
    """
    pickle.dump(request, asked := _pipe(process.stdin))
    asked.flush()
    answer: Answer = pickle.load(_pipe(process.stdout))  # noqa: S301 - from the program itself
    return answer


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    """Give a pipe that was asked for."""
    assert pipe is not None  # noqa: S101
    return pipe


def _begun(megabytes: int) -> "subprocess.Popen[bytes]":
    """Begin a process; signals from the keyboard do not reach it."""
    return subprocess.Popen(  # noqa: S603 - the program itself
        _command(megabytes),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command(megabytes: int) -> Sequence[str]:
    """Say how the process is begun: by the packaged program, or by Python."""
    if getattr(sys, "frozen", False):
        return sys.executable, SERVE, str(megabytes)
    root = str(Path(__file__).parents[2])
    return sys.executable, "-P", "-c", _CODE.format(root, megabytes)
