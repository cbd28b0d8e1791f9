"""`Line`: a row of a file whose rows belong to the indicators of another one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, TypeVar

from core.domain.indicator import Indicator

T = TypeVar("T")
Lines = Mapping[str, tuple[T, ...]]


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """A value with the code of the indicator that it belongs to."""

    code: str
    value: T


def gathered(items: Iterable[tuple[int, Line[T]]]) -> Lines[T]:
    """Put the values of each indicator together, in the order of the file."""
    found: dict[str, tuple[T, ...]] = {}
    for _, line in items:
        found[line.code] = (*found.get(line.code, ()), line.value)
    return found


def spread(indicators: Iterable[Indicator], field: str) -> Iterator[Line[object]]:
    """Give a line for every value that the indicators have in a field."""
    for indicator in indicators:
        for value in attrgetter(field)(indicator):
            yield Line(indicator.code, value)
