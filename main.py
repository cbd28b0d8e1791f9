"""规绩: brings the parts of the program together, as a window or for one command."""

import gc
import sys
from argparse import Namespace
from functools import partial
from typing import TYPE_CHECKING

import resources
from core.console import arguments
from core.console.streams import drop_unread, say, speak_utf8
from core.errors import UsageError
from core.workbooks import SERVE

if TYPE_CHECKING:  # a window paints before it pays for these
    from core.domain.holder import Holder
    from core.ports import Store


_GARBAGE_THRESHOLD = 50_000  # imports make many objects that stay: a tenth of the start is saved


def main(words: list[str] | None = None) -> int:
    """Open the window, or do the command that stands on the command line."""
    gc.set_threshold(_GARBAGE_THRESHOLD)
    speak_utf8()
    try:
        return _do(sys.argv[1:] if words is None else words)
    finally:
        drop_unread()


def _do(words: list[str]) -> int:
    """Do what the words ask for and give the exit status."""
    if words[:1] == [SERVE]:
        from core.workbooks.serving import serve

        return serve(int(words[1]))
    try:
        asked = arguments.parse(words)
    except UsageError as error:
        say(error)
        return 2
    if asked.command is None:
        from gui.application import run as open_window

        address = asked.database or ""
        alone = partial(open_store, alone=True)
        return open_window(alone, address, _holder(address), open_unread)
    from core.console.run import run as do_command

    return do_command(asked, partial(_open_for, asked))


def _holder(address: str) -> "Holder | None":
    """Give who has a database in a window, before anything is paid for one of one's own."""
    from db import lock, places

    file = places.plain(address)
    return lock.holder(file) if file else None


def open_store(address: str, *, create: bool = True, alone: bool = False) -> "Store":
    """Open a database, empty for the user's own, with the shipped plans in it.

    `alone` keeps others from writing while it is open. Raises StorageError.
    """
    from core.services.planning import plans
    from db.engine import open_store as open_database

    store = open_database(address or None, create=create, alone=alone)
    if store.created:
        say(f"已新建数据库“{store.address}”")
    if create and not store.holder:
        plans.load_shipped(store, resources.path("plans"))
    return store


def open_unread(address: str) -> "Store":
    """Give a database in which nothing is read, so that a damaged one can be restored.

    Raises StorageError.
    """
    from db.engine import unread_store

    return unread_store(address or None)


def _open_for(asked: Namespace) -> "Store":
    """Open the database of a command; checking or copying one makes none."""
    if asked.command == "restore":  # what it replaces may be damaged
        return open_unread(asked.database or "")
    return open_store(asked.database or "", create=asked.command not in {"verify", "backup"})


if __name__ == "__main__":
    sys.exit(main())
