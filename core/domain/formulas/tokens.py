"""The words of a formula: figures by their codes, constants, operators; what is none is refused."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.domain.figure import Figure, Ratio
from core.errors import FormulaError

LONGEST = 500  # characters
DEEPEST = 20  # parentheses within each other
TOTAL = "合计"
_MOST_TOKENS = 120
_SHOWN = 40
_ALIKE = str.maketrans("×÷−－＋＊／（）＝＜＞［］．，", "*/--+*/()=<>[].,")
_SAME = {"<=": "≤", ">=": "≥", "==": "=", "!=": "≠", "<>": "≠"}
_TOKEN = re.compile(
    r"\s*(?:\[(?P<code>[A-Za-z][A-Za-z0-9.-]{0,39})\](?:\.(?P<part>[1-9]))?"
    r"|(?P<number>[0-9]{1,15}(?:\.[0-9]{1,6})?)|(?P<sign><=|>=|==|!=|<>|[=≈≤≥<>≠])"
    rf"|(?P<mark>[-+*/(),])|(?P<total>{TOTAL})(?=\s*\())\s*"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a formula; `sign` tells that it compares, `operand` what number it stands for."""

    text: str
    sign: bool = False
    operand: "Operand | None" = None


@dataclass(frozen=True, slots=True)
class Operand:
    """A constant, or a figure by its code; `part` counts a ratio's parts from 1, 0 is the whole."""

    code: str = ""
    part: int = 0
    constant: Decimal | None = None

    @property
    def text(self) -> str:
        """The operand as a formula has it: [B-12].1, 100."""
        if self.constant is not None:
            return str(self.constant)
        return f"[{self.code}]" + (f".{self.part}" if self.part else "")

    @property
    def label(self) -> str:
        """The figure without its brackets: B-12.1."""
        return f"{self.code}.{self.part}" if self.part else self.code

    def number(self, values: Mapping[str, Figure], *, total: bool) -> Decimal | None:
        """Give the number; of a ratio its part, or the sum of the parts where `total`."""
        figure = values.get(self.code)
        if self.constant is not None or figure is None:
            return self.constant
        parts = figure.core.parts if isinstance(figure.core, Ratio) else ()
        if self.part:
            return parts[self.part - 1] if self.part <= len(parts) else None
        return sum(parts, Decimal(0)) if total and parts else figure.value


def tokens(text: str) -> tuple[Token, ...]:
    """Part a formula into its words.

    Raises FormulaError naming the text.
    """
    if len(text) > LONGEST:
        raise refused(text, f"超过{LONGEST}个字符")
    found = tuple(_tokens(text, text.translate(_ALIKE).strip()))
    if len(found) > _MOST_TOKENS or _depth(found) > DEEPEST:
        raise refused(text, "太长，或括号套得太多")
    return found


def refused(text: str, why: str) -> FormulaError:
    """Make the error that names a text, at most forty characters of it, and what is wrong."""
    start = "".join(each if each.isprintable() else "�" for each in text[:_SHOWN])
    shown = start if len(text) <= _SHOWN else start + "…"
    return FormulaError(f"“{shown}”不是可以识别的算式：{why}，应写作[B-13] ≈ [B-25] / [B-26]的样子")


def _tokens(text: str, plain: str) -> Iterator[Token]:
    """Give the words one by one."""
    place = 0
    while place < len(plain):
        found = _TOKEN.match(plain, place)
        if not found:
            raise refused(text, f"看不懂“{plain[place : place + 1]}”")
        yield _token(found)
        place = found.end()


def _token(found: re.Match[str]) -> Token:
    """Make a word of what the pattern found."""
    if found["code"]:
        operand = Operand(found["code"], int(found["part"] or 0))
        return Token(operand.text, operand=operand)
    if found["number"]:
        operand = Operand(constant=Decimal(found["number"]))
        return Token(operand.text, operand=operand)
    if found["sign"]:
        return Token(_SAME.get(found["sign"], found["sign"]), sign=True)
    return Token(found["mark"] or TOTAL)


def _depth(found: Sequence[Token]) -> int:
    """Count the parentheses that stand within each other, at most."""
    depths = [0]
    for token in found:
        depths.append(depths[-1] + (token.text == "(") - (token.text == ")"))
    return max(depths)
