"""The characters that the shipped faces keep, and the text file that lists them."""

import bz2
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import combining

UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
"""From Debian's `unicode-data`."""

STANDARD_SIZE = 8105
GB2312_LEAD, GB2312_TRAIL = range(0xA1, 0xF8), range(0xA1, 0xFF)
LINE_LENGTH = 50

BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B (pinyin)
    (0x0250, 0x02FF),  # phonetic letters, tone marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x20CF),  # raised and lowered figures, currencies
    (0x2100, 0x218F),  # letter-like signs, roman numerals
    (0x2190, 0x23FF),  # arrows, mathematics, technical signs
    (0x2460, 0x27BF),  # circled numbers, boxes, shapes, stars, ticks
    (0x2F00, 0x2FDF),  # Kangxi radicals, which text copied from a PDF is full of
    (0x3000, 0x30FF),  # CJK punctuation, kana
    (0x3100, 0x312F),  # bopomofo
    (0x3200, 0x33FF),  # bracketed and circled characters, square units
    (0xFE10, 0xFE1F),  # vertical punctuation
    (0xFE30, 0xFE6F),  # vertical and small punctuation
    (0xFF00, 0xFFEF),  # full-width and half-width forms
)


def standard() -> list[str]:
    """通用规范汉字表 in its own order: Unihan `kTGH`, whose values are 2013:1 to 2013:8105."""
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        entries = [line.split() for line in lines if "\tkTGH\t" in line and line[0] != "#"]
    numbered = {int(value.removeprefix("2013:")): code for code, _, value in entries}
    if sorted(numbered) != list(range(1, STANDARD_SIZE + 1)):
        raise ValueError(f"{UNIHAN} does not number the {STANDARD_SIZE} standard characters")
    return [chr(int(numbered[n].removeprefix("U+"), 16)) for n in sorted(numbered)]


def gb2312() -> list[str]:
    """GB/T 2312-1980 in its own order, as Python's codec knows it."""
    pairs = (bytes((lead, trail)) for lead in GB2312_LEAD for trail in GB2312_TRAIL)
    return [char for pair in pairs if (char := pair.decode("gb2312", errors="ignore"))]


def signs() -> list[str]:
    """Every code point of `BLOCKS`."""
    return [chr(code) for first, last in BLOCKS for code in range(first, last + 1)]


def sections(covered: set[int]) -> dict[str, list[str]]:
    """Name to characters, none twice; a sign that `covered` lacks is left out.

    Raises ValueError when `covered` lacks a character of the two national standards.
    """
    named = {"standard": standard(), "gb2312": gb2312()}
    lacking = [c for chars in named.values() for c in chars if ord(c) not in covered]
    if lacking:
        raise ValueError(f"no glyph for {' '.join(lacking)}")
    named["signs"] = [char for char in signs() if ord(char) in covered]
    seen: set[str] = set()
    return {name: list(_first_seen(chars, seen)) for name, chars in named.items()}


def as_text(named: dict[str, list[str]]) -> str:
    """Write the sections as a text file: a heading each, then lines of characters.

    A character that cannot be seen by itself stands as U+XXXX between spaces.
    """
    lines = ["# Written by build.py: the characters that every shipped Noto face has."]
    for name, chars in named.items():
        lines += ["", f"[{name}] {len(chars)}", *_lines(chars)]
    return "\n".join(lines) + "\n"


def _first_seen(chars: Iterable[str], seen: set[str]) -> Iterator[str]:
    for char in chars:
        if char not in seen:
            seen.add(char)
            yield char


def _lines(chars: list[str]) -> Iterator[str]:
    for start in range(0, len(chars), LINE_LENGTH):
        yield " ".join("".join(map(_visible, chars[start : start + LINE_LENGTH])).split())


def _visible(char: str) -> str:
    plain = char.isprintable() and not char.isspace() and not combining(char)
    return char if plain else f" U+{ord(char):04X} "
