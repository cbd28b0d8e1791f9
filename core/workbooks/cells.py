"""What a returned cell says, as somebody would have typed it who sees what it shows."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from core.domain.cell import Column
from core.domain.figure import WHOLE, half_up
from core.domain.indicator import Indicator, Item
from core.errors import FigureError
from core.workbooks.files.book import Kind, Show, Stored

_PER_CENT = "%"
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_SHARE = Decimal(1)  # a number at most so large may be a percentage that lost its sign


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says; `note` words what reading changed, `doubt` what a person must confirm."""

    text: str
    note: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What kind of number a cell asks for: its unit, and the decimals that it shows and keeps."""

    unit: str
    least: int
    most: int | None = None


_PERCENTAGES = {Column.GROWTH: _Asked(_PER_CENT, 1), Column.PROGRESS: _Asked(_PER_CENT, 0)}


def said(stored: Stored, item: Item, column: Column, sent: str) -> Said:
    """Tell what a cell says for an item; `sent` is what stood there.

    Raises FigureError with a sentence where it says nothing to rely on.
    """
    match stored.kind:
        case Kind.TEXT:
            return Said(stored.text)
        case Kind.NUMBER if column in _PERCENTAGES:
            return _number(stored, _PERCENTAGES[column], sent)
        case Kind.NUMBER if column is Column.FIGURE and isinstance(item, Indicator):
            return _number(stored, _Asked(item.unit, item.decimals, item.decimals), sent)
        case Kind.NUMBER:
            return _words(stored)
        case Kind.ERROR:
            raise FigureError(f"公式出错，结果是“{stored.text}”；请直接填数")
        case Kind.FLAG:
            raise FigureError(f"填的是逻辑值“{stored.text}”，不是数也不是文字；请重填")
    if stored.formula:
        raise FigureError("是公式，而文件里没有存下结果；请在Excel或WPS里打开并保存，或直接填数")
    raise FigureError("这一格的内容在文件里已丢失；请对方打开核对后重新发送")


def _words(stored: Stored) -> Said:
    """Tell what a number says where words are asked for: what it shows."""
    if stored.look.show is Show.PERCENT:
        return Said(_percentage(stored) + _PER_CENT)
    return Said(stored.shown or stored.text)


def _number(stored: Stored, asked: _Asked, sent: str) -> Said:
    """Tell what a number says where one is asked for, what was sent where it is the same one."""
    found = _as_shown(stored, asked)
    if not _PLAIN.fullmatch(found.text):
        return found
    number = Decimal(found.text)
    if _PLAIN.fullmatch(sent) and Decimal(sent) == number:
        return Said(sent)
    return _rounded(found, number, asked.most)


def _as_shown(stored: Stored, asked: _Asked) -> Said:
    """Tell what somebody sees who looks at a number."""
    match stored.look.show:
        case Show.PERCENT if asked.unit == _PER_CENT:
            text = _percentage(stored)
            return Said(text, f"单元格是百分比格式，显示“{text}%”，读作{text}%")
        case Show.PERCENT:
            return Said(_percentage(stored) + _PER_CENT)  # which no other unit understands
        case Show.UNKNOWN:
            return Said(_padded(_sure(stored, asked.unit), asked.least))
    return Said(_padded(stored.text, stored.look.places), doubt=_doubt(stored))


def _percentage(stored: Stored) -> str:
    """Give the number that stands before a per cent sign."""
    return _padded(_hundredfold(stored.text), stored.look.places)


def _hundredfold(text: str) -> str:
    """Write a hundred times a number."""
    return format((Decimal(text) * WHOLE).normalize(), "f")


def _sure(stored: Stored, unit: str) -> str:
    """Give a number of which the file does not say how it is shown.

    Raises FigureError where it may be a percentage without its sign.
    """
    number = Decimal(stored.text)
    if unit == _PER_CENT and number and abs(number) <= _SHARE:
        raise FigureError(
            f"存的是{stored.text}，而文件没有说明格式，可能是{stored.text}%，"
            f"也可能是{_hundredfold(stored.text)}%；没有读，请核对"
        )
    return stored.text


def _doubt(stored: Stored) -> str:
    """Ask about a number that is shown as a day."""
    if stored.look.show is not Show.DATE:
        return ""
    seen = f"，显示“{stored.shown}”" if stored.shown else ""
    return f"这一格成了日期格式{seen}，存的数是{stored.text}；按{stored.text}读，请确认"


def _padded(text: str, places: int | None) -> str:
    """Add the zeros that are shown after a number."""
    whole, _, fraction = text.partition(".")
    fraction = fraction.ljust(places or 0, "0")
    return f"{whole}.{fraction}" if fraction else whole


def _rounded(found: Said, number: Decimal, decimals: int | None) -> Said:
    """Round a number to the decimals with which it is published, and say so."""
    rounded = number if decimals is None else half_up(number, decimals)
    text = format(rounded, "f")
    if rounded == number:
        return replace(found, text=text)
    words = f"存的是{found.text}，按{decimals}位小数取{text}"
    return replace(found, text=text, note="；".join(filter(None, (found.note, words))))
