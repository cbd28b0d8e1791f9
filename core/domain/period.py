"""`Quarter`: the period that departments report, counted from the start of its year."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from core.errors import UsageError

_TEXT = re.compile(r"(\d{4})[Qq]([1-4])")
_YEARS = range(1949, 2101)
_NAMES = ("一季度", "上半年", "前三季度", "全年")
_LAST = len(_NAMES)  # the quarter that ends a year


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year; its figures are year-to-date."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if self.year not in _YEARS or not 1 <= self.number <= _LAST:
            raise UsageError(f"没有“{self.year}Q{self.number}”这个报告期，应写作2024Q1的样子")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2024Q1`.

        Raises UsageError naming the text.
        """
        found = _TEXT.fullmatch(text.strip())
        if not found:
            raise UsageError(f"报告期“{text}”看不懂，应写作2024Q1的样子")
        return cls(int(found[1]), int(found[2]))

    def __hash__(self) -> int:
        return self.year * _LAST + self.number  # figures are looked up by it all the time

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    @property
    def label(self) -> str:
        """The year-to-date wording: 2023年前三季度."""
        return f"{self.year}年{self.span}"

    @property
    def span(self) -> str:
        """The part of the year that the figures cover: 前三季度."""
        return _NAMES[self.number - 1]

    @property
    def ends_year(self) -> bool:
        """Whether the figures cover the whole year."""
        return self.number == _LAST

    @property
    def last_day(self) -> date:
        """The day on which the quarter ends."""
        month = 3 * self.number
        first_after = date(self.year + month // 12, month % 12 + 1, 1)
        return first_after - timedelta(days=1)

    def moved(self, quarters: int) -> Self:
        """Give the quarter that lies so many later, or earlier where negative.

        Raises UsageError outside the years that quarters can have.
        """
        index = self.year * _LAST + self.number - 1 + quarters
        return type(self)(index // _LAST, index % _LAST + 1)
