"""Long work as a generator: progress is yielded, the result returned, `close()` cancels."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` steps are finished; `words` name the step under way."""

    done: int
    total: int
    words: str


Job = Generator[Progress, None, T]


def finish(job: Job[T], watch: Callable[[Progress], None] = lambda _: None) -> T:
    """Run a job to its end, showing each step to `watch`, and give its result."""
    while True:
        try:
            watch(next(job))
        except StopIteration as end:
            result: T = end.value
            return result
