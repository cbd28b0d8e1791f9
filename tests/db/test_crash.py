"""A process killed while it writes loses nothing that it had acknowledged."""

import random
import subprocess
import sys
from pathlib import Path

from core.domain.period import Quarter
from tests.db.factories import plan
from tests.db.files import planned_file

ROUNDS = 10
WRITER = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from db.engine import open_store
from tests.db.factories import AT, FORM, entry, plan
store = open_store(sys.stdin.readline().strip())
start = int(sys.stdin.readline())
for number in range(start, start + 100000):
    with store.writing() as work:
        work.entries.save(plan().code, [entry(text=str(number)), entry("B-02", text="1")], FORM, AT)
    print(number, flush=True)
"""


def started():
    """A process that waits to be told where to write."""
    return subprocess.Popen(  # the program stands above
        [sys.executable, "-c", WRITER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def killed(process, file, start, acknowledged):
    """Let a process write, kill it in the midst, and give the last number it acknowledged."""
    with process:
        process.stdin.write(f"{file}\n{start}\n")
        process.stdin.flush()
        for _ in range(acknowledged):
            last = int(process.stdout.readline())
        process.kill()
        return max([last, *map(int, process.stdout.read().split())])


def test_nothing_acknowledged_is_lost_to_a_kill(file):
    store = planned_file(file)
    moments = random.Random()  # noqa: S311  # any moment will do
    for round_, process in enumerate([started() for _ in range(ROUNDS)]):
        last = killed(process, file, 1000 * round_, moments.randint(1, 30))
        with store.reading() as work:
            changes = work.changes.of(plan().code, "B-01", Quarter(2025, 4))
            (now,) = work.entries.of(plan().code)[:1]
        assert last <= int(changes[-1].after) <= last + 1
        assert now.text == changes[-1].after
        assert store.problems() == ()
