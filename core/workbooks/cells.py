"""What a returned cell says, as somebody would have typed it who sees what it shows."""

from dataclasses import dataclass
from decimal import Decimal

from core.domain.cell import Column
from core.domain.figure import WHOLE, half_up
from core.domain.indicator import Indicator, Item
from core.errors import FigureError
from core.workbooks.files.book import Kind, Show, Stored

_PER_CENT = "%"
_SHARE = Decimal(1)  # a number at most so large may be a percentage that lost its sign


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says; `note` words what reading changed, `doubt` what a person must confirm."""

    text: str
    note: str = ""
    doubt: str = ""


def said(stored: Stored, item: Item, column: Column, sent: str) -> Said:
    """Tell what a cell says for an item; `sent` is what stood there.

    Raises FigureError with a sentence where it says nothing to rely on.
    """
    match stored.kind:
        case Kind.TEXT:
            return Said(stored.text)
        case Kind.NUMBER if column in (Column.GROWTH, Column.PROGRESS):
            return _number(stored, _PER_CENT, None, sent)
        case Kind.NUMBER if column is Column.FIGURE and isinstance(item, Indicator):
            return _number(stored, item.unit, item.decimals, sent)
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


def _number(stored: Stored, unit: str, decimals: int | None, sent: str) -> Said:
    """Tell what a number says where one is asked for."""
    if stored.look.show is Show.PERCENT:
        return _share(stored, unit, decimals, sent)
    found = _rounded(_padded(stored.text, stored.look.places), decimals, sent)
    return Said(found.text, found.note, _doubt(stored, unit))


def _share(stored: Stored, unit: str, decimals: int | None, sent: str) -> Said:
    """Tell what a number says that is shown with a per cent sign."""
    text = _percentage(stored)
    if unit != _PER_CENT:
        return Said(text + _PER_CENT)  # which no other unit understands
    note = f"单元格是百分比格式，显示“{text}%”，读作{text}%"
    found = _rounded(text, decimals, sent)
    return Said(found.text, "；".join(filter(None, (note, found.note))))


def _percentage(stored: Stored) -> str:
    """Give the number that stands before a per cent sign."""
    number = Decimal(stored.text) * WHOLE
    return _padded(format(number.normalize(), "f"), stored.look.places)


def _doubt(stored: Stored, unit: str) -> str:
    """Say why a number may not be the one that somebody typed."""
    if stored.look.show is Show.DATE:
        seen = f"，显示“{stored.shown}”" if stored.shown else ""
        return f"这一格成了日期格式{seen}，存的数是{stored.text}；按{stored.text}读，请确认"
    if stored.look.show is Show.UNKNOWN and unit == _PER_CENT:
        number = Decimal(stored.text)
        if number and abs(number) <= _SHARE:
            share = format((number * WHOLE).normalize(), "f")
            return f"文件没有说明数的格式，可能是{share}%；按{stored.text}%读，请确认"
    return ""


def _padded(text: str, places: int | None) -> str:
    """Add the zeros that a format shows after a number."""
    whole, _, fraction = text.partition(".")
    fraction = fraction.ljust(places or 0, "0")
    return f"{whole}.{fraction}" if fraction else whole


def _rounded(text: str, decimals: int | None, sent: str) -> Said:
    """Round a number to the decimals that are published, unless it was sent so."""
    if decimals is None or text == sent:
        return Said(text)
    rounded = format(half_up(Decimal(text), decimals), "f")
    if rounded == text:
        return Said(text)
    return Said(rounded, f"存的是{text}，按{decimals}位小数取{rounded}")
