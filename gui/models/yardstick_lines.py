"""Both yardsticks of a judgement as lines of words: 年度 beside 规划."""

from collections.abc import Callable
from decimal import Decimal

from core.domain.completion import Assessment
from core.domain.figure import half_up
from core.domain.indicator import Indicator
from core.domain.judging.judgement import Side, Yardstick
from gui.models.completion_columns import per_cent

Line = tuple[str, str, str]
RATIO = 2  # decimals of 进度/序时
DERIVED, EVEN = "（推算）", "（按季均分）"
HEADS = ("", Side.ANNUAL.label, Side.PLAN.label)


def lines(item: Indicator, judged: Assessment) -> tuple[Line, ...]:
    """Give the numbers of both yardsticks; a line without any is left out."""
    decimals = item.decimals
    told: tuple[tuple[str, Callable[[Yardstick], str]], ...] = (
        ("目标", lambda each: _target(each, decimals)),
        ("实际", lambda each: _number(each.actual, decimals)),
        ("此时应达到", lambda each: _number(each.asked, decimals)),
        ("已完成", lambda each: per_cent(each.progress)),
        ("序时应完成", lambda each: per_cent(each.pace) + (EVEN if each.even else "")),
        ("为序时的", lambda each: _times(each.ratio)),
        ("与目标相差", _points),
        ("数据期", lambda each: each.period.label),
        ("未判断", lambda each: each.grey.label if each.grey else ""),
        ("据以判断", lambda each: "是" if each.side is judged.side else ""),
    )
    found = ((label, *_pair(judged, words)) for label, words in told)
    return tuple(line for line in found if line[1] or line[2])


def _pair(judged: Assessment, words: Callable[[Yardstick], str]) -> tuple[str, str]:
    """Word a line for both yardsticks."""
    annual, overall = judged.annual, judged.overall
    return words(annual) if annual else "", words(overall) if overall else ""


def _number(number: Decimal | None, decimals: int) -> str:
    """Write a number with the indicator's decimals; nothing for none."""
    return "" if number is None else f"{half_up(number, decimals):.{decimals}f}"


def _target(each: Yardstick, decimals: int) -> str:
    """Write a target; the plan's own is never derived, only the way to it."""
    derived = each.derived and each.side is Side.ANNUAL and each.target is not None
    return _number(each.target, decimals) + (DERIVED if derived else "")


def _times(ratio: Decimal | None) -> str:
    return "" if ratio is None else f"{half_up(ratio, RATIO):f}倍"


def _points(each: Yardstick) -> str:
    return "" if each.points is None else f"{half_up(each.points, RATIO):+f}个百分点"
