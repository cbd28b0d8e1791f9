"""`Department`: who explains, delivers and gives figures; how it becomes another with a date."""

from dataclasses import dataclass
from datetime import date

from core.domain.words import Word


@dataclass(frozen=True, slots=True)
class Department:
    """An office of the district or city, known by its code (D02) within its region."""

    code: str
    short_name: str
    full_name: str
    kind: str = ""
    remark: str = ""

    @property
    def called(self) -> tuple[str, str, str]:
        """What it can be called by: its code, its names."""
        return self.code, self.short_name, self.full_name


class Reform(Word):
    """What happens to a department."""

    RENAMED = "renamed", "更名"
    MERGED = "merged", "并入"
    SPLIT = "split", "分出"


@dataclass(frozen=True, slots=True)
class Reorganisation:
    """机构变动: from `on` on a department has another name, or another one has its duties.

    更名 uses the names; 并入 gives all duties to `into`; 分出 gives it those for `items`.
    """

    kind: Reform
    on: date
    code: str
    into: str = ""
    items: tuple[str, ...] = ()
    short_name: str = ""
    full_name: str = ""
    document: str = ""
