"""`Profile`: who sits at this computer, for which department, and what may be done there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.domain.words import Word


class Role(Word):
    """What this copy of the program is used for."""

    DEPARTMENT = "department", "部门填报"
    OFFICE = "office", "汇总单位"


@dataclass(frozen=True, slots=True)
class Profile:
    """Kept in the database; `departments` are codes by region, for codes differ between regions.

    Without a role nobody has said yet who uses the program.
    """

    role: Role | None = None
    name: str = ""
    phone: str = ""
    departments: Mapping[str, str] = field(default_factory=dict)

    def department(self, region: str) -> str:
        """Give the code of the user's department in a region, empty where none was chosen."""
        return self.departments.get(region, "")
