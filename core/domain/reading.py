"""Reading what people type: forgiving, and never silent about what it changed."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from core.domain import unit as units
from core.domain.figure import TRAILS, Figure
from core.domain.submission import Missing
from core.errors import FigureError

_FOLDED = str.maketrans(
    "０１２３４５６７８９．－−﹣＋％：［］／",
    "0123456789.---+%:[]/",
)
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_SPACES = re.compile("[\\s\u3000\u00a0\u2000-\u200a\u202f]+")
_NOTHING = frozenset(("-", "--", "—", "——", "–", "无", "/"))
_GROUPED = re.compile(
    r"(?<![\d.,，])[1-9]\d{0,2}(?:([,， ])\d{3})(?:\1\d{3})*(?![\d,，])", re.ASCII
)
_LOOSE = re.compile(r"^\+(?=[\d.])|(?<![\d.])0+(?=\d)", re.ASCII)
_BARE_POINT = re.compile(r"(?<![\d.])\.(?=\d)", re.ASCII)
_WITH_UNIT = re.compile(r"(?P<leads>\D*?)(?P<number>-?\d+(?:\.\d+)?)(?P<unit>[^\d\s]+)", re.ASCII)
_LONGEST = 1000
_MOST_DIGITS = 20
_MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed text means: a figure, or the missing kind that it proposes.

    `note` says in Chinese what was changed by reading; empty when nothing was.
    """

    figure: Figure | None
    missing: Missing | None = None
    note: str = ""


def read(text: str, unit: str) -> Reading:
    """Read a typed figure of an indicator in `unit`.

    Raises FigureError naming the text when it cannot be read.
    """
    if len(text) > _LONGEST:
        raise FigureError(f"“{_shown(text)}”过长，请核对")
    if _CONTROL.search(text.strip()):
        raise FigureError(f"“{_shown(text)}”含有不可见的控制字符，请重新填写")
    plain = _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip().removeprefix("'").lstrip()
    if plain.translate(_FOLDED) in _NOTHING:
        return Reading(None, Missing.UNCOUNTED, f"“{plain}”表示没有数，请选择缺数原因")
    figure = _figure(_ungrouped(plain.translate(_FOLDED)), unit, text)
    worded = units.worded(figure, unit)
    note = "" if text in (str(figure), worded) else f"“{_shown(text)}”读作{worded}"
    return Reading(figure, note=note)


def _figure(plain: str, unit: str, text: str) -> Figure:
    """Parse a cleaned text, with or without a trailing unit."""
    if sum(character.isdecimal() for character in plain) > _MOST_DIGITS:
        raise FigureError(f"“{_shown(text)}”的位数过多，请核对")
    found = _WITH_UNIT.fullmatch(plain)
    figure = _parsed(plain) or (_converted(found, unit) if found else None)
    if figure is None:
        raise FigureError(f"“{_shown(text)}”不是可以识别的数")
    return _without_percent(figure, unit, text)


def _parsed(plain: str) -> Figure | None:
    """Parse a text as it is printed, or give nothing."""
    try:
        return Figure.parse(plain)
    except FigureError:
        return None


def _without_percent(figure: Figure, unit: str, text: str) -> Figure:
    """Drop a typed % where the unit says it."""
    if not figure.percent:
        return figure
    if unit != "%":
        raise FigureError(f"“{_shown(text)}”带有百分号，而单位是“{unit}”，请核对")
    return replace(figure, percent=False)


def _converted(found: re.Match[str], unit: str) -> Figure | None:
    """Convert a number with a trailing unit into `unit`: 2000万 → 0.2亿元."""
    trail = next((word for word in TRAILS if found["unit"].endswith(word)), "")
    factor = units.factor(found["unit"].removesuffix(trail), unit)
    if factor is None:
        return None
    number = Decimal(found["number"])
    scaled = number if factor == 1 else (number * factor).normalize()
    return _parsed(f"{found['leads']}{scaled:f}{trail}")


def _ungrouped(text: str) -> str:
    """Take out thousands separators, a leading plus, needless zeros; put in a missing zero."""
    joined = _GROUPED.sub(lambda found: found[0].replace(found[1], ""), text)
    return _BARE_POINT.sub("0.", _LOOSE.sub("", joined))


def _shown(text: str) -> str:
    """Quote at most forty visible characters of a text."""
    start = text[:_MOST_SHOWN]
    visible = "".join(character if character.isprintable() else "�" for character in start)
    return visible if len(text) <= _MOST_SHOWN else visible + "…"
