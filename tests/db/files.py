"""Files in the states in which a program may find them."""

import os
import sqlite3
import stat
from contextlib import closing, contextmanager
from hashlib import sha256

NOBODY = 65534


def planned_file(path, *plans):
    """Make a database file with plans in it."""
    from db.engine import open_store
    from tests.db.factories import plan

    store = open_store(path)
    with store.writing() as work:
        for each in plans or (plan(),):
            work.plans.add(each)
    return store


def digest(path):
    return sha256(path.read_bytes()).hexdigest()


def change(path, *statements):
    """Change a database behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def rows(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


@contextmanager
def read_only(path):
    """Take the right to write from a file or folder, for root too: it acts as nobody here."""
    mode = path.stat().st_mode
    path.chmod(mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) | stat.S_IROTH | stat.S_IXOTH)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    try:
        if root:
            os.seteuid(NOBODY)
        yield
    finally:
        if root:
            os.seteuid(0)
        path.chmod(mode)


@contextmanager
def writer(path):
    """Be another program that is writing."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute("ROLLBACK")
