"""Timing two things against each other: in turns, so that a busy machine slows both."""

import gc
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple

Clock = Callable[[], float]  # does a thing once and gives the seconds that it took


class Medians(NamedTuple):
    """The median seconds of the program and of what it is compared with."""

    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """How many times as long the program takes."""
        return self.ours / self.theirs


def compare(ours: Clock, theirs: Clock, rounds: int) -> Medians:
    """Take both in turns and give their medians; a first round warms up and is not counted."""
    taken = [(ours(), theirs()) for _ in range(rounds + 1)][1:]
    return Medians(*map(median, zip(*taken, strict=True)))


def timed(act: Callable[[], object]) -> Clock:
    """Time an act in this process; earlier acts leave it no garbage to collect."""

    def clock() -> float:
        gc.collect()
        began = perf_counter()
        act()
        return perf_counter() - began

    return clock
