"""Choosing a font for every character along a chain, and measuring text with it."""

import struct
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

import resources
from core.errors import OutputError
from core.reports.pdf import cmap, official
from core.reports.pdf.roles import Role

_FALLBACKS = (Role.SONG, Role.HEI, Role.KAI)
_THOUSANDTH = 0.001
_USE, _RESTRICTED = 0x000F, 0x0002  # of fsType (OpenType, OS/2): how a font may be embedded
_NO_SUBSET, _BITMAPS_ONLY = 0x0100, 0x0200
_DAMAGED = (TTFError, OSError, struct.error, LookupError, ValueError, ArithmeticError, TypeError)


class Typeface:
    """A role's fonts: for each character the first of the chain that has it.

    Fonts are loaded when a character needs them; loading costs 15–40 ms each.
    """

    def __init__(self, role: Role) -> None:
        self._role = role
        self._glyphs: dict[str, tuple[str, float]] = {}

    def glyph(self, character: str) -> tuple[str, float]:
        """Give the font's name and the advance in em.

        Raises OutputError naming a character that no font has.
        """
        known = self._glyphs.get(character)
        if known is None:
            known = self._glyphs[character] = self._look_up(character)
        return known

    def width(self, text: str, size: float) -> float:
        """Give the text's length in points at a size in points."""
        glyphs = self._glyphs
        try:
            return sum([glyphs[character][1] for character in text]) * size
        except KeyError:
            return sum([self.glyph(character)[1] for character in text]) * size

    def runs(self, text: str) -> Iterator[tuple[str, str]]:
        """Part a text into (font name, characters) of one font each."""
        for name, characters in groupby(text, lambda character: self.glyph(character)[0]):
            yield name, "".join(characters)

    def missing(self, texts: Iterable[str]) -> list[str]:
        """Give the characters that no font of the chain has, each once."""
        characters = sorted(set().union(*texts) - self._glyphs.keys() - {"\n"})
        return [character for character in characters if self._owner(character) is None]

    def _look_up(self, character: str) -> tuple[str, float]:
        """Find the font of a character and its advance."""
        font = self._owner(character)
        if font is None:
            raise OutputError(f"{named([character])}没有字体可用，报告未写出")
        return font.fontName, font.face.charWidths[ord(character)] * _THOUSANDTH

    def _owner(self, character: str) -> TTFont | None:
        """Give the first font of the chain that has a character."""
        return next(
            (font for font in self._chain() if ord(character) in font.face.charToGlyph), None
        )

    def _chain(self) -> Iterator[TTFont]:
        """Give the role's official font, its shipped one, then the fallbacks."""
        official_font = _official(self._role)
        if official_font is not None:
            yield official_font
        for role in dict.fromkeys((self._role, *_FALLBACKS)):
            yield _shipped(role)


@cache
def typeface(role: Role) -> Typeface:
    """Give the typeface of a role; loaded once a process."""
    return Typeface(role)


def named(characters: Iterable[str]) -> str:
    """Name characters with their code points: “☃”（U+2603）."""
    return "、".join(f"“{character}”（U+{ord(character):04X}）" for character in characters)


@cache
def _shipped(role: Role) -> TTFont:
    """Load the shipped font of a role."""
    return _registered(_loaded(resources.path("fonts", role.value)))


@cache
def _official(role: Role) -> TTFont | None:
    """Load the machine's official font of a role.

    One that may not be embedded, or is damaged, is passed over.
    """
    file = official.find(role)
    try:
        font = _loaded(file) if file else None
    except _DAMAGED:
        return None
    return _registered(font) if font and _embeddable(font) else None


def _embeddable(font: TTFont) -> bool:
    """Tell whether the font's rights let it be embedded as a subset; reportlab does not look."""
    if "OS/2" not in font.face.table:
        return True
    table = font.face.get_table("OS/2")  # type: ignore[no-untyped-call]  # untyped on that side
    rights = int.from_bytes(table[8:10], "big")
    return rights & _USE != _RESTRICTED and not rights & (_NO_SUBSET | _BITMAPS_ONLY)


def _loaded(file: Path) -> TTFont:
    """Load a font so that it is subset, extractable and laid out without shaping."""
    cmap.install()
    return TTFont(file.stem, str(file), asciiReadable=0, shapable=False)


def _registered(font: TTFont) -> TTFont:
    """Register a font under its own name, even where an earlier one bears the same inside."""
    pdfmetrics.registerFont(font)
    pdfmetrics._fonts[font.fontName] = font  # type: ignore[attr-defined]  # noqa: SLF001
    return font
