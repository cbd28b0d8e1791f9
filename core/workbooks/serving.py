"""What happens in the process in which files are opened: it waits for one, answers, and waits.

The packaged program starts itself with the word SERVE, upon which `main` calls `serve`.
"""

import os
import pickle
from contextlib import suppress
from hashlib import sha256
from typing import IO

from core.workbooks.search.arrival import arrive
from core.workbooks.search.arrived import Arrived, grave

READY = b"\n"
Request = tuple[str, bytes, str]  # the file's name, its content and a password
Answer = tuple[Arrived, bool]  # what was found, and whether the process can go on
_LARGE = "读它要用{}MB以上的内存，已停止；请对方删去多余的行、列和格式后再发送"
_WRONG = "读的时候程序出错（{}），没有读；请对方打开后另存为.xlsx再发送，并把文件交给程序的维护者"


def serve(megabytes: int) -> int:
    """Open files for a program that asks for it on the standard input, until there are no more."""
    asked, told = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints goes nowhere
    _limit(megabytes)
    with asked, told:
        told.write(READY)
        told.flush()
        answer_all(asked, told, megabytes)
    return 0


def answer_all(asked: IO[bytes], told: IO[bytes], megabytes: int) -> None:
    """Answer request after request, as long as the process can go on."""
    goes_on = True
    while goes_on:
        try:
            request: Request = pickle.load(asked)  # noqa: S301 - from the program itself
        except EOFError:
            return
        answer, goes_on = _answered(request, megabytes)
        pickle.dump((answer, goes_on), told)
        told.flush()


def _answered(request: Request, megabytes: int) -> Answer:
    """Open a file, whatever that brings about."""
    try:
        return arrive(*request), True
    except MemoryError:
        return refused(request, _LARGE.format(megabytes)), False
    except Exception as error:  # noqa: BLE001 - a mistake of ours must not end the intake
        return refused(request, _WRONG.format(type(error).__name__)), False


def _limit(megabytes: int) -> None:
    """Take no more memory than that, where the system can see to it."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        most = megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def refused(request: Request, words: str) -> Arrived:
    """Say why a file could not be opened."""
    name, content, _ = request
    return Arrived(name, sha256(content).hexdigest(), len(content), findings=(grave(words),))
