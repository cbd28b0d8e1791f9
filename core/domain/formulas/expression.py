"""`Expression`: one side of a formula; its words become a syntax tree of whitelisted nodes."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import Self

from core.domain.figure import Figure
from core.domain.formulas.tokens import TOTAL, Operand, Token, refused


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
        for each in sorted(self.operands, key=lambda operand: -operand.part):
            name = f"“{names.get(each.code, each.code)}”"
            part = f"第{each.part}项" if each.part else ""
            said = said.replace(each.text, name + part) if each.code else said
        return said

    def numbered(self, values: Mapping[str, Figure]) -> str:
        """Give the text with numbers in the place of codes; no operand may be missing."""
        said = self.text
        for place in sorted(range(len(self.operands)), key=lambda at: -self.operands[at].part):
            operand = self.operands[place]
            number = operand.number(values, total=place in self.totals)
            said = said.replace(operand.text, f"{number:f}") if operand.code else said
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
