"""The keys of `plan.toml`: what each means and what it may hold."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.plans.kinds import EARLIEST, LATEST, legible

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")
_MOST_NOTES = 200
_DIGITS = re.compile("[0-9]{1,9}")
_PAUSE = re.compile("[，：；]")


@dataclass(frozen=True, slots=True)
class Key:
    """A key; `comment` is written above it, `value` makes what fits into what is kept.

    `typed` makes what a person types into what the file holds, `shown` gives that text back.
    """

    name: str
    comment: str
    expected: str
    fits: Callable[[Any], bool]
    required: bool = False
    value: Callable[[Any], object] = lambda given: given
    typed: Callable[[str], object] = str.strip
    shown: Callable[[Any], str] = str

    @property
    def label(self) -> str:
        """What a person calls it: the comment up to its first pause."""
        return _PAUSE.split(self.comment)[0]


def _is_text(given: object) -> bool:
    """Whether a value is a legible text."""
    return isinstance(given, str) and legible(given)


def _is_name(given: object) -> bool:
    """Whether a value is a legible text that says something."""
    return isinstance(given, str) and legible(given) and bool(given.strip())


def _is_code(given: object) -> bool:
    """Whether a value can name a plan on the command line and in a file name."""
    return isinstance(given, str) and bool(_CODE.fullmatch(given))


def _is_year(given: object) -> bool:
    """Whether a value is a year that quarters can have; True is none."""
    return type(given) is int and EARLIEST <= given <= LATEST


def _are_texts(given: object) -> bool:
    """Whether a value is a list of legible texts."""
    return isinstance(given, list) and len(given) <= _MOST_NOTES and all(map(_is_name, given))


def _typed_number(text: str) -> object:
    """Take digits for a number; whatever else stays a text, which no year fits."""
    plain = text.strip()
    return int(plain) if _DIGITS.fullmatch(plain) else plain


def _typed_lines(text: str) -> tuple[str, ...]:
    """Take each line that says something for a text of its own."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _name(name: str, comment: str) -> Key:
    """Describe a key that must say something."""
    return Key(name, comment, "文字，不能空", _is_name, required=True)


def word(name: str, comment: str) -> Key:
    """Describe a key that says something where it is given."""
    return Key(name, comment, "文字，不能空", _is_name)


def text(name: str, comment: str) -> Key:
    """Describe a key that may be left out."""
    return Key(name, comment, "文字", _is_text)


def _year(name: str, comment: str) -> Key:
    """Describe a key that holds a year."""
    expected = f"{EARLIEST}至{LATEST}的年份，不加引号"
    return Key(name, comment, expected, _is_year, required=True, typed=_typed_number)


def _texts(name: str, comment: str) -> Key:
    """Describe a key that holds several texts."""
    expected = "方括号内的若干文字"
    return Key(
        name, comment, expected, _are_texts, value=tuple, typed=_typed_lines, shown="\n".join
    )


HEAD = (
    Key("code", "规划编码，不与其他规划重复", "字母、数字和短横", _is_code, required=True),
    _name("title", "全称"),
    _name("name", "简称，用于报表题名和说明"),
    _name("region", "地区"),
    _name("level", "层级：区或市"),
    _year("first_year", "首年"),
    _year("last_year", "末年"),
    _year("base_year", "基期年"),
    text("bracket", "规划注里对方括号[ ]的说法"),
    text("previous", "规划对上一期的称呼"),
    text("source", "来源文件"),
    text("remark", "备注"),
    _texts("notes", "规划自己的注，印在生成的注之后"),
    _texts("special_plans", "专项规划名单"),
)
APPENDIX = (
    _name("report", "报表种类：completion完成情况，targets主要指标"),
    _name("label", "编号，如附表1"),
    _name("title", "题名"),
)
