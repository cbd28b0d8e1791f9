"""What changes on a date and leaves every earlier period as it was: bases and definitions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.vintage import Vintage


@dataclass(frozen=True, slots=True)
class Definition:
    """口径 from a date on: wording, where the data come from, and how they are computed."""

    words: str
    on: date | None = None
    source: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class BaseRevision:
    """基期修订: the base as it was later verified, by a census for instance."""

    base: Figure
    reason: str
    on: date | None = None
    vintage: Vintage = Vintage.FINAL
    document: str = ""


class Dated(Protocol):
    """Whatever holds from a day on; without a day it always held."""

    @property
    def on(self) -> date | None:
        """The first day."""
        ...


D = TypeVar("D", bound=Dated)


def in_force(changes: Iterable[D], quarter: Quarter) -> tuple[D, ...]:
    """Give the changes that hold at a quarter's last day, in their order."""
    return tuple(each for each in changes if each.on is None or each.on <= quarter.last_day)
