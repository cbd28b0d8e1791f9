"""`Figure`: what a cell of a plan holds, read and written exactly, character by character."""

import re
from dataclasses import dataclass, replace
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_UP, Context, Decimal
from enum import Enum
from functools import cache
from typing import Self

from core.domain import numeral
from core.errors import FigureError


class Bound(Enum):
    """Which side of a number a qualifier leaves open."""

    EXACT = "exact"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"


LEADS = {
    **dict.fromkeys(("突破", "超过", "超", "达到", "达", "不低于", "不少于"), Bound.AT_LEAST),
    **dict.fromkeys(("至少", "提高至", "提高到", "高于"), Bound.AT_LEAST),
    **dict.fromkeys(("不超过", "不高于", "不多于", "降至", "降到", "低于"), Bound.AT_MOST),
    **dict.fromkeys(("约", "控制在"), Bound.ABOUT),
    **dict.fromkeys(("年均", "分别", "增长"), Bound.EXACT),
}
TRAILS = {
    **dict.fromkeys(("以上", "余"), Bound.AT_LEAST),
    **dict.fromkeys(("以下", "以内"), Bound.AT_MOST),
    "左右": Bound.ABOUT,
}
WHOLE = Decimal(100)
_UNBOUNDED = Context(prec=MAX_PREC, rounding=ROUND_HALF_UP, Emin=MIN_EMIN, Emax=MAX_EMAX)
WORD_VALUES = dict.fromkeys(("全覆盖", "全域覆盖", "全部", "各", "所有"), WHOLE)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A Chinese numeral, with the counter that goes with it: 六, 五大."""

    number: int
    counter: str = ""

    def __str__(self) -> str:
        return numeral.spell(self.number) + self.counter


@dataclass(frozen=True, slots=True)
class Ratio:
    """Two or more parts: 0.7:34.4:64.9, 1:1."""

    parts: tuple[Decimal, ...]

    def __str__(self) -> str:
        return ":".join(map(_plain, self.parts))


@dataclass(frozen=True, slots=True)
class Span:
    """A range, reached at its low end: 3-5."""

    low: Decimal
    high: Decimal

    def __str__(self) -> str:
        return f"{_plain(self.low)}-{_plain(self.high)}"


@dataclass(frozen=True, slots=True)
class Words:
    """A wording without a number: 保持稳定, 省下达控制指标."""

    text: str

    def __str__(self) -> str:
        return self.text


Core = Decimal | Numeral | Ratio | Span | Words


@dataclass(frozen=True, slots=True)
class Figure:
    """What one cell holds: a core with the qualifiers printed around it.

    `leads` stand before the core (控制在, 年均), `trail` after it (左右, 以上). `bracketed` is what
    the plan's note says: cumulative, or the average of the plan before. Units are not part of it.
    """

    core: Core
    leads: tuple[str, ...] = ()
    percent: bool = False
    trail: str = ""
    bracketed: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a cell as it is printed; `str()` gives the same characters back.

        Raises FigureError naming the text. Typed input goes through `reading.read` instead.
        """
        if _PLAIN.fullmatch(text):
            return cls(Decimal(text))
        if (found := _QUALIFIED.fullmatch(text)) and _paired(found):
            core = _core(found)
            if core is not None:
                leads = tuple(_LEAD.findall(found["leads"]))
                trail = found["trail"] or ""
                return cls(core, leads, bool(found["percent"]), trail, bool(found["open"]))
        if _WORDS.fullmatch(text) and text != "无":
            return cls(Words(text))
        raise FigureError(f"“{text}”不是可以识别的数")

    def __str__(self) -> str:
        core = _plain(self.core) if isinstance(self.core, Decimal) else str(self.core)
        inner = "".join(self.leads) + core + ("%" if self.percent else "") + self.trail
        return f"[{inner}]" if self.bracketed else inner

    @property
    def value(self) -> Decimal | None:
        """The number that counts: a range by its low end, 全覆盖 as 100; else nothing."""
        match self.core:
            case Decimal() as number:
                return number
            case Numeral(number):
                return Decimal(number)
            case Span(low):
                return low
            case Ratio((first, second)) if second:
                return first / second
            case Words(text):
                return WORD_VALUES.get(text)
        return None

    @property
    def bound(self) -> Bound:
        """The side that the qualifiers leave open; the word after the number decides."""
        words = [TRAILS[self.trail]] if self.trail else []
        words += [LEADS[lead] for lead in self.leads]
        return next((bound for bound in words if bound is not Bound.EXACT), Bound.EXACT)

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """Low and high by which a target is judged, each open when it is None."""
        if isinstance(self.core, Span):
            return self.core.low, self.core.high
        low = None if self.bound is Bound.AT_MOST else self.value
        high = None if self.bound is Bound.AT_LEAST else self.value
        return low, high

    @property
    def average(self) -> bool:
        """Whether the figure is an annual average (年均)."""
        return "年均" in self.leads

    def rounded(self, decimals: int) -> Self:
        """Round a plain number half up, as printed; anything else stays as it is."""
        if not isinstance(self.core, Decimal):
            return self
        return replace(self, core=half_up(self.core, decimals))


def half_up(number: Decimal, decimals: int) -> Decimal:
    """Round half away from zero to `decimals` places, whatever the number's size."""
    quantum = _quantum(decimals)
    if number.same_quantum(quantum):
        return number  # most figures have the decimals that they are published with
    if -number.as_tuple().exponent <= decimals:  # type: ignore[operator]  # finite by parse
        return number
    rounded = _UNBOUNDED.quantize(number, quantum)
    return rounded or rounded.copy_abs()  # zero has no sign


@cache
def _quantum(decimals: int) -> Decimal:
    """Give one unit of the last of so many decimals."""
    return Decimal(1).scaleb(-decimals)


def _plain(number: Decimal) -> str:
    """Write digits without an exponent, trailing zeros kept."""
    return format(number, "f")


def _alternatives(words: dict[str, Bound]) -> str:
    """Make a pattern of the words, longer ones first."""
    return "|".join(sorted(words, key=len, reverse=True))


_POSITIVE = r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_PLAIN = re.compile(f"-?{_POSITIVE}")
_LEAD = re.compile(_alternatives(LEADS))
_QUALIFIED = re.compile(
    rf"(?P<open>\[)?(?P<leads>(?:{_LEAD.pattern})*)"
    rf"(?:(?P<ratio>{_POSITIVE}(?::{_POSITIVE})+)|(?P<low>{_POSITIVE})-(?P<high>{_POSITIVE})"
    rf"|(?P<number>-?{_POSITIVE})|(?P<numeral>[零一二三四五六七八九十]+)(?P<counter>大?))"
    rf"(?P<percent>%)?(?P<trail>{_alternatives(TRAILS)})?(?P<close>\])?"
)
_WORDS = re.compile("[“”、，；（）]*[\u4e00-\u9fff][\u4e00-\u9fff“”、，；（）]*")


def _paired(found: re.Match[str]) -> bool:
    """Tell whether both brackets stand, or none."""
    return (found["open"] is None) == (found["close"] is None)


def _core(found: re.Match[str]) -> Core | None:
    """Give the core that the pattern found; nothing for 十十, nor for a range that falls."""
    if found["ratio"]:
        return Ratio(tuple(map(Decimal, found["ratio"].split(":"))))
    if found["low"]:
        low, high = Decimal(found["low"]), Decimal(found["high"])
        return Span(low, high) if low < high else None
    if found["number"]:
        return Decimal(found["number"])
    number = numeral.read(found["numeral"])
    return None if number is None else Numeral(number, found["counter"])
