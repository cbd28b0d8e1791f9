"""`Pair`: a thing the program does, and the simpler thing that it is held against."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.timing import Clock


class SkippedError(Exception):
    """A pair that this machine cannot time; the words say why."""


@dataclass(frozen=True, slots=True)
class Pair:
    """`name` asks for it on the command line; `bound` is the greatest ratio that we want.

    `sides` gets an empty folder and makes both ready; it raises SkippedError. `scale` makes what
    its clocks give into the unit that is shown, milliseconds where nothing else is said.
    """

    name: str
    title: str
    bound: float
    sides: Callable[[Path], tuple[Clock, Clock]]
    scale: float = 1000
