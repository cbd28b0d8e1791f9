"""Columns that hold a value of the domain as its exact text."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.words import Word
from core.errors import StorageError, UserError

T = TypeVar("T")
_KEPT = 20_000  # texts: the figures of ten years of 400 indicators, which are read again and again
W = TypeVar("W", bound=Word)


class _Read(dict[str | None, T | None]):
    """What texts mean, each read once, however many cells hold it; NULL is nothing."""

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str | None) -> T | None:
        if len(self) >= _KEPT:
            self.clear()
        self[text] = value = None if text is None else self._understood(text)
        return value

    def _understood(self, text: str) -> T:
        try:
            return self._read(text)
        except (ArithmeticError, LookupError, ValueError, UserError) as error:
            raise StorageError(
                f"数据库里的“{text}”看不懂，可能被别的程序改过；"
                "文件没有被改动，请用 verify 检查，或从备份恢复。"
            ) from error


class Written(TypeDecorator[T]):
    """A value kept as `str` writes it and `read` reads it back; None stays NULL.

    A text that `read` refuses was written by another program: StorageError names it.
    """

    impl = String
    cache_ok = True

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__()
        self.read = read
        self._known = _Read(read)

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write a value."""
        return None if value is None else str(value)

    def result_processor(
        self,
        dialect: Dialect,  # noqa: ARG002
        coltype: object,  # noqa: ARG002
    ) -> Callable[[Any], T | None]:
        """Give the function that reads a cell, called once per cell and therefore bare."""
        return self._known.__getitem__


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


FIGURE = Written(Figure.parse)
NUMBER = Written(Decimal)
QUARTER = Written(Quarter.parse)


def word(words: type[W]) -> Written[W]:
    """Give the column type of an enumeration: the member's code."""
    return Written({member.value: member for member in words}.__getitem__)
