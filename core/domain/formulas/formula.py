"""`Formula`: a relation between figures ([B-13] ≈ [B-25] / [B-26]), read without `eval`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, DecimalException
from functools import lru_cache
from typing import Self

from core.domain.figure import Figure
from core.domain.formulas.expression import Expression
from core.domain.formulas.tokens import refused, tokens

OPERATORS = str.maketrans({"*": "×", "/": "÷"})  # as a person writes them
NO_WORTH = "除数为0，或得数过大"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of judging: the two sides, and whether they stand as the formula says.

    `holds` is None where nothing can be said: `missing` names the operands without a number
    (B-25, B-12.3), `reason` says anything else in Chinese. A formula without a comparison never
    holds nor fails; its number is `left`.
    """

    holds: bool | None
    left: Decimal | None = None
    right: Decimal | None = None
    missing: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """Numbers and codes in brackets with + - * / ( ) and at most one of = ≈ ≤ ≥ < > ≠.

    `[B-12].1` is the first part of a ratio, `合计([B-12])` the sum of its parts or of several
    operands. `text` is the formula as it is written in one way; `sign` is empty where nothing is
    compared, and so is the right side.
    """

    text: str
    left: Expression
    sign: str = ""
    right: Expression | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a formula; full-width marks, ×, ÷, <= and >= are understood.

        Raises FormulaError naming the text.
        """
        return cls(*_parts(text))

    def __str__(self) -> str:
        return self.text

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that are looked at, each once, in their order."""
        return tuple(dict.fromkeys(code for side in self.sides for code in side.codes))

    @property
    def sides(self) -> tuple[Expression, ...]:
        """The left side, and the right one where there is one."""
        return (self.left,) if self.right is None else (self.left, self.right)

    def worded(self, names: Mapping[str, str]) -> str:
        """Give the text as a person reads it: “城镇收入” ÷ “农村收入”."""
        sides = [side.worded(names).translate(OPERATORS) for side in self.sides]
        return f" {self.sign} ".join(sides)

    def judge(self, values: Mapping[str, Figure], tolerance: Decimal) -> Verdict:
        """Tell whether figures, by code, stand as the formula says.

        `tolerance` is the share of the greater side by which ≈ lets them differ (0.03 for 3 %).
        """
        missing = dict.fromkeys(label for side in self.sides for label in side.missing(values))
        if missing:
            return Verdict(None, missing=tuple(missing))
        try:
            left, *right = (side.number(values) for side in self.sides)
            holds = [_SIGNS[self.sign](left, each, tolerance) for each in right]
        except (ZeroDivisionError, DecimalException):
            return Verdict(None, reason=NO_WORTH)
        return Verdict(holds[0], left, right[0]) if right else Verdict(None, left)


@lru_cache(maxsize=1024)  # a plan's rules are judged whenever a cell is accepted
def _parts(text: str) -> tuple[str, Expression, str, Expression | None]:
    """Read a text into what a formula is made of."""
    found = tokens(text)
    places = [place for place, token in enumerate(found) if token.sign]
    if len(places) > 1:
        raise refused(text, "只能有一个比较符号")
    if not places:
        left = Expression.read(text, found)
        return left.text, left, "", None
    place = places[0]
    left, right = (Expression.read(text, part) for part in (found[:place], found[place + 1 :]))
    sign = found[place].text
    return f"{left.text} {sign} {right.text}", left, sign, right


def _near(left: Decimal, right: Decimal, tolerance: Decimal) -> bool:
    """Tell whether two numbers differ by at most a share of the greater one."""
    return abs(left - right) <= tolerance * max(abs(left), abs(right))


_SIGNS: Mapping[str, Callable[[Decimal, Decimal, Decimal], bool]] = {
    "=": lambda left, right, _: left == right,
    "≠": lambda left, right, _: left != right,
    "≈": _near,
    "≤": lambda left, right, _: left <= right,
    "≥": lambda left, right, _: left >= right,
    "<": lambda left, right, _: left < right,
    ">": lambda left, right, _: left > right,
}
