"""A report's content as bytes: the same for the same content, and read back into a report.

The bytes are archived when a report is written; their digest's beginning is the 校验码 on paper.
What has its default is left out, so that a field that is added later changes no older code.
"""

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, cast, get_args, get_origin, get_type_hints

from core.errors import StorageError
from core.reports.content import Report

_CODE = 12  # hexadecimal digits of the digest
_SORT = "is"  # names the class of a value
_UNREADABLE = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError)


def content(report: Report) -> bytes:
    """Write a report as canonical JSON: keys sorted, no spaces, UTF-8."""
    told = json.dumps(
        _plain(report), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return told.encode(errors="surrogatepass")


def read(data: bytes) -> Report:
    """Read what `content` wrote.

    Raises StorageError where it is something else.
    """
    try:
        return cast("Report", _made(Report, json.loads(data)))
    except _UNREADABLE as error:
        raise StorageError("存档的报告内容已损坏，无法读出，请从备份恢复后再试") from error


def digest(data: bytes) -> str:
    """Give the SHA-256 of content bytes in hexadecimal."""
    return sha256(data).hexdigest()


def code(data: bytes) -> str:
    """Give the 校验码 of content bytes: the first 12 digits of their digest."""
    return digest(data)[:_CODE]


def _plain(value: object) -> object:
    """Turn a value into what JSON holds."""
    match value:
        case Enum():
            return value.value
        case Decimal():
            return str(value)
        case float():
            return int(value) if value.is_integer() else value
        case tuple():
            return [_plain(each) for each in value]
        case _ if is_dataclass(value):
            return _fields(value)
    return value


def _fields(value: object) -> dict[str, object]:
    """Give the fields of a dataclass that differ from their defaults, and its class."""
    sort: Any = type(value)
    told = {
        name: _plain(given)
        for name, default in _defaults(sort)
        if (given := getattr(value, name)) != default
    }
    return {_SORT: sort.__name__, **told}


@cache
def _defaults(sort: type) -> tuple[tuple[str, object], ...]:
    """Give each field of a dataclass with its default, MISSING where it has none."""
    return tuple((each.name, each.default) for each in fields(sort))


def _value(hint: Any, plain: Any) -> Any:  # noqa: ANN401 - JSON and type hints are of any type
    """Turn what JSON holds back into a value of a type."""
    if get_origin(hint) is tuple:
        (inner, _) = get_args(hint)
        return tuple([_value(inner, each) for each in plain])
    if isinstance(hint, types.UnionType):
        return _one_of(get_args(hint), plain)
    if is_dataclass(hint):
        return _made(hint, plain)
    return hint(plain) if issubclass(hint, Enum | Decimal | float) else _exactly(hint, plain)


def _one_of(hints: tuple[Any, ...], plain: Any) -> Any:  # noqa: ANN401
    """Read a value of one of several types: nothing, the class that it names, or the other."""
    if plain is None:
        return None
    if isinstance(plain, Mapping):
        return _made({each.__name__: each for each in hints}[plain[_SORT]], plain)
    return _value(hints[0], plain)


def _made(sort: Any, plain: Any) -> Any:  # noqa: ANN401
    """Make a dataclass of its fields."""
    hints = _hints(sort)
    if plain.pop(_SORT) != sort.__name__:
        raise ValueError(sort.__name__)
    return sort(**{name: _value(hints[name], given) for name, given in plain.items()})


@cache
def _hints(sort: type) -> dict[str, Any]:
    """Give the types of a dataclass's fields."""
    return get_type_hints(sort)


def _exactly(hint: type, plain: object) -> object:
    """Give a text, number or flag as it is."""
    if type(plain) is not hint:
        raise TypeError(hint)
    return plain
