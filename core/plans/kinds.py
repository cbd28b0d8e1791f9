"""Kinds of cells: how one is read, how it is written, what is expected where it does not fit."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any

from core.domain.figure import Figure
from core.domain.formulas.formula import Formula
from core.domain.period import Quarter
from core.domain.words import Word

LONGEST = 2000
EARLIEST, LATEST = 1949, 2100  # as `Quarter` has them
BRIEF = 40
HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
)  # control characters and marks without width; a line feed within a cell is Excel's own
_FORMULA = re.compile(r"[=+@＝＋＠-]|#(?:DIV|N/A|NAME|NULL|NUM|REF|VALUE)")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9.-]{0,39}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
_ENDLESS = re.compile(r"[0-9]{16}")  # more digits than rounding can carry
_PER_CENT = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,4})?)[%％]")
_DECIMALS = re.compile("[0-6]")
_DAYS = re.compile("[0-9]{1,3}")
_YEAR = re.compile("[0-9]{4}")
_DATE = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})")
_BETWEEN = re.compile(r"[、，,；;\s]+")


@dataclass(frozen=True, slots=True)
class Kind:
    """What cells of a column hold; an empty one holds `blank`, others one of `choices` if any.

    `read` raises LookupError, ValueError or UserError for a text that is not as `expected`.
    `names` gives the codes that a value names, where it is not one itself, or several.
    """

    expected: str
    read: Callable[[str], object]
    show: Callable[[Any], str] = str
    blank: object = None
    choices: tuple[str, ...] = ()
    names: Callable[[Any], tuple[str, ...]] | None = None

    def named(self, value: object) -> tuple[str, ...]:
        """Give the codes that a value names."""
        if self.names:
            return self.names(value)
        return value if isinstance(value, tuple) else (str(value),)


def legible(text: str) -> bool:
    """Whether a text is of a bearable length and shows all of its characters."""
    return len(text) <= LONGEST and not HIDDEN.search(text)


def brief(text: str) -> str:
    """Shorten a text for a message, unseen characters made visible."""
    seen = HIDDEN.sub("�", text[:BRIEF]).replace("\n", "↵")
    return seen + ("…" if len(text) > BRIEF else "")


def word(words: type[Word]) -> Kind:
    """Make the kind of the Chinese wordings of `words`."""
    members = {member.label: member for member in words}
    choices = tuple(members)
    expected = "、".join(choices) + "之一"
    return Kind(expected, members.__getitem__, attrgetter("label"), choices=choices)


def matched(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    """Match a text whole.

    Raises ValueError.
    """
    found = pattern.fullmatch(text)
    if not found:
        raise ValueError(text)
    return found


def _text(cell: str) -> str:
    """Read words that Excel will not compute."""
    if _FORMULA.match(cell) or not legible(cell):
        raise ValueError(cell)
    return cell


def _figure(cell: str) -> Figure:
    """Read a figure whose digits can be rounded."""
    if len(cell) > LONGEST or _ENDLESS.search(cell):
        raise ValueError(cell)
    return Figure.parse(cell)


def _formula(cell: str) -> str:
    """Read a formula that Excel will not compute, and write it in one way."""
    return str(Formula.parse(_text(cell)))


def _calculation(cell: str) -> str:
    """Read a formula that gives a number from figures, and write it in one way.

    Raises ValueError for a comparison, or where no figure is looked at.
    """
    formula = Formula.parse(_text(cell))
    if formula.sign or not formula.codes:
        raise ValueError(cell)
    return str(formula)


def _codes(cell: str) -> tuple[str, ...]:
    """Read codes with 、 or another separator between them."""
    codes = tuple(_BETWEEN.split(cell))
    return tuple(matched(_CODE, code)[0] for code in codes)


def _date(cell: str) -> date:
    """Read a date as written by hand or by Excel, in a year that quarters can have."""
    found = date(*map(int, matched(_DATE, cell).groups()))
    if not EARLIEST <= found.year <= LATEST:
        raise ValueError(cell)
    return found


TEXT = Kind(
    f"文字：不是公式或Excel错误值，没有看不见的字符，不超过{LONGEST}字",
    _text,
    lambda text: f"'{text}" if _FORMULA.match(text) else text,
    blank="",
)
CODE = Kind(
    "编码：字母开头，只用字母、数字、点和短横，不超过40个字符",
    lambda cell: matched(_CODE, cell)[0],
    blank="",
)
CODES = Kind("编码，之间用顿号", _codes, "、".join, blank=())
FIGURE = Kind(
    "规划印出的数或词，如5、突破450、7.5左右、[21.4]、3-5、0.7:34.4:64.9"
    "（3-5被Excel改成日期时，先把该列设为文本格式）",
    _figure,
)
NUMBER = Kind(
    "数，如7.5", lambda cell: Decimal(matched(_NUMBER, cell)[0]), lambda number: format(number, "f")
)
FORMULA = Kind(
    "算式：编码写在方括号里，如[B-13] ≈ [B-25] / [B-26]、合计([B-12]) = 100",
    _formula,
    names=lambda text: Formula.parse(text).codes,
)
CALCULATION = Kind(
    "算式：由别的指标算出本指标的数，如[B-25] / [B-26]，不含比较符号",
    _calculation,
    blank="",
    names=lambda text: Formula.parse(text).codes,
)
TOLERANCE = Kind(
    "百分数，如3%，用于≈",
    lambda cell: Decimal(matched(_PER_CENT, cell)[1]).scaleb(-2),
    lambda share: f"{share.scaleb(2).normalize():f}%",
    blank=Decimal(0),
)
DECIMALS = Kind("0到6的整数", lambda cell: int(matched(_DECIMALS, cell)[0]))
DAYS = Kind("0到999的整数", lambda cell: int(matched(_DAYS, cell)[0]), blank=0)
YEAR = Kind("年份，如2024", lambda cell: int(matched(_YEAR, cell)[0]))
QUARTER = Kind("报告期，如2024Q1", Quarter.parse)
PLANNED = Kind(QUARTER.expected, lambda cell: str(Quarter.parse(cell)))
DATE = Kind("日期，如2020-05-08", _date)
