"""`Department`: who explains, delivers and gives figures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Department:
    """An office of the district or city, known by its code (D02) within its region."""

    code: str
    short_name: str
    full_name: str
    kind: str = ""
    remark: str = ""
