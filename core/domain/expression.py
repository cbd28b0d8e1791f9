"""`Expression`: one side of a formula; tokens become a syntax tree of whitelisted nodes."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import Self

from core.domain.figure import Figure, Ratio
from core.errors import FormulaError

LONGEST = 500  # characters
DEEPEST = 20  # parentheses within each other
TOTAL = "合计"
_MOST_TOKENS = 120
_SHOWN = 40
_ALIKE = str.maketrans("×÷−－＋＊／（）＝＜＞［］．，～", "*/--+*/()=<>[].,≈")
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


@dataclass(frozen=True, slots=True)
class Expression:
    """A number to be computed; `tree` names its operands v0, v1 … in their order.

    `totals` are the places of the operands that stand within 合计.
    """

    text: str
    operands: tuple[Operand, ...]
    totals: frozenset[int]
    tree: ast.expr = field(compare=False, repr=False)

    @classmethod
    def read(cls, text: str, found: Sequence[Token]) -> Self:
        """Make the tokens of one side of `text` into an expression.

        Raises FormulaError naming the text.
        """
        operands = tuple(token.operand for token in found if token.operand)
        names = iter(range(len(operands)))
        source = " ".join(f"v{next(names)}" if each.operand else _python(each) for each in found)
        try:
            tree = ast.parse(source.strip(), mode="eval").body
        except SyntaxError:
            raise refused(text, "运算符号、括号和数没有配好") from None
        if not all(map(_allowed, ast.walk(tree))):
            raise refused(text, "运算符号、括号和数没有配好")
        return cls(_written(found), operands, frozenset(_totals(tree)), tree)

    def worded(self, names: Mapping[str, str]) -> str:
        """Give the text with names in the place of codes: “三产比例”第1项."""
        said = self.text
        for operand in self.operands:
            name = f"“{names.get(operand.code, operand.code)}”"
            part = f"第{operand.part}项" if operand.part else ""
            said = said.replace(operand.text, name + part) if operand.code else said
        return said

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that are looked at."""
        return tuple(operand.code for operand in self.operands if operand.code)

    def missing(self, values: Mapping[str, Figure]) -> tuple[str, ...]:
        """Name the operands that have no number."""
        return tuple(
            operand.label
            for place, operand in enumerate(self.operands)
            if operand.number(values, total=place in self.totals) is None
        )

    def number(self, values: Mapping[str, Figure]) -> Decimal:
        """Compute the number; no operand may be missing.

        Raises ZeroDivisionError, DecimalException.
        """
        numbers = [
            operand.number(values, total=place in self.totals) or Decimal(0)
            for place, operand in enumerate(self.operands)
        ]
        return _computed(self.tree, numbers, _ARITHMETIC.copy())


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


def _python(token: Token) -> str:
    """Write an operator for the parser."""
    return "total" if token.text == TOTAL else token.text


def _allowed(node: ast.AST) -> bool:
    """Tell whether a node of the tree is one of those that a formula may have."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "total" and bool(node.args)
    return isinstance(node, _NODES)


def _totals(tree: ast.expr) -> Iterator[int]:
    """Give the places of the operands that stand by themselves within 合计."""
    for call in ast.walk(tree):
        for each in call.args if isinstance(call, ast.Call) else ():
            if isinstance(each, ast.Name):
                yield _place(each)


def _place(name: ast.expr) -> int:
    """Give the place of the operand that a name (v0, v1 …) stands for."""
    return int(vars(name)["id"].removeprefix("v"))


def _written(found: Sequence[Token]) -> str:
    """Write the words in one way: operators between blanks, a leading minus without."""
    text, before = "", "("
    for token in found:
        leading = before in _OPENING
        if token.text in _BINARY and not leading:
            text += f" {token.text} "
        else:
            text += token.text + (" " if token.text == "," else "")
        before = token.text
    return text


def _computed(node: ast.expr, numbers: Sequence[Decimal], context: Context) -> Decimal:
    """Compute a node of the tree."""
    match node:
        case ast.BinOp(left, operator, right):
            first, second = (_computed(each, numbers, context) for each in (left, right))
            return _combined(operator, first, second, context)
        case ast.UnaryOp(operator, inner):
            number = _computed(inner, numbers, context)
            return context.minus(number) if isinstance(operator, ast.USub) else number
        case ast.Call(args=summed):
            whole = Decimal(0)
            for each in summed:
                whole = context.add(whole, _computed(each, numbers, context))
            return whole
        case _:
            return numbers[_place(node)]


def _combined(operator: ast.operator, first: Decimal, second: Decimal, context: Context) -> Decimal:
    """Combine two numbers.

    Raises ZeroDivisionError.
    """
    match operator:
        case ast.Add():
            return context.add(first, second)
        case ast.Sub():
            return context.subtract(first, second)
        case ast.Mult():
            return context.multiply(first, second)
        case _ if not second:
            raise ZeroDivisionError
        case _:
            return context.divide(first, second)


_ARITHMETIC = Context(prec=60, traps=[DivisionByZero, InvalidOperation, Overflow])
_BINARY = ("+", "-", "*", "/")
_OPENING = ("(", ",", *_BINARY)
_NODES = (
    ast.Name,
    ast.Load,
    ast.BinOp,
    ast.UnaryOp,
    ast.Add,
    ast.Sub,
    ast.Mult,
    ast.Div,
    ast.USub,
    ast.UAdd,
)
