"""What is read rather than looked up: paragraphs of an official letter, and who signs."""

from dataclasses import dataclass
from enum import Enum

SIGNATURES = ("填表人：", "审核人：", "负责人：", "单位（盖章）：", "日期：　　年　月　日")


class Level(Enum):
    """What a paragraph is, and so its typeface and indent (GB/T 9704-2012, 7.3.3)."""

    BODY = "body"
    FIRST = "first"  # 一、 in 黑体
    SECOND = "second"  # （一） in 楷体
    THIRD = "third"  # 1. as the text
    ADDRESS = "address"  # to whom, without indent
    CENTRE = "centre"  # a line below the title: （2024年上半年）, in 楷体


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` are its opening words, in 楷体 on the same line.

    Thus （一）综合质效。 before the sentences about it. A withheld paragraph is left out of the
    public edition.
    """

    text: str
    level: Level = Level.BODY
    lead: str = ""
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs in 22 lines of 28 characters a page; a fresh one begins a page."""

    paragraphs: tuple[Paragraph, ...]
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Signing:
    """Who answers for a report: spaces to sign in, and below them 落款 with 成文日期.

    Each of `fields` is a label with what is known already: `填表人：张三`. It stays on the page of
    what it signs.
    """

    fields: tuple[str, ...] = ()
    office: str = ""
    dated: str = ""
