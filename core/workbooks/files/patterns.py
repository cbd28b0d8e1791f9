"""What a number format makes of a number: a share, a date, or digits with so many decimals."""

import re
from functools import lru_cache

from core.workbooks.files.book import Look, Show

_ASIDE = re.compile(r'"[^"]*"|\\.|[_*].')  # is shown as it stands
_POWER = re.compile("E[+-]")
_BRACKETS = re.compile(r"\[(?![hms]+\])[^\]]*\]", re.IGNORECASE)  # colours, conditions, countries
_GENERAL = re.compile(r"general|G/通用格式", re.IGNORECASE)
_DATE = re.compile("[ymdhseg年月日]", re.IGNORECASE)
_FIXED = re.compile(r"[#,]*0(?:\.(0*))?[#?]*%?")
_FIRST_OWN, _LONGEST = 164, 255
_DATES = (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))
_BUILT_IN = {
    **dict.fromkeys(map(str, _DATES), "y-m-d"),
    **dict.fromkeys(("1", "3", "37", "38"), "0"),
    **dict.fromkeys(("2", "4", "39", "40"), "0.00"),
    "9": "0%",
    "10": "0.00%",
}


def built_in(number: str) -> Look:
    """Tell what a format makes that a file only numbers; those from 164 on it must spell out."""
    known = len(number) <= len(str(_FIRST_OWN)) and number.isdecimal() and int(number) < _FIRST_OWN
    return look(_BUILT_IN.get(number, "general")) if known else Look(Show.UNKNOWN)


@lru_cache(maxsize=1000)
def look(pattern: str) -> Look:
    """Tell what a format makes of a positive number."""
    plain = _ASIDE.sub("", pattern[:_LONGEST]).partition(";")[0]
    plain = _GENERAL.sub("", _BRACKETS.sub("", _POWER.sub("^", plain))).strip()
    if "%" in plain:
        return Look(Show.PERCENT, _places(plain))
    if _DATE.search(plain):
        return Look(Show.DATE)
    return Look(Show.PLAIN, _places(plain))


def _places(plain: str) -> int | None:
    """Give the decimals that are always shown."""
    found = _FIXED.fullmatch(plain)
    return len(found[1] or "") if found else None
