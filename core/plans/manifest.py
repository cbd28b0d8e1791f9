"""`plan.toml`: what a plan is called, how long it runs, and its words."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from core.domain.plan import Appendix, Plan
from core.errors import Fault
from core.plans.files import PLAN
from core.plans.keys import APPENDIX, HEAD, Key
from core.plans.kinds import brief
from core.plans.words import GROUPS, NO_FLOOR, Group

Head = dict[str, Any]
_Values = Mapping[str, object]
_Lines = Mapping[str, int]
_AT_LINE = re.compile(r"at line ([0-9]+)")
_TABLE = re.compile(r"\s*(\[\[?)\s*([\w-]+)\s*\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=")
_TABLES = (*(group.field for group in GROUPS), "appendices")
# tomllib needs gigabytes for a key of ten thousand parts: a.a.a.a…
_DEEP = re.compile(r"""(?<![\w"'-])(?:[\w"'-]+[ \t]*\.[ \t]*){10}""", re.ASCII)


def parse(text: str) -> tuple[Head, tuple[Fault, ...]]:
    """Read the arguments of `Plan` that the file gives; none where it has a fault."""
    if deep := _DEEP.search(text):
        line = text.count("\n", 0, deep.start()) + 1
        return {}, (Fault(PLAN, line, "", brief(deep[0]), "不分层的键"),)
    try:
        given = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        return {}, (_no_toml(text, error),)
    lines = _lines(text)
    head, faults = _take(HEAD, given, "", lines)
    words = {group.field: _worded(group, given.get(group.field, {}), lines) for group in GROUPS}
    more = [fault for _, wrong in words.values() for fault in wrong]
    appendices, others = _appendices(given.get("appendices", []), lines)
    wrong = (*faults, *more, *others, *_years(head, lines))
    if wrong:
        return {}, wrong
    own = {field: value for field, (value, _) in words.items()}
    return {**head, **own, "appendices": appendices}, ()


def show(plan: Plan) -> str:
    """Write the file, each key with what it means."""
    head = {key.name: getattr(plan, key.name) for key in HEAD}
    words = {
        group.field: {key.name: getattr(getattr(plan, group.field), key.name) for key in group.keys}
        for group in GROUPS
    }
    appendices = [
        {key.name: getattr(each, key.name) for key in APPENDIX} for each in plan.appendices
    ]
    return write(head, words, appendices)


def write(head: _Values, words: Mapping[str, _Values], appendices: Iterable[_Values]) -> str:
    """Write the file of what it holds; `words` are the tables of words by their names."""
    parts = _shown(HEAD, head)
    for group in GROUPS:
        parts += [f"[{group.field}]  # {group.comment}", *_shown(group.keys, words[group.field])]
    for appendix in appendices:
        parts += ["[[appendices]]  # 一种报表的抬头"]
        parts += _shown(APPENDIX, appendix)
    return "\n".join(parts)


def _shown(keys: Iterable[Key], values: _Values) -> list[str]:
    """Write each key under its comment, and a blank line after the last."""
    lines = [f"# {key.comment}\n{key.name} = {_toml(values[key.name])}" for key in keys]
    return [*lines, ""]


def _toml(value: object) -> str:
    """Write a value; what JSON escapes, TOML escapes alike."""
    match value:
        case ():
            return "[]"
        case None:
            return _toml(NO_FLOOR)
        case tuple():
            return "".join(["[", *(f"\n  {_toml(each)}," for each in value), "\n]"])
        case Decimal():
            return format(value, "f")
        case _:
            return json.dumps(value, ensure_ascii=False)


def _no_toml(text: str, error: Exception) -> Fault:
    """Say where a text stops being TOML."""
    at = _AT_LINE.search(str(error))
    line = int(at[1]) if at else text.count("\n") + 1
    found = brief(text.split("\n")[line - 1].strip())
    return Fault(PLAN, line, "", found, "TOML：键 = 值，文字加英文双引号")


def _lines(text: str) -> _Lines:
    """Find the line of each key, as `first_year`, `dictionary.floor`, `appendices[1].label`."""
    lines: dict[str, int] = {}
    counts: Counter[str] = Counter()
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _TABLE.match(line):
            counts[header[2]] += 1
            table = header[2] + (f"[{counts[header[2]]}]" if header[1] == "[[" else "")
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault(f"{table}.{key[1]}".lstrip("."), number)
    return lines


def _take(
    keys: Iterable[Key], given: Mapping[str, object], table: str, lines: _Lines
) -> tuple[dict[str, Any], list[Fault]]:
    """Take the values of the keys; unknown, missing and unfit ones are faults."""
    values, faults = {}, []
    for key in keys:
        if key.name in given and key.fits(given[key.name]):
            values[key.name] = key.value(given[key.name])
        elif key.name in given or key.required:
            found = _told(given.get(key.name, ""))
            faults.append(_fault(table, key.name, found, key.expected, lines))
    known = [key.name for key in keys]
    strange = given.keys() - {*known, *(() if table else _TABLES)}
    expected = f"以下键之一：{'、'.join(known)}"
    faults += [_fault(table, name, brief(name), expected, lines) for name in strange]
    return values, faults


def _fault(table: str, name: str, found: str, expected: str, lines: _Lines) -> Fault:
    """Say what stands at a key, or that it is missing from its table."""
    path = f"{table}.{name}".lstrip(".")
    line = lines.get(path) or lines.get(table, 0)
    return Fault(PLAN, line, brief(path), found, expected)


def _worded(group: Group, given: object, lines: _Lines) -> tuple[Any, list[Fault]]:
    """Read the words of a phase; what is left out is as the program has it."""
    table = group.field
    if not isinstance(given, dict):
        return group.make(), [_fault("", table, _told(given), f"[{table}]下的键", lines)]
    values, faults = _take(group.keys, given, table, lines)
    made = group.make(**values)
    if not faults:
        faults += [_fault(table, *wrong, lines) for wrong in group.wrong(made)]
    return made, faults


def _appendices(given: object, lines: _Lines) -> tuple[tuple[Appendix, ...], list[Fault]]:
    """Read how reports are headed."""
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        return (), [_fault("", "appendices", _told(given), "[[appendices]]下的键", lines)]
    taken = [
        _take(APPENDIX, each, f"appendices[{number}]", lines)
        for number, each in enumerate(given, 1)
    ]
    faults = [fault for _, wrong in taken for fault in wrong]
    return tuple(Appendix(**values) for values, wrong in taken if not wrong), faults


def _told(value: object) -> str:
    """Write a value into a message, were it ever so long or deep."""
    try:
        return brief(str(value))
    except (ValueError, RecursionError):
        return "过长的数或过深的表"


def _years(head: Head, lines: _Lines) -> Iterable[Fault]:
    """Find years in the wrong order; those that are no years are faults already."""
    first, last, base = (head.get(f"{name}_year") for name in ("first", "last", "base"))
    if first and last and first > last:
        yield _fault("", "last_year", str(last), f"不早于首年{first}的年份", lines)
    if first and base and base > first:
        yield _fault("", "base_year", str(base), f"不晚于首年{first}的年份", lines)
