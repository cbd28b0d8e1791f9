"""Columns that hold a value of the domain as its exact text."""

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.words import Word
from core.errors import StorageError, UserError

T = TypeVar("T")
_KEPT = 20_000  # figures: ten years of 400 indicators, which pages and reports read again and again
W = TypeVar("W", bound=Word)


class Written(TypeDecorator[T]):
    """A value kept as `str` writes it and `read` reads it back; None stays NULL.

    A text that `read` refuses was written by another program: StorageError names it.
    """

    impl = String
    cache_ok = True

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__()
        self.read = read

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write a value."""
        return None if value is None else str(value)

    def result_processor(
        self,
        dialect: Dialect,  # noqa: ARG002
        coltype: object,  # noqa: ARG002
    ) -> Callable[[Any], T | None]:
        """Give the function that reads a cell, called once per cell and therefore bare."""
        read = self.read

        def process(text: str | None) -> T | None:
            if text is None:
                return None
            try:
                return read(text)
            except (ArithmeticError, LookupError, ValueError, UserError) as error:
                raise StorageError(
                    f"数据库里的“{text}”看不懂，可能被别的程序改过；"
                    "文件没有被改动，请用 verify 检查，或从备份恢复。"
                ) from error

        return process


class Reference(TypeDecorator[str]):
    """A code that may be empty; empty is NULL, so that foreign keys hold for the others."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write a code."""
        return value or None

    def process_result_value(self, value: str | None, dialect: Dialect) -> str:  # noqa: ARG002
        """Read a code."""
        return value or ""


class _Quarters(dict[str, Quarter]):
    """Each quarter once, however many rows name it."""

    def __missing__(self, text: str) -> Quarter:
        self[text] = quarter = Quarter.parse(text)
        return quarter


FIGURE = Written(lru_cache(_KEPT)(Figure.parse))
NUMBER = Written(Decimal)
QUARTER = Written(_Quarters().__getitem__)


def word(words: type[W]) -> Written[W]:
    """Give the column type of an enumeration: the member's code."""
    return Written({member.value: member for member in words}.__getitem__)
