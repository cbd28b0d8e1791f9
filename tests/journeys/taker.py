"""A process that takes returned forms in until it is killed.

It reads lines of a database and a folder, and has the folder's files taken in by a copy of itself,
whose imports are done already; an empty line kills the copy. Printed are `pid N`, a `step` before
each statement that the database is asked for, `done` once all is taken in, and `end` after a kill.
"""

import os
import signal
import sys
from functools import partial
from pathlib import Path

from sqlalchemy import event

from core.progress import finish
from core.services.inbox import intake, taking
from core.services.inbox.doubts import ANY
from core.workbooks.search.arrival import arrive
from db.engine import open_store


def take_in(database, folder):
    """Take the files of a folder in, telling each step."""
    store = open_store(database)
    batch = finish(intake.read(store, [Path(folder)], arrive, ANY))
    event.listen(store.engine, "before_cursor_execute", lambda *_: say("step"))
    event.listen(store.engine, "commit", lambda *_: say("step"))
    finish(taking.take(store, batch, {}, "王主任"))
    say("done")


def say(*words):
    """Print a line at once, in one piece."""
    os.write(sys.stdout.fileno(), f"{' '.join(map(str, words))}\n".encode())


def copied(act):
    """Do something in a copy of this process; give its number."""
    pid = os.fork()
    if pid:
        return pid
    try:
        act()
    finally:
        os._exit(0)


def serve():
    """Have files taken in, as the lines say."""
    while line := sys.stdin.readline().rstrip("\n"):
        database, folder = line.split("\t")
        pid = copied(partial(take_in, database, folder))
        say("pid", pid)
        sys.stdin.readline()
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        say("end")


if __name__ == "__main__":
    serve()
