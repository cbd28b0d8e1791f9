"""`Choice`: the report that the page 报告 was asked for, beside plan and quarter."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.domain.indicator import Binding
from core.domain.printed import Edition
from core.domain.words import Word


class Copies(Word):
    """How many reports are written at once."""

    ONE = "one", "只写选定的这一份"
    DEPARTMENTS = "departments", "每个单位各写一份"
    FAVOURITES = "favourites", "常用的报告各写一份"
    KINDS = "kinds", "所有种类各写一份"


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind of report by its code, the part of the plan it is about, and for whom it is printed.

    An empty department or section, or no binding, is all of them.
    """

    kind: str = ""
    department: str = ""
    section: str = ""
    binding: Binding | None = None
    edition: Edition = Edition.FINAL
    public: bool = False

    def of_kinds(self, kinds: Iterable[str]) -> tuple["Choice", ...]:
        """Give the same of other kinds."""
        return tuple(replace(self, kind=kind) for kind in kinds)

    def of_departments(self, departments: Iterable[str]) -> tuple["Choice", ...]:
        """Give the same of each department."""
        return tuple(replace(self, department=code) for code in departments)
